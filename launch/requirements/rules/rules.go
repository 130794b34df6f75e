// Package rules is the rule book on the attributes by which instance types are chosen.
package rules

import "github.com/ec2launch/ec2launch/validate"

// Rules lists copies of them in the order of the reference.
func Rules() []*validate.Rule {
	return validate.Clone([]*validate.Rule{
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
	})
}
