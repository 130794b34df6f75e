package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var amdSEVSNPStates = &validate.Values{
	ID:      "amd-sev-snp",
	Summary: "settings of AMD SEV-SNP",
	Source:  validate.Source{Shape: "CpuOptionsRequest", Member: "AmdSevSnp"},
	Sets:    []validate.ValueSet{{Since: validate.Autumn2026, Values: []string{"enabled", "disabled"}}},
}

var nestedVirtualizationStates = &validate.Values{
	ID:      "nested-virtualization",
	Summary: "settings of nested virtualization",
	Source:  validate.Source{Shape: "CpuOptionsRequest", Member: "NestedVirtualization"},
	Sets:    []validate.ValueSet{{Since: validate.Autumn2026, Values: []string{"enabled", "disabled"}}},
}

var creditOptions = &validate.Values{
	ID:      "cpu-credits",
	Summary: "credit options of burstable types",
	Source:  validate.Source{Shape: "CreditSpecificationRequest", Member: "CpuCredits"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"standard", "unlimited"}}},
	AnyCase: true,
}

var threadsPerCoreMin = &validate.Limit{
	ID:      "cpu-threads-per-core-min",
	Summary: "fewest threads of a CPU core",
	Source:  validate.Source{Shape: "CpuOptionsRequest", Member: "ThreadsPerCore"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 1}},
}

var threadsPerCoreMax = &validate.Limit{
	ID:      "cpu-threads-per-core-max",
	Summary: "most threads of a CPU core",
	Source:  validate.Source{Shape: "CpuOptionsRequest", Member: "ThreadsPerCore"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 2}},
}
