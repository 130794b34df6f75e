package launchtest_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestStopAndStart(t *testing.T) {
	srv := launchtest.Start(t, launchtest.PendingFor(1), launchtest.EndingFor(1))
	client := srv.Client()
	id := *launch(t, srv, request("token", 1)).Instances[0].InstanceId
	states := []types.InstanceStateName{}
	looks := func(n int) {
		for range n {
			states = append(states, one(t, srv).State.Name)
		}
	}
	looks(2)
	before := one(t, srv)
	stop := func() error {
		_, err := client.StopInstances(t.Context(), &ec2.StopInstancesInput{InstanceIds: []string{id}})
		return err
	}
	start := func() error {
		_, err := client.StartInstances(t.Context(), &ec2.StartInstancesInput{InstanceIds: []string{id}})
		return err
	}
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	looks(1)
	i := one(t, srv)
	if i.State.Name != types.InstanceStateNameStopped || i.PublicIpAddress != nil || *i.PublicDnsName != "" || *i.PrivateIpAddress != *before.PrivateIpAddress ||
		*i.StateReason.Code != "Client.UserInitiatedShutdown" || len(i.BlockDeviceMappings) != 1 {
		t.Errorf("stopped as %s with public address %v and reason %v", i.State.Name, i.PublicIpAddress, i.StateReason)
	}
	if err := stop(); err != nil {
		t.Errorf("stopping a stopped instance: %v", err)
	}
	if err := start(); err != nil {
		t.Fatal(err)
	}
	looks(2)
	if i := one(t, srv); *i.PublicIpAddress == *before.PublicIpAddress || i.StateReason != nil {
		t.Errorf("public address %s after the start as before it", *i.PublicIpAddress)
	}
	if err := start(); err != nil {
		t.Errorf("starting a running instance: %v", err)
	}
	want := []types.InstanceStateName{"pending", "running", "stopping", "pending", "running"}
	if diff := cmp.Diff(want, states); diff != "" {
		t.Errorf("states (-want +got):\n%s", diff)
	}
}

func TestStopStartAndRebootRefusals(t *testing.T) {
	stop := func(c *ec2.Client, id string) error {
		_, err := c.StopInstances(t.Context(), &ec2.StopInstancesInput{InstanceIds: []string{id}})
		return err
	}
	start := func(c *ec2.Client, id string) error {
		_, err := c.StartInstances(t.Context(), &ec2.StartInstancesInput{InstanceIds: []string{id}})
		return err
	}
	reboot := func(c *ec2.Client, id string) error {
		_, err := c.RebootInstances(t.Context(), &ec2.RebootInstancesInput{InstanceIds: []string{id}})
		return err
	}
	tests := []struct {
		reason string
		state  types.InstanceStateName
		edit   func(*ec2.RunInstancesInput)
		send   func(*ec2.Client, string) error
		code   string
	}{
		{"stop pending", types.InstanceStateNamePending, nil, stop, "IncorrectInstanceState"},
		{"stop running", types.InstanceStateNameRunning, nil, stop, ""},
		{"stop terminated", types.InstanceStateNameTerminated, nil, stop, "IncorrectInstanceState"},
		{"stop protected", types.InstanceStateNameRunning, func(in *ec2.RunInstancesInput) { in.DisableApiStop = new(true) }, stop, "OperationNotPermitted"},
		{"stop one-time Spot", types.InstanceStateNameRunning, func(in *ec2.RunInstancesInput) {
			in.InstanceMarketOptions = &types.InstanceMarketOptionsRequest{MarketType: types.MarketTypeSpot}
		}, stop, "UnsupportedOperation"},
		{"stop persistent Spot", types.InstanceStateNameRunning, func(in *ec2.RunInstancesInput) {
			in.InstanceMarketOptions = &types.InstanceMarketOptionsRequest{MarketType: types.MarketTypeSpot, SpotOptions: &types.SpotMarketOptions{
				SpotInstanceType: types.SpotInstanceTypePersistent, InstanceInterruptionBehavior: types.InstanceInterruptionBehaviorStop,
			}}
		}, stop, ""},
		{"start stopping", types.InstanceStateNameStopping, nil, start, "IncorrectInstanceState"},
		{"start stopped", types.InstanceStateNameStopped, nil, start, ""},
		{"start terminated", types.InstanceStateNameTerminated, nil, start, "IncorrectInstanceState"},
		{"reboot running", types.InstanceStateNameRunning, nil, reboot, ""},
		{"reboot stopped", types.InstanceStateNameStopped, nil, reboot, "IncorrectInstanceState"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			srv := launchtest.Start(t)
			in := request("token", 1)
			if test.edit != nil {
				test.edit(in)
			}
			id := *launch(t, srv, in).Instances[0].InstanceId
			if err := srv.SetState(id, test.state, "", ""); err != nil {
				t.Fatal(err)
			}
			if err := test.send(srv.Client(), id); code(err) != test.code {
				t.Errorf("got %v, want code %q", err, test.code)
			}
			if err := test.send(srv.Client(), "i-0123456789abcdef0"); code(err) != "InvalidInstanceID.NotFound" {
				t.Errorf("of an unknown instance: %v", err)
			}
		})
	}
}

