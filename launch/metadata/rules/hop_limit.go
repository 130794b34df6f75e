package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var metadataHopLimitAdvice = &validate.Rule{
	ID: "metadata-hop-limit-advice",
	Summary: "HttpPutResponseHopLimit should not be 1 with HttpTokens required: it cuts containers off from the " +
		"metadata",
	Source: validate.Source{
		Shape: "InstanceMetadataOptionsRequest", Member: "HttpPutResponseHopLimit",
		Guide: "configuring-instance-metadata-options",
	},
	Severity: validate.SeverityAdvice,
	Given:    []string{"MetadataOptions.HttpPutResponseHopLimit"},
	When:     []string{"MetadataOptions.HttpTokens"},
	Reads:    []string{"MetadataOptions.HttpEndpoint"},
	Check: func(p *validate.Pass) {
		o := p.Input.MetadataOptions
		required := o.HttpTokens == types.HttpTokensStateRequired
		if required && *o.HttpPutResponseHopLimit == 1 &&
			o.HttpEndpoint != types.InstanceMetadataEndpointStateDisabled {
			p.Reportf("MetadataOptions.HttpPutResponseHopLimit",
				"should be 2 where containers need the metadata: with HttpTokens required, their tokens travel "+
					"one hop more")
		}
	},
	Good: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpTokens":"required","HttpPutResponseHopLimit":2}}`},
		{Spec: `{"MetadataOptions":{"HttpTokens":"optional","HttpPutResponseHopLimit":1}}`},
		{Spec: `{"MetadataOptions":{"HttpEndpoint":"disabled","HttpTokens":"required","HttpPutResponseHopLimit":1}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"MetadataOptions":{"HttpTokens":"required","HttpPutResponseHopLimit":1}}`,
			At:   "MetadataOptions.HttpPutResponseHopLimit",
		},
	},
}

var metadataHopLimitRange = &validate.Rule{
	ID: "metadata-hop-limit-range",
	Summary: "HttpPutResponseHopLimit must be within the hops that EC2 takes; the default is that of the account " +
		"or the AMI",
	Source:  validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpPutResponseHopLimit"},
	Code:    "InvalidParameterValue",
	Members: []string{"MetadataOptions.HttpPutResponseHopLimit"},
	Range:   &validate.Range{Min: metadataHopLimitMin, Max: metadataHopLimitMax},
	Good: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpTokens":"optional","HttpPutResponseHopLimit":1}}`},
		{Spec: `{"MetadataOptions":{"HttpPutResponseHopLimit":64}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpPutResponseHopLimit":0}}`, At: "MetadataOptions.HttpPutResponseHopLimit"},
		{Spec: `{"MetadataOptions":{"HttpPutResponseHopLimit":-1}}`, At: "MetadataOptions.HttpPutResponseHopLimit"},
		{Spec: `{"MetadataOptions":{"HttpPutResponseHopLimit":65}}`, At: "MetadataOptions.HttpPutResponseHopLimit"},
	},
}
