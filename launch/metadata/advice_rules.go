package metadata

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var metadataTokensAdvice = &validate.Rule{
	ID:       "metadata-tokens-advice",
	Summary:  "HttpTokens should be required explicitly: the default depends on the AMI and the account",
	Source:   validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpTokens", Guide: "configuring-instance-metadata-options"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"MetadataOptions.HttpTokens", "MetadataOptions.HttpEndpoint"},
	Check: func(p *validate.Pass) {
		var o types.InstanceMetadataOptionsRequest
		if p.Input.MetadataOptions != nil {
			o = *p.Input.MetadataOptions
		}
		open := o.HttpTokens == types.HttpTokensStateOptional || o.HttpTokens == "" && !p.Templated()
		if open && o.HttpEndpoint != types.InstanceMetadataEndpointStateDisabled {
			p.Reportf("MetadataOptions.HttpTokens",
				"should be required, so that no request without a session token (IMDSv1) is answered, whatever the AMI and the account say")
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

var metadataHopLimitAdvice = &validate.Rule{
	ID:       "metadata-hop-limit-advice",
	Summary:  "with HttpTokens required, HttpPutResponseHopLimit should not be 1, which cuts containers off from the metadata",
	Source:   validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpPutResponseHopLimit", Guide: "configuring-instance-metadata-options"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"MetadataOptions.HttpPutResponseHopLimit", "MetadataOptions.HttpTokens", "MetadataOptions.HttpEndpoint"},
	When:     []string{"MetadataOptions.HttpPutResponseHopLimit", "MetadataOptions.HttpTokens"},
	Check: func(p *validate.Pass) {
		o := p.Input.MetadataOptions
		required := o.HttpTokens == types.HttpTokensStateRequired
		if required && *o.HttpPutResponseHopLimit == 1 && o.HttpEndpoint != types.InstanceMetadataEndpointStateDisabled {
			p.Reportf("MetadataOptions.HttpPutResponseHopLimit",
				"should be 2 where containers need the metadata: with HttpTokens required, their tokens travel one hop more")
		}
	},
	Good: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpTokens":"required","HttpPutResponseHopLimit":2}}`},
		{Spec: `{"MetadataOptions":{"HttpTokens":"optional","HttpPutResponseHopLimit":1}}`},
		{Spec: `{"MetadataOptions":{"HttpEndpoint":"disabled","HttpTokens":"required","HttpPutResponseHopLimit":1}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpTokens":"required","HttpPutResponseHopLimit":1}}`, At: "MetadataOptions.HttpPutResponseHopLimit"},
	},
}
