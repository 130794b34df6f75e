// Package rules is the rule book on CreateFleet.
package rules

import "github.com/ec2launch/ec2launch/validate"

// Rules lists them in the order of the reference. The list is the caller's own,
// the rules are shared.
func Rules() []*validate.Rule {
	return []*validate.Rule{}
}
