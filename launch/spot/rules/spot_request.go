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
		if in := request(p); !in.ValidUntil.After(*in.ValidFrom) {
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
		b := in.InstanceInterruptionBehavior
		stays := b == types.InstanceInterruptionBehaviorStop || b == types.InstanceInterruptionBehaviorHibernate
		if stays && in.Type != types.SpotInstanceTypePersistent {
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
	Summary:  "SpotPrice should be a price that is not below 0.001, as text",
	Reading:  "The least price is documented for the other Spot calls.",
	Source:   validate.Source{Shape: "RequestSpotInstances", Member: "SpotPrice"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       onInstances,
	Given:    []string{"SpotPrice"},
	Check: func(p *validate.Pass) {
		if !format.Price(*request(p).SpotPrice) {
			p.Reportf("SpotPrice", "should be a price above 0.001 in US dollars, as in 0.25")
		}
	},
	Good: []validate.Example{
		{Spec: `{"SpotPrice":"0.05"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SpotPrice":"0,05"}`, At: "SpotPrice"},
		{Spec: `{"SpotPrice":"0.0001"}`, At: "SpotPrice"},
	},
}

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
	Summary: "AvailabilityZone of a LaunchSpecification must be one zone: lists are for Spot Fleet",
	Source:  validate.Source{Shape: "SpotPlacement", Member: "AvailabilityZone"},
	Code:    "InvalidParameterValue",
	On:      onInstances,
	Given:   []string{"LaunchSpecification.Placement.AvailabilityZone"},
	Check: func(p *validate.Pass) {
		if strings.Contains(*request(p).LaunchSpecification.Placement.AvailabilityZone, ",") {
			p.Reportf("LaunchSpecification.Placement.AvailabilityZone",
				"must be one zone: only Spot Fleet takes several")
		}
	},
	Good: []validate.Example{
		{Spec: requesting + `"Placement":{"AvailabilityZone":"us-east-1a"}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: requesting + `"Placement":{"AvailabilityZone":"us-east-1a,us-east-1b"}}}`,
			At:   "LaunchSpecification.Placement.AvailabilityZone",
		},
	},
}

var spotRequestZoneGroupAdvice = &validate.Rule{
	ID:       "spot-request-zone-group-advice",
	Summary:  "AvailabilityZoneGroup should not go with a zone, which leaves nothing to choose",
	Source:   validate.Source{Shape: "RequestSpotInstances", Member: "AvailabilityZoneGroup"},
	Severity: validate.SeverityAdvice,
	On:       onInstances,
	Given:    []string{"AvailabilityZoneGroup"},
	When:     []string{"LaunchSpecification.Placement.AvailabilityZone"},
	Check: func(p *validate.Pass) {
		p.Conflictf("AvailabilityZoneGroup", []string{"LaunchSpecification.Placement.AvailabilityZone"},
			"should not go with a zone, which leaves nothing to choose")
	},
	Good: []validate.Example{
		{Spec: `{"AvailabilityZoneGroup":"web"}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"AvailabilityZoneGroup":"web","LaunchSpecification":{"ImageId":"ami-0123456789abcdef0",` +
				`"InstanceType":"m5.large","Placement":{"AvailabilityZone":"us-east-1a"}}}`,
			At: "AvailabilityZoneGroup",
		},
	},
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
	},
	Bad: []validate.Example{
		{
			Spec: requesting + `"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",` +
				`"Ebs":{"SnapshotId":"snap-0123456789abcdef0","Encrypted":true}}]}}`,
			At: "LaunchSpecification.BlockDeviceMappings[0].Ebs.Encrypted",
		},
	},
}
