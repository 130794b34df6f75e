package network

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// An ExistingInterface is a network interface that was made before and is
// attached to the instance. It brings its subnet, groups, addresses and
// description along, so that none of them can be chosen, and outlives the
// instance. It goes only with a single instance. The zero ExistingInterface
// lacks its ID and its device index, which the rules refuse.
type ExistingInterface struct {
	spec types.InstanceNetworkInterfaceSpecification
}

// Existing attaches the interface with that ID, "eni-0123456789abcdef0", as the
// primary one, unless [ExistingInterface.DeviceIndex] says otherwise.
func Existing(id string) ExistingInterface {
	return ExistingInterface{types.InstanceNetworkInterfaceSpecification{
		NetworkInterfaceId: new(id),
		DeviceIndex:        new(int32(0)),
	}}
}

// DeviceIndex sets the position in the order of attachment of the network
// card, from 0.
func (e ExistingInterface) DeviceIndex(index int32) ExistingInterface {
	e.spec.DeviceIndex = new(index)
	return e
}

// NetworkCardIndex sets the network card, from 0, on types that have several.
// The default is 0, where the primary interface must be.
func (e ExistingInterface) NetworkCardIndex(index int32) ExistingInterface {
	e.spec.NetworkCardIndex = new(index)
	return e
}

// ENAExpress is like [Interface.ENAExpress].
func (e ExistingInterface) ENAExpress(on bool) ExistingInterface {
	e.spec.EnaSrdSpecification = enaExpress(e.spec.EnaSrdSpecification, on)
	return e
}

// ENAExpressUDP is like [Interface.ENAExpressUDP].
func (e ExistingInterface) ENAExpressUDP(on bool) ExistingInterface {
	e.spec.EnaSrdSpecification = enaExpressUDP(e.spec.EnaSrdSpecification, on)
	return e
}

// ENAQueueCount sets the number of ENA queues, a power of two, on types that
// let it be chosen. See the rules ena-queue-count-format and
// ena-queue-unsupported.
func (e ExistingInterface) ENAQueueCount(n int32) ExistingInterface {
	e.spec.EnaQueueCount = new(n)
	return e
}

// String returns the interface as JSON: an element of NetworkInterfaces.
func (e ExistingInterface) String() string { return part.JSON(&e.spec) }

// Equal reports whether e and f are the same interface.
func (e ExistingInterface) Equal(f ExistingInterface) bool { return sdkcopy.Equal(&e.spec, &f.spec) }

func (e ExistingInterface) specification() (types.InstanceNetworkInterfaceSpecification, part.Faults) {
	return e.spec, nil
}
