package network

import (
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Paths of the lists that the rules walk.
const (
	interfacesPath = "NetworkInterfaces"
	secondaryPath  = "SecondaryInterfaces"
)

// interfaces yields the position of each network interface and the interface
// itself, in place: a rule must not modify it.
func interfaces(in *ec2.RunInstancesInput) iter.Seq2[int, *types.InstanceNetworkInterfaceSpecification] {
	return func(yield func(int, *types.InstanceNetworkInterfaceSpecification) bool) {
		for i := range in.NetworkInterfaces {
			if !yield(i, &in.NetworkInterfaces[i]) {
				return
			}
		}
	}
}

// secondaryInterfaces yields the position of each secondary interface and the
// interface itself, in place.
func secondaryInterfaces(in *ec2.RunInstancesInput) iter.Seq2[int, *types.InstanceSecondaryInterfaceSpecificationRequest] {
	return func(yield func(int, *types.InstanceSecondaryInterfaceSpecificationRequest) bool) {
		for i := range in.SecondaryInterfaces {
			if !yield(i, &in.SecondaryInterfaces[i]) {
				return
			}
		}
	}
}
