package network

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A SecondaryInterface joins an instance to a secondary network. It always ends
// with the instance. Begin with [NewSecondaryInterface]: the zero
// SecondaryInterface names no subnet.
type SecondaryInterface struct {
	spec   types.InstanceSecondaryInterfaceSpecificationRequest
	faults part.Faults
}

// NewSecondaryInterface makes an interface in a secondary subnet, by ID.
func NewSecondaryInterface(subnetID string) SecondaryInterface {
	return SecondaryInterface{spec: types.InstanceSecondaryInterfaceSpecificationRequest{
		InterfaceType:     types.SecondaryInterfaceTypeSecondary,
		SecondarySubnetId: new(subnetID),
	}}
}

// DeviceIndex sets the position in the order of attachment.
func (s SecondaryInterface) DeviceIndex(index int32) SecondaryInterface {
	s.spec.DeviceIndex = new(index)
	return s
}

// NetworkCardIndex sets the network card, which must support secondary
// interfaces.
func (s SecondaryInterface) NetworkCardIndex(index int32) SecondaryInterface {
	s.spec.NetworkCardIndex = new(index)
	return s
}

// DeleteOnTermination sets whether the interface ends with the instance. True,
// the default, is the only thing that EC2 supports, see the rule
// secondary-interface-deletion-unsupported.
func (s SecondaryInterface) DeleteOnTermination(on bool) SecondaryInterface {
	s.spec.DeleteOnTermination = new(on)
	return s
}

// IPv4 sets the private IPv4 addresses. Nil takes an earlier choice back.
func (s SecondaryInterface) IPv4(v IPv4) SecondaryInterface {
	count, list, faults := ipv4Of("IPv4", "PrivateIpAddresses", v)
	s.faults = s.faults.Of("IPv4", faults...)
	s.spec.PrivateIpAddressCount, s.spec.PrivateIpAddresses = count, nil
	for _, a := range list {
		s.spec.PrivateIpAddresses = append(s.spec.PrivateIpAddresses,
			types.InstanceSecondaryInterfacePrivateIpAddressRequest{PrivateIpAddress: new(a)})
	}
	return s
}

// Apply adds s to the secondary interfaces of a request, with which it shares
// nothing.
func (s SecondaryInterface) Apply(in *ec2.RunInstancesInput) {
	in.SecondaryInterfaces = append(slices.Clip(in.SecondaryInterfaces),
		sdkcopy.InstanceSecondaryInterfaceSpecificationRequest(s.spec))
}

// Err says what is wrong with an argument of s, which launch.Builder reports. It
// is nil where nothing is.
func (s SecondaryInterface) Err() error { return s.faults.Err() }

// String returns the interface as JSON: an element of SecondaryInterfaces.
func (s SecondaryInterface) String() string { return part.JSON(&s.spec) }

// Equal reports whether s and t are the same interface.
func (s SecondaryInterface) Equal(t SecondaryInterface) bool {
	return sdkcopy.Equal(&s.spec, &t.spec) && slices.Equal(s.faults, t.faults)
}
