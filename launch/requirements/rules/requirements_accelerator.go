package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var requirementsAcceleratorAdvice = &validate.Rule{
	ID: "requirements-accelerator-advice",
	Summary: "beside an AcceleratorCount of at most 0, nothing should be asked of accelerators: no " +
		"instance type has both",
	Source:   validate.Source{Shape: "AcceleratorCountRequest", Member: "Max"},
	Severity: validate.SeverityAdvice,
	On:       on,
	Given:    []string{"AcceleratorTypes", "AcceleratorNames", "AcceleratorManufacturers"},
	When:     []string{"AcceleratorCount.Max"},
	Check: func(p *validate.Pass) {
		r := validate.CallOf[types.InstanceRequirementsRequest](p)
		if *r.AcceleratorCount.Max > 0 {
			return
		}
		for _, list := range [...]struct {
			member string
			n      int
		}{
			{"AcceleratorTypes", len(r.AcceleratorTypes)},
			{"AcceleratorNames", len(r.AcceleratorNames)},
			{"AcceleratorManufacturers", len(r.AcceleratorManufacturers)},
		} {
			if list.n > 0 {
				p.Conflictf(list.member, []string{"AcceleratorCount.Max"},
					"should not be given where AcceleratorCount excludes accelerators")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"AcceleratorCount":{"Min":1,"Max":4},"AcceleratorTypes":["gpu"]}`},
		{Spec: `{"AcceleratorCount":{"Max":0}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"AcceleratorCount":{"Max":0},"AcceleratorTypes":["gpu"]}`, At: "AcceleratorTypes"},
		{Spec: `{"AcceleratorCount":{"Max":0},"AcceleratorNames":["a100"]}`, At: "AcceleratorNames"},
		{
			Spec: `{"AcceleratorCount":{"Max":0},"AcceleratorManufacturers":["nvidia"]}`,
			At:   "AcceleratorManufacturers",
		},
	},
}
