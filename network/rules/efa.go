package rules

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var efaCountLimit = &validate.Rule{
	ID:      "efa-count-limit",
	Summary: "an instance must not have more Elastic Fabric Adapters than its type takes",
	Reading: "Two on one network card, which efa-card-conflict refuses, count once.",
	Source:  validate.Source{Shape: "EfaInfo", Member: "MaximumEfaInterfaces", Guide: "efa"},
	Code:    "AttachmentLimitExceeded",
	Given:   []string{"NetworkInterfaces"},
	When:    []string{"NetworkInterfaces[].InterfaceType", "InstanceType"},
	Reads:   []string{"NetworkInterfaces[].NetworkCardIndex"},
	Facts:   []instancetype.Fact{instancetype.FactMaxEFAInterfaces},
	Check: func(p *validate.Pass) {
		most, ok := p.InstanceType().MaxEFAInterfaces()
		if !ok || most == 0 { // none at all is for interface-type-unsupported
			return
		}
		adapters := 0
		for _, nic := range interfaces(p.Input) {
			if efa(nic) {
				adapters++
			}
		}
		if adapters <= int(most) {
			return
		}
		repeats.Each(len(p.Input.NetworkInterfaces), efaCards(p), func(int, int) { adapters-- })
		if adapters > int(most) {
			p.Conflictf("NetworkInterfaces", []string{"InstanceType"},
				"%s takes at most %d of the Elastic Fabric Adapters, not all %d; make the others ordinary interfaces",
				p.Input.InstanceType, most, adapters)
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0,
				"InterfaceType":"efa"},{"DeviceIndex":1,"NetworkCardIndex":1,"InterfaceType":"efa"}]}`,
			Since: validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"i7ie.48xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"},
				{"DeviceIndex":1,"NetworkCardIndex":1,"InterfaceType":"efa"}]}`,
			At: "NetworkInterfaces", Since: validate.Autumn2026,
		},
	},
}

// efaCards returns what tells the card of the i-th interface, if that is an
// Elastic Fabric Adapter.
func efaCards(p *validate.Pass) func(i int) (card int32, ok bool) {
	return func(i int) (int32, bool) {
		nic := &p.Input.NetworkInterfaces[i]
		return cardOf(nic), efa(nic)
	}
}

var efaCardConflict = &validate.Rule{
	ID:      "efa-card-conflict",
	Summary: "a network card must not have more than one Elastic Fabric Adapter",
	Reading: "EFA-only interfaces count. An interface that names no card is on card 0.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "NetworkCardIndex", Guide: "efa"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"NetworkInterfaces[].InterfaceType"},
	Reads:   []string{"NetworkInterfaces[].NetworkCardIndex"},
	Check: func(p *validate.Pass) {
		repeats.Each(len(p.Input.NetworkInterfaces), efaCards(p), func(first, again int) {
			with := p.At("NetworkInterfaces[].InterfaceType", first)
			p.Conflictf(p.At("NetworkInterfaces[].InterfaceType", again), []string{with},
				"must not be a second Elastic Fabric Adapter on network card %d, which that of %s is on; "+
					"give another NetworkCardIndex", cardOf(&p.Input.NetworkInterfaces[again]), with)
		})
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p4d.24xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"},
				{"DeviceIndex":0,"NetworkCardIndex":1,"InterfaceType":"efa"}]}`,
		},
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0,
				"InterfaceType":"interface"},{"DeviceIndex":1,"InterfaceType":"efa-only"}]}`,
			Since: validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p4d.24xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"},
				{"DeviceIndex":1,"InterfaceType":"efa"}]}`,
			At: "NetworkInterfaces[1].InterfaceType",
		},
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"},
				{"DeviceIndex":1,"InterfaceType":"efa-only"}]}`,
			At:    "NetworkInterfaces[1].InterfaceType",
			Since: validate.Autumn2026,
		},
	},
}

