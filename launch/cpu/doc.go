// Package cpu builds the CpuOptions and CreditSpecification of a launch: the
// cores, threads and features of its processor, and what a burstable instance
// may spend.
//
//	cpu.Cores(4, 1)                          // half the vCPUs of an 8-vCPU type, no multithreading
//	cpu.Cores(2, 2).AMDSEVSNP(true)          // with encrypted memory
//	cpu.Options{}.NestedVirtualization(true) // all cores, and a hypervisor of one's own
//	cpu.Standard                             // no surplus credits on a T type
//
// # Concepts
//
// [Options] are the request's CpuOptions, [Credits] its CreditSpecification.
//
// All methods return a changed copy and leave their receiver alone, so that
// half-built options can be shared and continued in different ways.
//
// A method that sets something replaces what was set before, one that adds
// adds, and a switch takes a bool. Values print as JSON and compare by Equal.
//
// # Limits
//
// The rules, in package launch/cpu/rules, check any request, however it was made. Of
// an instance type that package instancetype does not know, they say
// nothing. What the AMI or the Region decides (boot mode, licence, where
// SEV-SNP is offered), EC2 alone knows.
package cpu
