package instancetype

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

func (r *record) devices(d *types.InstanceTypeInfo) {
	if g := d.GpuInfo; g != nil || whole(d) {
		r.readGPUs(g)
	}
	r.accelerators = []Accelerator{}
	add := func(kind AcceleratorKind, count *int32, maker, name *string, memoryMiB *int32) {
		r.accelerators = append(r.accelerators, Accelerator{kind, value(count), value(maker), value(name),
			value(memoryMiB)})
	}
	for _, a := range value(d.NeuronInfo).NeuronDevices {
		add(Neuron, a.Count, new("AWS"), a.Name, value(a.MemoryInfo).SizeInMiB)
	}
	if d.NeuronInfo == nil { // Inferentia is in InferenceAcceleratorInfo too
		for _, a := range value(d.InferenceAcceleratorInfo).Accelerators {
			add(Inference, a.Count, a.Manufacturer, a.Name, value(a.MemoryInfo).SizeInMiB)
		}
	}
	for _, a := range value(d.MediaAcceleratorInfo).Accelerators {
		add(Media, a.Count, a.Manufacturer, a.Name, value(a.MemoryInfo).SizeInMiB)
	}
	for _, a := range value(d.FpgaInfo).Fpgas {
		add(FPGA, a.Count, a.Manufacturer, a.Name, value(a.MemoryInfo).SizeInMiB)
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
