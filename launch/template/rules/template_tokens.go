package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var templateTokensAdvice = &validate.Rule{
	ID: "template-tokens-advice",
	Summary: "a request that gives metadata options should repeat HttpTokens required of its launch template: no page " +
		"names this structure where it speaks of nested parameters",
	Source:   validate.Source{Guide: "launch-instances-from-launch-template"},
	Severity: validate.SeverityAdvice,
	On:       []validate.Subject{validate.FromTemplate},
	Given:    []string{"Request.MetadataOptions"},
	Members:  []string{"Request.MetadataOptions.HttpTokens"},
	When:     []string{"LaunchTemplateData.MetadataOptions.HttpTokens"},
	Check: func(p *validate.Pass) {
		in := validate.CallOf[validate.TemplatedLaunch](p)
		ours, theirs := in.Request.MetadataOptions, in.LaunchTemplateData.MetadataOptions
		if ours.HttpTokens == "" && theirs.HttpTokens == types.LaunchTemplateHttpTokensStateRequired {
			p.Conflictf("Request.MetadataOptions.HttpTokens", []string{"LaunchTemplateData.MetadataOptions.HttpTokens"},
				"should be required here, too: the instance then takes no IMDSv1 call, however EC2 combines the two")
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"Request":{"MetadataOptions":{"HttpTokens":"required","HttpPutResponseHopLimit":1}},` +
				`"LaunchTemplateData":{"MetadataOptions":{"HttpTokens":"required"}}}`,
		},
		{
			Spec: `{"Request":{"MetadataOptions":{"HttpPutResponseHopLimit":1}},` +
				`"LaunchTemplateData":{"MetadataOptions":{"HttpTokens":"optional"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Request":{"MetadataOptions":{"HttpPutResponseHopLimit":1}},` +
				`"LaunchTemplateData":{"MetadataOptions":{"HttpTokens":"required"}}}`,
			At: "Request.MetadataOptions.HttpTokens",
		},
	},
}
