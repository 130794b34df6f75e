package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// onInstances and onFleet are what the rules of the room judge.
var (
	onInstances = []validate.Subject{validate.RequestSpotInstances}
	onFleet     = []validate.Subject{validate.RequestSpotFleet}
)

func request(p *validate.Pass) *ec2.RequestSpotInstancesInput {
	return validate.CallOf[ec2.RequestSpotInstancesInput](p)
}

var spotRequestRequired = &validate.Rule{
	ID:       "spot-request-required",
	Summary:  "LaunchSpecification should be given",
	Reading:  "The SDK marks nothing as required; a request without it describes no instance.",
	Source:   validate.Source{Shape: "RequestSpotInstances", Member: "LaunchSpecification"},
	Severity: validate.SeverityWarning,
	Code:     "MissingParameter",
	On:       onInstances,
	Members:  []string{"LaunchSpecification"},
	Check: func(p *validate.Pass) {
		if request(p).LaunchSpecification == nil {
			p.Reportf("LaunchSpecification", "should be given, with an ImageId and an InstanceType")
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchSpecification":{"ImageId":"ami-0123456789abcdef0","InstanceType":"m5.large"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchSpecification":null}`, At: "LaunchSpecification"},
	},
}

var spotRequestInstanceTypeRequired = &validate.Rule{
	ID:       "spot-request-instance-type-required",
	Summary:  "InstanceType should be given: no default of it is documented for Spot requests",
	Source:   validate.Source{Shape: "RequestSpotLaunchSpecification", Member: "InstanceType"},
	Severity: validate.SeverityWarning,
	Code:     "MissingParameter",
	On:       onInstances,
	Members:  []string{"LaunchSpecification.InstanceType"},
	When:     []string{"LaunchSpecification"},
	Check: func(p *validate.Pass) {
		if request(p).LaunchSpecification.InstanceType == "" {
			p.Reportf("LaunchSpecification.InstanceType", "should be given; the default of RunInstances may not apply")
		}
	},
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchSpecification":{"ImageId":"ami-0123456789abcdef0"}}`,
			At:   "LaunchSpecification.InstanceType",
		},
	},
}

