package policy

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

func imdsv2(Policy) *validate.Rule {
	return &validate.Rule{
		ID:      "policy-imdsv2-required",
		Summary: "the metadata service must require session tokens (IMDSv2), or be disabled",
		Source:  validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpTokens"},
		Code:    code,
		Members: []string{"MetadataOptions.HttpTokens"},
		Reads:   []string{"MetadataOptions.HttpEndpoint"},
		Check: func(p *validate.Pass) {
			var o types.InstanceMetadataOptionsRequest
			if p.Input.MetadataOptions != nil {
				o = *p.Input.MetadataOptions
			}
			switch {
			case o.HttpTokens == types.HttpTokensStateRequired, o.HttpEndpoint == types.InstanceMetadataEndpointStateDisabled:
			case o.HttpTokens == "" && o.HttpEndpoint == "" && elsewhere(p):
			default:
				p.Reportf("MetadataOptions.HttpTokens", "must require IMDSv2: set HttpTokens to required, or HttpEndpoint to disabled")
			}
		},
		Good: []validate.Example{
			{Spec: `{"MetadataOptions":{"HttpTokens":"required"}}`},
			{Spec: `{"MetadataOptions":{"HttpEndpoint":"disabled"}}`},
			{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"}}`},
		},
		Bad: []validate.Example{
			{Spec: `{}`, At: "MetadataOptions.HttpTokens"},
			{Spec: `{"MetadataOptions":{"HttpTokens":"optional"}}`, At: "MetadataOptions.HttpTokens"},
		},
	}
}
