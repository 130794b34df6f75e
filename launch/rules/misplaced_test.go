package rules_test

import (
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// Of members that take an ID alone, the engine says it.
func TestAnIDInTheWrongPlaceIsToldWhatItIsAndWhereItGoes(t *testing.T) {
	const target = "CapacityReservationSpecification.CapacityReservationTarget."
	for _, tt := range []struct{ path, id, want string }{
		{"ImageId", "snap-0123456789abcdef0", "a snapshot, which goes in BlockDeviceMappings[].Ebs.SnapshotId"},
		{"ImageId", "arn:aws:ec2:us-east-1::image/ami-0123456789abcdef0", "the ARN of an AMI, whose ID goes in ImageId"},
		{"Placement.HostResourceGroupArn", "h-0123456789abcdef0", "a Dedicated Host, which goes in Placement.HostId"},
		{
			target + "CapacityReservationResourceGroupArn", "cr-0123456789abcdef0",
			"a Capacity Reservation, which goes in " + target + "CapacityReservationId",
		},
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
