// Package rules is the rule book on the attributes by which instance types are chosen.
package rules

import "github.com/ec2launch/ec2launch/validate"

// Rules lists them in the order of the reference. The list is the caller's own,
// the rules are shared.
func Rules() []*validate.Rule {
	return []*validate.Rule{
		requirementsRequired,
		requirementsRange,
		requirementsRangeUnsupported,
		requirementsAcceleratorAdvice,
		requirementsTypesConflict,
		requirementsTypesLimit,
		requirementsTypesLength,
		requirementsTypesFormat,
		requirementsPerformanceLimit,
		requirementsPerformanceFormat,
		requirementsPerformanceUnsupported,
		requirementsStorageAdvice,
		requirementsPriceConflict,
		requirementsPriceRange,
	}
}
