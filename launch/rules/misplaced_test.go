package rules_test

import (
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

func TestAnIDInTheWrongPlaceIsToldWhatItIsAndWhereItGoes(t *testing.T) {
	const target = "CapacityReservationSpecification.CapacityReservationTarget."
	for _, tt := range []struct{ path, id, want string }{
		{"ImageId", "snap-0123456789abcdef0", "a snapshot, which goes in BlockDeviceMappings[].Ebs.SnapshotId"},
		{"ImageId", "arn:aws:ec2:us-east-1::image/ami-0123456789abcdef0", "the ARN of an AMI, whose ID goes in ImageId"},
		{"KernelId", "ari-1a2b3c4d", "a RAM disk, which goes in RamdiskId"},
		{"RamdiskId", "aki-919dcaf8", "a kernel, which goes in KernelId"},
		{"Placement.HostId", "i-0123456789abcdef0", "the ID of an instance"},
		{"Placement.GroupId", "sg-0123456789abcdef0", "a security group, which goes in SecurityGroupIds"},
		{"Placement.HostResourceGroupArn", "h-0123456789abcdef0", "a Dedicated Host, which goes in Placement.HostId"},
		{target + "CapacityReservationId", "r-0123456789abcdef0", "the ID of a reservation"},
		{
			target + "CapacityReservationResourceGroupArn", "cr-0123456789abcdef0",
			"a Capacity Reservation, which goes in " + target + "CapacityReservationId",
		},
		{"LaunchTemplate.LaunchTemplateId", "ami-0123456789abcdef0", "an AMI, which goes in ImageId"},
		{"IamInstanceProfile.Arn", "i-0123456789abcdef0", "the ID of an instance"},
		{"ImageId", "golden", ""},
	} {
		spec := strings.Replace(empty(tt.path), `""`, `"`+tt.id+`"`, 1)
		var said strings.Builder
		for _, found := range ruletest.Check(t, launch.Rules(), spec) {
			if found.Path == tt.path {
				said.WriteString(found.Message)
			}
		}
		told := strings.Contains(said.String(), "; this is ")
		if told != (tt.want != "") || !strings.Contains(said.String(), tt.want) {
			t.Errorf("%s %s: %q, want %q", tt.path, tt.id, said.String(), tt.want)
		}
	}
}
