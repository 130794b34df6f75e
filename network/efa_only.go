package network

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// An EFAOnlyInterface is a new Elastic Fabric Adapter without an IP stack: it
// takes no addresses, no prefixes and no setting of the ENA device, and is
// never the primary interface. Begin with [EFAOnly]: the zero EFAOnlyInterface
// is no adapter, and lacks its device index, which the rules refuse.
type EFAOnlyInterface struct {
	spec types.InstanceNetworkInterfaceSpecification
}

// EFAOnly makes an adapter at a position of a network card, which must take one:
// see the rule efa-card-unsupported. The position 0 of card 0 is the primary
// interface's.
func EFAOnly(deviceIndex, networkCardIndex int32) EFAOnlyInterface {
	return EFAOnlyInterface{types.InstanceNetworkInterfaceSpecification{
		InterfaceType:    new("efa-only"),
		DeviceIndex:      new(deviceIndex),
		NetworkCardIndex: new(networkCardIndex),
	}}
}

// Subnet sets the subnet of the adapter, by ID. The default is one of the
// default VPC.
func (e EFAOnlyInterface) Subnet(id string) EFAOnlyInterface {
	e.spec.SubnetId = new(id)
	return e
}

// SecurityGroups adds security groups by ID, which must let the adapters of the
// group talk to each other.
func (e EFAOnlyInterface) SecurityGroups(ids ...string) EFAOnlyInterface {
	e.spec.Groups = append(slices.Clip(e.spec.Groups), ids...)
	return e
}

// Description sets a description in a few words.
func (e EFAOnlyInterface) Description(text string) EFAOnlyInterface {
	e.spec.Description = new(text)
	return e
}

// DeleteOnTermination sets whether the adapter ends with the instance or
// outlives it. The default is true.
func (e EFAOnlyInterface) DeleteOnTermination(on bool) EFAOnlyInterface {
	e.spec.DeleteOnTermination = new(on)
	return e
}

// String returns the adapter as JSON: an element of NetworkInterfaces.
func (e EFAOnlyInterface) String() string { return part.JSON(&e.spec) }

// Equal reports whether e and f are the same adapter.
func (e EFAOnlyInterface) Equal(f EFAOnlyInterface) bool { return sdkcopy.Equal(&e.spec, &f.spec) }

func (e EFAOnlyInterface) specification() (types.InstanceNetworkInterfaceSpecification, part.Faults) {
	return e.spec, nil
}
