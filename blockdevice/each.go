package blockdevice

import (
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// mappings yields the position of each mapping and the mapping itself, in
// place: a rule must not modify it.
func mappings(in *ec2.RunInstancesInput) iter.Seq2[int, *types.BlockDeviceMapping] {
	return func(yield func(int, *types.BlockDeviceMapping) bool) {
		for i := range in.BlockDeviceMappings {
			if !yield(i, &in.BlockDeviceMappings[i]) {
				return
			}
		}
	}
}

// volumes yields the mappings to EBS volumes, in place. A removed device has
// none, whatever else its mapping says.
func volumes(in *ec2.RunInstancesInput) iter.Seq2[int, *types.BlockDeviceMapping] {
	return func(yield func(int, *types.BlockDeviceMapping) bool) {
		for i, m := range mappings(in) {
			if m.Ebs != nil && m.NoDevice == nil && !yield(i, m) {
				return
			}
		}
	}
}

// stores yields the mappings to instance store volumes, in place. Of a mapping
// to both kinds of volume, EC2 takes the EBS volume.
func stores(in *ec2.RunInstancesInput) iter.Seq2[int, *types.BlockDeviceMapping] {
	return func(yield func(int, *types.BlockDeviceMapping) bool) {
		for i, m := range mappings(in) {
			if m.VirtualName != nil && m.Ebs == nil && m.NoDevice == nil && !yield(i, m) {
				return
			}
		}
	}
}
