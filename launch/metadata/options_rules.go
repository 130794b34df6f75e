package metadata

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

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

var metadataEndpointValues = &validate.Rule{
	ID:        "metadata-endpoint-values",
	Summary:   "HttpEndpoint must be enabled or disabled",
	Source:    validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpEndpoint"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"MetadataOptions.HttpEndpoint"},
	Values:    endpointStates,
	Good: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpEndpoint":"enabled","HttpTokens":"required"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpEndpoint":"on"}}`, At: "MetadataOptions.HttpEndpoint"},
	},
}

var metadataIPv6Values = &validate.Rule{
	ID:      "metadata-ipv6-values",
	Summary: "HttpProtocolIpv6 must be enabled or disabled",
	Source:  validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpProtocolIpv6"},
	Code:    "InvalidParameterValue",
	Members: []string{"MetadataOptions.HttpProtocolIpv6"},
	Values:  protocolStates,
	Good: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpProtocolIpv6":"enabled"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpProtocolIpv6":"true"}}`, At: "MetadataOptions.HttpProtocolIpv6"},
	},
}

var metadataTagsValues = &validate.Rule{
	ID:      "metadata-tags-values",
	Summary: "InstanceMetadataTags must be enabled or disabled",
	Source:  validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "InstanceMetadataTags"},
	Code:    "InvalidParameterValue",
	Members: []string{"MetadataOptions.InstanceMetadataTags"},
	Values:  tagsStates,
	Good: []validate.Example{
		{Spec: `{"MetadataOptions":{"InstanceMetadataTags":"enabled"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MetadataOptions":{"InstanceMetadataTags":"yes"}}`, At: "MetadataOptions.InstanceMetadataTags"},
	},
}

var metadataHopLimitRange = &validate.Rule{
	ID:      "metadata-hop-limit-range",
	Summary: "HttpPutResponseHopLimit must be 1 to 64; leave it out for the default of the account or the AMI",
	Source:  validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpPutResponseHopLimit"},
	Code:    "InvalidParameterValue",
	Members: []string{"MetadataOptions.HttpPutResponseHopLimit"},
	Tag:     "min=1,max=64",
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

var metadataEndpointIgnored = &validate.Rule{
	ID:       "metadata-endpoint-ignored",
	Summary:  "nothing else should be switched on while HttpEndpoint is disabled",
	Reading:  "HttpTokens and HttpPutResponseHopLimit beside a disabled endpoint are harmless, and policies demand them: only what would have to be reachable is reported.",
	Source:   validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpEndpoint"},
	Severity: validate.SeverityWarning,
	Members:  []string{"MetadataOptions.HttpProtocolIpv6", "MetadataOptions.InstanceMetadataTags", "MetadataOptions.HttpEndpoint"},
	When:     []string{"MetadataOptions.HttpEndpoint"},
	Check: func(p *validate.Pass) {
		o := p.Input.MetadataOptions
		if o.HttpEndpoint != types.InstanceMetadataEndpointStateDisabled {
			return
		}
		const message = "has no effect while HttpEndpoint is disabled; enable that, or drop this"
		if o.HttpProtocolIpv6 == types.InstanceMetadataProtocolStateEnabled {
			p.Conflictf("MetadataOptions.HttpProtocolIpv6", []string{"MetadataOptions.HttpEndpoint"}, message)
		}
		if o.InstanceMetadataTags == types.InstanceMetadataTagsStateEnabled {
			p.Conflictf("MetadataOptions.InstanceMetadataTags", []string{"MetadataOptions.HttpEndpoint"}, message)
		}
	},
	Good: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpEndpoint":"disabled"}}`},
		{Spec: `{"MetadataOptions":{"HttpEndpoint":"disabled","HttpTokens":"required","HttpPutResponseHopLimit":2,"InstanceMetadataTags":"disabled"}}`},
		{Spec: `{"MetadataOptions":{"HttpEndpoint":"enabled","HttpProtocolIpv6":"enabled","InstanceMetadataTags":"enabled"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpEndpoint":"disabled","HttpProtocolIpv6":"enabled"}}`, At: "MetadataOptions.HttpProtocolIpv6"},
		{Spec: `{"MetadataOptions":{"HttpEndpoint":"disabled","InstanceMetadataTags":"enabled"}}`, At: "MetadataOptions.InstanceMetadataTags"},
	},
}

var metadataIPv6Unsupported = &validate.Rule{
	ID:       "metadata-ipv6-unsupported",
	Summary:  "HttpProtocolIpv6 should be enabled only for types built on the Nitro System",
	Reading:  "Whether EC2 refuses the launch is not documented, so the rule only warns.",
	Source:   validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpProtocolIpv6", Guide: "configuring-instance-metadata-options"},
	Severity: validate.SeverityWarning,
	Code:     "UnsupportedOperation",
	Members:  []string{"MetadataOptions.HttpProtocolIpv6", "InstanceType"},
	When:     []string{"MetadataOptions.HttpProtocolIpv6", "InstanceType"},
	Facts:    []instancetype.Fact{instancetype.FactHypervisor},
	Check: func(p *validate.Pass) {
		enabled := p.Input.MetadataOptions.HttpProtocolIpv6 == types.InstanceMetadataProtocolStateEnabled
		if enabled && p.InstanceType().Nitro() == instancetype.No {
			p.Conflictf("MetadataOptions.HttpProtocolIpv6", []string{"InstanceType"},
				"%s is not built on the Nitro System and has no IPv6 metadata endpoint; drop it, or choose a Nitro type", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m5.metal","MetadataOptions":{"HttpProtocolIpv6":"enabled"}}`},
		{Spec: `{"InstanceType":"t2.micro","MetadataOptions":{"HttpProtocolIpv6":"disabled"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t2.micro","MetadataOptions":{"HttpProtocolIpv6":"enabled"}}`, At: "MetadataOptions.HttpProtocolIpv6"},
	},
}
