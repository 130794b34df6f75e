package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// A pool is what Spot capacity is taken from.
type pool struct {
	instanceType         types.InstanceType
	subnet, zone, zoneID string
	template             int // that says where, if the override does not
}

// poolOf is the pool of an override of a configuration.
func poolOf(config int, o *types.FleetLaunchTemplateOverridesRequest) pool {
	p := pool{
		instanceType: o.InstanceType,
		subnet:       aws.ToString(o.SubnetId),
		zone:         aws.ToString(o.AvailabilityZone),
		zoneID:       aws.ToString(o.AvailabilityZoneId),
	}
	if p.subnet == "" && p.zone == "" && p.zoneID == "" {
		p.template = config
	}
	return p
}

var fleetOverrideLimit = &validate.Rule{
	ID: "fleet-override-limit",
	Summary: "a fleet of type maintain or request must not have more overrides than EC2 takes, over " +
		"all its templates",
	Source:  validate.Source{Shape: "FleetLaunchTemplateConfigRequest", Member: "Overrides"},
	Code:    "InvalidFleetConfig",
	On:      on,
	Members: []string{"LaunchTemplateConfigs"},
	When:    []string{"LaunchTemplateConfigs[].Overrides"},
	Reads:   []string{"Type"},
	Limits:  []*validate.Limit{overridesMax},
	Check: func(p *validate.Pass) {
		in, n := fleet(p), 0
		for _, c := range in.LaunchTemplateConfigs {
			n += len(c.Overrides)
		}
		if most, ok := p.Limit(overridesMax); ok && int64(n) > most && kind(in) != types.FleetTypeInstant {
			p.Beyond(overridesMax).Reportf("LaunchTemplateConfigs",
				"must have at most %d overrides in all, and has %d", most, n)
		}
	},
	Good: []validate.Example{
		{Spec: overriding + overrides300 + `]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: overriding + overrides300 + "," + override + `]}]}`,
			At:   "LaunchTemplateConfigs",
		},
	},
}

var fleetOverrideUnique = &validate.Rule{
	ID:      "fleet-override-unique",
	Summary: "no two overrides of a fleet must have the same instance type in the same subnet or zone",
	Reading: "An override with an image or a placement of its own may be another pool, and so may one of another " +
		"template where neither names a subnet or zone.",
	Source:    validate.Source{Shape: "FleetLaunchTemplateConfigRequest", Member: "Overrides"},
	Code:      "InvalidFleetConfig",
	CodeBasis: validate.Observed,
	On:        on,
	Given:     []string{"LaunchTemplateConfigs[].Overrides[].InstanceType"},
	Reads: []string{
		"LaunchTemplateConfigs[].Overrides[].SubnetId", "LaunchTemplateConfigs[].Overrides[].AvailabilityZone",
		"LaunchTemplateConfigs[].Overrides[].AvailabilityZoneId",
		"LaunchTemplateConfigs[].Overrides[].ImageId", "LaunchTemplateConfigs[].Overrides[].Placement",
	},
	Check: func(p *validate.Pass) {
		var seen map[pool]bool
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.InstanceType == "" || o.ImageId != nil || o.Placement != nil {
				return
			}
			this := poolOf(i, o)
			if seen[this] {
				p.Reportf(p.At("LaunchTemplateConfigs[].Overrides[].InstanceType", i, j),
					"must not be repeated in the same subnet or zone: weights, priorities and prices make no other pool")
			}
			if seen == nil {
				seen = map[pool]bool{}
			}
			seen[this] = true
		})
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large",` +
			`"SubnetId":"subnet-0123456789abcdef0"},{"InstanceType":"m6i.large",` +
			`"SubnetId":"subnet-0fedcba9876543210"},{"InstanceType":"m5.large",` +
			`"SubnetId":"subnet-0123456789abcdef0"}]}]}`},
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"in-zone-a",` +
			`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large"}]},` +
			`{"LaunchTemplateSpecification":{"LaunchTemplateName":"in-zone-b","Version":"1"},` +
			`"Overrides":[{"InstanceType":"m6i.large"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large","AvailabilityZoneId":"use1-az1"},` +
				`{"InstanceType":"m6i.large","AvailabilityZoneId":"use1-az1"}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[1].InstanceType", Since: validate.Autumn2026,
		},
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large"},{"InstanceType":"m6i.large",` +
				`"WeightedCapacity":2}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[1].InstanceType",
		},
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"blue",` +
				`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large","AvailabilityZone":"us-east-1a"}]},` +
				`{"LaunchTemplateSpecification":{"LaunchTemplateName":"green","Version":"1"},` +
				`"Overrides":[{"InstanceType":"m6i.large","AvailabilityZone":"us-east-1a"}]}]}`,
			At: "LaunchTemplateConfigs[1].Overrides[0].InstanceType",
		},
	},
}

