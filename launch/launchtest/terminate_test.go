package launchtest_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestTerminate(t *testing.T) {
	srv := launchtest.Start(t, launchtest.PendingFor(2), launchtest.EndingFor(1))
	id := *launch(t, srv, request("token", 2)).Instances[0].InstanceId

	change := terminate(t, srv, id).TerminatingInstances
	want := []types.InstanceStateChange{{
		InstanceId:    &id,
		PreviousState: &types.InstanceState{Code: new(int32(0)), Name: types.InstanceStateNamePending},
		CurrentState:  &types.InstanceState{Code: new(int32(32)), Name: types.InstanceStateNameShuttingDown},
	}}
	if diff := cmp.Diff(want, change, ignoreSerde); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if srv.Alive() != 1 {
		t.Errorf("%d instances alive, want 1", srv.Alive())
	}
	for look, want := range []types.InstanceStateName{types.InstanceStateNameShuttingDown, types.InstanceStateNameTerminated} {
		i := described(describe(t, srv, &ec2.DescribeInstancesInput{InstanceIds: []string{id}}))[0]
		if i.State.Name != want {
			t.Errorf("look %d: %s, want %s", look+1, i.State.Name, want)
		}
		if got := *i.StateReason.Code; got != "Client.UserInitiatedShutdown" {
			t.Errorf("reason %s, want Client.UserInitiatedShutdown", got)
		}
	}
	// Termination is idempotent.
	again := terminate(t, srv, id).TerminatingInstances[0]
	if again.PreviousState.Name != types.InstanceStateNameTerminated || again.CurrentState.Name != types.InstanceStateNameTerminated {
		t.Errorf("second time: from %s to %s, want terminated both", again.PreviousState.Name, again.CurrentState.Name)
	}
}

func TestTerminateRefusals(t *testing.T) {
	tests := []struct {
		reason string
		in     *ec2.TerminateInstancesInput
		code   string
	}{
		{"nothing named", &ec2.TerminateInstancesInput{InstanceIds: []string{}}, "MissingParameter"},
		{"one unknown", &ec2.TerminateInstancesInput{InstanceIds: []string{"i-00000000000000001", "i-0123456789abcdef0"}}, "InvalidInstanceID.NotFound"},
		{"one malformed", &ec2.TerminateInstancesInput{InstanceIds: []string{"i-00000000000000001", "web"}}, "InvalidInstanceID.Malformed"},
		{"dry run", &ec2.TerminateInstancesInput{InstanceIds: []string{"i-00000000000000001"}, DryRun: new(true)}, "DryRunOperation"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			srv := launchtest.Start(t)
			launch(t, srv, request("token", 1))
			if _, err := srv.Client().TerminateInstances(t.Context(), test.in); code(err) != test.code {
				t.Errorf("got %v, want code %q", err, test.code)
			}
			if srv.Alive() != 1 {
				t.Error("the refused request terminated the instance")
			}
		})
	}
}

func TestTerminateHiddenInstance(t *testing.T) {
	srv := launchtest.Start(t, launchtest.VisibleAfter(1))
	id := *launch(t, srv, request("token", 1)).Instances[0].InstanceId
	_, err := srv.Client().TerminateInstances(t.Context(), &ec2.TerminateInstancesInput{InstanceIds: []string{id}})
	if code(err) != "InvalidInstanceID.NotFound" {
		t.Errorf("got %v, want InvalidInstanceID.NotFound", err)
	}
	terminate(t, srv, id) // The look that failed was a look.
}

func TestProtectedInstanceSparesItsZone(t *testing.T) {
	srv := launchtest.Start(t, launchtest.PendingFor(1))
	in := func(token, zone string, protected bool) *ec2.RunInstancesInput {
		in := request(token, 1)
		in.Placement = &types.Placement{AvailabilityZone: &zone}
		in.DisableApiTermination = &protected
		return in
	}
	var named []string
	for _, in := range []*ec2.RunInstancesInput{
		in("A", "us-east-1a", false), in("B", "us-east-1a", false),
		in("C", "us-east-1b", true), in("D", "us-east-1b", false),
	} {
		named = append(named, ids(launch(t, srv, in).Instances)...)
	}
	_, err := srv.Client().TerminateInstances(t.Context(), &ec2.TerminateInstancesInput{InstanceIds: named})
	if code(err) != "OperationNotPermitted" {
		t.Errorf("got %v, want OperationNotPermitted", err)
	}
	got := map[string]types.InstanceStateName{}
	for _, i := range srv.Instances() {
		got[i.ClientToken] = i.State
	}
	want := map[string]types.InstanceStateName{
		"A": types.InstanceStateNameShuttingDown,
		"B": types.InstanceStateNameShuttingDown,
		"C": types.InstanceStateNamePending,
		"D": types.InstanceStateNamePending,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSetState(t *testing.T) {
	srv := launchtest.Start(t)
	id := *launch(t, srv, request("token", 1)).Instances[0].InstanceId
	if err := srv.SetState(id, types.InstanceStateNameTerminated, "Client.VolumeLimitExceeded", "Volume limit exceeded"); err != nil {
		t.Fatal(err)
	}
	i := described(describe(t, srv, &ec2.DescribeInstancesInput{}))[0]
	if i.State.Name != types.InstanceStateNameTerminated || *i.State.Code != 48 || *i.StateReason.Code != "Client.VolumeLimitExceeded" {
		t.Errorf("described as %s (%d) because of %s", i.State.Name, *i.State.Code, *i.StateReason.Code)
	}

	id = *launch(t, srv, request("other", 1)).Instances[0].InstanceId
	if err := srv.SetState(id, types.InstanceStateNameStopped, "Client.InstanceInitiatedShutdown", ""); err != nil {
		t.Fatal(err)
	}
	if change := terminate(t, srv, id).TerminatingInstances[0]; change.PreviousState.Name != types.InstanceStateNameStopped || change.CurrentState.Name != types.InstanceStateNameShuttingDown {
		t.Errorf("a stopped instance went from %s to %s", change.PreviousState.Name, change.CurrentState.Name)
	}

	if err := srv.SetState("i-0123456789abcdef0", types.InstanceStateNameStopped, "", ""); err == nil {
		t.Error("no error for an unknown instance")
	}
	if err := srv.SetState(id, "asleep", "", ""); err == nil {
		t.Error("no error for an unknown state")
	}
}
