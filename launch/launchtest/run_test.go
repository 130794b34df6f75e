package launchtest_test

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestAnswerSaysWhatWasLaunched(t *testing.T) {
	now := time.Date(2026, time.September, 1, 12, 0, 0, 0, time.UTC)
	srv := launchtest.Start(t,
		launchtest.Clock(func() time.Time { return now }),
		launchtest.Subnet("subnet-b", "us-east-1b"),
	)
	in := request("token", 1)
	in.KeyName = new("admin")
	in.EbsOptimized = new(true)
	in.Monitoring = &types.RunInstancesMonitoringEnabled{Enabled: new(true)}
	in.IamInstanceProfile = &types.IamInstanceProfileSpecification{Name: new("web")}
	in.InstanceMarketOptions = &types.InstanceMarketOptionsRequest{MarketType: types.MarketTypeSpot}
	in.Placement = &types.Placement{GroupName: new("blue"), PartitionNumber: new(int32(2))}
	in.TagSpecifications = []types.TagSpecification{
		{ResourceType: types.ResourceTypeVolume, Tags: []types.Tag{{Key: new("Name"), Value: new("disk")}}},
		{ResourceType: types.ResourceTypeInstance, Tags: []types.Tag{{Key: new("Name"), Value: new("web <1>")}}},
	}
	in.NetworkInterfaces = []types.InstanceNetworkInterfaceSpecification{
		{
			DeviceIndex:                    new(int32(0)),
			SubnetId:                       new("subnet-b"),
			Groups:                         []string{"sg-1"},
			PrivateIpAddress:               new("10.1.0.9"),
			SecondaryPrivateIpAddressCount: new(int32(1)),
			Ipv6AddressCount:               new(int32(1)),
			PrimaryIpv6:                    new(true),
			AssociatePublicIpAddress:       new(true),
		},
		{
			DeviceIndex:        new(int32(1)),
			NetworkInterfaceId: new("eni-0123456789abcdef0"),
			PrivateIpAddresses: []types.PrivateIpAddressSpecification{
				{PrivateIpAddress: new("10.1.0.20"), Primary: new(true)},
				{PrivateIpAddress: new("10.1.0.21")},
			},
		},
		{DeviceIndex: new(int32(2)), NetworkCardIndex: new(int32(1)), InterfaceType: new("efa-only")},
	}
	out := launch(t, srv, in)

	vpc := new("vpc-00000000000000001")
	groups := []types.GroupIdentifier{{GroupId: new("sg-1")}}
	want := types.Instance{
		InstanceId:         new("i-00000000000000001"),
		ImageId:            in.ImageId,
		State:              &types.InstanceState{Code: new(int32(0)), Name: types.InstanceStateNamePending},
		PrivateDnsName:     new("ip-10-1-0-9.ec2.internal"),
		KeyName:            new("admin"),
		AmiLaunchIndex:     new(int32(0)),
		InstanceType:       types.InstanceTypeM7iLarge,
		LaunchTime:         &now,
		Placement:          &types.Placement{AvailabilityZone: new("us-east-1b"), AvailabilityZoneId: new("use1-az2"), GroupName: new("blue"), PartitionNumber: new(int32(2)), Tenancy: types.TenancyDefault},
		Monitoring:         &types.Monitoring{State: types.MonitoringStatePending},
		SubnetId:           new("subnet-b"),
		VpcId:              vpc,
		PrivateIpAddress:   new("10.1.0.9"),
		PublicIpAddress:    new("198.18.0.1"),
		Ipv6Address:        new("2001:db8::4"),
		InstanceLifecycle:  types.InstanceLifecycleTypeSpot,
		ClientToken:        new("token"),
		EbsOptimized:       new(true),
		IamInstanceProfile: &types.IamInstanceProfile{Arn: new("arn:aws:iam::111122223333:instance-profile/web")},
		SecurityGroups:     groups,
		Tags:               []types.Tag{{Key: new("Name"), Value: new("web <1>")}},
		NetworkInterfaces: []types.InstanceNetworkInterface{
			{
				NetworkInterfaceId: new("eni-00000000000000001"),
				InterfaceType:      new("interface"),
				SubnetId:           new("subnet-b"),
				VpcId:              vpc,
				PrivateIpAddress:   new("10.1.0.9"),
				PrivateIpAddresses: []types.InstancePrivateIpAddress{
					{PrivateIpAddress: new("10.1.0.9"), Primary: new(true)},
					{PrivateIpAddress: new("10.0.0.4"), Primary: new(false)},
				},
				Ipv6Addresses: []types.InstanceIpv6Address{{Ipv6Address: new("2001:db8::4"), IsPrimaryIpv6: new(true)}},
				Association:   &types.InstanceNetworkInterfaceAssociation{PublicIp: new("198.18.0.1")},
				Groups:        groups,
				Attachment:    attachment("eni-attach-00000000000000001", 0, 0, true),
			},
			{
				NetworkInterfaceId: new("eni-0123456789abcdef0"),
				InterfaceType:      new("interface"),
				SubnetId:           new("subnet-00000000000000002"),
				VpcId:              vpc,
				PrivateIpAddress:   new("10.1.0.20"),
				PrivateIpAddresses: []types.InstancePrivateIpAddress{
					{PrivateIpAddress: new("10.1.0.20"), Primary: new(true)},
					{PrivateIpAddress: new("10.1.0.21"), Primary: new(false)},
				},
				Attachment: attachment("eni-attach-00000000000000002", 1, 0, false),
			},
			{
				NetworkInterfaceId: new("eni-00000000000000002"),
				InterfaceType:      new("efa-only"),
				SubnetId:           new("subnet-00000000000000002"),
				VpcId:              vpc,
				Attachment:         attachment("eni-attach-00000000000000003", 2, 1, true),
			},
		},
	}
	if got := *out.ReservationId; got != "r-00000000000000001" {
		t.Errorf("reservation %s, want r-00000000000000001", got)
	}
	if got := *out.OwnerId; got != "111122223333" {
		t.Errorf("owner %s, want 111122223333", got)
	}
	if diff := cmp.Diff([]types.Instance{want}, out.Instances, ignoreSerde, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAnswerSpellsOutWhatIsNamed(t *testing.T) {
	srv := launchtest.Start(t)
	in := request("token", 1)
	in.InstanceType = ""
	in.SecurityGroups = []string{"web"}
	in.IamInstanceProfile = &types.IamInstanceProfileSpecification{Arn: new("arn:aws:iam::111122223333:instance-profile/db")}
	in.Placement = &types.Placement{AvailabilityZoneId: new("usw2-lax1-az1"), Tenancy: types.TenancyDedicated}
	i := launch(t, srv, in).Instances[0]
	if i.InstanceType != types.InstanceTypeM1Small {
		t.Errorf("type %s, want the documented default m1.small", i.InstanceType)
	}
	if diff := cmp.Diff([]types.GroupIdentifier{{GroupName: new("web")}}, i.SecurityGroups, ignoreSerde); diff != "" {
		t.Errorf("security groups (-want +got):\n%s", diff)
	}
	if *i.IamInstanceProfile.Arn != *in.IamInstanceProfile.Arn {
		t.Errorf("profile %s, want %s", *i.IamInstanceProfile.Arn, *in.IamInstanceProfile.Arn)
	}
	if *i.Placement.AvailabilityZoneId != "usw2-lax1-az1" || i.Placement.Tenancy != types.TenancyDedicated {
		t.Errorf("zone %s and tenancy %s, want usw2-lax1-az1 and dedicated", *i.Placement.AvailabilityZoneId, i.Placement.Tenancy)
	}
}

func attachment(id string, device, card int32, deleted bool) *types.InstanceNetworkInterfaceAttachment {
	return &types.InstanceNetworkInterfaceAttachment{
		AttachmentId: &id, DeviceIndex: &device, NetworkCardIndex: &card, DeleteOnTermination: &deleted,
		Status: types.AttachmentStatusAttaching,
	}
}

func TestParameterChecks(t *testing.T) {
	tests := []struct {
		reason string
		edit   func(*ec2.RunInstancesInput)
		code   string
	}{
		{"nothing wrong", func(in *ec2.RunInstancesInput) {}, ""},
		{"no image", func(in *ec2.RunInstancesInput) { in.ImageId = nil }, "MissingParameter"},
		{"the image may be in the template", func(in *ec2.RunInstancesInput) {
			in.ImageId = nil
			in.LaunchTemplate = &types.LaunchTemplateSpecification{LaunchTemplateName: new("web")}
		}, ""},
		{"no instances", func(in *ec2.RunInstancesInput) { in.MinCount = new(int32(0)) }, "InvalidParameterValue"},
		{"maximum below minimum", func(in *ec2.RunInstancesInput) { in.MinCount = new(int32(2)) }, "InvalidParameterValue"},
		{"longest token", func(in *ec2.RunInstancesInput) { in.ClientToken = new(strings.Repeat("t", 64)) }, ""},
		{"token too long", func(in *ec2.RunInstancesInput) { in.ClientToken = new(strings.Repeat("t", 65)) }, "InvalidClientToken"},
		{"token not ASCII", func(in *ec2.RunInstancesInput) { in.ClientToken = new("tökén") }, "InvalidClientToken"},
		{"most user data", func(in *ec2.RunInstancesInput) { in.UserData = userData(16384) }, ""},
		{"too much user data", func(in *ec2.RunInstancesInput) { in.UserData = userData(16385) }, "InvalidParameterValue"},
		{"user data not encoded", func(in *ec2.RunInstancesInput) { in.UserData = new("#!/bin/sh") }, "InvalidParameterValue"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			srv := launchtest.Start(t)
			in := request("token", 1)
			test.edit(in)
			_, err := srv.Client().RunInstances(t.Context(), in)
			if got := code(err); got != test.code {
				t.Errorf("code %q, want %q (%v)", got, test.code, err)
			}

			in.DryRun = new(true)
			want := test.code
			if want == "" {
				want = "DryRunOperation"
			}
			if _, err := srv.Client().RunInstances(t.Context(), in); code(err) != want {
				t.Errorf("dry run: code %q, want %q", code(err), want)
			}
		})
	}
}

func userData(n int) *string {
	return new(base64.StdEncoding.EncodeToString(make([]byte, n)))
}

func TestCountsAreRequired(t *testing.T) {
	// The SDK asks for both counts itself, so these requests are raw.
	for _, missing := range []string{"MinCount", "MaxCount"} {
		srv := launchtest.Start(t)
		form := map[string][]string{
			"Action": {"RunInstances"}, "Version": {"2016-11-15"},
			"ImageId": {"ami-0abcdef1234567890"}, "MinCount": {"1"}, "MaxCount": {"1"},
		}
		delete(form, missing)
		_, document := post(t, srv, form)
		if !strings.Contains(document, "MissingParameter") || !strings.Contains(document, missing) {
			t.Errorf("without %s:\n%s", missing, document)
		}
	}
}

func TestDryRunLaunchesNothing(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 0))
	in := request("token", 1)
	in.DryRun = new(true)
	_, err := srv.Client().RunInstances(t.Context(), in)
	if code(err) != "DryRunOperation" {
		t.Fatalf("got %v, want DryRunOperation", err)
	}
	if answer, ok := errors.AsType[*smithyhttp.ResponseError](err); !ok || answer.HTTPStatusCode() != 412 {
		t.Errorf("got %v, want status 412", err)
	}
	if n := len(srv.Instances()); n != 0 {
		t.Errorf("launched %d instances", n)
	}
	if n := len(srv.Requests()); n != 1 {
		t.Errorf("sent %d times, want once", n)
	}
	// The token of a dry run is still free.
	in.DryRun, in.InstanceType = nil, types.InstanceTypeC7gLarge
	launch(t, srv, in)
}

