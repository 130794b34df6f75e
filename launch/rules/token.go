package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var tokenLength = &validate.Rule{
	ID:        "token-length",
	Summary:   "ClientToken must not be longer than EC2 takes",
	Source:    validate.Source{Shape: "RunInstances", Member: "ClientToken"},
	Code:      "InvalidClientToken",
	CodeBasis: validate.Documented,
	Members:   []string{"ClientToken"},
	Range:     &validate.Range{Max: tokenMax},
	Good: []validate.Example{
		{Spec: `{"ClientToken":"abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789"}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"ClientToken":"abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789-"}`,
			At:   "ClientToken",
		},
	},
}

var tokenFormat = &validate.Rule{
	ID:        "token-format",
	Summary:   "ClientToken must be made of printable ASCII characters",
	Reading:   "ASCII is stated; control characters would not survive the XML of EC2's answer.",
	Source:    validate.Source{Shape: "RunInstances", Member: "ClientToken"},
	Code:      "InvalidClientToken",
	CodeBasis: validate.Documented,
	Members:   []string{"ClientToken"},
	Tag:       "ec2ascii",
	Good: []validate.Example{
		{Spec: `{"ClientToken":"launch 1~!"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ClientToken":"lançamento-1"}`, At: "ClientToken"},
		{Spec: `{"ClientToken":"launch-1\n"}`, At: "ClientToken"},
		{Spec: `{"ClientToken":"launch\u0000"}`, At: "ClientToken"},
	},
}

var tokenIgnored = &validate.Rule{
	ID: "token-ignored",
	Summary: "ClientToken should not be empty: the SDK makes none then, and a request that is sent again may " +
		"launch again",
	Source:   validate.Source{Shape: "RunInstances", Member: "ClientToken"},
	Severity: validate.SeverityWarning,
	Given:    []string{"ClientToken"},
	Check: func(p *validate.Pass) {
		if *p.Input.ClientToken == "" {
			p.Reportf("ClientToken",
				"should not be empty, or a request that is sent again may launch again; leave it out, and the SDK "+
					"makes one")
		}
	},
	Good: []validate.Example{
		{Spec: `{"ClientToken":"launch-1"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ClientToken":""}`, At: "ClientToken"},
	},
}
