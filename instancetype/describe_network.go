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
		r.setNames(FactBandwidthWeightings, setOf(n.BandwidthWeightings, vocabularies[FactBandwidthWeightings-firstSet]))
	}
	if len(n.NetworkCards) > 0 {
		for i, c := range n.NetworkCards {
			r.cards = append(r.cards, newCard(int32(i), c))
		}
		slices.SortFunc(r.cards, func(a, b Card) int { return cmp.Compare(a.index, b.index) })
		r.learn(FactNetworkCards)
	}
}

func newCard(place int32, c types.NetworkCardInfo) Card {
	card := Card{
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
		card.index = *c.NetworkCardIndex
	}
	if len(c.InterfaceTypes) > 0 {
		card.kinds = setOf(c.InterfaceTypes, cardInterfaceTypes)
	}
	return card
}
