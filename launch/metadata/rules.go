package metadata

import "github.com/ec2launch/ec2launch/validate"

// Rules lists the rules on MetadataOptions, in the order of the reference. The
// list is the caller's own, the rules are shared.
func Rules() []*validate.Rule {
	return []*validate.Rule{
		// HttpEndpoint, HttpProtocolIpv6
		metadataEndpointValues,
		metadataEndpointIgnored,
		metadataIPv6Values,
		metadataIPv6Unsupported,

		// HttpPutResponseHopLimit, HttpTokens
		metadataHopLimitRange,
		metadataHopLimitAdvice,
		metadataTokensValues,
		metadataTokensAdvice,

		// InstanceMetadataTags
		metadataTagsValues,
		metadataTagsFormat,
	}
}
