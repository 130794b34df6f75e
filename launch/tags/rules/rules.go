// Package rules is the rule book on the tags of what a launch creates.
package rules

import (
	"github.com/ec2launch/ec2launch/internal/lend"
	"github.com/ec2launch/ec2launch/validate"
)

// Rules lists copies of them in the order of the reference.
func Rules() []*validate.Rule { return validate.Clone(originals()) }

// Lend is [Rules] without the copies, for package launch alone.
func Lend(k lend.Key) []*validate.Rule { return lend.To(k, originals) }

func originals() []*validate.Rule {
	return []*validate.Rule{
		// ResourceType
		tagResourceTypeRequired,
		tagResourceTypeValues,
		tagResourceTypeUnique,
		tagSecondaryInterfaceUnsupported,
		tagSpotRequestUnsupported,
		tagInterfaceUnsupported,
		tagElasticGPUAdvice,

		// Tags
		tagListRequired,
		tagListLimit,
		tagKeyRequired,
		tagKeyLength,
		tagKeyReserved,
		tagKeyPrefixReserved,
		tagKeyUnique,
		tagKeyNormalUnique,
		tagValueLength,

		// Tags[].Key and Tags[].Value as texts
		tagTextFormat,
		tagTextAdvice,
		tagValueSecretFormat,
		tagSecretAdvice,
	}
}
