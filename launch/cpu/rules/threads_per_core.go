package rules

import (
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var cpuThreadsPerCoreRange = &validate.Rule{
	ID:      "cpu-threads-per-core-range",
	Summary: "ThreadsPerCore must be a number of threads that a core can have; one turns multithreading off",
	Source:  validate.Source{Shape: "CpuOptionsRequest", Member: "ThreadsPerCore"},
	Code:    "InvalidParameterValue",
	Members: []string{"CpuOptions.ThreadsPerCore"},
	Range:   &validate.Range{Min: threadsPerCoreMin, Max: threadsPerCoreMax},
	Good: []validate.Example{
		{Spec: `{"CpuOptions":{"CoreCount":1,"ThreadsPerCore":1}}`},
		{Spec: `{"CpuOptions":{"CoreCount":1,"ThreadsPerCore":2}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"CpuOptions":{"CoreCount":1,"ThreadsPerCore":0}}`, At: "CpuOptions.ThreadsPerCore"},
		{Spec: `{"CpuOptions":{"CoreCount":1,"ThreadsPerCore":3}}`, At: "CpuOptions.ThreadsPerCore"},
	},
}

var cpuThreadsPerCoreUnsupported = &validate.Rule{
	ID:      "cpu-threads-per-core-unsupported",
	Summary: "ThreadsPerCore must be one of the thread counts that the instance type lists",
	Source: validate.Source{
		Shape: "VCpuInfo", Member: "ValidThreadsPerCore", Guide: "cpu-options-supported-instances-values",
	},
	Code:   "InvalidParameterValue",
	Given:  []string{"CpuOptions.ThreadsPerCore"},
	When:   []string{"InstanceType"},
	Facts:  []instancetype.Fact{instancetype.FactThreads},
	Limits: []*validate.Limit{threadsPerCoreMin, threadsPerCoreMax},
	Check: func(p *validate.Pass) {
		n := *p.Input.CpuOptions.ThreadsPerCore
		least, _ := p.Limit(threadsPerCoreMin)
		most, _ := p.Limit(threadsPerCoreMax)
		if int64(n) < least || int64(n) > most || p.InstanceType().ValidThreadsPerCore(n) != instancetype.No {
			return
		}
		p.Reportf("CpuOptions.ThreadsPerCore", "must be a thread count of %s: %s",
			p.Input.InstanceType, list(p.InstanceType().Threads()))
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"c7g.large","CpuOptions":{"CoreCount":2,"ThreadsPerCore":1}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"c7g.large","CpuOptions":{"CoreCount":2,"ThreadsPerCore":2}}`,
			At:   "CpuOptions.ThreadsPerCore",
		},
	},
}
