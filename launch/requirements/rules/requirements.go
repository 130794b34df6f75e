package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// on is what all rules of the room judge.
var on = []validate.Subject{validate.InstanceRequirements}

var requirementsRequired = &validate.Rule{
	ID:      "requirements-required",
	Summary: "VCpuCount and MemoryMiB must be given, each with a Min",
	Source:  validate.Source{Shape: "InstanceRequirementsRequest", Member: "VCpuCount"},
	Code:    "MissingParameter",
	On:      on,
	Members: []string{"VCpuCount", "MemoryMiB", "VCpuCount.Min", "MemoryMiB.Min"},
	Check: func(p *validate.Pass) {
		r := validate.CallOf[types.InstanceRequirementsRequest](p)
		switch {
		case r.VCpuCount == nil:
			p.Reportf("VCpuCount", "must be given, with a Min: 0 is no limit")
		case r.VCpuCount.Min == nil:
			p.Reportf("VCpuCount.Min", "must be given: 0 is no limit")
		}
		switch {
		case r.MemoryMiB == nil:
			p.Reportf("MemoryMiB", "must be given, with a Min: 0 is no limit")
		case r.MemoryMiB.Min == nil:
			p.Reportf("MemoryMiB.Min", "must be given: 0 is no limit")
		}
	},
	Good: []validate.Example{
		{Spec: `{"VCpuCount":{"Min":0},"MemoryMiB":{"Min":0}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"VCpuCount":null}`, At: "VCpuCount"},
		{Spec: `{"MemoryMiB":null}`, At: "MemoryMiB"},
		{Spec: `{"VCpuCount":{"Max":8}}`, At: "VCpuCount.Min"},
		{Spec: `{"MemoryMiB":{"Max":8192}}`, At: "MemoryMiB.Min"},
	},
}
