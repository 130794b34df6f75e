// Package hibernation shows a workstation that sleeps overnight: an encrypted
// root volume with room for its memory, on a type that can hibernate.
package hibernation_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/launch"
)

// root returns a root volume with room for the memory of a type beside what the
// system needs.
func root(t types.InstanceType, system blockdevice.GiB) (blockdevice.Mapping, error) {
	info, _ := instancetype.Lookup(t)
	memory, ok := info.MemoryMiB()
	if !ok || info.Hibernation() != instancetype.Yes {
		return nil, fmt.Errorf("%s is not known to hibernate", t)
	}
	gib := blockdevice.GiB((memory + 1023) / 1024)
	return blockdevice.Inherit().VolumeType(types.VolumeTypeGp3).GrowTo(gib + system).KMSKey("alias/workstation"), nil
}

// workstation builds an instance that can hibernate. Amazon Linux calls its
// root device /dev/xvda.
func workstation(t types.InstanceType) (launch.Spec, error) {
	volume, err := root(t, 30)
	if err != nil {
		return launch.Spec{}, err
	}
	return launch.FromImage("ami-0123456789abcdef0", t).
		Device("/dev/xvda", volume).
		Hibernation(true).
		Build()
}

func Example() {
	for _, t := range []types.InstanceType{
		types.InstanceTypeM7i2xlarge,
		types.InstanceTypeP548xlarge,
	} {
		spec, err := workstation(t)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(t, "with a root volume of", *spec.Input().BlockDeviceMappings[0].Ebs.VolumeSize, "GiB")
	}
	// Output:
	// m7i.2xlarge with a root volume of 62 GiB
	// p5.48xlarge is not known to hibernate
}

// The AMI may call its root device otherwise, and the account may encrypt all
// volumes. So a root volume that does not fit only draws warnings.
func Example_warnings() {
	spec, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7i2xlarge).
		Device("/dev/xvda", blockdevice.Inherit().GrowTo(20).Encrypted(false)).
		Hibernation(true).
		Build()
	fmt.Println(err)
	for _, w := range spec.Warnings() {
		fmt.Println(w.Rule, "at", w.Path)
	}
	// Output:
	// <nil>
	// hibernation-root-encryption-required at BlockDeviceMappings[0].Ebs.Encrypted
	// hibernation-root-size-range at BlockDeviceMappings[0].Ebs.VolumeSize
}
