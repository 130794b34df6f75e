package instancetype

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

func (r *record) devices(d *types.InstanceTypeInfo) {
	if g := d.GpuInfo; g != nil || whole(d) {
		r.readGPUs(g)
	}
	r.accelerators = []Accelerator{}
	if n := d.NeuronInfo; n != nil {
		for _, a := range n.NeuronDevices {
			memory := value(a.MemoryInfo).SizeInMiB
			r.accelerators = append(r.accelerators, Accelerator{Neuron, value(a.Count), "AWS", value(a.Name), value(memory)})
		}
	}
	// Inferentia stands under both NeuronInfo and the older InferenceAcceleratorInfo.
	if n := d.InferenceAcceleratorInfo; n != nil && d.NeuronInfo == nil {
		for _, a := range n.Accelerators {
			memory := value(a.MemoryInfo).SizeInMiB
			r.accelerators = append(r.accelerators, Accelerator{Inference, value(a.Count), value(a.Manufacturer), value(a.Name), value(memory)})
		}
	}
	if n := d.MediaAcceleratorInfo; n != nil {
		for _, a := range n.Accelerators {
			memory := value(a.MemoryInfo).SizeInMiB
			r.accelerators = append(r.accelerators, Accelerator{Media, value(a.Count), value(a.Manufacturer), value(a.Name), value(memory)})
		}
	}
	if n := d.FpgaInfo; n != nil {
		for _, a := range n.Fpgas {
			memory := value(a.MemoryInfo).SizeInMiB
			r.accelerators = append(r.accelerators, Accelerator{FPGA, value(a.Count), value(a.Manufacturer), value(a.Name), value(memory)})
		}
	}
	if len(r.accelerators) > 0 || whole(d) {
		r.learn(FactAccelerators)
	}
}

// readGPUs takes nil for a type without GPUs.
func (r *record) readGPUs(g *types.GpuInfo) {
	r.gpus = []GPU{}
	r.learn(FactGPUs)
	if g == nil {
		r.number(FactGPUMemoryMiB, new(int32(0)))
		return
	}
	for _, a := range g.Gpus {
		memory := value(a.MemoryInfo).SizeInMiB
		r.gpus = append(r.gpus, GPU{value(a.Count), value(a.Manufacturer), value(a.Name), value(memory)})
	}
	r.number(FactGPUMemoryMiB, g.TotalGpuMemoryInMiB)
}

// value is what p points to, the zero value for nil.
func value[T any](p *T) T {
	if p == nil {
		return *new(T)
	}
	return *p
}
