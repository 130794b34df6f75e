package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// parts is the capacity that is asked for by name.
func parts(c *types.TargetCapacitySpecificationRequest) (n int64) {
	for _, part := range [...]*int32{c.OnDemandTargetCapacity, c.SpotTargetCapacity} {
		if part != nil {
			n += int64(*part)
		}
	}
	return n
}

var fleetCapacityRequired = &validate.Rule{
	ID:      "fleet-capacity-required",
	Summary: "TargetCapacitySpecification must be given, with a TotalTargetCapacity",
	Source:  validate.Source{Shape: "TargetCapacitySpecificationRequest", Member: "TotalTargetCapacity"},
	Code:    "MissingParameter",
	On:      on,
	Members: []string{"TargetCapacitySpecification", "TargetCapacitySpecification.TotalTargetCapacity"},
	Check: func(p *validate.Pass) {
		switch c := fleet(p).TargetCapacitySpecification; {
		case c == nil:
			p.Reportf("TargetCapacitySpecification", "must be given")
		case c.TotalTargetCapacity == nil:
			p.Reportf("TargetCapacitySpecification.TotalTargetCapacity", "must be given")
		}
	},
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TargetCapacitySpecification":null}`, At: "TargetCapacitySpecification"},
		{
			Spec: `{"TargetCapacitySpecification":{"DefaultTargetCapacityType":"spot"}}`,
			At:   "TargetCapacitySpecification.TotalTargetCapacity",
		},
	},
}