func TestCapacity(t *testing.T) {
	type counts struct{ min, max int32 }
	tests := []struct {
		reason   string
		opts     []launchtest.Option
		zone     string
		counts   counts
		code     string
		launched int
		in       string
	}{
		{"all fit", nil, "us-east-1b", counts{1, 5}, "", 5, "us-east-1b"},
		{"as many as fit", []launchtest.Option{launchtest.Capacity("us-east-1b", 3)}, "us-east-1b", counts{1, 5}, "", 3, "us-east-1b"},
		{"just the minimum", []launchtest.Option{launchtest.Capacity("us-east-1b", 3)}, "us-east-1b", counts{3, 5}, "", 3, "us-east-1b"},
		{"not the minimum", []launchtest.Option{launchtest.Capacity("us-east-1b", 3)}, "us-east-1b", counts{4, 5}, "InsufficientInstanceCapacity", 0, ""},
		{"none at all", []launchtest.Option{launchtest.Capacity("us-east-1b", 0)}, "us-east-1b", counts{1, 1}, "InsufficientInstanceCapacity", 0, ""},
		{"EC2 chooses the first zone", nil, "", counts{1, 5}, "", 5, "us-east-1a"},
		{"EC2 chooses a zone with room for all", []launchtest.Option{launchtest.Capacity("us-east-1a", 4)}, "", counts{1, 5}, "", 5, "us-east-1b"},
		{"a zone elsewhere", nil, "us-west-2-lax-1a", counts{1, 1}, "", 1, "us-west-2-lax-1a"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			srv := launchtest.Start(t, test.opts...)
			in := request("token", 1)
			in.MinCount, in.MaxCount = &test.counts.min, &test.counts.max
			if test.zone != "" {
				in.Placement = &types.Placement{AvailabilityZone: &test.zone}
			}
			_, err := srv.Client().RunInstances(t.Context(), in)
			if code(err) != test.code {
				t.Errorf("got %v, want code %q", err, test.code)
			}
			instances := srv.Instances()
			if len(instances) != test.launched {
				t.Fatalf("launched %d, want %d", len(instances), test.launched)
			}
			if len(instances) > 0 && instances[0].Zone != test.in {
				t.Errorf("launched in %s, want %s", instances[0].Zone, test.in)
			}
		})
	}
}

func TestCapacityComesBack(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 2))
	in := func(token string) *ec2.RunInstancesInput {
		in := request(token, 2)
		in.Placement = &types.Placement{AvailabilityZone: new("us-east-1a")}
		return in
	}
	first := launch(t, srv, in("first"))
	_, err := srv.Client().RunInstances(t.Context(), in("second"))
	if answer, ok := errors.AsType[*smithyhttp.ResponseError](err); !ok || answer.HTTPStatusCode() != 500 {
		t.Errorf("got %v, want status 500", err)
	}
	if n := len(srv.Requests()); n != 4 {
		t.Errorf("%d requests, want 4: the SDK tries three times on status 500", n)
	}
	terminate(t, srv, ids(first.Instances)...)
	launch(t, srv, in("second"))
}