var fleetOverrideTypeConflict = &validate.Rule{
	ID:      "fleet-override-type-conflict",
	Summary: "InstanceRequirements of an override must not be given with InstanceType",
	Source:  validate.Source{Shape: "FleetLaunchTemplateOverridesRequest", Member: "InstanceRequirements"},
	Code:    "InvalidFleetConfig",
	On:      on,
	Given:   []string{"LaunchTemplateConfigs[].Overrides[].InstanceRequirements"},
	When:    []string{"LaunchTemplateConfigs[].Overrides[].InstanceType"},
	Check: func(p *validate.Pass) {
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.InstanceRequirements != nil && o.InstanceType != "" {
				p.Conflictf(p.At("LaunchTemplateConfigs[].Overrides[].InstanceRequirements", i, j),
					[]string{validate.At("LaunchTemplateConfigs[].Overrides[].InstanceType", i, j)},
					"must not be given with InstanceType; keep one of the two")
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"InstanceRequirements":{"VCpuCount":{"Min":2},` +
			`"MemoryMiB":{"Min":0}}}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large",` +
				`"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":0}}}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].InstanceRequirements",
		},
	},
}

var fleetOverrideMixConflict = &validate.Rule{
	ID:      "fleet-override-mix-conflict",
	Summary: "a fleet must not have an override with an InstanceType and another with InstanceRequirements",
	Source:  validate.Source{Guide: "ec2-fleet-attribute-based-instance-type-selection"},
	Code:    "InvalidFleetConfig",
	On:      on,
	Given:   []string{"LaunchTemplateConfigs[].Overrides[].InstanceRequirements"},
	When:    []string{"LaunchTemplateConfigs[].Overrides[].InstanceType"},
	Check: func(p *validate.Pass) {
		named := ""
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.InstanceType != "" && o.InstanceRequirements == nil && named == "" {
				named = validate.At("LaunchTemplateConfigs[].Overrides[].InstanceType", i, j)
			}
		})
		if named == "" {
			return
		}
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.InstanceType == "" && o.InstanceRequirements != nil {
				p.Conflictf(p.At("LaunchTemplateConfigs[].Overrides[].InstanceRequirements", i, j), []string{named},
					"must not be in one fleet with overrides that name an InstanceType")
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large"},{"InstanceType":"m5.large"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large"},` +
				`{"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":0}}}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[1].InstanceRequirements",
		},
	},
}

var fleetOverrideWeightConflict = &validate.Rule{
	ID:      "fleet-override-weight-conflict",
	Summary: "WeightedCapacity and Priority of an override must not be given with InstanceRequirements",
	Source:  validate.Source{Guide: "ec2-fleet-attribute-based-instance-type-selection"},
	Code:    "InvalidFleetConfig",
	On:      on,
	Given: []string{
		"LaunchTemplateConfigs[].Overrides[].WeightedCapacity", "LaunchTemplateConfigs[].Overrides[].Priority",
	},
	When: []string{"LaunchTemplateConfigs[].Overrides[].InstanceRequirements"},
	Check: func(p *validate.Pass) {
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.InstanceRequirements == nil {
				return
			}
			with := []string{validate.At("LaunchTemplateConfigs[].Overrides[].InstanceRequirements", i, j)}
			if o.WeightedCapacity != nil {
				p.Conflictf(p.At("LaunchTemplateConfigs[].Overrides[].WeightedCapacity", i, j), with,
					"must not be given with InstanceRequirements")
			}
			if o.Priority != nil {
				p.Conflictf(p.At("LaunchTemplateConfigs[].Overrides[].Priority", i, j), with,
					"must not be given with InstanceRequirements")
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large","WeightedCapacity":2,` +
			`"Priority":0}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"WeightedCapacity":2,` +
				`"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":0}}}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].WeightedCapacity",
		},
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"Priority":1,"InstanceRequirements":{"VCpuCount":{"Min":2},` +
				`"MemoryMiB":{"Min":0}}}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].Priority",
		},
	},
}

var fleetOverrideRequirementsLimit = &validate.Rule{
	ID:        "fleet-override-requirements-limit",
	Summary:   "a fleet must not have more sets of InstanceRequirements than EC2 takes",
	Source:    validate.Source{Guide: "ec2-fleet-attribute-based-instance-type-selection"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	On:        on,
	Members:   []string{"LaunchTemplateConfigs"},
	When:      []string{"LaunchTemplateConfigs[].Overrides[].InstanceRequirements"},
	Limits:    []*validate.Limit{requirementsMax},
	Check: func(p *validate.Pass) {
		n := 0
		overrides(p, func(_, _ int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.InstanceRequirements != nil {
				n++
			}
		})
		if most, ok := p.Limit(requirementsMax); ok && int64(n) > most {
			p.Beyond(requirementsMax).Reportf("LaunchTemplateConfigs",
				"must have at most %d overrides with InstanceRequirements, and has %d: one for each subnet", most, n)
		}
	},
	Good: []validate.Example{
		{
			Spec: overriding + requirements4 + `]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: overriding + requirements4 + `,` + requirements + `]}]}`,
			At:   "LaunchTemplateConfigs",
		},
	},
}

