package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

// flexible reports whether the request may allocate ENA queues flexibly, in
// which case network cards take more interfaces.
func flexible(p *validate.Pass) bool {
	if p.InstanceType().FlexibleENAQueues() == instancetype.No {
		return false
	}
	if p.Templated() {
		return true
	}
	for _, nic := range interfaces(p.Input) {
		if nic.EnaQueueCount != nil {
			return true
		}
	}
	return false
}

// cardCapacity is the number of interfaces that a network card of the instance
// type takes; ok is false when it is not known.
func cardCapacity(p *validate.Pass, index int32) (n int64, ok bool) {
	card, _ := p.InstanceType().NetworkCard(index)
	base, ok := card.MaxInterfaces()
	if !ok || !flexible(p) {
		return int64(base), ok
	}
	more, ok := card.AdditionalFlexibleInterfaces()
	return int64(base) + int64(more), ok
}

// typeCapacity is the number of interfaces that the instance type takes on all
// its cards; ok is false when it is not known.
func typeCapacity(p *validate.Pass) (n int64, ok bool) {
	info := p.InstanceType()
	base, ok := info.MaxNetworkInterfaces()
	if !ok || !flexible(p) {
		return int64(base), ok
	}
	cards, ok := info.NetworkCards()
	n = int64(base)
	for index := range cards {
		card, _ := info.NetworkCard(index)
		more, known := card.AdditionalFlexibleInterfaces()
		n, ok = n+int64(more), ok && known
	}
	return n, ok
}

// overflow finds the first interface that a network card has no room for.
func overflow(in *ec2.RunInstancesInput, card int32, room int64) (i int, over bool) {
	for i, nic := range interfaces(in) {
		if cardOf(nic) != card {
			continue
		}
		if room--; room < 0 {
			return i, true
		}
	}
	return 0, false
}
