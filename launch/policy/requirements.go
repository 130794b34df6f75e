package policy

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// onRequirements is where EC2 chooses the instance type.
var onRequirements = []validate.Subject{validate.InstanceRequirements}

// requirementTypes holds requirements to the types that [instanceTypes] allows.
func requirementTypes(policy Policy) *validate.Rule {
	patterns := slices.Clone(policy.InstanceTypes)
	const allowed = "AllowedInstanceTypes"
	return &validate.Rule{
		ID:      "policy-requirements-type-values",
		Summary: "InstanceRequirements must allow no instance types but those that the house allows",
		Source:  validate.Source{Shape: "InstanceRequirementsRequest", Member: allowed},
		Code:    code,
		On:      onRequirements,
		Members: []string{allowed},
		Check: func(p *validate.Pass) {
			list := validate.CallOf[types.InstanceRequirementsRequest](p).AllowedInstanceTypes
			if len(list) == 0 {
				p.Reportf(allowed, "must be given, and match %s", oneOf(patterns))
			}
			for i, t := range list {
				if !anyCovers(patterns, t) {
					p.Reportf(p.At("AllowedInstanceTypes[]", i), "must match %s", oneOf(patterns))
				}
			}
		},
		Good: []validate.Example{{Spec: `{"AllowedInstanceTypes":["` + strings.NewReplacer("*", "a", "?", "a").Replace(patterns[0]) + `"]}`}},
		Bad: []validate.Example{
			{Spec: `{}`, At: allowed},
			{Spec: `{"AllowedInstanceTypes":["*"]}`, At: "AllowedInstanceTypes[0]"},
		},
	}
}

// anyCovers reports whether all types that a text names match one of the patterns. In
// the text * stands for any number of characters, too, so that only a * matches it.
func anyCovers(patterns []string, text string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool { return covers(pattern, text) })
}

// requirementVCPUs holds requirements to the vCPUs that [maxVCPUs] allows.
func requirementVCPUs(policy Policy) *validate.Rule {
	most := policy.MaxVCPUs
	const path = "VCpuCount.Max"
	return &validate.Rule{
		ID:      "policy-requirements-vcpu-limit",
		Summary: "InstanceRequirements must allow no more vCPUs than the house does",
		Source:  validate.Source{Shape: "VCpuCountRangeRequest", Member: "Max"},
		Code:    code,
		On:      onRequirements,
		Members: []string{path},
		Check: func(p *validate.Pass) {
			switch n := validate.CallOf[types.InstanceRequirementsRequest](p).VCpuCount; {
			case n == nil || n.Max == nil:
				p.Reportf(path, "must be given: the house allows %d vCPUs", most)
			case *n.Max < 1 || int64(*n.Max) > most:
				p.Reportf(path, "must be 1 to %d", most)
			}
		},
		Good: []validate.Example{{Spec: fmt.Sprintf(`{"VCpuCount":{"Min":1,"Max":%d}}`, min(most, math.MaxInt32))}},
		Bad: []validate.Example{
			{Spec: `{"VCpuCount":{"Min":1}}`, At: path},
			{Spec: `{"VCpuCount":{"Min":1,"Max":2147483647}}`, At: path},
		},
	}
}
