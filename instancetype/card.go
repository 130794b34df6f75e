package instancetype

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// A Card is one network card of an instance type. The zero Card knows nothing
// but its index, 0.
//
// Which cards a type has and how many interfaces they take is as old as
// [Info.Age] of [FactNetworkCards] says, and which of them take EFAs as that of
// [FactEFACards]. Bandwidths and ENA queues have changed for many types: treat
// them as [Revised].
type Card struct {
	stored *card  // nil in the zero Card
	efa    Answer // of FactEFACards, which may be from another source
}

// A card is what one source says of a network card. It is never changed.
type card struct {
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

// unknownCard stands for what the zero Card does not have.
var unknownCard card

func (c Card) card() *card {
	if c.stored == nil {
		return &unknownCard
	}
	return c.stored
}

// Index is the value of NetworkCardIndex that addresses the card.
func (c Card) Index() int32 { return c.card().index }

// MaxInterfaces is the number of network interfaces of the card.
func (c Card) MaxInterfaces() (n int32, ok bool) { return c.card().interfaces.get() }

// AdditionalFlexibleInterfaces is the number of interfaces that the card takes
// beyond [Card.MaxInterfaces] when their ENA queues are allocated flexibly.
func (c Card) AdditionalFlexibleInterfaces() (n int32, ok bool) { return c.card().flexible.get() }

// BaselineGbps is the bandwidth in Gbit/s that is always there.
func (c Card) BaselineGbps() (n float64, ok bool) { return c.card().baseline.get() }

// PeakGbps is the bandwidth in Gbit/s that the card bursts to.
func (c Card) PeakGbps() (n float64, ok bool) { return c.card().peak.get() }

// DefaultENAQueues is the number of ENA queues of an interface that does not
// ask for another.
func (c Card) DefaultENAQueues() (n int32, ok bool) { return c.card().queues.get() }

// MaxENAQueuesPerInterface is the largest EnaQueueCount of one interface.
func (c Card) MaxENAQueuesPerInterface() (n int32, ok bool) { return c.card().queuesEach.get() }

// MaxENAQueues is the number of ENA queues that the interfaces of the card
// share.
func (c Card) MaxENAQueues() (n int32, ok bool) { return c.card().queuesTotal.get() }

// EFA says whether the card takes Elastic Fabric Adapters, with ENA ("efa") or
// without ("efa-only"). It is [Unknown] where nobody has recorded it; a type
// with fewer EFAs than cards has cards without, but nothing says which.
// [Info.Source] of [FactEFACards] dates it.
func (c Card) EFA() Answer { return c.efa }

// InterfaceType says whether the card takes interfaces of the kind. It is
// [Unknown] where EC2 states no kinds.
func (c Card) InterfaceType(k types.NetworkCardInterfaceType) Answer {
	return c.card().kinds.contains(string(k), cardInterfaceTypes)
}

// InterfaceTypes lists the kinds of interface that the card takes; nil when
// they are not known.
func (c Card) InterfaceTypes() []types.NetworkCardInterfaceType {
	return members[types.NetworkCardInterfaceType](c.card().kinds, cardInterfaceTypes)
}
