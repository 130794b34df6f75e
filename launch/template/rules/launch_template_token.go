package rules

import "github.com/ec2launch/ec2launch/validate"

var launchTemplateTokenLength = &validate.Rule{
	ID:      "launch-template-token-length",
	Summary: "ClientToken must be as long as EC2 takes",
	Source:  validate.Source{Shape: "CreateLaunchTemplate", Member: "ClientToken"},
	Code:    "InvalidParameterValue",
	On:      onBoth,
	Members: []string{"ClientToken"},
	Range:   &validate.Range{Max: launchTemplateTokenMax},
	Good: []validate.Example{
		{Spec: `{"ClientToken":"` + characters128 + `"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ClientToken":"` + characters128 + `u"}`, At: "ClientToken"},
	},
}

var launchTemplateTokenFormat = &validate.Rule{
	ID:      "launch-template-token-format",
	Summary: "ClientToken must be made of printable ASCII characters",
	Source:  validate.Source{Shape: "CreateLaunchTemplate", Member: "ClientToken"},
	Code:    "InvalidParameterValue",
	On:      onBoth,
	Members: []string{"ClientToken"},
	Tag:     "ec2ascii",
	Good: []validate.Example{
		{Spec: `{"ClientToken":"web-2026-11-27"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ClientToken":"ü"}`, At: "ClientToken"},
	},
}
