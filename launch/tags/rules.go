package tags

import "github.com/ec2launch/ec2launch/validate"

// Rules returns the rules on TagSpecifications, in the order of the reference.
func Rules() []*validate.Rule {
	return []*validate.Rule{
		tagResourceTypeRequired,
		tagResourceTypeValues,
		tagResourceTypeUnique,
		tagSecondaryInterfaceUnsupported,
		tagSpotRequestUnsupported,
		tagInterfaceUnsupported,

		tagListRequired,
		tagListLimit,
		tagKeyRequired,
		tagKeyLength,
		tagKeyReferenceLength,
		tagKeyReserved,
		tagKeyUnique,
		tagValueLength,

		tagTextFormat,
		tagTextAdvice,
		tagValueSecretFormat,
		tagSecretAdvice,
	}
}
