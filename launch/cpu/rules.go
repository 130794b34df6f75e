package cpu

import "github.com/ec2launch/ec2launch/validate"

// Rules returns the rules on CpuOptions and CreditSpecification, in the order of
// the reference.
func Rules() []*validate.Rule {
	return []*validate.Rule{
		cpuCoresRequired,
		cpuCoresUnsupported,
		cpuBareMetalUnsupported,
		cpuAMDSEVSNPValues,
		cpuAMDSEVSNPUnsupported,
		cpuAMDSEVSNPHibernationConflict,
		cpuAMDSEVSNPEnclaveConflict,
		cpuAMDSEVSNPHostConflict,
		cpuCoreCountRange,
		cpuCoreCountUnsupported,
		cpuNestedVirtualizationValues,
		cpuNestedVirtualizationUnsupported,
		cpuThreadsPerCoreRange,
		cpuThreadsPerCoreUnsupported,

		creditRequired,
		creditValues,
		creditTypeUnsupported,
		creditHostConflict,
		creditAdvice,
	}
}
