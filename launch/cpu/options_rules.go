package cpu

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var cpuCoresRequired = &validate.Rule{
	ID:        "cpu-cores-required",
	Summary:   "CoreCount and ThreadsPerCore must be given together or not at all",
	Reading:   "Read literally, every CpuOptions needs both, but AmdSevSnp and NestedVirtualization are documented to stand alone: the two need each other only.",
	Source:    validate.Source{Shape: "CpuOptionsRequest", Guide: "instance-cpu-options-rules"},
	Code:      "MissingParameter",
	CodeBasis: validate.Observed,
	Members:   []string{"CpuOptions.CoreCount", "CpuOptions.ThreadsPerCore"},
	When:      []string{"CpuOptions"},
	Check: func(p *validate.Pass) {
		o, info := p.Input.CpuOptions, p.InstanceType()
		// Bare metal takes neither of the two.
		if (o.CoreCount == nil) == (o.ThreadsPerCore == nil) || p.Templated() || info.BareMetal() == instancetype.Yes {
			return
		}
		missing, given := "CoreCount", "ThreadsPerCore"
		usual, known := info.DefaultCores()
		if o.CoreCount != nil {
			missing, given = given, missing
			usual, known = info.DefaultThreadsPerCore()
		}
		hint := ""
		if known {
			hint = fmt.Sprintf("; the default of %s is %d", p.Input.InstanceType, usual)
		}
		p.Reportf("CpuOptions."+missing, "must be given with %s%s", given, hint)
	},
	Good: []validate.Example{
		{Spec: `{"CpuOptions":{"CoreCount":1,"ThreadsPerCore":1}}`},
		{Spec: `{"CpuOptions":{"NestedVirtualization":"enabled"}}`, In: validate.Latest},
		{Spec: `{"CpuOptions":{"CoreCount":1},"LaunchTemplate":{"LaunchTemplateName":"web"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"CpuOptions":{"CoreCount":1}}`, At: "CpuOptions.ThreadsPerCore"},
		{Spec: `{"CpuOptions":{"ThreadsPerCore":1}}`, At: "CpuOptions.CoreCount"},
	},
}

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

var cpuThreadsPerCoreRange = &validate.Rule{
	ID:      "cpu-threads-per-core-range",
	Summary: "ThreadsPerCore must be 1, which turns multithreading off, or 2",
	Source:  validate.Source{Shape: "CpuOptionsRequest", Member: "ThreadsPerCore"},
	Code:    "InvalidParameterValue",
	Members: []string{"CpuOptions.ThreadsPerCore"},
	Tag:     "min=1,max=2",
	Good: []validate.Example{
		{Spec: `{"CpuOptions":{"CoreCount":1,"ThreadsPerCore":1}}`},
		{Spec: `{"CpuOptions":{"CoreCount":1,"ThreadsPerCore":2}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"CpuOptions":{"CoreCount":1,"ThreadsPerCore":0}}`, At: "CpuOptions.ThreadsPerCore"},
		{Spec: `{"CpuOptions":{"CoreCount":1,"ThreadsPerCore":3}}`, At: "CpuOptions.ThreadsPerCore"},
	},
}

var cpuCoreCountUnsupported = &validate.Rule{
	ID:      "cpu-core-count-unsupported",
	Summary: "CoreCount must be one of the core counts that the instance type lists",
	Reading: "The lists have gaps, so they are never replaced by a range.",
	Source:  validate.Source{Shape: "VCpuInfo", Member: "ValidCores", Guide: "cpu-options-supported-instances-values"},
	Code:    "InvalidParameterValue",
	Members: []string{"CpuOptions.CoreCount", "InstanceType"},
	When:    []string{"CpuOptions.CoreCount", "InstanceType"},
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
		{Spec: `{"InstanceType":"r5.4xlarge","CpuOptions":{"CoreCount":3,"ThreadsPerCore":2}}`, At: "CpuOptions.CoreCount"},
		{Spec: `{"InstanceType":"r5.4xlarge","CpuOptions":{"CoreCount":9,"ThreadsPerCore":1}}`, At: "CpuOptions.CoreCount"},
	},
}

