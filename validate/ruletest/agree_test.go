package ruletest_test

import (
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// A member that a rule says it reads must decide by itself: that the list decides in
// which it stands does not count.
func TestAgreeFindsMembersOfAListThatARuleDoesNotRead(t *testing.T) {
	for _, member := range []string{
		"KeyName", "BlockDeviceMappings", "BlockDeviceMappings[].DeviceName", "BlockDeviceMappings[].NoDevice",
		"BlockDeviceMappings[].Ebs.VolumeSize",
	} {
		r := &recorder{TB: t}
		ruletest.Agree(r, []*validate.Rule{gp3Only(member)})
		want := "house-volume-type-values: " + member + ", which it names, decides in none of the requests"
		switch listed := slices.Contains(r.failures, want); {
		case member == "BlockDeviceMappings" && len(r.failures) > 0:
			t.Errorf("%s: got %q, though it decides", member, r.failures)
		case member != "BlockDeviceMappings" && !listed:
			t.Errorf("%s: got %q, want %q", member, r.failures, want)
		}
	}
}

func gp3Only(reads string) *validate.Rule {
	const kind = "BlockDeviceMappings[].Ebs.VolumeType"
	return &validate.Rule{
		ID:      "house-volume-type-values",
		Summary: "the type of a volume must be gp3",
		Source:  validate.Source{Page: "https://wiki.example.com/launches"},
		Code:    "UnauthorizedOperation",
		Members: []string{kind},
		Given:   []string{"BlockDeviceMappings[].Ebs"},
		Reads:   []string{reads},
		Check: func(p *validate.Pass) {
			for i := range p.Input.BlockDeviceMappings {
				if ebs := p.Input.BlockDeviceMappings[i].Ebs; ebs != nil && ebs.VolumeType != types.VolumeTypeGp3 {
					p.Reportf(p.At(kind, i), "must be gp3")
				}
			}
		},
		Good: []validate.Example{
			{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":8,"VolumeType":"gp3"}}]}`},
		},
		Bad: []validate.Example{{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":8,"VolumeType":"gp2"}}]}`,
			At:   "BlockDeviceMappings[0].Ebs.VolumeType",
		}},
	}
}
