package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

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

var metadataEndpointIgnored = &validate.Rule{
	ID:      "metadata-endpoint-ignored",
	Summary: "HttpProtocolIpv6 and InstanceMetadataTags should not be enabled while HttpEndpoint is disabled",
	Reading: "HttpTokens and HttpPutResponseHopLimit beside a disabled endpoint are harmless, and policies demand " +
		"them: only what would have to be reachable is reported.",
	Source:   validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpEndpoint"},
	Severity: validate.SeverityWarning,
	Given:    []string{"MetadataOptions.HttpProtocolIpv6", "MetadataOptions.InstanceMetadataTags"},
	When:     []string{"MetadataOptions.HttpEndpoint"},
	Check: func(p *validate.Pass) {
		o := p.Input.MetadataOptions
		if o.HttpEndpoint != types.InstanceMetadataEndpointStateDisabled {
			return
		}
		const message = "should be dropped: it has no effect while HttpEndpoint is disabled; or enable that"
		if o.HttpProtocolIpv6 == types.InstanceMetadataProtocolStateEnabled {
			p.Conflictf("MetadataOptions.HttpProtocolIpv6", []string{"MetadataOptions.HttpEndpoint"}, message)
		}
		if o.InstanceMetadataTags == types.InstanceMetadataTagsStateEnabled {
			p.Conflictf("MetadataOptions.InstanceMetadataTags", []string{"MetadataOptions.HttpEndpoint"}, message)
		}
	},
	Good: []validate.Example{
		{Spec: `{"MetadataOptions":{"HttpEndpoint":"disabled"}}`},
		{
			Spec: `{"MetadataOptions":{"HttpEndpoint":"disabled","HttpTokens":"required",` +
				`"HttpPutResponseHopLimit":2,"InstanceMetadataTags":"disabled"}}`,
		},
		{
			Spec: `{"MetadataOptions":{"HttpEndpoint":"enabled","HttpProtocolIpv6":"enabled",` +
				`"InstanceMetadataTags":"enabled"}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"MetadataOptions":{"HttpEndpoint":"disabled","HttpProtocolIpv6":"enabled"}}`,
			At:   "MetadataOptions.HttpProtocolIpv6",
		},
		{
			Spec: `{"MetadataOptions":{"HttpEndpoint":"disabled","InstanceMetadataTags":"enabled"}}`,
			At:   "MetadataOptions.InstanceMetadataTags",
		},
	},
}
