package rules

import (
	"strings"

	"github.com/ec2launch/ec2launch/validate"
)

var cpuBareMetalUnsupported = &validate.Rule{
	ID:      "cpu-bare-metal-unsupported",
	Summary: "CoreCount and ThreadsPerCore must not be given for bare metal types",
	Source:  validate.Source{Guide: "instance-cpu-options-rules"},
	Code:    "UnsupportedOperation",
	Given:   []string{"CpuOptions"},
	When:    []string{"InstanceType"},
	Reads:   []string{"CpuOptions.CoreCount", "CpuOptions.ThreadsPerCore"},
	Check: func(p *validate.Pass) {
		if cores(p) && bareMetal(p) {
			p.Conflictf("CpuOptions", []string{"InstanceType"},
				"must not choose cores and threads: %s is bare metal and always runs all its cores; "+
					"drop CoreCount and ThreadsPerCore", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m5.metal"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m5.metal","CpuOptions":{"CoreCount":48}}`, At: "CpuOptions"},
		{Spec: `{"InstanceType":"m5.metal","CpuOptions":{"CoreCount":48,"ThreadsPerCore":1}}`, At: "CpuOptions"},
		{Spec: `{"InstanceType":"m5.metal","CpuOptions":{"ThreadsPerCore":1}}`, At: "CpuOptions"},
		{
			Spec:  `{"InstanceType":"c7i.metal-24xl","CpuOptions":{"CoreCount":48,"ThreadsPerCore":1}}`,
			At:    "CpuOptions",
			Since: validate.Autumn2026,
		},
	},
}

// bareMetal reports whether the request is for a bare metal type, which its size
// tells: metal, or metal- and more.
func bareMetal(p *validate.Pass) bool {
	return strings.Contains(string(p.Input.InstanceType), ".metal")
}
