package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/aws/amazon-vpc-resource-controller-k8s/pkg/aws/vpc"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// limitsSource is the package's version in go.mod and the date in its generated
// file.
var limitsSource = source{"amazon-vpc-resource-controller-k8s v1.8.2", "2026-09-02"}

// limits fills and checks network figures and hypervisors with those that AWS
// publishes for Kubernetes. That package also lists types that EC2 never
// launched; they are passed over.
func (m *merger) limits() {
	for _, name := range slices.Sorted(maps.Keys(vpc.Limits)) {
		t, l := types.InstanceType(name), vpc.Limits[name]
		if m.facts[t] == nil {
			continue
		}
		m.compare(t, instancetype.FactMaxNetworkInterfaces, l.Interface)
		m.compare(t, instancetype.FactIPv4PerInterface, l.IPv4PerInterface)
		m.compare(t, instancetype.FactDefaultNetworkCard, l.DefaultNetworkCardIndex)
		m.compare(t, instancetype.FactBareMetal, l.IsBareMetal)
		hypervisor := l.Hypervisor
		if l.IsBareMetal && hypervisor == "" {
			hypervisor = string(instancetype.HypervisorNone)
		}
		m.compare(t, instancetype.FactHypervisor, hypervisor)
		m.compare(t, instancetype.FactNetworkCards, cardsOf(l.NetworkCards))
	}
}

func (m *merger) compare(t types.InstanceType, f instancetype.Fact, theirs any) {
	text, err := json.Marshal(theirs)
	if err != nil {
		m.faults = append(m.faults, fmt.Sprintf("%s %s: %v", t, f, err))
		return
	}
	other := fact{string(text), limitsSource}
	switch old, known := m.facts[t][f]; {
	case !known:
		m.fill(t, f, other)
	case contradicts(f, old.value, other.value) && !m.taken(t, f):
		m.settle(t, f, other)
	}
}

// cardsOf writes network cards as they are recorded. The package knows index
// and interfaces, nothing else of a card.
func cardsOf(theirs []vpc.NetworkCard) [][]any {
	cards := make([][]any, len(theirs))
	for i, c := range theirs {
		cards[i] = []any{c.NetworkCardIndex, c.MaximumNetworkInterfaces, nil, nil, nil, nil, nil, nil, nil}
	}
	return cards
}