var fleetCapacityRange = &validate.Rule{
	ID:       "fleet-capacity-range",
	Summary:  "a capacity should not be negative",
	Reading:  "No page says what EC2 does with a negative capacity.",
	Source:   validate.Source{Shape: "TargetCapacitySpecificationRequest"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidFleetConfig",
	On:       on,
	Members: []string{
		"TargetCapacitySpecification.TotalTargetCapacity",
		"TargetCapacitySpecification.OnDemandTargetCapacity", "TargetCapacitySpecification.SpotTargetCapacity",
	},
	Tag: "min=0",
	Good: []validate.Example{
		{Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":3,"OnDemandTargetCapacity":1,` +
			`"SpotTargetCapacity":2}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":2,"OnDemandTargetCapacity":-1,` +
				`"DefaultTargetCapacityType":"spot"}}`,
			At: "TargetCapacitySpecification.OnDemandTargetCapacity",
		},
	},
}

var fleetCapacityLimit = &validate.Rule{
	ID:       "fleet-capacity-limit",
	Summary:  "TotalTargetCapacity should be within the quota of a fleet",
	Reading:  "An account may have another quota. Whether it counts vCPUs and memory is not stated.",
	Source:   validate.Source{Guide: "fleet-quotas"},
	Severity: validate.SeverityWarning,
	On:       on,
	Given:    []string{"TargetCapacitySpecification.TotalTargetCapacity"},
	Reads:    []string{"TargetCapacitySpecification.TargetCapacityUnitType"},
	Limits:   []*validate.Limit{capacityMax},
	Check: func(p *validate.Pass) {
		c := fleet(p).TargetCapacitySpecification
		if c.TargetCapacityUnitType != "" && c.TargetCapacityUnitType != types.TargetCapacityUnitTypeUnits {
			return
		}
		if most, ok := p.Limit(capacityMax); ok && int64(*c.TotalTargetCapacity) > most {
			p.Beyond(capacityMax).Reportf("TargetCapacitySpecification.TotalTargetCapacity",
				"should be at most %d units, unless the account has a higher quota", most)
		}
	},
	Good: []validate.Example{
		{Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":10000,"DefaultTargetCapacityType":"spot"}}`},
		{Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":1048576,` +
			`"DefaultTargetCapacityType":"spot","TargetCapacityUnitType":"memory-mib"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":10001,"DefaultTargetCapacityType":"spot"}}`,
			At:   "TargetCapacitySpecification.TotalTargetCapacity",
		},
	},
}

var fleetCapacityZeroUnsupported = &validate.Rule{
	ID: "fleet-capacity-zero-unsupported",
	Summary: "a TotalTargetCapacity of 0 should be for a fleet of type maintain, to which capacity is " +
		"added later",
	Source:   validate.Source{Shape: "TargetCapacitySpecificationRequest", Member: "TotalTargetCapacity"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidFleetConfig",
	On:       on,
	Given:    []string{"TargetCapacitySpecification.TotalTargetCapacity"},
	When:     []string{"Type"},
	Check: func(p *validate.Pass) {
		in := fleet(p)
		if *in.TargetCapacitySpecification.TotalTargetCapacity == 0 && in.Type != types.FleetTypeMaintain {
			p.Conflictf("TargetCapacitySpecification.TotalTargetCapacity", []string{"Type"},
				"should be at least 1 for a fleet of type %s", in.Type)
		}
	},
	Good: []validate.Example{
		{Spec: `{"Type":"maintain","TargetCapacitySpecification":{"TotalTargetCapacity":0,` +
			`"DefaultTargetCapacityType":"spot"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"Type":"instant","TargetCapacitySpecification":{"TotalTargetCapacity":0,` +
				`"DefaultTargetCapacityType":"spot"}}`,
			At: "TargetCapacitySpecification.TotalTargetCapacity",
		},
	},
}

var fleetCapacityConflict = &validate.Rule{
	ID: "fleet-capacity-conflict",
	Summary: "OnDemandTargetCapacity and SpotTargetCapacity should not be more than " +
		"TotalTargetCapacity together",
	Reading:  "No page says what EC2 does with parts that are more than the whole.",
	Source:   validate.Source{Shape: "TargetCapacitySpecificationRequest"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidFleetConfig",
	On:       on,
	Given: []string{
		"TargetCapacitySpecification.OnDemandTargetCapacity", "TargetCapacitySpecification.SpotTargetCapacity",
	},
	When: []string{"TargetCapacitySpecification.TotalTargetCapacity"},
	Check: func(p *validate.Pass) {
		c := fleet(p).TargetCapacitySpecification
		if parts(c) <= int64(*c.TotalTargetCapacity) {
			return
		}
		path := "TargetCapacitySpecification.SpotTargetCapacity"
		if c.SpotTargetCapacity == nil {
			path = "TargetCapacitySpecification.OnDemandTargetCapacity"
		}
		p.Conflictf(path, []string{"TargetCapacitySpecification.TotalTargetCapacity"},
			"should be within TotalTargetCapacity, together with what else is asked for")
	},
	Good: []validate.Example{
		{Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":50,"OnDemandTargetCapacity":0,` +
			`"SpotTargetCapacity":50}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":2,"OnDemandTargetCapacity":1,` +
				`"SpotTargetCapacity":2}}`,
			At: "TargetCapacitySpecification.SpotTargetCapacity",
		},
		{
			Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":2,"OnDemandTargetCapacity":3}}`,
			At:   "TargetCapacitySpecification.OnDemandTargetCapacity",
		},
	},
}

var fleetCapacityTypeRequired = &validate.Rule{
	ID: "fleet-capacity-type-required",
	Summary: "DefaultTargetCapacityType must be given where On-Demand and Spot capacity leave a part " +
		"of the total open",
	Source:  validate.Source{Guide: "ec2-fleet-configuration-strategies"},
	Code:    "InvalidFleetConfig",
	On:      on,
	Members: []string{"TargetCapacitySpecification.DefaultTargetCapacityType"},
	When:    []string{"TargetCapacitySpecification.TotalTargetCapacity"},
	Reads: []string{
		"TargetCapacitySpecification.OnDemandTargetCapacity", "TargetCapacitySpecification.SpotTargetCapacity",
	},
	Check: func(p *validate.Pass) {
		c := fleet(p).TargetCapacitySpecification
		if c.DefaultTargetCapacityType == "" && parts(c) < int64(*c.TotalTargetCapacity) {
			p.Reportf("TargetCapacitySpecification.DefaultTargetCapacityType",
				"must say what the rest of the total is: on-demand or spot")
		}
	},
	Good: []validate.Example{
		{Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":3,"OnDemandTargetCapacity":3}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":3}}`,
			At:   "TargetCapacitySpecification.DefaultTargetCapacityType",
		},
		{
			Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":3,"SpotTargetCapacity":2}}`,
			At:   "TargetCapacitySpecification.DefaultTargetCapacityType",
		},
	},
}

var fleetCapacityUnitUnsupported = &validate.Rule{
	ID:      "fleet-capacity-unit-unsupported",
	Summary: "TargetCapacityUnitType must go with instance types that are chosen by attributes",
	Reading: "Where a configuration has no override, its template decides.",
	Source:  validate.Source{Shape: "TargetCapacitySpecificationRequest", Member: "TargetCapacityUnitType"},
	Code:    "InvalidParameterCombination",
	On:      on,
	Given:   []string{"TargetCapacitySpecification.TargetCapacityUnitType"},
	When:    []string{"LaunchTemplateConfigs[].Overrides"},
	Reads: []string{
		"LaunchTemplateConfigs[].Overrides[].InstanceType",
		"LaunchTemplateConfigs[].Overrides[].InstanceRequirements",
	},
	Check: func(p *validate.Pass) {
		for _, c := range fleet(p).LaunchTemplateConfigs {
			if len(c.Overrides) == 0 {
				return
			}
			for _, o := range c.Overrides {
				if o.InstanceRequirements != nil || o.InstanceType == "" {
					return
				}
			}
		}
		p.Reportf("TargetCapacitySpecification.TargetCapacityUnitType",
			"must go with InstanceRequirements, and every override names an InstanceType")
	},
	Good: []validate.Example{
		{Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":8,` +
			`"DefaultTargetCapacityType":"spot","TargetCapacityUnitType":"vcpu"},` +
			`"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
			`"Version":"1"},"Overrides":[{"InstanceRequirements":{"VCpuCount":{"Min":2},` +
			`"MemoryMiB":{"Min":0}}}]}]}`},
		{Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":8,` +
			`"DefaultTargetCapacityType":"spot","TargetCapacityUnitType":"vcpu"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":8,` +
				`"DefaultTargetCapacityType":"spot","TargetCapacityUnitType":"vcpu"},` +
				`"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"},"Overrides":[{"InstanceType":"m6i.large"}]}]}`,
			At: "TargetCapacitySpecification.TargetCapacityUnitType",
		},
	},
}