var spotRequestCountRange = &validate.Rule{
	ID:       "spot-request-count-range",
	Summary:  "InstanceCount should be at least 1, which is the default",
	Reading:  "No page says what EC2 does with fewer.",
	Source:   validate.Source{Shape: "RequestSpotInstances", Member: "InstanceCount"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       onInstances,
	Members:  []string{"InstanceCount"},
	Tag:      "min=1",
	Good: []validate.Example{
		{Spec: `{"InstanceCount":1}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceCount":0}`, At: "InstanceCount"},
	},
}

var spotRequestDateConflict = &validate.Rule{
	ID:      "spot-request-date-conflict",
	Summary: "ValidUntil should be later than ValidFrom",
	Reading: "No page says what EC2 does with an end before the start. A one-time request may have " +
		"ValidUntil here, unlike in RunInstances.",
	Source:   validate.Source{Shape: "RequestSpotInstances", Member: "ValidUntil"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidTime",
	On:       onInstances,
	Given:    []string{"ValidUntil"},
	When:     []string{"ValidFrom"},
	Check: func(p *validate.Pass) {
		if in := request(p); format.ToCome(*in.ValidUntil) && !in.ValidUntil.After(*in.ValidFrom) {
			p.Conflictf("ValidUntil", []string{"ValidFrom"}, "should be later than ValidFrom")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Type":"one-time","ValidFrom":"2030-01-01T00:00:00Z","ValidUntil":"2030-01-02T00:00:00Z"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ValidFrom":"2030-01-02T00:00:00Z","ValidUntil":"2030-01-01T00:00:00Z"}`, At: "ValidUntil"},
	},
}

var spotRequestDateFormat = &validate.Rule{
	ID: "spot-request-date-format",
	Summary: "ValidFrom must be a date with a year of four digits and not Go's zero time, and ValidUntil one from " +
		"2023 on",
	Reading: "An end that has passed is refused, and no rule looks at the clock, so what passed before the oldest " +
		"edition is refused here.",
	Source: validate.Source{Shape: "RequestSpotInstances", Member: "ValidFrom"},
	Code:   "InvalidTime",
	On:     onInstances,
	Given:  []string{"ValidFrom", "ValidUntil"},
	Check: func(p *validate.Pass) {
		in := request(p)
		if in.ValidFrom != nil && !format.Sendable(*in.ValidFrom) {
			p.Reportf("ValidFrom", "must be a time to come, of a year up to 9999; to begin at once, leave it out")
		}
		if in.ValidUntil != nil && !format.ToCome(*in.ValidUntil) {
			p.Reportf("ValidUntil", "must be a time to come, of a year up to 9999; for the default, leave it out")
		}
	},
	Good: []validate.Example{
		{Spec: `{"ValidFrom":"2098-01-01T00:00:00Z","ValidUntil":"9999-12-31T23:59:59Z"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"ValidFrom":"0001-01-01T00:00:00Z"}`, At: "ValidFrom"},
		{Spec: `{"ValidUntil":"0001-01-01T00:00:00Z"}`, At: "ValidUntil"},
		{Spec: `{"ValidUntil":"2001-01-01T00:00:00Z"}`, At: "ValidUntil"},
	},
}

var spotRequestTypeValues = &validate.Rule{
	ID:      "spot-request-type-values",
	Summary: "Type must be one-time or persistent",
	Source:  validate.Source{Shape: "RequestSpotInstances", Member: "Type"},
	Code:    "InvalidParameterValue",
	On:      onInstances,
	Members: []string{"Type"},
	Values:  requestTypes,
	Good: []validate.Example{
		{Spec: `{"Type":"one-time"}`},
		{Spec: `{"Type":"persistent"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Type":"maintain"}`, At: "Type"},
	},
}

var spotRequestInterruptionValues = &validate.Rule{
	ID:      "spot-request-interruption-values",
	Summary: "InstanceInterruptionBehavior must be hibernate, stop or terminate",
	Source:  validate.Source{Shape: "RequestSpotInstances", Member: "InstanceInterruptionBehavior"},
	Code:    "InvalidParameterValue",
	On:      onInstances,
	Members: []string{"InstanceInterruptionBehavior"},
	Values:  requestInterruptions,
	Good: []validate.Example{
		{Spec: `{"InstanceInterruptionBehavior":"terminate"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Type":"persistent","InstanceInterruptionBehavior":"pause"}`, At: "InstanceInterruptionBehavior"},
	},
}

var spotRequestInterruptionConflict = &validate.Rule{
	ID:        "spot-request-interruption-conflict",
	Summary:   "InstanceInterruptionBehavior stop and hibernate must go with the Type persistent",
	Reading:   "Persistent requests that end with terminate are legal here, unlike in RunInstances.",
	Source:    validate.Source{Shape: "RequestSpotInstances", Member: "InstanceInterruptionBehavior"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	On:        onInstances,
	Given:     []string{"InstanceInterruptionBehavior"},
	Reads:     []string{"Type"},
	Check: func(p *validate.Pass) {
		in := request(p)
		if b := in.InstanceInterruptionBehavior; stays(b) && in.Type != types.SpotInstanceTypePersistent {
			p.Conflictf("InstanceInterruptionBehavior", []string{"Type"},
				"must be terminate, unless Type is persistent")
		}
	},
	Good: []validate.Example{
		{Spec: `{"Type":"persistent","InstanceInterruptionBehavior":"terminate"}`},
		{Spec: `{"Type":"persistent","InstanceInterruptionBehavior":"stop"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceInterruptionBehavior":"stop"}`, At: "InstanceInterruptionBehavior"},
		{Spec: `{"Type":"one-time","InstanceInterruptionBehavior":"hibernate"}`, At: "InstanceInterruptionBehavior"},
	},
}

var spotRequestGroupConflict = &validate.Rule{
	ID:      "spot-request-group-conflict",
	Summary: "LaunchGroup must not be given for instances that stop or hibernate when interrupted",
	Source:  validate.Source{Guide: "interruption-behavior"},
	Code:    "InvalidParameterCombination",
	On:      onInstances,
	Given:   []string{"LaunchGroup"},
	When:    []string{"InstanceInterruptionBehavior"},
	Check: func(p *validate.Pass) {
		if b := request(p).InstanceInterruptionBehavior; stays(b) {
			p.Conflictf("LaunchGroup", []string{"InstanceInterruptionBehavior"},
				"must not be given with InstanceInterruptionBehavior %s; drop it, or choose terminate", b)
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchGroup":"web"}`},
		{Spec: `{"LaunchGroup":"web","InstanceInterruptionBehavior":"terminate"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchGroup":"web","Type":"persistent","InstanceInterruptionBehavior":"stop"}`, At: "LaunchGroup"},
	},
}

var spotRequestPlacementGroupConflict = &validate.Rule{
	ID:        "spot-request-placement-group-conflict",
	Summary:   "GroupName must not be given for instances that stop or hibernate when interrupted",
	Reading:   "An empty name is refused here as well, though it names no group.",
	Source:    validate.Source{Guide: "placement-groups"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	On:        onInstances,
	Given:     []string{"LaunchSpecification.Placement.GroupName"},
	When:      []string{"InstanceInterruptionBehavior"},
	Check: func(p *validate.Pass) {
		if b := request(p).InstanceInterruptionBehavior; stays(b) {
			p.Conflictf("LaunchSpecification.Placement.GroupName", []string{"InstanceInterruptionBehavior"},
				"must not be given with InstanceInterruptionBehavior %s; drop it, or choose terminate", b)
		}
	},
	Good: []validate.Example{
		{Spec: requesting + `"Placement":{"GroupName":"rack-a"}}}`},
		{Spec: requesting + `"Placement":{"GroupName":"rack-a"}},"InstanceInterruptionBehavior":"terminate"}`},
	},
	Bad: []validate.Example{
		{
			Spec: requesting + `"Placement":{"GroupName":"rack-a"}},"Type":"persistent",` +
				`"InstanceInterruptionBehavior":"stop"}`,
			At: "LaunchSpecification.Placement.GroupName",
		},
	},
}

var spotRequestDurationRetired = &validate.Rule{
	ID:       "spot-request-duration-retired",
	Summary:  "BlockDurationMinutes should not be given: AWS has withdrawn it",
	Source:   validate.Source{Shape: "RequestSpotInstances", Member: "BlockDurationMinutes"},
	Severity: validate.SeverityWarning,
	Code:     "Unsupported",
	On:       onInstances,
	Given:    []string{"BlockDurationMinutes"},
	Check: func(p *validate.Pass) {
		p.Reportf("BlockDurationMinutes", "should not be given: AWS has withdrawn it")
	},
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDurationMinutes":60}`, At: "BlockDurationMinutes"},
	},
}

var spotRequestPriceFormat = &validate.Rule{
	ID:       "spot-request-price-format",
	Summary:  "SpotPrice should be a decimal number of US dollars an hour",
	Reading:  "No page gives the form; it is that of other prices. An empty text is none.",
	Source:   validate.Source{Shape: "RequestSpotInstances", Member: "SpotPrice"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       onInstances,
	Given:    []string{"SpotPrice"},
	Check: func(p *validate.Pass) {
		price := *request(p).SpotPrice
		if _, ok := format.Thousandths(price); !ok && price != "" {
			p.Reportf("SpotPrice", notPriced)
		}
	},
	Good: []validate.Example{
		{Spec: `{"SpotPrice":"0.05"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SpotPrice":"0,05"}`, At: "SpotPrice"},
		{Spec: `{"SpotPrice":"-1"}`, At: "SpotPrice"},
	},
}

var spotRequestPriceRange = &validate.Rule{
	ID:       "spot-request-price-range",
	Summary:  "SpotPrice should not be below the lowest price that EC2 takes",
	Reading:  "The lowest price is documented for the MaxPrice of other calls.",
	Source:   validate.Source{Shape: "RequestSpotInstances", Member: "SpotPrice"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Since:    validate.Autumn2026,
	On:       onInstances,
	Given:    []string{"SpotPrice"},
	Limits:   []*validate.Limit{priceMin},
	Check: func(p *validate.Pass) {
		n, ok := format.Thousandths(*request(p).SpotPrice)
		if least, dated := p.Limit(priceMin); ok && dated && n < least {
			p.Beyond(priceMin).Reportf("SpotPrice", tooLow, least/1000, least%1000)
		}
	},
	Good: []validate.Example{
		{Spec: `{"SpotPrice":"0.001"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SpotPrice":"0.0001"}`, At: "SpotPrice"},
	},
}

var spotRequestPriceAdvice = &validate.Rule{
	ID:       "spot-request-price-advice",
	Summary:  "SpotPrice should be left out: it makes interruptions more frequent",
	Source:   validate.Source{Shape: "RequestSpotInstances", Member: "SpotPrice"},
	Severity: validate.SeverityAdvice,
	On:       onInstances,
	Given:    []string{"SpotPrice"},
	Check:    func(p *validate.Pass) { p.Reportf("SpotPrice", leaveOut) },
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SpotPrice":"0.05"}`, At: "SpotPrice"},
	},
}

// What is said of prices.
const (
	notPriced = "should be a decimal number of US dollars, as in 0.25, without sign, currency and exponent"
	tooLow    = "should be at least %d.%03d US dollars, or left out"
	leaveOut  = "should be left out, to pay the current Spot price and be interrupted less often"
)

var spotRequestTagValues = &validate.Rule{
	ID:      "spot-request-tag-values",
	Summary: "the tags of a Spot request must be for spot-instances-request",
	Source:  validate.Source{Shape: "RequestSpotInstances", Member: "TagSpecifications"},
	Code:    "InvalidParameterValue",
	On:      onInstances,
	Given:   []string{"TagSpecifications[].ResourceType"},
	Check: func(p *validate.Pass) {
		for i, s := range request(p).TagSpecifications {
			if s.ResourceType != "" && s.ResourceType != types.ResourceTypeSpotInstancesRequest {
				p.Reportf(p.At("TagSpecifications[].ResourceType", i),
					"must be spot-instances-request: this call tags nothing else")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"spot-instances-request","Tags":[{"Key":"team","Value":"web"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"team","Value":"web"}]}]}`,
			At:   "TagSpecifications[0].ResourceType",
		},
	},
}

var spotRequestTagRequired = &validate.Rule{
	ID:      "spot-request-tag-required",
	Summary: "ResourceType must be given in each of TagSpecifications",
	Source:  validate.Source{Shape: "RequestSpotInstances", Member: "TagSpecifications"},
	Code:    "InvalidParameterValue",
	On:      onInstances,
	Members: []string{"TagSpecifications[].ResourceType"},
	When:    []string{"TagSpecifications"},
	Check: func(p *validate.Pass) {
		for i, s := range request(p).TagSpecifications {
			if s.ResourceType == "" {
				p.Reportf(p.At("TagSpecifications[].ResourceType", i), "must be spot-instances-request")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"spot-instances-request",` +
				`"Tags":[{"Key":"team","Value":"web"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"Tags":[{"Key":"team","Value":"web"}]}]}`,
			At:   "TagSpecifications[0].ResourceType",
		},
	},
}

var spotRequestGroupUnsupported = &validate.Rule{
	ID:       "spot-request-group-unsupported",
	Summary:  "SecurityGroups of a LaunchSpecification should be SecurityGroupIds: names are not supported",
	Source:   validate.Source{Shape: "RequestSpotLaunchSpecification", Member: "SecurityGroups"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	On:       onInstances,
	Given:    []string{"LaunchSpecification.SecurityGroups"},
	Check: func(p *validate.Pass) {
		p.Reportf("LaunchSpecification.SecurityGroups", "should be SecurityGroupIds: names are not supported here")
	},
	Good: []validate.Example{
		{Spec: requesting + `"SecurityGroupIds":["sg-0123456789abcdef0"]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: requesting + `"SecurityGroups":["web"]}}`,
			At:   "LaunchSpecification.SecurityGroups",
		},
	},
}

var spotRequestAddressingDeprecated = &validate.Rule{
	ID:       "spot-request-addressing-deprecated",
	Summary:  "AddressingType should not be given: it is deprecated",
	Source:   validate.Source{Shape: "RequestSpotLaunchSpecification", Member: "AddressingType"},
	Severity: validate.SeverityWarning,
	On:       onInstances,
	Given:    []string{"LaunchSpecification.AddressingType"},
	Check: func(p *validate.Pass) {
		p.Reportf("LaunchSpecification.AddressingType", "should not be given: it is deprecated")
	},
	Good: []validate.Example{
		{Spec: `{"LaunchSpecification":{"ImageId":"ami-0123456789abcdef0","InstanceType":"m5.large"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: requesting + `"AddressingType":"public"}}`,
			At:   "LaunchSpecification.AddressingType",
		},
	},
}

var spotRequestZoneUnsupported = &validate.Rule{
	ID:      "spot-request-zone-unsupported",
	Summary: "AvailabilityZone, AvailabilityZoneId and SubnetId must name one each: lists are for Spot Fleet",
	Source:  validate.Source{Shape: "SpotPlacement", Member: "AvailabilityZone"},
	Code:    "InvalidParameterValue",
	On:      onInstances,
	Given: []string{
		"LaunchSpecification.Placement.AvailabilityZone", "LaunchSpecification.Placement.AvailabilityZoneId",
		"LaunchSpecification.SubnetId",
	},
	Check: func(p *validate.Pass) {
		each := func(id *string, path string) {
			if id != nil && strings.Contains(*id, ",") {
				p.Reportf(path, "must be one: only Spot Fleet takes several")
			}
		}
		s := request(p).LaunchSpecification
		if s.Placement != nil {
			each(s.Placement.AvailabilityZone, "LaunchSpecification.Placement.AvailabilityZone")
			each(s.Placement.AvailabilityZoneId, "LaunchSpecification.Placement.AvailabilityZoneId")
		}
		each(s.SubnetId, "LaunchSpecification.SubnetId")
	},
	Good: []validate.Example{
		{Spec: requesting + `"Placement":{"AvailabilityZone":"us-east-1a"}}}`},
		{Spec: requesting + `"SubnetId":"subnet-0123456789abcdef0"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: requesting + `"Placement":{"AvailabilityZone":"us-east-1a,us-east-1b"}}}`,
			At:   "LaunchSpecification.Placement.AvailabilityZone",
		},
		{
			Spec:  requesting + `"Placement":{"AvailabilityZoneId":"use1-az1, use1-az2"}}}`,
			At:    "LaunchSpecification.Placement.AvailabilityZoneId",
			Since: validate.Autumn2026,
		},
		{
			Spec: requesting + `"SubnetId":"subnet-0123456789abcdef0,subnet-0123456789abcdef1"}}`,
			At:   "LaunchSpecification.SubnetId",
		},
	},
}

var spotRequestZoneGroupAdvice = &validate.Rule{
	ID:       "spot-request-zone-group-advice",
	Summary:  "AvailabilityZoneGroup should not go with a zone or subnet, which leaves nothing to choose",
	Source:   validate.Source{Shape: "RequestSpotInstances", Member: "AvailabilityZoneGroup"},
	Severity: validate.SeverityAdvice,
	On:       onInstances,
	Given:    []string{"AvailabilityZoneGroup"},
	When:     []string{"LaunchSpecification"},
	Reads: []string{
		"LaunchSpecification.Placement.AvailabilityZone", "LaunchSpecification.Placement.AvailabilityZoneId",
		"LaunchSpecification.SubnetId",
	},
	Check: func(p *validate.Pass) {
		if chosen := zone(request(p).LaunchSpecification); chosen != "" {
			p.Conflictf("AvailabilityZoneGroup", []string{chosen},
				"should not go with %s, which leaves nothing to choose", chosen)
		}
	},
	Good: []validate.Example{
		{Spec: `{"AvailabilityZoneGroup":"web"}`},
	},
	Bad: []validate.Example{
		{
			Spec: requesting + `"Placement":{"AvailabilityZone":"us-east-1a"}},"AvailabilityZoneGroup":"web"}`,
			At:   "AvailabilityZoneGroup",
		},
		{
			Spec:  requesting + `"Placement":{"AvailabilityZoneId":"use1-az1"}},"AvailabilityZoneGroup":"web"}`,
			At:    "AvailabilityZoneGroup",
			Since: validate.Autumn2026,
		},
		{
			Spec: requesting + `"SubnetId":"subnet-0123456789abcdef0"},"AvailabilityZoneGroup":"web"}`,
			At:   "AvailabilityZoneGroup",
		},
	},
}

// zone returns the member that settles the zone of a launch, "" when none does.
func zone(s *types.RequestSpotLaunchSpecification) (path string) {
	switch {
	case s.Placement != nil && s.Placement.AvailabilityZone != nil:
		return "LaunchSpecification.Placement.AvailabilityZone"
	case s.Placement != nil && s.Placement.AvailabilityZoneId != nil:
		return "LaunchSpecification.Placement.AvailabilityZoneId"
	case s.SubnetId != nil:
		return "LaunchSpecification.SubnetId"
	}
	return ""
}

var spotRequestSnapshotAdvice = &validate.Rule{
	ID:       "spot-request-snapshot-advice",
	Summary:  "Encrypted should not be given beside a SnapshotId, by the words of this call",
	Reading:  "The sentence is older than the encryption of volumes from unencrypted snapshots.",
	Source:   validate.Source{Shape: "RequestSpotLaunchSpecification", Member: "BlockDeviceMappings"},
	Severity: validate.SeverityAdvice,
	On:       onInstances,
	Given:    []string{"LaunchSpecification.BlockDeviceMappings[].Ebs.Encrypted"},
	When:     []string{"LaunchSpecification.BlockDeviceMappings[].Ebs.SnapshotId"},
	Check: func(p *validate.Pass) {
		for i, m := range request(p).LaunchSpecification.BlockDeviceMappings {
			if m.Ebs != nil && m.Ebs.Encrypted != nil && m.Ebs.SnapshotId != nil {
				p.Conflictf(p.At("LaunchSpecification.BlockDeviceMappings[].Ebs.Encrypted", i),
					[]string{validate.At("LaunchSpecification.BlockDeviceMappings[].Ebs.SnapshotId", i)},
					"should not be given beside SnapshotId here")
			}
		}
	},
	Good: []validate.Example{
		{Spec: requesting + `"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",` +
			`"Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}}`},
		{Spec: requesting + `"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}},` +
			`{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":8,"Encrypted":true}}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: requesting + `"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",` +
				`"Ebs":{"SnapshotId":"snap-0123456789abcdef0","Encrypted":true}}]}}`,
			At: "LaunchSpecification.BlockDeviceMappings[0].Ebs.Encrypted",
		},
	},
}
