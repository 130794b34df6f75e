package metadata

import "github.com/ec2launch/ec2launch/validate"

// Rules returns the rules on MetadataOptions, in the order of the reference.
func Rules() []*validate.Rule {
	return []*validate.Rule{
		metadataEndpointValues,
		metadataEndpointIgnored,
		metadataIPv6Values,
		metadataIPv6Unsupported,
		metadataHopLimitRange,
		metadataHopLimitAdvice,
		metadataTokensValues,
		metadataTokensAdvice,
		metadataTagsValues,
		metadataTagsFormat,
	}
}
