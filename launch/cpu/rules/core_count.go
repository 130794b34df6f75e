package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var cpuCoreCountRange = &validate.Rule{
	ID:      "cpu-core-count-range",
	Summary: "CoreCount must be at least 1",
	Source:  validate.Source{Shape: "CpuOptionsRequest", Member: "CoreCount"},
	Code:    "InvalidParameterValue",
	Members: []string{"CpuOptions.CoreCount"},
	Tag:     "min=1",
	Good: []validate.Example{
		{Spec: `{"CpuOptions":{"CoreCount":1,"ThreadsPerCore":2}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"CpuOptions":{"CoreCount":0,"ThreadsPerCore":2}}`, At: "CpuOptions.CoreCount"},
		{Spec: `{"CpuOptions":{"CoreCount":-1,"ThreadsPerCore":2}}`, At: "CpuOptions.CoreCount"},
	},
}

var cpuCoreCountUnsupported = &validate.Rule{
	ID:      "cpu-core-count-unsupported",
	Summary: "CoreCount must be one of the core counts that the instance type lists",
	Reading: "The lists have gaps, so they are never replaced by a range.",
	Source:  validate.Source{Shape: "VCpuInfo", Member: "ValidCores", Guide: "cpu-options-supported-instances-values"},
	Code:    "InvalidParameterValue",
	Given:   []string{"CpuOptions.CoreCount"},
	When:    []string{"InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactCores},
	Check: func(p *validate.Pass) {
		n := *p.Input.CpuOptions.CoreCount
		if n < 1 || p.InstanceType().ValidCores(n) != instancetype.No {
			return
		}
		valid := p.InstanceType().Cores()
		p.Reportf("CpuOptions.CoreCount",
			"must be a core count of %s: %s; the nearest is %d", p.Input.InstanceType, list(valid), nearest(n, valid))
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"r5.4xlarge","CpuOptions":{"CoreCount":2,"ThreadsPerCore":2}}`},
		{Spec: `{"InstanceType":"r5.4xlarge","CpuOptions":{"CoreCount":8,"ThreadsPerCore":2}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"r5.4xlarge","CpuOptions":{"CoreCount":3,"ThreadsPerCore":2}}`,
			At:   "CpuOptions.CoreCount",
		},
		{
			Spec: `{"InstanceType":"r5.4xlarge","CpuOptions":{"CoreCount":9,"ThreadsPerCore":1}}`,
			At:   "CpuOptions.CoreCount",
		},
	},
}

// nearest returns the one of a few counts that is nearest to n, the smaller of
// two.
func nearest(n int32, counts []int32) int32 {
	return slices.MinFunc(counts, func(a, b int32) int { return cmp.Compare(max(a-n, n-a), max(b-n, n-b)) })
}

func list(counts []int32) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(counts), " ", ", "), "[]")
}
