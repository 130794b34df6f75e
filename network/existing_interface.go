package network

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

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

// DeviceIndex chooses the position in the order of attachment of the network
// card, from 0.
func (e ExistingInterface) DeviceIndex(index int32) ExistingInterface {
	e.spec.DeviceIndex = new(index)
	return e
}

// NetworkCardIndex chooses the network card, from 0, on types that have several.
// The default is 0, where the primary interface must be.
func (e ExistingInterface) NetworkCardIndex(index int32) ExistingInterface {
	e.spec.NetworkCardIndex = new(index)
	return e
}

// ENAExpress sends TCP over ENA Express (ENA SRD). The instance type must
// support it, see the rule ena-express-unsupported.
func (e ExistingInterface) ENAExpress() ExistingInterface {
	e.spec.EnaSrdSpecification = enaExpress(e.spec.EnaSrdSpecification, false)
	return e
}

// ENAExpressUDP sends UDP over ENA Express, and TCP with it.
func (e ExistingInterface) ENAExpressUDP() ExistingInterface {
	e.spec.EnaSrdSpecification = enaExpress(e.spec.EnaSrdSpecification, true)
	return e
}

// ENAQueueCount sets the number of ENA queues, a power of two, on types that
// let it be chosen. See the rules ena-queue-count-format and
// ena-queue-unsupported.
func (e ExistingInterface) ENAQueueCount(n int32) ExistingInterface {
	e.spec.EnaQueueCount = new(n)
	return e
}

func (e ExistingInterface) specification() types.InstanceNetworkInterfaceSpecification {
	return e.spec
}
