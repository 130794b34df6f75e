package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

// A seat is the place of an interface on its network card. It is the zero seat
// where the instance type is not known to have the card.
type seat struct {
	rank   int32 // among the interfaces on the card, from 1
	queues int64 // ENA queues of those up to this one, as far as the card gives an interface so many
}

// A seating is how the interfaces of a request share network cards.
type seating struct {
	seats []seat // by interface
	cards []seat // by card, up to the last that is taken: the last seat on it
}

// seatings holds the seating of the request.
var seatings = validate.Memo[seating]{Fill: func(p *validate.Pass, s *seating) {
	s.seats, s.cards = s.seats[:0], s.cards[:0]
	info := p.InstanceType()
	for _, nic := range interfaces(p.Input) {
		card, has := info.NetworkCard(cardOf(nic))
		if !has {
			s.seats = append(s.seats, seat{})
			continue
		}
		for len(s.cards) <= int(card.Index()) {
			s.cards = append(s.cards, seat{})
		}
		last := &s.cards[card.Index()]
		last.rank++
		if each, ok := card.MaxENAQueuesPerInterface(); ok && aws.ToInt32(nic.EnaQueueCount) <= each {
			last.queues += max(int64(aws.ToInt32(nic.EnaQueueCount)), 0)
		}
		s.seats = append(s.seats, *last)
	}
}}

// choosesQueues reports whether the request may choose the number of ENA queues
// of an interface, itself or by a launch template. Where the instance type lets
// it, network cards then take more interfaces.
func choosesQueues(p *validate.Pass) bool { return *queueChoice.Of(p) }

// queueChoice holds the answer of choosesQueues.
var queueChoice = validate.Memo[bool]{Fill: func(p *validate.Pass, chosen *bool) {
	*chosen = p.Templated()
	for _, nic := range interfaces(p.Input) {
		*chosen = *chosen || nic.EnaQueueCount != nil
	}
}}

// flexibleCapacity is the number of interfaces that a card takes when their
// queues are chosen; ok is false when it is not known.
func flexibleCapacity(info instancetype.Info, card instancetype.Card) (n int32, ok bool) {
	n, ok = card.MaxInterfaces()
	switch info.FlexibleENAQueues() {
	case instancetype.No:
		return n, ok
	case instancetype.Yes:
		more, known := card.AdditionalFlexibleInterfaces()
		return n + more, ok && known
	}
	return 0, false
}