var fleetOverrideSubnetLimit = &validate.Rule{
	ID:      "fleet-override-subnet-limit",
	Summary: "an override of an instant fleet must have one subnet",
	Source:  validate.Source{Shape: "FleetLaunchTemplateOverridesRequest", Member: "SubnetId"},
	Code:    "InvalidParameterValue",
	On:      on,
	Given:   []string{"LaunchTemplateConfigs[].Overrides[].SubnetId"},
	When:    []string{"Type"},
	Check: func(p *validate.Pass) {
		if fleet(p).Type != types.FleetTypeInstant {
			return
		}
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.SubnetId != nil && strings.Contains(*o.SubnetId, ",") {
				p.Conflictf(p.At("LaunchTemplateConfigs[].Overrides[].SubnetId", i, j), []string{"Type"},
					"must be one subnet for an instant fleet; give each subnet an override of its own")
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"Type":"maintain",` +
			`"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"SubnetId":"subnet-0123456789abcdef0,` +
			`subnet-0fedcba9876543210"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"instant",` +
				`"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"SubnetId":"subnet-0123456789abcdef0,` +
				`subnet-0fedcba9876543210"}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].SubnetId",
		},
	},
}

var fleetOverrideSubnetFormat = &validate.Rule{
	ID:      "fleet-override-subnet-format",
	Summary: "each subnet of a list must be subnet- and 8 or 17 lower-case hexadecimal digits",
	Source:  validate.Source{Shape: "FleetLaunchTemplateOverridesRequest", Member: "SubnetId"},
	Code:    "InvalidSubnetID.NotFound",
	On:      on,
	Given:   []string{"LaunchTemplateConfigs[].Overrides[].SubnetId"},
	Check: func(p *validate.Pass) {
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.SubnetId == nil || !strings.Contains(*o.SubnetId, ",") {
				return // a rule of RunInstances tests a single one
			}
			for id := range strings.SplitSeq(*o.SubnetId, ",") {
				if !format.ID("subnet", strings.TrimSpace(id)) {
					p.Reportf(p.At("LaunchTemplateConfigs[].Overrides[].SubnetId", i, j),
						"must list IDs of subnets, separated by commas: subnet- and 8 or 17 lower-case hexadecimal digits each")
					return
				}
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"SubnetId":"subnet-0123456789abcdef0, subnet-1a2b3c4d"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"SubnetId":"subnet-0123456789abcdef0,web"}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].SubnetId",
		},
	},
}

var fleetOverridePriorityRange = &validate.Rule{
	ID:      "fleet-override-priority-range",
	Summary: "Priority of an override must not be negative",
	Reading: "The documentation says whole numbers; fractions are in use.",
	Source:  validate.Source{Shape: "FleetLaunchTemplateOverridesRequest", Member: "Priority"},
	Code:    "InvalidParameterValue",
	On:      on,
	Given:   []string{"LaunchTemplateConfigs[].Overrides[].Priority"},
	Check: func(p *validate.Pass) {
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.Priority != nil && *o.Priority < 0 {
				p.Reportf(p.At("LaunchTemplateConfigs[].Overrides[].Priority", i, j),
					"must be at least 0, the highest priority")
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large","Priority":0.096}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large","Priority":-1}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].Priority",
		},
	},
}

var fleetOverrideWeightRange = &validate.Rule{
	ID:       "fleet-override-weight-range",
	Summary:  "WeightedCapacity of an override should be above 0",
	Reading:  "No page says what EC2 does with others.",
	Source:   validate.Source{Shape: "FleetLaunchTemplateOverridesRequest", Member: "WeightedCapacity"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       on,
	Given:    []string{"LaunchTemplateConfigs[].Overrides[].WeightedCapacity"},
	Check: func(p *validate.Pass) {
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.WeightedCapacity != nil && *o.WeightedCapacity <= 0 {
				p.Reportf(p.At("LaunchTemplateConfigs[].Overrides[].WeightedCapacity", i, j), "should be above 0")
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large","WeightedCapacity":0.5}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large","WeightedCapacity":0}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].WeightedCapacity",
		},
	},
}

var fleetOverrideMacUnsupported = &validate.Rule{
	ID:      "fleet-override-mac-unsupported",
	Summary: "InstanceType of an override must not be mac1.metal",
	Source:  validate.Source{Shape: "FleetLaunchTemplateOverridesRequest", Member: "InstanceType"},
	Code:    "InvalidFleetConfig",
	On:      on,
	Given:   []string{"LaunchTemplateConfigs[].Overrides[].InstanceType"},
	Check: func(p *validate.Pass) {
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			if o.InstanceType == types.InstanceTypeMac1Metal {
				p.Reportf(p.At("LaunchTemplateConfigs[].Overrides[].InstanceType", i, j),
					"must not be mac1.metal; set it in the template")
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large"}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"InstanceType":"mac1.metal"}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].InstanceType",
		},
	},
}

var fleetOverridePlacementUnsupported = &validate.Rule{
	ID:      "fleet-override-placement-unsupported",
	Summary: "Placement of an override should have a group or a zone alone: the rest is not supported",
	Reading: "No page says whether EC2 refuses or ignores it. AvailabilityZone is not supported either, but " +
		"the fleets in the User Guide have it, under ec2-fleet-examples.",
	Source:   validate.Source{Shape: "Placement"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	On:       on,
	Given: []string{
		"LaunchTemplateConfigs[].Overrides[].Placement.Affinity",
		"LaunchTemplateConfigs[].Overrides[].Placement.AvailabilityZoneId",
		"LaunchTemplateConfigs[].Overrides[].Placement.HostId",
		"LaunchTemplateConfigs[].Overrides[].Placement.HostResourceGroupArn",
		"LaunchTemplateConfigs[].Overrides[].Placement.PartitionNumber",
		"LaunchTemplateConfigs[].Overrides[].Placement.Tenancy",
	},
	Check: func(p *validate.Pass) {
		overrides(p, func(i, j int, o *types.FleetLaunchTemplateOverridesRequest) {
			l := o.Placement
			if l == nil {
				return
			}
			for _, m := range [...]struct {
				given bool
				path  string
			}{
				{l.Affinity != nil, "LaunchTemplateConfigs[].Overrides[].Placement.Affinity"},
				{l.AvailabilityZoneId != nil, "LaunchTemplateConfigs[].Overrides[].Placement.AvailabilityZoneId"},
				{l.HostId != nil, "LaunchTemplateConfigs[].Overrides[].Placement.HostId"},
				{l.HostResourceGroupArn != nil, "LaunchTemplateConfigs[].Overrides[].Placement.HostResourceGroupArn"},
				{l.PartitionNumber != nil, "LaunchTemplateConfigs[].Overrides[].Placement.PartitionNumber"},
				{l.Tenancy != "", "LaunchTemplateConfigs[].Overrides[].Placement.Tenancy"},
			} {
				if m.given {
					p.Reportf(p.At(m.path, i, j), "should stand in the template: an override does not support it")
				}
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"Placement":{"GroupName":"blue"}}]}]}`},
		{Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"Placement":{"AvailabilityZone":"us-east-1a"}}]}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"Placement":{"Tenancy":"dedicated"}}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].Placement.Tenancy",
		},
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"Placement":{"Affinity":"host"}}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].Placement.Affinity",
		},
		{
			Spec: `{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"Placement":{"GroupName":"blue","PartitionNumber":2}}]}]}`,
			At: "LaunchTemplateConfigs[0].Overrides[0].Placement.PartitionNumber",
		},
	},
}
