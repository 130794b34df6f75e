package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/internal/format"
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

var tokenLaunchedConflict = &validate.Rule{
	ID:        "token-launched-conflict",
	Summary:   "ClientToken should not be one that has launched something else",
	Source:    validate.Source{Shape: "RunInstances", Member: "ClientToken", Guide: "Run_Instance_Idempotency"},
	Severity:  validate.SeverityWarning,
	Code:      "IdempotentParameterMismatch",
	CodeBasis: validate.Documented,
	Given:     []string{"ClientToken"},
	Reads:     []string{"InstanceType", "ImageId", "SubnetId", "KeyName"},
	Asks:      []validate.Asked{validate.Launched},
	Age:       validate.Moving,
	Check: func(p *validate.Pass) {
		launched := validate.Launched.Named(p, p.Input.ClientToken)
		if launched == nil || len(*launched) == 0 {
			return
		}
		gone := 0
		for _, instance := range *launched {
			if s := instance.State; s != nil && (s.Name == types.InstanceStateNameShuttingDown || s.Name == types.InstanceStateNameTerminated) {
				gone++
			}
		}
		first := (*launched)[0]
		switch {
		case gone == len(*launched):
			p.Reportf("ClientToken", "should be a new one: what it launched is terminated, and it launches nothing again")
		case first.InstanceType != "" && p.Input.InstanceType != "" && first.InstanceType != p.Input.InstanceType:
			p.Conflictf("ClientToken", []string{"InstanceType"}, "should be a new one: it has launched %s", first.InstanceType)
		case first.ImageId != nil && p.Input.ImageId != nil && format.ID("ami", *p.Input.ImageId) && *first.ImageId != *p.Input.ImageId:
			p.Conflictf("ClientToken", []string{"ImageId"}, "should be a new one: it has launched another image, %.32q", *first.ImageId)
		case first.SubnetId != nil && p.Input.SubnetId != nil && *first.SubnetId != *p.Input.SubnetId:
			p.Conflictf("ClientToken", []string{"SubnetId"}, "should be a new one: it has launched in another subnet, %.32q", *first.SubnetId)
		case first.KeyName != nil && p.Input.KeyName != nil && *first.KeyName != *p.Input.KeyName:
			p.Conflictf("ClientToken", []string{"KeyName"}, "should be a new one: it has launched with another key")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"ClientToken":"once"}`,
			Account: `{"Launched":{"once":[]}}`,
		},
		{
			Spec:    `{"ClientToken":"once","InstanceType":"m6i.large"}`,
			Account: `{"Launched":{"once":[{"InstanceType":"m6i.large","State":{"Name":"running"}}]}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"ClientToken":"once","InstanceType":"m6i.large"}`,
			Account: `{"Launched":{"once":[{"InstanceType":"m6i.xlarge","State":{"Name":"running"}}]}}`,
			At:      "ClientToken",
		},
		{
			Spec:    `{"ClientToken":"once"}`,
			Account: `{"Launched":{"once":[{"ImageId":"ami-1a2b3c4d"}]}}`,
			At:      "ClientToken",
		},
		{
			Spec:    `{"ClientToken":"once","SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Launched":{"once":[{"SubnetId":"subnet-1a2b3c4d"}]}}`,
			At:      "ClientToken",
		},
		{
			Spec:    `{"ClientToken":"once","KeyName":"ops"}`,
			Account: `{"Launched":{"once":[{"KeyName":"dev"}]}}`,
			At:      "ClientToken",
		},
		{
			Spec:    `{"ClientToken":"once"}`,
			Account: `{"Launched":{"once":[{"State":{"Name":"terminated"}}]}}`,
			At:      "ClientToken",
		},
	},
}
