package rules

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// references lists the instance families of the baseline.
func references(r *types.InstanceRequirementsRequest) []types.PerformanceFactorReferenceRequest {
	if f := r.BaselinePerformanceFactors; f != nil && f.Cpu != nil {
		return f.Cpu.References
	}
	return nil
}

var requirementsPerformanceLimit = &validate.Rule{
	ID:      "requirements-performance-limit",
	Summary: "BaselinePerformanceFactors must name one instance family",
	Source:  validate.Source{Shape: "CpuPerformanceFactorRequest", Member: "References"},
	Code:    "InvalidParameterValue",
	On:      on,
	Given:   []string{"BaselinePerformanceFactors.Cpu.References"},
	Limits:  []*validate.Limit{referencesMax},
	Check: func(p *validate.Pass) {
		r := validate.CallOf[types.InstanceRequirementsRequest](p)
		if most, ok := p.Limit(referencesMax); ok && int64(len(references(r))) > most {
			p.Beyond(referencesMax).Reportf("BaselinePerformanceFactors.Cpu.References",
				"must name at most %d instance family", most)
		}
	},
	Good: []validate.Example{
		{Spec: `{"BaselinePerformanceFactors":{"Cpu":{"References":[{"InstanceFamily":"c6i"}]}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BaselinePerformanceFactors":{"Cpu":{"References":[{"InstanceFamily":"c6i"},` +
				`{"InstanceFamily":"m6i"}]}}}`,
			At: "BaselinePerformanceFactors.Cpu.References",
		},
	},
}

var requirementsPerformanceFormat = &validate.Rule{
	ID:      "requirements-performance-format",
	Summary: "InstanceFamily must be what stands before the dot of an instance type",
	Source:  validate.Source{Shape: "PerformanceFactorReferenceRequest", Member: "InstanceFamily"},
	Code:    "InvalidParameterValue",
	On:      on,
	Given:   []string{"BaselinePerformanceFactors.Cpu.References[].InstanceFamily"},
	Check: func(p *validate.Pass) {
		r := validate.CallOf[types.InstanceRequirementsRequest](p)
		for i, ref := range references(r) {
			if f := ref.InstanceFamily; f != nil && (*f == "" || !format.MadeOf(*f, "-")) {
				p.Reportf(p.At("BaselinePerformanceFactors.Cpu.References[].InstanceFamily", i),
					"must be a family, as in c6i of c6i.large")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BaselinePerformanceFactors":{"Cpu":{"References":[{"InstanceFamily":"m7i-flex"}]}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BaselinePerformanceFactors":{"Cpu":{"References":[{"InstanceFamily":"c6i.large"}]}}}`,
			At:   "BaselinePerformanceFactors.Cpu.References[0].InstanceFamily",
		},
	},
}

// notReferences are families that EC2 does not take as a baseline, as of the
// documentation of 2026. AWS may take them later.
var notReferences = []string{
	"c1", "g3", "g3s", "hpc7g", "m1", "m2", "mac1", "mac2", "mac2-m1ultra", "mac2-m2", "mac2-m2pro", "p3dn", "p4d", "p5",
	"t1", "u-12tb1", "u-18tb1", "u-24tb1", "u-3tb1", "u-6tb1", "u-9tb1", "u7i-12tb", "u7in-16tb", "u7in-24tb", "u7in-32tb",
}

var requirementsPerformanceUnsupported = &validate.Rule{
	ID:       "requirements-performance-unsupported",
	Summary:  "InstanceFamily should be one that EC2 takes as a baseline",
	Source:   validate.Source{Shape: "PerformanceFactorReferenceRequest", Member: "InstanceFamily"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       on,
	Given:    []string{"BaselinePerformanceFactors.Cpu.References[].InstanceFamily"},
	Check: func(p *validate.Pass) {
		r := validate.CallOf[types.InstanceRequirementsRequest](p)
		for i, ref := range references(r) {
			if f := ref.InstanceFamily; f != nil && slices.Contains(notReferences, *f) {
				p.Reportf(p.At("BaselinePerformanceFactors.Cpu.References[].InstanceFamily", i),
					"should be another family: fleets fail with this baseline")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BaselinePerformanceFactors":{"Cpu":{"References":[{"InstanceFamily":"r5"}]}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BaselinePerformanceFactors":{"Cpu":{"References":[{"InstanceFamily":"m1"}]}}}`,
			At:   "BaselinePerformanceFactors.Cpu.References[0].InstanceFamily",
		},
	},
}