var cpuThreadsPerCoreUnsupported = &validate.Rule{
	ID:      "cpu-threads-per-core-unsupported",
	Summary: "ThreadsPerCore must be one of the thread counts that the instance type lists",
	Source:  validate.Source{Shape: "VCpuInfo", Member: "ValidThreadsPerCore", Guide: "cpu-options-supported-instances-values"},
	Code:    "InvalidParameterValue",
	Members: []string{"CpuOptions.ThreadsPerCore", "InstanceType"},
	When:    []string{"CpuOptions.ThreadsPerCore", "InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactThreads},
	Check: func(p *validate.Pass) {
		n := *p.Input.CpuOptions.ThreadsPerCore
		if n < 1 || n > 2 || p.InstanceType().ValidThreadsPerCore(n) != instancetype.No {
			return
		}
		p.Reportf("CpuOptions.ThreadsPerCore", "%s takes %s", p.Input.InstanceType, list(p.InstanceType().Threads()))
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"c7g.large","CpuOptions":{"CoreCount":2,"ThreadsPerCore":1}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"c7g.large","CpuOptions":{"CoreCount":2,"ThreadsPerCore":2}}`, At: "CpuOptions.ThreadsPerCore"},
	},
}

var cpuBareMetalUnsupported = &validate.Rule{
	ID:      "cpu-bare-metal-unsupported",
	Summary: "CoreCount and ThreadsPerCore must not be given for bare metal types",
	Source:  validate.Source{Guide: "instance-cpu-options-rules"},
	Code:    "InvalidParameterCombination",
	Members: []string{"CpuOptions", "CpuOptions.CoreCount", "CpuOptions.ThreadsPerCore", "InstanceType"},
	When:    []string{"CpuOptions", "InstanceType"},
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

var cpuCoresUnsupported = &validate.Rule{
	ID:      "cpu-cores-unsupported",
	Summary: "CoreCount and ThreadsPerCore must not be given for T2 types",
	Reading: "The guide took T2 off its list because EC2 refuses even the default counts.",
	Source:  validate.Source{Guide: "cpu-options-supported-instances-values"},
	Code:    "InvalidParameterCombination",
	Members: []string{"CpuOptions", "CpuOptions.CoreCount", "CpuOptions.ThreadsPerCore", "InstanceType"},
	When:    []string{"CpuOptions", "InstanceType"},
	Check: func(p *validate.Pass) {
		if cores(p) && t2(p) {
			p.Conflictf("CpuOptions", []string{"InstanceType"},
				"%s takes no choice of cores and threads; drop CoreCount and ThreadsPerCore", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"t2.micro"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t2.micro","CpuOptions":{"CoreCount":1,"ThreadsPerCore":1}}`, At: "CpuOptions"},
	},
}

var cpuCoresUnknown = &validate.Rule{
	ID:       "cpu-cores-unknown",
	Summary:  "CoreCount and ThreadsPerCore should not be given for a type that lists no valid core counts",
	Reading:  "That a type is absent from the list does not prove that EC2 refuses its default counts, so the rule only warns.",
	Source:   validate.Source{Shape: "VCpuInfo", Member: "ValidCores", Guide: "cpu-options-supported-instances-values"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Members:  []string{"CpuOptions", "CpuOptions.CoreCount", "CpuOptions.ThreadsPerCore", "InstanceType"},
	When:     []string{"CpuOptions", "InstanceType"},
	Facts:    []instancetype.Fact{instancetype.FactCPUOptionsListed, instancetype.FactBareMetal},
	Check: func(p *validate.Pass) {
		info := p.InstanceType()
		if cores(p) && info.CPUOptionsListed() == instancetype.No && info.BareMetal() == instancetype.No && !t2(p) {
			p.Conflictf("CpuOptions", []string{"InstanceType"},
				"%s lists no choice of cores and threads; drop CoreCount and ThreadsPerCore", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m3.medium"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m3.medium","CpuOptions":{"CoreCount":1,"ThreadsPerCore":1}}`, At: "CpuOptions"},
	},
}

// t2 reports whether the request is for a T2 type.
func t2(p *validate.Pass) bool { return strings.HasPrefix(string(p.Input.InstanceType), "t2.") }

// cores reports whether a request with CPU options says anything of cores and
// threads.
func cores(p *validate.Pass) bool {
	return p.Input.CpuOptions.CoreCount != nil || p.Input.CpuOptions.ThreadsPerCore != nil
}

// nearest returns the one of a few counts that is nearest to n, the smaller of
// two.
func nearest(n int32, counts []int32) int32 {
	return slices.MinFunc(counts, func(a, b int32) int { return cmp.Compare(max(a-n, n-a), max(b-n, n-b)) })
}

func list(counts []int32) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(counts), " ", ", "), "[]")
}
