package rules

import (
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var cpuBareMetalUnsupported = &validate.Rule{
	ID:      "cpu-bare-metal-unsupported",
	Summary: "CoreCount and ThreadsPerCore must not be given for bare metal types",
	Source:  validate.Source{Guide: "instance-cpu-options-rules"},
	Code:    "InvalidParameterCombination",
	Members: []string{"CpuOptions"},
	When:    []string{"InstanceType"},
	Reads:   []string{"CpuOptions.CoreCount", "CpuOptions.ThreadsPerCore"},
	Facts:   []instancetype.Fact{instancetype.FactBareMetal},
	Check: func(p *validate.Pass) {
		if cores(p) && p.InstanceType().BareMetal() == instancetype.Yes {
			p.Conflictf("CpuOptions", []string{"InstanceType"},
				"%s is bare metal and always runs all its cores; drop CoreCount and ThreadsPerCore", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m5.metal"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m5.metal","CpuOptions":{"CoreCount":48,"ThreadsPerCore":1}}`, At: "CpuOptions"},
		{Spec: `{"InstanceType":"m5.metal","CpuOptions":{"ThreadsPerCore":1}}`, At: "CpuOptions"},
	},
}
