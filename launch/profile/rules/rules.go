// Package rules is the rule book on the IAM instance profile.
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
		profileAdvice,
		profileConflict,
		profileARNFormat,
		profilePathFormat,
		profileNameLength,
		profileNameFormat,
	}
}

// AccountRules lists the rules that ask the account, in the same order.
func AccountRules() []*validate.Rule {
	return validate.Clone([]*validate.Rule{
		profileUnknown,
	})
}
