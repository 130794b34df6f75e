package instancetype

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// A Card is one network card of an instance type. The zero Card knows nothing but its index, 0.
//
// Cards and their interfaces are [Structural]. EC2 has raised bandwidths and added figures on ENA queues later: treat those
// as [SwitchedOn].
type Card struct {
	index       int32
	interfaces  maybe
	baseline    bandwidth
	peak        bandwidth
	queues      maybe
	queuesEach  maybe
	queuesTotal maybe
	flexible    maybe
	kinds       set
}

// Index is the value of NetworkCardIndex that addresses the card.
func (c Card) Index() int32 { return c.index }

// MaxInterfaces is the number of network interfaces of the card.
func (c Card) MaxInterfaces() (n int32, ok bool) { return c.interfaces.get() }

// AdditionalFlexibleInterfaces is the number of interfaces that the card takes beyond [Card.MaxInterfaces] when their
// ENA queues are allocated flexibly.
func (c Card) AdditionalFlexibleInterfaces() (n int32, ok bool) { return c.flexible.get() }

// BaselineGbps is the bandwidth in Gbit/s that is always there.
func (c Card) BaselineGbps() (n float64, ok bool) { return c.baseline.get() }

// PeakGbps is the bandwidth in Gbit/s that the card bursts to.
func (c Card) PeakGbps() (n float64, ok bool) { return c.peak.get() }

// DefaultENAQueues is the number of ENA queues of an interface that does not ask for another.
func (c Card) DefaultENAQueues() (n int32, ok bool) { return c.queues.get() }

// MaxENAQueuesPerInterface is the largest EnaQueueCount of one interface.
func (c Card) MaxENAQueuesPerInterface() (n int32, ok bool) { return c.queuesEach.get() }

// MaxENAQueues is the number of ENA queues that the interfaces of the card share.
func (c Card) MaxENAQueues() (n int32, ok bool) { return c.queuesTotal.get() }

// InterfaceType says whether the card takes interfaces of the kind. It is [Unknown] where EC2 states no kinds.
func (c Card) InterfaceType(k types.NetworkCardInterfaceType) Answer {
	return c.kinds.contains(string(k), cardInterfaceTypes)
}

// InterfaceTypes lists the kinds of interface that the card takes; nil when they are not known.
func (c Card) InterfaceTypes() []types.NetworkCardInterfaceType {
	return members[types.NetworkCardInterfaceType](c.kinds, cardInterfaceTypes)
}
