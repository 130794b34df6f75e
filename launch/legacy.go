package launch

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// Kernel sets the kernel of a paravirtual AMI. AWS recommends PV-GRUB instead.
func (b Builder) Kernel(id string) Builder {
	b.in.KernelId = &id
	return b
}

// RAMDisk sets the RAM disk of a paravirtual AMI. AWS recommends PV-GRUB instead.
func (b Builder) RAMDisk(id string) Builder {
	b.in.RamdiskId = &id
	return b
}

// ElasticGPU adds an Elastic Graphics accelerator.
//
// Deprecated: Elastic Graphics reached its end of life on 8 January 2024.
func (b Builder) ElasticGPU(acceleratorType string) Builder {
	gpu := types.ElasticGpuSpecification{Type: &acceleratorType}
	b.in.ElasticGpuSpecification = add(b.in.ElasticGpuSpecification, gpu)
	return b
}

// ElasticInference adds count Elastic Inference accelerators.
//
// Deprecated: Elastic Inference is no longer available.
func (b Builder) ElasticInference(acceleratorType string, count int32) Builder {
	accelerator := types.ElasticInferenceAccelerator{Type: &acceleratorType, Count: &count}
	b.in.ElasticInferenceAccelerators = add(b.in.ElasticInferenceAccelerators, accelerator)
	return b
}

// AdditionalInfo sets a parameter that AWS reserves.
func (b Builder) AdditionalInfo(info string) Builder {
	b.in.AdditionalInfo = &info
	return b
}

// Operator sets the service provider that manages the instance. AWS reserves
// it for internal use.
func (b Builder) Operator(principal string) Builder {
	b.in.Operator = &types.OperatorRequest{Principal: &principal}
	return b
}
