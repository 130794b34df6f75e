package instancetype

import (
	"cmp"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

func (r *record) network(d *types.InstanceTypeInfo) {
	n := d.NetworkInfo
	if n == nil {
		return
	}
	r.flag(FactIPv6, n.Ipv6Supported)
	r.flag(FactEFA, n.EfaSupported)
	r.flag(FactENAExpress, n.EnaSrdSupported)
	r.flag(FactEncryptionInTransit, n.EncryptionInTransitSupported)
	r.flag(FactSecondaryNetwork, n.SecondaryNetworkSupported)
	r.support(FactFlexibleENAQueues, string(n.FlexibleEnaQueuesSupport))
	learnName(r, FactENA, n.EnaSupport)
	r.word(FactNetworkPerformance, n.NetworkPerformance)
	r.number(FactMaxNetworkInterfaces, n.MaximumNetworkInterfaces)
	r.number(FactDefaultNetworkCard, n.DefaultNetworkCardIndex)
	r.number(FactIPv4PerInterface, n.Ipv4AddressesPerInterface)
	r.number(FactIPv6PerInterface, n.Ipv6AddressesPerInterface)
	r.number(FactMaxSecondaryInterfaces, n.MaximumSecondaryNetworkInterfaces)
	r.number(FactIPv4PerSecondaryInterface, n.Ipv4AddressesPerSecondaryInterface)
	if e := n.EfaInfo; e != nil {
		r.number(FactMaxEFAInterfaces, e.MaximumEfaInterfaces)
	} else if n.EfaSupported != nil && !*n.EfaSupported {
		r.number(FactMaxEFAInterfaces, new(int32(0)))
	}
	if c := n.ConnectionTrackingConfiguration; c != nil {
		r.number(FactTCPEstablishedTimeout, c.DefaultTcpEstablishedTimeout)
		r.number(FactUDPStreamTimeout, c.DefaultUdpStreamTimeout)
		r.number(FactUDPTimeout, c.DefaultUdpTimeout)
	}
	if n.BandwidthWeightings != nil || whole(d) {
		r.setNames(FactBandwidthWeightings, setOf(n.BandwidthWeightings,
			vocabularies[FactBandwidthWeightings-firstSet]))
	}
	if len(n.NetworkCards) > 0 {
		for i, c := range n.NetworkCards {
			r.cards = append(r.cards, newCard(int32(i), c))
		}
		sortCards(r.cards)
		r.learn(FactNetworkCards)
		r.efa()
	}
}

// efa learns which cards take EFAs where EC2 states the interface types of
// every card.
func (r *record) efa() {
	indexes := []int32{}
	for _, c := range r.cards {
		if !c.kinds.known() {
			return
		}
		with := c.kinds.contains(string(types.NetworkCardInterfaceTypeEfa), cardInterfaceTypes)
		without := c.kinds.contains(string(types.NetworkCardInterfaceTypeEfaOnly), cardInterfaceTypes)
		if with == Yes || without == Yes {
			indexes = append(indexes, c.index)
		}
	}
	r.efaCards = indexes
	r.learn(FactEFACards)
}

func sortCards(cards []card) {
	slices.SortStableFunc(cards, func(a, b card) int { return cmp.Compare(a.index, b.index) })
}

func newCard(place int32, c types.NetworkCardInfo) card {
	read := card{
		index:       place,
		interfaces:  maybeOf(c.MaximumNetworkInterfaces),
		baseline:    bandwidthOf(c.BaselineBandwidthInGbps),
		peak:        bandwidthOf(c.PeakBandwidthInGbps),
		queues:      maybeOf(c.DefaultEnaQueueCountPerInterface),
		queuesEach:  maybeOf(c.MaximumEnaQueueCountPerInterface),
		queuesTotal: maybeOf(c.MaximumEnaQueueCount),
		flexible:    maybeOf(c.AdditionalFlexibleNetworkInterfaces),
	}
	if c.NetworkCardIndex != nil {
		read.index = *c.NetworkCardIndex
	}
	if len(c.InterfaceTypes) > 0 {
		read.kinds = setOf(c.InterfaceTypes, cardInterfaceTypes)
	}
	return read
}
