package network

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A SecondaryInterface joins an instance to a secondary network. It always ends
// with the instance. Begin with [NewSecondaryInterface]: the zero
// SecondaryInterface names no subnet.
type SecondaryInterface struct {
	spec types.InstanceSecondaryInterfaceSpecificationRequest
}

// NewSecondaryInterface makes an interface in a secondary subnet, by ID.
func NewSecondaryInterface(subnetID string) SecondaryInterface {
	return SecondaryInterface{types.InstanceSecondaryInterfaceSpecificationRequest{
		InterfaceType:     types.SecondaryInterfaceTypeSecondary,
		SecondarySubnetId: new(subnetID),
	}}
}

// DeviceIndex chooses the position in the order of attachment.
func (s SecondaryInterface) DeviceIndex(index int32) SecondaryInterface {
	s.spec.DeviceIndex = new(index)
	return s
}

// NetworkCardIndex chooses the network card, which must support secondary
// interfaces.
func (s SecondaryInterface) NetworkCardIndex(index int32) SecondaryInterface {
	s.spec.NetworkCardIndex = new(index)
	return s
}

// DeleteOnTermination says that the interface ends with the instance, the only
// thing that EC2 supports.
func (s SecondaryInterface) DeleteOnTermination() SecondaryInterface {
	s.spec.DeleteOnTermination = new(true)
	return s
}

// IPv4 assigns private IPv4 addresses. Nil takes an earlier choice back.
func (s SecondaryInterface) IPv4(v IPv4) SecondaryInterface {
	count, list := ipv4Of(v)
	s.spec.PrivateIpAddressCount, s.spec.PrivateIpAddresses = count, nil
	for _, a := range list {
		s.spec.PrivateIpAddresses = append(s.spec.PrivateIpAddresses,
			types.InstanceSecondaryInterfacePrivateIpAddressRequest{PrivateIpAddress: new(a.String())})
	}
	return s
}

// Apply adds s to the secondary interfaces of a request, with which it shares
// nothing.
func (s SecondaryInterface) Apply(in *ec2.RunInstancesInput) {
	in.SecondaryInterfaces = append(slices.Clip(in.SecondaryInterfaces),
		sdkcopy.InstanceSecondaryInterfaceSpecificationRequest(s.spec))
}
