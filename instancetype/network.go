package instancetype

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// NetworkBandwidth is EC2's own description, such as "Up to 12.5 Gigabit"; ""
// when unknown. Figures are in [Card].
func (i Info) NetworkBandwidth() string { return i.text(FactNetworkPerformance) }

// MaxNetworkInterfaces is the number of network interfaces over all cards.
// Flexible ENA queues may add some: see [Card.AdditionalFlexibleInterfaces].
func (i Info) MaxNetworkInterfaces() (n int32, ok bool) { return i.int32(FactMaxNetworkInterfaces) }

// NetworkCards is the number of network cards.
func (i Info) NetworkCards() (n int32, ok bool) {
	cards := i.cards()
	return int32(len(cards)), cards != nil
}

// NetworkCard returns the card with the index, counted from 0. It returns false
// for an index that no card has, and where the cards are not known, which
// [Info.NetworkCards] tells.
func (i Info) NetworkCard(index int32) (Card, bool) {
	cards := i.cards()
	at := min(int(index), len(cards)-1) // or before, where indexes have gaps
	for at >= 0 && cards[at].index > index {
		at--
	}
	if at < 0 || cards[at].index != index {
		return Card{}, false
	}
	return Card{&cards[at], contains(i.efaCards(), index)}, true
}

// Cards lists the network cards by index; nil when they are not known.
func (i Info) Cards() []Card {
	stored := i.cards()
	if stored == nil {
		return nil
	}
	cards := make([]Card, len(stored))
	for n := range stored {
		cards[n] = Card{&stored[n], contains(i.efaCards(), stored[n].index)}
	}
	return cards
}

// DefaultNetworkCard is the index of the card that carries the primary network
// interface.
func (i Info) DefaultNetworkCard() (n int32, ok bool) { return i.int32(FactDefaultNetworkCard) }

// IPv4PerInterface is the number of IPv4 addresses of one interface, the
// primary one included.
func (i Info) IPv4PerInterface() (n int32, ok bool) { return i.int32(FactIPv4PerInterface) }

// IPv6 says whether interfaces may have IPv6 addresses.
func (i Info) IPv6() Answer { return i.answer(FactIPv6) }

// IPv6PerInterface is the number of IPv6 addresses of one interface.
func (i Info) IPv6PerInterface() (n int32, ok bool) { return i.int32(FactIPv6PerInterface) }

// ENA is the support of enhanced networking: "unsupported", "supported" or
// "required"; "" when unknown.
func (i Info) ENA() types.EnaSupport { return types.EnaSupport(i.choice(FactENA)) }

// ENAExpress says whether ENA Express (ENA SRD) may be enabled.
func (i Info) ENAExpress() Answer { return i.answer(FactENAExpress) }

// FlexibleENAQueues says whether an interface's EnaQueueCount may be set.
func (i Info) FlexibleENAQueues() Answer { return i.answer(FactFlexibleENAQueues) }

// EFA says whether interfaces may be Elastic Fabric Adapters.
func (i Info) EFA() Answer { return i.answer(FactEFA) }

// MaxEFAInterfaces is the number of Elastic Fabric Adapters, 0 for a type
// without them.
func (i Info) MaxEFAInterfaces() (n int32, ok bool) { return i.int32(FactMaxEFAInterfaces) }

// EncryptionInTransit says whether traffic between instances of such types is
// encrypted by the hardware.
func (i Info) EncryptionInTransit() Answer { return i.answer(FactEncryptionInTransit) }

// BandwidthWeighting says whether NetworkPerformanceOptions.BandwidthWeighting
// may be w.
func (i Info) BandwidthWeighting(w types.BandwidthWeightingType) Answer {
	return i.member(FactBandwidthWeightings, string(w))
}

// BandwidthWeightings lists the bandwidth weightings: empty for a type that
// takes none, nil when they are not known.
func (i Info) BandwidthWeightings() []types.BandwidthWeightingType {
	return listOf[types.BandwidthWeightingType](i, FactBandwidthWeightings)
}

// SecondaryNetwork says whether the type may have interfaces in a secondary
// network.
func (i Info) SecondaryNetwork() Answer { return i.answer(FactSecondaryNetwork) }

// MaxSecondaryInterfaces is the number of interfaces in secondary networks.
func (i Info) MaxSecondaryInterfaces() (n int32, ok bool) { return i.int32(FactMaxSecondaryInterfaces) }

// IPv4PerSecondaryInterface is the number of IPv4 addresses of one interface in
// a secondary network.
func (i Info) IPv4PerSecondaryInterface() (n int32, ok bool) {
	return i.int32(FactIPv4PerSecondaryInterface)
}

// TCPEstablishedTimeout is the default timeout, in seconds, of idle tracked TCP
// connections.
func (i Info) TCPEstablishedTimeout() (n int32, ok bool) { return i.int32(FactTCPEstablishedTimeout) }

// UDPStreamTimeout is the default timeout, in seconds, of idle tracked UDP
// flows that saw more than one request and response.
func (i Info) UDPStreamTimeout() (n int32, ok bool) { return i.int32(FactUDPStreamTimeout) }

// UDPTimeout is the default timeout, in seconds, of idle tracked UDP flows that
// saw traffic in one direction or a single request and response.
func (i Info) UDPTimeout() (n int32, ok bool) { return i.int32(FactUDPTimeout) }

// cards lists the cards in ascending order of their indexes.
func (i Info) cards() []card {
	if r := i.layer(FactNetworkCards); r != nil {
		return r.cards
	}
	return cardLists[rows[i.row].cards]
}

// efaCards lists the indexes of the cards that take EFAs, in ascending order.
func (i Info) efaCards() []int32 {
	if r := i.layer(FactEFACards); r != nil {
		return r.efaCards
	}
	return intLists[rows[i.row].efaCards]
}
