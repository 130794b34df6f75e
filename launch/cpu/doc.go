// Package cpu says how many cores and threads an instance gets, which features
// of its processor are switched on, and what a burstable instance may spend.
//
//	cpu.Cores(4, 1)                               // half the vCPUs of an 8-vCPU type, no multithreading
//	cpu.Cores(2, 2).AMDSEVSNP(true)               // with encrypted memory
//	cpu.Options{}.NestedVirtualization(true)      // all cores, and a hypervisor of one's own
//	cpu.Standard                                  // no surplus credits on a T type
//
// [Options] are the request's CpuOptions, [Credits] its CreditSpecification.
// Both are values: every method returns a changed copy.
//
// [Rules] check the same members on any request, whoever built it. What a type
// allows is known from package instancetype; of a type that it does not know, the
// rules say nothing. What only the AMI or the Region decides (boot mode, licence,
// where SEV-SNP is offered) is not checked.
package cpu
