package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var tokensStates = &validate.Values{
	ID:      "metadata-tokens",
	Summary: "whether requests to the metadata service need a token",
	Source:  validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpTokens"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"optional", "required"}}},
}

var endpointStates = &validate.Values{
	ID:      "metadata-endpoint",
	Summary: "states of the metadata service",
	Source:  validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpEndpoint"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"enabled", "disabled"}}},
}

var protocolStates = &validate.Values{
	ID:      "metadata-ipv6",
	Summary: "states of the metadata service over IPv6",
	Source:  validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpProtocolIpv6"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"enabled", "disabled"}}},
}

var tagsStates = &validate.Values{
	ID:      "metadata-tags",
	Summary: "states of the instance's tags in the metadata",
	Source:  validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "InstanceMetadataTags"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"enabled", "disabled"}}},
}

var metadataHopLimitMin = &validate.Limit{
	ID:      "metadata-hop-limit-min",
	Summary: "fewest hops of an answer of the metadata service",
	Source:  validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpPutResponseHopLimit"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 1}},
}

var metadataHopLimitMax = &validate.Limit{
	ID:      "metadata-hop-limit-max",
	Summary: "most hops of an answer of the metadata service",
	Source:  validate.Source{Shape: "InstanceMetadataOptionsRequest", Member: "HttpPutResponseHopLimit"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 64}},
}
