package instancetype

import "slices"

// A GPU is a group of equal GPUs.
type GPU struct {
	Count        int32 // 0 where the type has a fraction of one
	Manufacturer string
	Name         string
	MemoryMiB    int32 // of one GPU; 0 when unknown
}

// An Accelerator is a group of equal accelerators that are no GPUs.
type Accelerator struct {
	Kind         AcceleratorKind
	Count        int32
	Manufacturer string
	Name         string
	MemoryMiB    int32 // of one accelerator; 0 when unknown
}

// An AcceleratorKind is what an accelerator is made for.
type AcceleratorKind string

// The kinds of accelerator.
const (
	Neuron    AcceleratorKind = "neuron" // AWS Inferentia and Trainium
	Inference AcceleratorKind = "inference"
	Media     AcceleratorKind = "media"
	FPGA      AcceleratorKind = "fpga"
)

var acceleratorKinds = [...]AcceleratorKind{Neuron, Inference, Media, FPGA}

// GPUs lists the GPUs: empty for a type without them, nil when they are not
// known.
func (i Info) GPUs() []GPU { return slices.Clone(i.gpus()) }

// GPUMemoryMiB is the memory of all GPUs together in MiB, 0 for a type without
// them.
func (i Info) GPUMemoryMiB() (n int64, ok bool) { return i.int64(FactGPUMemoryMiB) }

// Accelerators lists the accelerators other than GPUs: empty for a type without
// them, nil when they are not known.
func (i Info) Accelerators() []Accelerator { return slices.Clone(i.accelerators()) }

func (i Info) gpus() []GPU {
	if r := i.layer(FactGPUs); r != nil {
		return r.gpus
	}
	return gpuLists[rows[i.row].gpus]
}

func (i Info) accelerators() []Accelerator {
	if r := i.layer(FactAccelerators); r != nil {
		return r.accelerators
	}
	return acceleratorLists[rows[i.row].accelerators]
}
