package rules

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// reservation is what the account says of the reservation that the request
// names, nil where that is not known.
func reservation(p *validate.Pass) *types.CapacityReservation {
	return validate.CapacityReservation.Named(p, p.Input.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId)
}

const reservationID = "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"

var capacityReservationUnknown = &validate.Rule{
	ID:        "capacity-reservation-unknown",
	Summary:   "the Capacity Reservation must exist, and not have ended",
	Source:    validate.Source{Shape: "CapacityReservationTarget", Member: "CapacityReservationId"},
	Code:      "InvalidCapacityReservationId.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Asks:      []validate.Asked{validate.CapacityReservation},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		found, known := validate.CapacityReservation.Of(p, *p.Input.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId)
		switch {
		case known && found == nil:
			p.Reportf(reservationID, "must exist: the account has no such reservation in this Region")
		case found != nil && (found.State == types.CapacityReservationStateExpired || found.State == types.CapacityReservationStateCancelled || found.State == types.CapacityReservationStateFailed):
			p.Reportf(reservationID, "must be active, and is %s", found.State)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"State":"active"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":null}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"State":"expired"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}

var capacityReservationTypeConflict = &validate.Rule{
	ID:        "capacity-reservation-type-conflict",
	Summary:   "the Capacity Reservation must be for the instance type",
	Source:    validate.Source{Shape: "CapacityReservation", Member: "InstanceType"},
	Code:      "ReservationCapacityExceeded",
	CodeBasis: validate.Documented,
	Given:     []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Reads:     []string{"InstanceType"},
	Asks:      []validate.Asked{validate.CapacityReservation},
	Check: func(p *validate.Pass) {
		found := reservation(p)
		if found != nil && found.InstanceType != nil && p.Input.InstanceType != "" && *found.InstanceType != string(p.Input.InstanceType) {
			p.Conflictf(reservationID, []string{"InstanceType"}, "must be a reservation for the type: this one is for %s", *found.InstanceType)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"InstanceType":"m6i.large"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"InstanceType":"m6i.xlarge"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}

var capacityReservationLimit = &validate.Rule{
	ID:        "capacity-reservation-limit",
	Summary:   "the Capacity Reservation should have room for the instances that must launch",
	Source:    validate.Source{Shape: "CapacityReservation", Member: "AvailableInstanceCount"},
	Severity:  validate.SeverityWarning,
	Code:      "ReservationCapacityExceeded",
	CodeBasis: validate.Documented,
	Given:     []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Reads:     []string{"MinCount"},
	Asks:      []validate.Asked{validate.CapacityReservation},
	Age:       validate.Moving,
	Check: func(p *validate.Pass) {
		found := reservation(p)
		if found != nil && found.AvailableInstanceCount != nil && p.Input.MinCount != nil && *found.AvailableInstanceCount < *p.Input.MinCount {
			p.Conflictf(reservationID, []string{"MinCount"}, "should have room for MinCount instances, and has for %d", *found.AvailableInstanceCount)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"AvailableInstanceCount":1}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}},` +
				`"MinCount":3,"MaxCount":3}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"AvailableInstanceCount":2}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}

var capacityReservationMarketConflict = &validate.Rule{
	ID: "capacity-reservation-market-conflict",
	Summary: "a Capacity Block must be launched into with the market type capacity-block, and nothing " +
		"else with it",
	Source: validate.Source{Shape: "CapacityReservation", Member: "ReservationType"},
	Code:   "InvalidParameterValue",
	Given:  []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Reads:  []string{"InstanceMarketOptions.MarketType"},
	Asks:   []validate.Asked{validate.CapacityReservation},
	Check: func(p *validate.Pass) {
		found := reservation(p)
		if found == nil || found.ReservationType == "" {
			return
		}
		market := types.MarketType("")
		if m := p.Input.InstanceMarketOptions; m != nil {
			market = m.MarketType
		}
		isBlock := found.ReservationType == types.CapacityReservationTypeCapacityBlock
		if isBlock != (market == types.MarketTypeCapacityBlock) {
			p.Conflictf(reservationID, []string{"InstanceMarketOptions.MarketType"},
				"must go with the market type capacity-block if it is a Capacity Block, and only then")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"ReservationType":"default"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"ReservationType":"capacity-block"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}

var capacityReservationIDFormat = &validate.Rule{
	ID:        "capacity-reservation-id-format",
	Summary:   "CapacityReservationId must be cr- and 8 or 17 lower-case hexadecimal digits",
	Source:    validate.Source{Shape: "CapacityReservationTarget", Member: "CapacityReservationId"},
	Code:      "InvalidCapacityReservationId.Malformed",
	CodeBasis: validate.Documented,
	Members:   []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Tag:       "ec2id=cr",
	Good: []validate.Example{
		{Spec: `{` + target + `}`},
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationTarget":` +
				`{"CapacityReservationId":"cr-a1234567"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationTarget":` +
				`{"CapacityReservationId":"cr-12"}}}`,
			At: "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
		{
			Spec: `{"CapacityReservationSpecification":{"CapacityReservationTarget":` +
				`{"CapacityReservationId":"r-0123456789abcdef0"}}}`,
			At: "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}

var capacityReservationStateUnsupported = &validate.Rule{
	ID:        "capacity-reservation-state-unsupported",
	Summary:   "the Capacity Reservation should be active",
	Reading:   "That a reservation has ended is said by another rule.",
	Source:    validate.Source{Shape: "CapacityReservation", Member: "State"},
	Severity:  validate.SeverityWarning,
	Code:      "InvalidCapacityReservationState.PendingActivation",
	CodeBasis: validate.Documented,
	Given:     []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Asks:      []validate.Asked{validate.CapacityReservation},
	Age:       validate.Moving,
	Check: func(p *validate.Pass) {
		found := reservation(p)
		if found == nil {
			return
		}
		switch found.State {
		case "", types.CapacityReservationStateActive, types.CapacityReservationStateExpired, types.CapacityReservationStateCancelled, types.CapacityReservationStateFailed:
		default:
			p.Reportf(reservationID, "should be active, and is %s", found.State)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"State":"active"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"State":"scheduled"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"State":"payment-pending"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}

var capacityReservationZoneConflict = &validate.Rule{
	ID:        "capacity-reservation-zone-conflict",
	Summary:   "the Capacity Reservation must lie in the zone of the launch",
	Source:    validate.Source{Shape: "CapacityReservation", Member: "AvailabilityZone"},
	Code:      "ReservationCapacityExceeded",
	CodeBasis: validate.Observed,
	Given:     []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Reads:     []string{"Placement.AvailabilityZone", "SubnetId", "NetworkInterfaces[].SubnetId"},
	Asks:      []validate.Asked{validate.CapacityReservation, validate.Subnet},
	Check: func(p *validate.Pass) {
		found := reservation(p)
		if found == nil || found.AvailabilityZone == nil {
			return
		}
		if place := p.Input.Placement; place != nil && place.AvailabilityZone != nil && *place.AvailabilityZone != "" {
			if *place.AvailabilityZone != *found.AvailabilityZone {
				p.Conflictf(reservationID, []string{"Placement.AvailabilityZone"}, "must lie in the zone of the launch, and is in %s", *found.AvailabilityZone)
			}
			return
		}
		report := func(id *string, path string) bool {
			if id == nil {
				return false
			}
			subnet := validate.Subnet.Named(p, id)
			if subnet == nil || subnet.AvailabilityZone == nil || *subnet.AvailabilityZone == *found.AvailabilityZone {
				return false
			}
			p.Conflictf(reservationID, []string{path}, "must lie in the zone of the subnet, and is in %s", *found.AvailabilityZone)
			return true
		}
		if report(p.Input.SubnetId, "SubnetId") {
			return
		}
		for i, nic := range p.Input.NetworkInterfaces {
			if report(nic.SubnetId, validate.At("NetworkInterfaces[].SubnetId", i)) {
				return
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-east-1a"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-east-1a"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"AvailabilityZone":"us-east-1b"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"AvailabilityZone":"us-east-1b"}},"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}],"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"AvailabilityZone":"us-east-1b"}},"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef1"},{"DeviceIndex":1,"SubnetId":"subnet-0123456789abcdef0"}],` +
				`"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"AvailabilityZone":"us-east-1b"}},` +
				`"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1a"}}}`,
			At: "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}

var capacityReservationTenancyConflict = &validate.Rule{
	ID:        "capacity-reservation-tenancy-conflict",
	Summary:   "the Capacity Reservation must have the tenancy of the launch",
	Reading:   "A launch of tenancy default, or of none, has that of its VPC.",
	Source:    validate.Source{Shape: "CapacityReservation", Member: "Tenancy"},
	Code:      "ReservationCapacityExceeded",
	CodeBasis: validate.Observed,
	Given:     []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Reads:     []string{"Placement.Tenancy"},
	Asks:      []validate.Asked{validate.CapacityReservation},
	Check: func(p *validate.Pass) {
		found := reservation(p)
		if found == nil || found.Tenancy == "" || p.Input.Placement == nil || p.Input.Placement.Tenancy == "" {
			return
		}
		if tenancy := p.Input.Placement.Tenancy; tenancy != types.TenancyDefault && string(found.Tenancy) != string(tenancy) {
			p.Conflictf(reservationID, []string{"Placement.Tenancy"}, "must be a reservation for tenancy %s: this one is for %s", tenancy, found.Tenancy)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"Tenancy":"dedicated"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"Tenancy":"dedicated"}}}`,
		},
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"Tenancy":"dedicated"}}}`,
		},
		{
			Spec: `{"Placement":{"Tenancy":"default"},"CapacityReservationSpecification":` +
				`{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"Tenancy":"dedicated"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"Placement":{"Tenancy":"dedicated"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"Tenancy":"default"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}

var capacityReservationInterruptibleConflict = &validate.Rule{
	ID:      "capacity-reservation-interruptible-conflict",
	Summary: "an interruptible Capacity Reservation must be launched into with the market type of its own, and nothing else with it",
	Source:  validate.Source{Shape: "CapacityReservation", Member: "Interruptible"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Given:   []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Reads:   []string{"InstanceMarketOptions.MarketType"},
	Asks:    []validate.Asked{validate.CapacityReservation},
	Check: func(p *validate.Pass) {
		found := reservation(p)
		if found == nil || found.Interruptible == nil {
			return
		}
		asked := p.Input.InstanceMarketOptions != nil && p.Input.InstanceMarketOptions.MarketType == types.MarketTypeInterruptibleCapacityReservation
		if *found.Interruptible != asked {
			p.Conflictf(reservationID, []string{"InstanceMarketOptions.MarketType"},
				"must go with the market type interruptible-capacity-reservation if it is interruptible, and only then")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"Interruptible":false}}}`,
		},
		{
			Spec: `{"InstanceMarketOptions":{"MarketType":"interruptible-capacity-reservation"},` +
				`"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"Interruptible":true}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"Interruptible":true}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}

var capacityReservationGroupConflict = &validate.Rule{
	ID:       "capacity-reservation-group-conflict",
	Summary:  "a Capacity Reservation of a placement group should be launched into from that group",
	Source:   validate.Source{Shape: "CapacityReservation", Member: "PlacementGroupArn"},
	Severity: validate.SeverityWarning,
	Code:     "ReservationCapacityExceeded",
	Given:    []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Reads:    []string{"Placement.GroupName", "Placement.GroupId"},
	Asks:     []validate.Asked{validate.CapacityReservation, validate.PlacementGroup},
	Age:      validate.Edited,
	Check: func(p *validate.Pass) {
		found := reservation(p)
		if found == nil || found.PlacementGroupArn == nil {
			return
		}
		place := p.Input.Placement
		if place == nil || place.GroupName == nil && place.GroupId == nil {
			p.Reportf(reservationID, "should go with its placement group: it was made for one")
			return
		}
		for _, named := range [...]*string{place.GroupId, place.GroupName} {
			if named == nil {
				continue
			}
			if group := validate.PlacementGroup.Named(p, named); group != nil && group.GroupArn != nil && *group.GroupArn != *found.PlacementGroupArn {
				p.Conflictf(reservationID, []string{"Placement"}, "should go with its own placement group: it was made for another one")
				return
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"GroupName":"blue"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"PlacementGroupArn":"arn:aws:ec2:us-east-1:111122223333:placement-group/blue"}},"PlacementGroup":{"blue":{"GroupArn":"arn:aws:ec2:us-east-1:111122223333:placement-group/blue"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"PlacementGroupArn":"arn:aws:ec2:us-east-1:111122223333:placement-group/blue"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
		{
			Spec:    `{"Placement":{"GroupName":"red"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"PlacementGroupArn":"arn:aws:ec2:us-east-1:111122223333:placement-group/blue"}},"PlacementGroup":{"red":{"GroupArn":"arn:aws:ec2:us-east-1:111122223333:placement-group/red"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
		{
			Spec:    `{"Placement":{"GroupId":"pg-0123456789abcdef0"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"PlacementGroupArn":"arn:aws:ec2:us-east-1:111122223333:placement-group/blue"}},"PlacementGroup":{"pg-0123456789abcdef0":{"GroupArn":"arn:aws:ec2:us-east-1:111122223333:placement-group/red"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
		},
	},
}

var capacityReservationEndAdvice = &validate.Rule{
	ID:       "capacity-reservation-end-advice",
	Summary:  "a Capacity Block should have more than an hour left",
	Source:   validate.Source{Shape: "CapacityReservation", Member: "EndDate"},
	Severity: validate.SeverityAdvice,
	Since:    validate.Autumn2026,
	Given:    []string{"CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId"},
	Asks:     []validate.Asked{validate.CapacityReservation},
	Age:      validate.Moving,
	Check: func(p *validate.Pass) {
		found := reservation(p)
		if found != nil && found.ReservationType == types.CapacityReservationTypeCapacityBlock && found.EndDate != nil && found.EndDate.Sub(p.Asked()) < time.Hour {
			p.Reportf(reservationID, "should have more time left: the block ends at %s, and its instances with it", found.EndDate.UTC().Format(time.RFC3339))
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"ReservationType":"capacity-block","EndDate":"2099-01-01T00:00:00Z"}}}`,
			Since:   validate.Autumn2026,
		},
		{
			Spec:    `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"ReservationType":"capacity-block","EndDate":"2026-11-01T13:00:00Z"}}}`,
			Since:   validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"p5.48xlarge","InstanceMarketOptions":{"MarketType":"capacity-block"},"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-0123456789abcdef0"}}}`,
			Account: `{"CapacityReservation":{"cr-0123456789abcdef0":{"ReservationType":"capacity-block","EndDate":"2024-01-01T00:00:00Z"}}}`,
			At:      "CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId",
			Since:   validate.Autumn2026,
		},
	},
}
