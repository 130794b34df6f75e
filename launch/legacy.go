package launch

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Kernel sets the kernel of a paravirtual AMI. AWS recommends PV-GRUB instead.
// See the rule kernel-type-unsupported.
func (b Builder) Kernel(id string) Builder {
	b.in.KernelId = new(id)
	return b
}

// RAMDisk sets the RAM disk of a paravirtual AMI. AWS recommends PV-GRUB
// instead.
func (b Builder) RAMDisk(id string) Builder {
	b.in.RamdiskId = new(id)
	return b
}

// ElasticGPU adds an Elastic Graphics accelerator.
//
// Deprecated: Elastic Graphics reached its end of life on 8 January 2024.
func (b Builder) ElasticGPU(acceleratorType string) Builder {
	gpu := types.ElasticGpuSpecification{Type: new(acceleratorType)}
	b.in.ElasticGpuSpecification = append(slices.Clip(b.in.ElasticGpuSpecification), gpu)
	return b
}

// ElasticInference adds count Elastic Inference accelerators.
//
// Deprecated: Elastic Inference is no longer available.
func (b Builder) ElasticInference(acceleratorType string, count int32) Builder {
	accelerator := types.ElasticInferenceAccelerator{Type: new(acceleratorType), Count: new(count)}
	b.in.ElasticInferenceAccelerators = append(slices.Clip(b.in.ElasticInferenceAccelerators), accelerator)
	return b
}

// AdditionalInfo sets a parameter that AWS reserves, see the rule
// additional-info-reserved.
func (b Builder) AdditionalInfo(info string) Builder {
	b.in.AdditionalInfo = new(info)
	return b
}

// Operator sets the service provider that manages the instance. AWS reserves it
// for internal use, see the rule operator-reserved.
func (b Builder) Operator(principal string) Builder {
	b.in.Operator = &types.OperatorRequest{Principal: new(principal)}
	return b
}
