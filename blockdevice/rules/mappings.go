package rules

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

// volumes yields the mappings to EBS volumes, in place.
func volumes(in *ec2.RunInstancesInput) iter.Seq2[int, *types.BlockDeviceMapping] {
	return func(yield func(int, *types.BlockDeviceMapping) bool) {
		for i, m := range mappings(in) {
			if isVolume(m) && !yield(i, m) {
				return
			}
		}
	}
}

// stores yields the mappings to instance store volumes, in place.
func stores(in *ec2.RunInstancesInput) iter.Seq2[int, *types.BlockDeviceMapping] {
	return func(yield func(int, *types.BlockDeviceMapping) bool) {
		for i, m := range mappings(in) {
			if isStore(m) && !yield(i, m) {
				return
			}
		}
	}
}

// isVolume reports whether a mapping is to an EBS volume. A removed device has
// none, whatever else its mapping says.
func isVolume(m *types.BlockDeviceMapping) bool { return m.Ebs != nil && m.NoDevice == nil }

// isStore reports whether a mapping is to an instance store volume. Of a
// mapping to both kinds, EC2 takes the EBS volume.
func isStore(m *types.BlockDeviceMapping) bool {
	return m.VirtualName != nil && m.Ebs == nil && m.NoDevice == nil
}
