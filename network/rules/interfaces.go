package rules

import (
	"iter"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
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
func secondaryInterfaces(
	in *ec2.RunInstancesInput,
) iter.Seq2[int, *types.InstanceSecondaryInterfaceSpecificationRequest] {
	return func(yield func(int, *types.InstanceSecondaryInterfaceSpecificationRequest) bool) {
		for i := range in.SecondaryInterfaces {
			if !yield(i, &in.SecondaryInterfaces[i]) {
				return
			}
		}
	}
}

// several reports whether a request may launch more than one instance.
func several(in *ec2.RunInstancesInput) bool { return aws.ToInt32(in.MaxCount) > 1 }
