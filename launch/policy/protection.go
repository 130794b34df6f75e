package policy

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

func terminationProtection(Policy) *validate.Rule {
	return &validate.Rule{
		ID:      "policy-termination-protection-required",
		Summary: "an instance must be protected against termination",
		Source:  validate.Source{Shape: "RunInstances", Member: "DisableApiTermination"},
		Code:    code,
		Members: []string{"DisableApiTermination"},
		Check: func(p *validate.Pass) {
			on := p.Input.DisableApiTermination
			if on == nil && elsewhere(p) || aws.ToBool(on) {
				return
			}
			p.Reportf("DisableApiTermination", "must protect the instance: set DisableApiTermination to true")
		},
		Good: []validate.Example{
			{Spec: `{"DisableApiTermination":true}`},
			{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"}}`},
		},
		Bad: []validate.Example{
			{Spec: `{}`, At: "DisableApiTermination"},
			{Spec: `{"DisableApiTermination":false}`, At: "DisableApiTermination"},
		},
	}
}
