package policy

import (
	"slices"

	"github.com/ec2launch/ec2launch/validate"
)

func instanceTypes(policy Policy) *validate.Rule {
	patterns := slices.Clone(policy.InstanceTypes)
	return &validate.Rule{
		ID:      "policy-instance-type-values",
		Summary: "the instance type must be one that the house allows",
		Source:  validate.Source{Shape: "RunInstances", Member: "InstanceType"},
		Code:    code,
		Members: []string{"InstanceType"},
		Check: func(p *validate.Pass) {
			if !typeElsewhere(p) && !anyMatches(patterns, string(p.Input.InstanceType)) {
				p.Reportf("InstanceType", "must match %s", oneOf(patterns))
			}
		},
		Good: []validate.Example{{Spec: `{"InstanceType":null,"LaunchTemplate":{"LaunchTemplateName":"web"}}`}},
		Bad:  []validate.Example{{Spec: `{"InstanceType":null}`, At: "InstanceType"}},
	}
}
