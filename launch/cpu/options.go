package cpu

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/requested"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// Options are the CPU options of a launch. The zero Options leaves them all to
// the instance type, which then runs all its cores with all their threads.
type Options struct{ spec types.CpuOptionsRequest }

// Cores runs n cores with one or two threads each; n × threads is the number of
// vCPUs. One thread turns multithreading off. EC2 takes the two only together,
// and each type allows certain counts: see the rules cpu-core-count-unsupported
// and cpu-threads-per-core-unsupported.
func Cores(n, threads int32) Options {
	return Options{types.CpuOptionsRequest{CoreCount: new(n), ThreadsPerCore: new(threads)}}
}

// AMDSEVSNP sets whether AMD SEV-SNP encrypts the memory of the instance. The
// default is false. Some sizes of M6a, C6a and R6a support it, in some Regions
// (see the rule cpu-amd-sev-snp-unsupported); it goes neither with hibernation,
// nor enclaves, nor Dedicated Hosts.
func (o Options) AMDSEVSNP(on bool) Options {
	requested.Switch(&o.spec.AmdSevSnp, on)
	return o
}

// NestedVirtualization sets whether the instance can run virtual machines of its
// own, which turns Virtual Secure Mode off. The default is false. Recent Intel
// types support it, see the rule cpu-nested-virtualization-unsupported.
func (o Options) NestedVirtualization(on bool) Options {
	requested.Switch(&o.spec.NestedVirtualization, on)
	return o
}

// Apply writes o into a request, in place of what was there; the request shares
// nothing with o. The zero Options leaves the request without CpuOptions.
func (o Options) Apply(in *ec2.RunInstancesInput) {
	in.CpuOptions = nil
	if o != (Options{}) {
		in.CpuOptions = new(sdkcopy.CpuOptionsRequest(o.spec))
	}
}

// String returns the members of a request that o sets, as JSON.
func (o Options) String() string { return part.String(o) }

// Equal reports whether o and p say the same.
func (o Options) Equal(p Options) bool { return part.Equal(o, p) }