var efaCardUnsupported = &validate.Rule{
	ID:        "efa-card-unsupported",
	Summary:   "an Elastic Fabric Adapter must be on a network card that takes one",
	Reading:   "Which cards do is recorded of few types. It is never derived from the number of adapters.",
	Source:    validate.Source{Shape: "NetworkCardInfo", Member: "InterfaceTypes", Guide: "efa-acc-inst-types"},
	Code:      "AttachmentLimitExceeded",
	CodeBasis: validate.Observed,
	Given:     []string{"NetworkInterfaces[].InterfaceType"},
	When:      []string{"InstanceType"},
	Reads:     []string{"NetworkInterfaces[].NetworkCardIndex"},
	Facts:     []instancetype.Fact{instancetype.FactEFACards, instancetype.FactNetworkCards},
	Check: func(p *validate.Pass) {
		info := p.InstanceType()
		for i, nic := range interfaces(p.Input) {
			card, _ := info.NetworkCard(cardOf(nic))
			if !efa(nic) || card.EFA() != instancetype.No {
				continue
			}
			with := cardsWithEFA(info)
			if with == "" {
				return // for interface-type-unsupported
			}
			p.Conflictf(p.At("NetworkInterfaces[].InterfaceType", i), []string{"InstanceType"},
				"network card %d of %s takes no Elastic Fabric Adapter; "+
					"make this an ordinary interface, and put the adapter on %s",
				card.Index(), p.Input.InstanceType, with)
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p6-b300.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":0,"NetworkCardIndex":1,"InterfaceType":"efa"}]}`, Since: validate.Autumn2026,
		},
		{
			Spec: `{"InstanceType":"p6-b300.48xlarge","NetworkInterfaces":[{"DeviceIndex":0,
				"InterfaceType":"interface"},{"DeviceIndex":0,"NetworkCardIndex":16,
				"InterfaceType":"efa-only"}]}`,
			Since: validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p6-b300.48xlarge","NetworkInterfaces":[{"DeviceIndex":0,
				"InterfaceType":"efa"},{"DeviceIndex":0,"NetworkCardIndex":1,"InterfaceType":"efa"}]}`,
			At: "NetworkInterfaces[0].InterfaceType", Since: validate.Autumn2026,
		},
		{
			Spec: `{"InstanceType":"p6-b300.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only"}]}`,
			At:    "NetworkInterfaces[1].InterfaceType",
			Since: validate.Autumn2026,
		},
	},
}

// cardsWithEFA names the network cards that take Elastic Fabric Adapters: "card
// 1", or "one of the cards 1 to 16", or "one of the cards 0, 2, 4"; "" when none
// does.
func cardsWithEFA(info instancetype.Info) string {
	var with []string
	first, last := int32(-1), int32(-1)
	for _, card := range info.Cards() {
		if card.EFA() == instancetype.Yes {
			if last = card.Index(); first < 0 {
				first = last
			}
			with = append(with, strconv.Itoa(int(last)))
		}
	}
	switch {
	case len(with) == 0:
		return ""
	case len(with) == 1:
		return "card " + with[0]
	case int(last-first) == len(with)-1:
		return fmt.Sprintf("one of the cards %d to %d", first, last)
	}
	return "one of the cards " + strings.Join(with, ", ")
}

var efaTenancyConflict = &validate.Rule{
	ID: "efa-tenancy-conflict",
	Summary: "c7g.16xlarge, m7g.16xlarge and r7g.16xlarge with an Elastic Fabric Adapter must run on shared " +
		"hardware",
	Source: validate.Source{Guide: "efa"},
	Code:   "UnsupportedTenancy",
	Given:  []string{"NetworkInterfaces[].InterfaceType"},
	When:   []string{"Placement.Tenancy", "InstanceType"},
	Check: func(p *validate.Pass) {
		switch p.Input.InstanceType {
		case types.InstanceTypeC7g16xlarge, types.InstanceTypeM7g16xlarge, types.InstanceTypeR7g16xlarge:
		default:
			return
		}
		switch p.Input.Placement.Tenancy {
		case types.TenancyDedicated, types.TenancyHost:
		default:
			return
		}
		for i, nic := range interfaces(p.Input) {
			if efa(nic) {
				p.Conflictf(p.At("NetworkInterfaces[].InterfaceType", i), []string{"Placement.Tenancy"},
					"%s takes no Elastic Fabric Adapter with Placement.Tenancy %s; drop one of the two",
					p.Input.InstanceType, p.Input.Placement.Tenancy)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"c7g.16xlarge","Placement":{"Tenancy":"default"},
				"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`,
		},
		{
			Spec: `{"InstanceType":"c7g.16xlarge","Placement":{"Tenancy":"dedicated"},
				"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"interface"}]}`,
		},
		{
			Spec: `{"InstanceType":"c5n.18xlarge","Placement":{"Tenancy":"dedicated"},
				"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"c7g.16xlarge","Placement":{"Tenancy":"dedicated"},
				"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`,
			At: "NetworkInterfaces[0].InterfaceType",
		},
	},
}

var efaPlacementAdvice = &validate.Rule{
	ID:       "efa-placement-advice",
	Summary:  "instances with Elastic Fabric Adapters should share a cluster placement group",
	Source:   validate.Source{Guide: "efa"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"NetworkInterfaces[].InterfaceType"},
	When:     []string{"MaxCount"},
	Reads:    []string{"Placement.GroupName", "Placement.GroupId"},
	Check: func(p *validate.Pass) {
		if p.Templated() || !several(p.Input) {
			return
		}
		if placement := p.Input.Placement; placement != nil && (placement.GroupName != nil ||
			placement.GroupId != nil) {
			return
		}
		for i, nic := range interfaces(p.Input) {
			if efa(nic) {
				p.Reportf(p.At("NetworkInterfaces[].InterfaceType", i),
					"traffic between Elastic Fabric Adapters stays within one Availability Zone; "+
						"name a cluster placement group in Placement.GroupName")
				return
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"c5n.18xlarge","MaxCount":4,"Placement":{"GroupName":"hpc"},
				"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`,
		},
		{
			Spec: `{"InstanceType":"c5n.18xlarge","MaxCount":4,"Placement":{"GroupId":"pg-0123456789abcdef0"},
				"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`,
		},
		{
			Spec: `{"InstanceType":"c5n.18xlarge","MaxCount":4,"LaunchTemplate":{"LaunchTemplateName":"hpc"},
				"NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`,
		},
		{Spec: `{"InstanceType":"c5n.18xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"hpc7a.96xlarge","MaxCount":4,"NetworkInterfaces":[{"DeviceIndex":0,
				"InterfaceType":"efa"},{"DeviceIndex":1,"NetworkCardIndex":1,"InterfaceType":"efa"}]}`,
			At: "NetworkInterfaces[0].InterfaceType", Since: validate.Autumn2026,
		},
	},
}
