package instancetype

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// VCPUs is the number of vCPUs without CPU options: cores times threads per
// core.
func (i Info) VCPUs() (n int32, ok bool) { return i.int32(FactVCPUs) }

// DefaultCores is the number of cores without CPU options.
func (i Info) DefaultCores() (n int32, ok bool) { return i.int32(FactDefaultCores) }

// DefaultThreadsPerCore is 2 where the processor runs two threads a core, else
// 1.
func (i Info) DefaultThreadsPerCore() (n int32, ok bool) { return i.int32(FactDefaultThreadsPerCore) }

// CPUOptionsListed says whether EC2 lists valid core and thread counts for the
// type. Where it lists none, the type takes no CoreCount and ThreadsPerCore.
func (i Info) CPUOptionsListed() Answer { return i.answer(FactCPUOptionsListed) }

// ValidCores says whether CpuOptions.CoreCount may be n. It is [Unknown] where
// EC2 lists no core counts.
func (i Info) ValidCores(n int32) Answer { return contains(i.cores(), n) }

// ValidThreadsPerCore says whether CpuOptions.ThreadsPerCore may be n. It is
// [Unknown] where EC2 lists no thread counts.
func (i Info) ValidThreadsPerCore(n int32) Answer { return contains(i.threads(), n) }

// Cores lists the valid values of CpuOptions.CoreCount in ascending order; nil
// when they are not known.
func (i Info) Cores() []int32 { return slices.Clone(i.cores()) }

// Threads lists the valid values of CpuOptions.ThreadsPerCore in ascending
// order; nil when they are not known.
func (i Info) Threads() []int32 { return slices.Clone(i.threads()) }

// ClockGHz is the sustained clock speed in GHz.
func (i Info) ClockGHz() (n float64, ok bool) { return i.float64(FactClockGHz) }

// Manufacturer is the maker of the processor: "Intel", "AMD", "AWS", "Apple";
// "" when unknown.
func (i Info) Manufacturer() string { return i.text(FactManufacturer) }

// Architecture says whether the type runs images of the architecture.
func (i Info) Architecture(a types.ArchitectureType) Answer {
	return i.member(FactArchitectures, string(a))
}

// Architectures lists the architectures whose images the type runs; nil when
// they are not known.
func (i Info) Architectures() []types.ArchitectureType {
	return listOf[types.ArchitectureType](i, FactArchitectures)
}

// AMDSEVSNP says whether CpuOptions.AmdSevSnp may be enabled. EC2 offers it in
// some Regions only.
func (i Info) AMDSEVSNP() Answer { return i.answer(FactAMDSEVSNP) }

// NestedVirtualization says whether CpuOptions.NestedVirtualization may be
// enabled.
func (i Info) NestedVirtualization() Answer { return i.answer(FactNestedVirtualization) }

// MemoryMiB is the memory in MiB.
func (i Info) MemoryMiB() (n int64, ok bool) { return i.int64(FactMemoryMiB) }

func (i Info) cores() []int32 {
	if r := i.layer(FactCores); r != nil {
		return r.cores
	}
	return intLists[rows[i.row].cores]
}

func (i Info) threads() []int32 {
	if r := i.layer(FactThreads); r != nil {
		return r.threads
	}
	return intLists[rows[i.row].threads]
}

// contains searches a list in ascending order; nil is not known.
func contains(list []int32, n int32) Answer {
	if list == nil {
		return Unknown
	}
	low, high := 0, len(list)
	for low < high {
		if middle := int(uint(low+high) >> 1); list[middle] < n {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return answerOf(low < len(list) && list[low] == n)
}