var fleetCapacityTypeValues = &validate.Rule{
	ID:      "fleet-capacity-type-values",
	Summary: "DefaultTargetCapacityType must be a purchasing option that EC2 Fleet knows",
	Source:  validate.Source{Shape: "TargetCapacitySpecificationRequest", Member: "DefaultTargetCapacityType"},
	Code:    "InvalidParameter",
	On:      on,
	Members: []string{"TargetCapacitySpecification.DefaultTargetCapacityType"},
	Values:  capacityTypes,
	Good: []validate.Example{
		{Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":1,"DefaultTargetCapacityType":"on-demand"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":1,` +
				`"DefaultTargetCapacityType":"ondemand"}}`,
			At: "TargetCapacitySpecification.DefaultTargetCapacityType",
		},
	},
}

var fleetCapacityUnitValues = &validate.Rule{
	ID:      "fleet-capacity-unit-values",
	Summary: "TargetCapacityUnitType must be memory-mib, units or vcpu",
	Source:  validate.Source{Shape: "TargetCapacitySpecificationRequest", Member: "TargetCapacityUnitType"},
	Code:    "InvalidParameter",
	On:      on,
	Members: []string{"TargetCapacitySpecification.TargetCapacityUnitType"},
	Values:  capacityUnits,
	Good: []validate.Example{
		{Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":8,"DefaultTargetCapacityType":"spot",` +
			`"TargetCapacityUnitType":"memory-mib"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TargetCapacitySpecification":{"TotalTargetCapacity":8,"DefaultTargetCapacityType":"spot",` +
				`"TargetCapacityUnitType":"memory"}}`,
			At: "TargetCapacitySpecification.TargetCapacityUnitType",
		},
	},
}