func TestAttributes(t *testing.T) {
	srv := launchtest.Start(t)
	client := srv.Client()
	in := request("token", 1)
	in.UserData = new("c2VjcmV0")
	in.DisableApiTermination = new(true)
	id := launch(t, srv, in).Instances[0].InstanceId
	get := func(name types.InstanceAttributeName) *ec2.DescribeInstanceAttributeOutput {
		t.Helper()
		out, err := client.DescribeInstanceAttribute(t.Context(), &ec2.DescribeInstanceAttributeInput{InstanceId: id, Attribute: name})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	if got := *get(types.InstanceAttributeNameUserData).UserData.Value; got != "c2VjcmV0" {
		t.Errorf("user data %q", got)
	}
	if got := *get(types.InstanceAttributeNameInstanceInitiatedShutdownBehavior).InstanceInitiatedShutdownBehavior.Value; got != "stop" {
		t.Errorf("shutdown behavior %q", got)
	}
	if got := *get(types.InstanceAttributeNameGroupSet).Groups[0].GroupName; got != "default" {
		t.Errorf("group %q", got)
	}
	modify := func(in ec2.ModifyInstanceAttributeInput) error {
		in.InstanceId = id
		_, err := client.ModifyInstanceAttribute(t.Context(), &in)
		return err
	}
	if _, err := client.TerminateInstances(t.Context(), &ec2.TerminateInstancesInput{InstanceIds: []string{*id}}); code(err) != "OperationNotPermitted" {
		t.Errorf("got %v", err)
	}
	if err := modify(ec2.ModifyInstanceAttributeInput{DisableApiTermination: &types.AttributeBooleanValue{Value: new(false)}}); err != nil {
		t.Fatal(err)
	}
	if *get(types.InstanceAttributeNameDisableApiTermination).DisableApiTermination.Value {
		t.Error("still protected")
	}
	bigger := ec2.ModifyInstanceAttributeInput{InstanceType: &types.AttributeValue{Value: new("m7i.xlarge")}}
	if err := modify(bigger); code(err) != "IncorrectInstanceState" {
		t.Errorf("while running: %v", err)
	}
	if err := srv.SetState(*id, types.InstanceStateNameStopped, "", ""); err != nil {
		t.Fatal(err)
	}
	if err := modify(bigger); err != nil {
		t.Error(err)
	}
	if i := one(t, srv); i.InstanceType != types.InstanceTypeM7iXlarge {
		t.Errorf("type %s", i.InstanceType)
	}
	if err := modify(ec2.ModifyInstanceAttributeInput{Attribute: types.InstanceAttributeNameInstanceType, Value: new("m7i.large")}); err != nil {
		t.Error(err)
	}
	if err := modify(ec2.ModifyInstanceAttributeInput{Groups: []string{"sg-1", "sg-2"}}); err != nil {
		t.Error(err)
	}
	if i := one(t, srv); i.InstanceType != types.InstanceTypeM7iLarge || len(i.SecurityGroups) != 2 {
		t.Errorf("type %s in %d groups", i.InstanceType, len(i.SecurityGroups))
	}
	if err := modify(ec2.ModifyInstanceAttributeInput{BlockDeviceMappings: []types.InstanceBlockDeviceMappingSpecification{{
		DeviceName: new("/dev/xvda"), Ebs: &types.EbsInstanceBlockDeviceSpecification{DeleteOnTermination: new(false)},
	}}}); err != nil {
		t.Error(err)
	}
	for reason, in := range map[string]ec2.ModifyInstanceAttributeInput{
		"InvalidParameterCombination": {},
		"InvalidParameterValue":       {InstanceInitiatedShutdownBehavior: &types.AttributeValue{Value: new("sleep")}},
		"InvalidInstanceAttributeValue": {BlockDeviceMappings: []types.InstanceBlockDeviceMappingSpecification{{
			DeviceName: new("/dev/sdz"), Ebs: &types.EbsInstanceBlockDeviceSpecification{DeleteOnTermination: new(false)},
		}}},
	} {
		if err := modify(in); code(err) != reason {
			t.Errorf("got %v, want %s", err, reason)
		}
	}
	terminate(t, srv, *id)
	out, err := client.DescribeVolumes(t.Context(), &ec2.DescribeVolumesInput{})
	if err != nil || len(out.Volumes) != 1 || out.Volumes[0].State != types.VolumeStateAvailable {
		t.Errorf("%v, volumes %v: want the root volume kept", err, out.Volumes)
	}
}

func TestTags(t *testing.T) {
	srv := launchtest.Start(t)
	client := srv.Client()
	in := request("token", 2)
	in.TagSpecifications = []types.TagSpecification{
		{ResourceType: types.ResourceTypeInstance, Tags: []types.Tag{{Key: new("Name"), Value: new("web")}}},
		{ResourceType: types.ResourceTypeVolume, Tags: []types.Tag{{Key: new("Name"), Value: new("disk")}}},
		{ResourceType: types.ResourceTypeNetworkInterface, Tags: []types.Tag{{Key: new("Name"), Value: new("nic")}}},
	}
	out := launch(t, srv, in)
	instances := ids(out.Instances)
	tagged := func(resources ...string) map[string]string {
		t.Helper()
		out, err := client.DescribeTags(t.Context(), &ec2.DescribeTagsInput{Filters: []types.Filter{{Name: new("resource-id"), Values: resources}}})
		if err != nil {
			t.Fatal(err)
		}
		tags := map[string]string{}
		for _, tag := range out.Tags {
			tags[string(tag.ResourceType)+" "+*tag.Key] = *tag.Value
		}
		return tags
	}
	create := func(resource []string, tags ...string) error {
		in := &ec2.CreateTagsInput{Resources: resource}
		for i := 0; i < len(tags); i += 2 {
			in.Tags = append(in.Tags, types.Tag{Key: &tags[i], Value: &tags[i+1]})
		}
		_, err := client.CreateTags(t.Context(), in)
		return err
	}
	if err := create([]string{instances[0], "vol-00000000000000001"}, "Name", "db", "Team", "red"); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"instance Name": "db", "instance Team": "red", "volume Name": "db", "volume Team": "red", "network-interface Name": "nic",
	}
	if diff := cmp.Diff(want, tagged(instances[0], "vol-00000000000000001", "eni-00000000000000001")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for want, in := range map[string]*ec2.CreateTagsInput{
		"InvalidInstanceID.NotFound": {Resources: []string{instances[1], "i-0123456789abcdef0"}, Tags: []types.Tag{{Key: new("a"), Value: new("b")}}},
		"InvalidVolume.NotFound":     {Resources: []string{"vol-0123456789abcdef0"}, Tags: []types.Tag{{Key: new("a"), Value: new("b")}}},
		"InvalidID":                  {Resources: []string{"web"}, Tags: []types.Tag{{Key: new("a"), Value: new("b")}}},
		"InvalidParameterValue":      {Resources: instances, Tags: []types.Tag{{Key: new("aws:a"), Value: new("b")}}},
		"MissingParameter":           {Resources: instances, Tags: []types.Tag{}},
		"DryRunOperation":            {Resources: instances, Tags: []types.Tag{{Key: new("a"), Value: new("b")}}, DryRun: new(true)},
	} {
		if _, err := client.CreateTags(t.Context(), in); code(err) != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	if diff := cmp.Diff(map[string]string{"instance Name": "web"}, tagged(instances[1])); diff != "" {
		t.Errorf("after refused requests (-want +got):\n%s", diff)
	}
	remove := func(tags ...types.Tag) {
		t.Helper()
		if _, err := client.DeleteTags(t.Context(), &ec2.DeleteTagsInput{Resources: instances[:1], Tags: tags}); err != nil {
			t.Fatal(err)
		}
	}
	remove(types.Tag{Key: new("Name"), Value: new("another")}, types.Tag{Key: new("Team")})
	if diff := cmp.Diff(map[string]string{"instance Name": "db"}, tagged(instances[0])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	remove()
	if diff := cmp.Diff(map[string]string{}, tagged(instances[0])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSpotRequests(t *testing.T) {
	srv := launchtest.Start(t)
	client := srv.Client()
	in := request("token", 2)
	in.InstanceMarketOptions = &types.InstanceMarketOptionsRequest{MarketType: types.MarketTypeSpot, SpotOptions: &types.SpotMarketOptions{MaxPrice: new("0.05")}}
	out := launch(t, srv, in)
	states := func() (got []string) {
		t.Helper()
		out, err := client.DescribeSpotInstanceRequests(t.Context(), &ec2.DescribeSpotInstanceRequestsInput{})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range out.SpotInstanceRequests {
			got = append(got, *r.InstanceId+" "+*r.SpotPrice+" "+string(r.State)+" "+*r.Status.Code)
		}
		return got
	}
	terminate(t, srv, *out.Instances[0].InstanceId)
	if _, err := client.CancelSpotInstanceRequests(t.Context(), &ec2.CancelSpotInstanceRequestsInput{SpotInstanceRequestIds: []string{*out.Instances[1].SpotInstanceRequestId}}); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"i-00000000000000001 0.05 closed instance-terminated-by-user",
		"i-00000000000000002 0.05 cancelled request-canceled-and-instance-running",
	}
	if diff := cmp.Diff(want, states()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	terminate(t, srv, *out.Instances[1].InstanceId)
	again, err := client.CancelSpotInstanceRequests(t.Context(), &ec2.CancelSpotInstanceRequestsInput{
		SpotInstanceRequestIds: []string{*out.Instances[0].SpotInstanceRequestId},
	})
	if err != nil {
		t.Fatal(err)
	}
	if state := again.CancelledSpotInstanceRequests[0].State; state != types.CancelSpotInstanceRequestStateClosed {
		t.Errorf("a closed request becomes %s", state)
	}
	want = []string{
		"i-00000000000000001 0.05 closed instance-terminated-by-user",
		"i-00000000000000002 0.05 cancelled instance-terminated-by-user",
	}
	if diff := cmp.Diff(want, states()); diff != "" {
		t.Errorf("after the end of both (-want +got):\n%s", diff)
	}
}
