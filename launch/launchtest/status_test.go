package launchtest_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// checks asks once for the status checks of instances.
func checks(t *testing.T, client *ec2.Client, all bool, ids ...string) []types.SummaryStatus {
	t.Helper()
	out, err := client.DescribeInstanceStatus(t.Context(), &ec2.DescribeInstanceStatusInput{InstanceIds: ids, IncludeAllInstances: new(all)})
	if err != nil {
		t.Fatal(err)
	}
	var got []types.SummaryStatus
	for _, s := range out.InstanceStatuses {
		if s.InstanceStatus.Status != s.SystemStatus.Status {
			t.Errorf("instance status %s, system status %s", s.InstanceStatus.Status, s.SystemStatus.Status)
		}
		got = append(got, s.InstanceStatus.Status)
	}
	return got
}

func TestStatusChecksPassAsTheyAreLookedAt(t *testing.T) {
	srv := launchtest.Start(t, launchtest.PendingFor(1), launchtest.ChecksFor(2))
	client := srv.Client()
	id := *launch(t, srv, request("a", 1)).Instances[0].InstanceId
	var got [][]types.SummaryStatus
	for range 4 {
		got = append(got, checks(t, client, false, id))
	}
	want := [][]types.SummaryStatus{nil, {types.SummaryStatusInitializing}, {types.SummaryStatusInitializing}, {types.SummaryStatusOk}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := srv.SetState(id, types.InstanceStateNameStopped, "", ""); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]types.SummaryStatus{types.SummaryStatusNotApplicable}, checks(t, client, true, id)); diff != "" {
		t.Errorf("stopped (-want +got):\n%s", diff)
	}
}

func TestStatusChecksThatAreRefused(t *testing.T) {
	client := launchtest.Start(t).Client()
	for want, in := range map[string]*ec2.DescribeInstanceStatusInput{
		"InvalidInstanceID.NotFound":  {InstanceIds: []string{"i-0123456789abcdef0"}},
		"InvalidInstanceID.Malformed": {InstanceIds: []string{"web"}},
		"InvalidParameterCombination": {InstanceIds: []string{"i-0123456789abcdef0"}, MaxResults: new(int32(5))},
		"InvalidParameterValue":       {MaxResults: new(int32(4))},
		"DryRunOperation":             {InstanceIds: []string{"i-0123456789abcdef0"}, DryRun: new(true)},
	} {
		_, err := client.DescribeInstanceStatus(t.Context(), in)
		if got := code(err); got != want {
			t.Errorf("got %q, want %s", got, want)
		}
	}
}
