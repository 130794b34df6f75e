package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var metadataTokensAdvice = &validate.Rule{
	ID:      "metadata-tokens-advice",
	Summary: "HttpTokens should be required explicitly: the default depends on the AMI and the account",
	Source: validate.Source{
		Shape: "InstanceMetadataOptionsRequest", Member: "HttpTokens", Guide: "configuring-instance-metadata-options",
	},
	Severity: validate.SeverityAdvice,
	Members:  []string{"MetadataOptions.HttpTokens"},
	Reads:    []string{"MetadataOptions.HttpEndpoint"},
	Check: func(p *validate.Pass) {
		var o types.InstanceMetadataOptionsRequest
		if p.Input.MetadataOptions != nil {
			o = *p.Input.MetadataOptions
		}
		open := o.HttpTokens == types.HttpTokensStateOptional || o.HttpTokens == "" && !p.Templated()
		if open && o.HttpEndpoint != types.InstanceMetadataEndpointStateDisabled {
			p.Reportf("MetadataOptions.HttpTokens",
				"should be required, so that no request without a session token (IMDSv1) is answered, "+
					"whatever the AMI and the account say")
		}
	},
	Good: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpTokens":"required"}}`},
		{Spec: `{"MetadataOptions":{"HttpEndpoint":"disabled"}}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpTokens":"optional"}}`, At: "MetadataOptions.HttpTokens"},
		{Spec: `{}`, At: "MetadataOptions.HttpTokens"},
	},
}

var metadataTokensValues = &validate.Rule{
	ID:      "metadata-tokens-values",
	Summary: "HttpTokens must be optional or required",
	Source:  validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpTokens"},
	Code:    "InvalidParameterValue",
	Members: []string{"MetadataOptions.HttpTokens"},
	Values:  tokensStates,
	Good: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpTokens":"required"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpTokens":"v2"}}`, At: "MetadataOptions.HttpTokens"},
	},
}

var metadataTokensEnforcedRequired = &validate.Rule{
	ID:        "metadata-tokens-enforced-required",
	Summary:   "HttpTokens must be required where the account enforces it",
	Reading:   "Without HttpTokens the default of the account or the image decides, in an order that is not certain.",
	Source:    validate.Source{Shape: "InstanceMetadataDefaultsResponse", Member: "HttpTokensEnforced"},
	Code:      "UnsupportedOperation",
	CodeBasis: validate.Observed,
	Given:     []string{"MetadataOptions.HttpTokens"},
	Asks:      []validate.Asked{validate.MetadataDefaults},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		account, _ := validate.MetadataDefaults.Of(p, "")
		if account == nil || account.HttpTokensEnforced != types.HttpTokensEnforcedStateEnabled {
			return
		}
		if p.Input.MetadataOptions != nil && p.Input.MetadataOptions.HttpTokens == types.HttpTokensStateOptional {
			p.Reportf("MetadataOptions.HttpTokens", "must be required: the account enforces session tokens (IMDSv2)")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"MetadataOptions":{"HttpTokens":"required"}}`,
			Account: `{"MetadataDefaults":{"":{"HttpTokensEnforced":"enabled"}}}`,
		},
		{
			Spec:    `{"MetadataOptions":{"HttpTokens":"optional"}}`,
			Account: `{"MetadataDefaults":{"":{"HttpTokensEnforced":"disabled"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"MetadataOptions":{"HttpTokens":"optional"}}`,
			Account: `{"MetadataDefaults":{"":{"HttpTokensEnforced":"enabled"}}}`,
			At:      "MetadataOptions.HttpTokens",
		},
	},
}
