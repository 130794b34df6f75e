package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

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

var metadataIPv6Unsupported = &validate.Rule{
	ID:      "metadata-ipv6-unsupported",
	Summary: "HttpProtocolIpv6 must be enabled only for types built on the Nitro System",
	Reading: "EC2 answers that it cannot be enabled for types backed by Xen.",
	Source: validate.Source{
		Shape: "InstanceMetadataOptionsRequest", Member: "HttpProtocolIpv6",
		Guide: "configuring-instance-metadata-options",
	},
	Code:      "UnsupportedOperation",
	CodeBasis: validate.Observed,
	Given:     []string{"MetadataOptions.HttpProtocolIpv6"},
	When:      []string{"InstanceType"},
	Facts:     []instancetype.Fact{instancetype.FactHypervisor},
	Check: func(p *validate.Pass) {
		enabled := p.Input.MetadataOptions.HttpProtocolIpv6 == types.InstanceMetadataProtocolStateEnabled
		if enabled && p.InstanceType().Nitro() == instancetype.No {
			p.Conflictf("MetadataOptions.HttpProtocolIpv6", []string{"InstanceType"},
				"must not be enabled: %s is not built on the Nitro System and has no IPv6 metadata endpoint; "+
					"drop it, or choose a Nitro type", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m5.metal","MetadataOptions":{"HttpProtocolIpv6":"enabled"}}`},
		{Spec: `{"InstanceType":"t2.micro","MetadataOptions":{"HttpProtocolIpv6":"disabled"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t2.micro","MetadataOptions":{"HttpProtocolIpv6":"enabled"}}`,
			At:   "MetadataOptions.HttpProtocolIpv6",
		},
	},
}
