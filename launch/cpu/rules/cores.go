package rules

import (
	"fmt"
	"strings"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var cpuCoresRequired = &validate.Rule{
	ID:      "cpu-cores-required",
	Summary: "CoreCount and ThreadsPerCore must be given together or not at all",
	Reading: "Read literally, all CpuOptions need both. But AmdSevSnp and NestedVirtualization are documented to " +
		"stand alone: the two need each other only.",
	Source:    validate.Source{Shape: "CpuOptionsRequest", Guide: "instance-cpu-options-rules"},
	Code:      "MissingParameter",
	CodeBasis: validate.Observed,
	Members:   []string{"CpuOptions.CoreCount", "CpuOptions.ThreadsPerCore"},
	When:      []string{"CpuOptions"},
	Reads:     []string{"InstanceType"},
	Check: func(p *validate.Pass) {
		o := p.Input.CpuOptions
		// Bare metal and T2 take neither of the two.
		if (o.CoreCount == nil) == (o.ThreadsPerCore == nil) || p.Templated() || bareMetal(p) || t2(p) {
			return
		}
		missing, given := "CoreCount", "ThreadsPerCore"
		usual, known := p.InstanceType().DefaultCores()
		if o.CoreCount != nil {
			missing, given = given, missing
			usual, known = p.InstanceType().DefaultThreadsPerCore()
		}
		hint := ""
		if known {
			hint = fmt.Sprintf("; the default of %s is %d", p.Input.InstanceType, usual)
		}
		p.Reportf("CpuOptions."+missing, "must be given with %s%s", given, hint)
	},
	Good: []validate.Example{
		{Spec: `{"CpuOptions":{"CoreCount":1,"ThreadsPerCore":1}}`},
		{Spec: `{"InstanceType":"m8i.large","CpuOptions":{"NestedVirtualization":"enabled"}}`,
			Since: validate.Autumn2026},
		{Spec: `{"CpuOptions":{"CoreCount":1},"LaunchTemplate":{"LaunchTemplateName":"web"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"CpuOptions":{"CoreCount":1}}`, At: "CpuOptions.ThreadsPerCore"},
		{Spec: `{"CpuOptions":{"ThreadsPerCore":1}}`, At: "CpuOptions.CoreCount"},
	},
}

var cpuCoresUnsupported = &validate.Rule{
	ID:        "cpu-cores-unsupported",
	Summary:   "CoreCount and ThreadsPerCore must not be given for T2 types",
	Reading:   "The guide took T2 off its list because EC2 refuses even the default counts.",
	Source:    validate.Source{Guide: "cpu-options-supported-instances-values"},
	Code:      "UnsupportedOperation",
	CodeBasis: validate.Observed,
	Given:     []string{"CpuOptions"},
	When:      []string{"InstanceType"},
	Reads:     []string{"CpuOptions.CoreCount", "CpuOptions.ThreadsPerCore"},
	Check: func(p *validate.Pass) {
		if cores(p) && t2(p) {
			p.Conflictf("CpuOptions", []string{"InstanceType"},
				"must not choose cores and threads, which %s does not let choose; drop CoreCount and ThreadsPerCore",
				p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"t2.micro"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t2.micro","CpuOptions":{"ThreadsPerCore":1}}`, At: "CpuOptions"},
		{Spec: `{"InstanceType":"t2.micro","CpuOptions":{"CoreCount":1,"ThreadsPerCore":1}}`, At: "CpuOptions"},
		{Spec: `{"InstanceType":"t2.micro","CpuOptions":{"CoreCount":1}}`, At: "CpuOptions"},
	},
}

var cpuCoresUnknown = &validate.Rule{
	ID:      "cpu-cores-unknown",
	Summary: "CoreCount and ThreadsPerCore should not be given for a type that lists no valid core counts",
	Reading: "EC2 refuses them for hpc6a, which lists none. That it does so for every such type is not documented, " +
		"so the rule only warns.",
	Source: validate.Source{
		Shape: "VCpuInfo", Member: "ValidCores", Guide: "cpu-options-supported-instances-values",
	},
	Severity:  validate.SeverityWarning,
	Code:      "UnsupportedOperation",
	CodeBasis: validate.Observed,
	Given:     []string{"CpuOptions"},
	When:      []string{"InstanceType"},
	Reads:     []string{"CpuOptions.CoreCount", "CpuOptions.ThreadsPerCore"},
	Facts:     []instancetype.Fact{instancetype.FactCPUOptionsListed},
	Check: func(p *validate.Pass) {
		if cores(p) && p.InstanceType().CPUOptionsListed() == instancetype.No && !bareMetal(p) && !t2(p) {
			p.Conflictf("CpuOptions", []string{"InstanceType"},
				"should not choose cores and threads, of which %s lists no choice; drop CoreCount and ThreadsPerCore",
				p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m3.medium"}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m3.medium","CpuOptions":{"CoreCount":1},` +
				`"LaunchTemplate":{"LaunchTemplateName":"web"}}`,
			At: "CpuOptions",
		},
		{
			Spec: `{"InstanceType":"m3.medium","CpuOptions":{"ThreadsPerCore":1},` +
				`"LaunchTemplate":{"LaunchTemplateName":"web"}}`,
			At: "CpuOptions",
		},
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
