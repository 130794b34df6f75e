package rules

import (
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var spotFleetSpecificationRequired = &validate.Rule{
	ID:       "spot-fleet-specification-required",
	Summary:  "LaunchSpecifications or LaunchTemplateConfigs should be given",
	Reading:  "No page says what EC2 answers; a fleet without either describes no instance.",
	Source:   validate.Source{Shape: "SpotFleetRequestConfigData", Member: "LaunchSpecifications"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidSpotFleetRequestConfig",
	On:       onFleet,
	Members:  []string{"SpotFleetRequestConfig.LaunchSpecifications"},
	Reads:    []string{"SpotFleetRequestConfig.LaunchTemplateConfigs"},
	Check: func(p *validate.Pass) {
		if c := config(p); len(c.LaunchSpecifications) == 0 && len(c.LaunchTemplateConfigs) == 0 {
			p.Reportf("SpotFleetRequestConfig.LaunchSpecifications", "should be given, or LaunchTemplateConfigs")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `}}`},
		{Spec: templated + `}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SpotFleetRequestConfig":{"IamFleetRole":"arn:aws:iam::123456789012:role/aws-ec2-spot-fleet-tagging` +
				`-role","TargetCapacity":1}}`,
			At: "SpotFleetRequestConfig.LaunchSpecifications",
		},
	},
}

var spotFleetSpecificationConflict = &validate.Rule{
	ID:      "spot-fleet-specification-conflict",
	Summary: "LaunchSpecifications must not be given with LaunchTemplateConfigs",
	Source:  validate.Source{Shape: "SpotFleetRequestConfigData", Member: "LaunchSpecifications"},
	Code:    "InvalidSpotFleetRequestConfig",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.LaunchSpecifications"},
	When:    []string{"SpotFleetRequestConfig.LaunchTemplateConfigs"},
	Check: func(p *validate.Pass) {
		p.Conflictf("SpotFleetRequestConfig.LaunchSpecifications", []string{"SpotFleetRequestConfig.LaunchTemplateConfigs"},
			"must not be given with LaunchTemplateConfigs; keep one of the two")
	},
	Good: []validate.Example{
		{Spec: templated + `}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web",` +
				`"Version":"1"}}]}}`,
			At: "SpotFleetRequestConfig.LaunchSpecifications",
		},
	},
}

var spotFleetSpecificationTypeConflict = &validate.Rule{
	ID:      "spot-fleet-specification-type-conflict",
	Summary: "InstanceRequirements must not be given with InstanceType",
	Source:  validate.Source{Shape: "SpotFleetLaunchSpecification", Member: "InstanceRequirements"},
	Code:    "InvalidSpotFleetRequestConfig",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.LaunchSpecifications[].InstanceRequirements"},
	When:    []string{"SpotFleetRequestConfig.LaunchSpecifications[].InstanceType"},
	Check: func(p *validate.Pass) {
		for i := range config(p).LaunchSpecifications {
			s := &config(p).LaunchSpecifications[i]
			if s.InstanceRequirements != nil && s.InstanceType != "" {
				p.Conflictf(p.At("SpotFleetRequestConfig.LaunchSpecifications[].InstanceRequirements", i),
					[]string{validate.At("SpotFleetRequestConfig.LaunchSpecifications[].InstanceType", i)},
					"must not be given with InstanceType; keep one of the two")
			}
		}
	},
	Good: []validate.Example{
		{Spec: fleet + `"LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0",` +
			`"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":0}}}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specifying + `"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":0}}}]}}`,
			At:   "SpotFleetRequestConfig.LaunchSpecifications[0].InstanceRequirements",
		},
	},
}

var spotFleetSpecificationInterfaceUnsupported = &validate.Rule{
	ID:      "spot-fleet-specification-interface-unsupported",
	Summary: "a launch specification must have no Elastic Fabric Adapter and no existing interface",
	Reading: "That a fleet cannot use an interface by its ID is said of templates; the reason holds " +
		"for the whole fleet.",
	Source: validate.Source{Shape: "SpotFleetLaunchSpecification", Member: "NetworkInterfaces"},
	Code:   "InvalidSpotFleetRequestConfig",
	On:     onFleet,
	Given: []string{
		"SpotFleetRequestConfig.LaunchSpecifications[].NetworkInterfaces[].InterfaceType",
		"SpotFleetRequestConfig.LaunchSpecifications[].NetworkInterfaces[].NetworkInterfaceId",
	},
	Check: func(p *validate.Pass) {
		for i := range config(p).LaunchSpecifications {
			s := &config(p).LaunchSpecifications[i]
			for j, nic := range s.NetworkInterfaces {
				if t := nic.InterfaceType; t != nil && strings.HasPrefix(*t, "efa") {
					p.Reportf(p.At("SpotFleetRequestConfig.LaunchSpecifications[].NetworkInterfaces[].InterfaceType", i, j),
						"must not be %s: use a launch template", *t)
				}
				if nic.NetworkInterfaceId != nil {
					p.Reportf(p.At("SpotFleetRequestConfig.LaunchSpecifications[].NetworkInterfaces[].NetworkInterfaceId", i, j),
						"must not be given: a fleet makes its interfaces")
				}
			}
		}
	},
	Good: []validate.Example{
		{Spec: specifying + `"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: fleet + `"LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0","InstanceType":"c5n.18xlarge",` +
				`"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0",` +
				`"InterfaceType":"efa"}]}]}}`,
			At: "SpotFleetRequestConfig.LaunchSpecifications[0].NetworkInterfaces[0].InterfaceType",
		},
		{
			Spec: specifying + `"NetworkInterfaces":[{"DeviceIndex":0,` +
				`"NetworkInterfaceId":"eni-0123456789abcdef0"}]}]}}`,
			At: "SpotFleetRequestConfig.LaunchSpecifications[0].NetworkInterfaces[0].NetworkInterfaceId",
		},
	},
}

var spotFleetSpecificationSubnetFormat = &validate.Rule{
	ID:      "spot-fleet-specification-subnet-format",
	Summary: "each subnet of a list must be subnet- and 8 or 17 lower-case hexadecimal digits",
	Source:  validate.Source{Shape: "SpotFleetLaunchSpecification", Member: "SubnetId"},
	Code:    "InvalidSubnetID.NotFound",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.LaunchSpecifications[].SubnetId"},
	Check: func(p *validate.Pass) {
		for i := range config(p).LaunchSpecifications {
			s := &config(p).LaunchSpecifications[i]
			if s.SubnetId == nil || !strings.Contains(*s.SubnetId, ",") {
				continue // a rule of RunInstances tests a single one
			}
			for id := range strings.SplitSeq(*s.SubnetId, ",") {
				if !format.ID("subnet", strings.TrimSpace(id)) {
					p.Reportf(p.At("SpotFleetRequestConfig.LaunchSpecifications[].SubnetId", i),
						"must list IDs of subnets, separated by commas: subnet- and 8 or 17 lower-case hexadecimal digits each")
					break
				}
			}
		}
	},
	Good: []validate.Example{
		{Spec: specifying + `"SubnetId":"subnet-0123456789abcdef0, subnet-1a2b3c4d"}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specifying + `"SubnetId":"subnet-0123456789abcdef0,web"}]}}`,
			At:   "SpotFleetRequestConfig.LaunchSpecifications[0].SubnetId",
		},
	},
}

var spotFleetSpecificationWeightRange = &validate.Rule{
	ID:       "spot-fleet-specification-weight-range",
	Summary:  "WeightedCapacity should be above 0",
	Reading:  "No page says what EC2 does with others.",
	Source:   validate.Source{Shape: "SpotFleetLaunchSpecification", Member: "WeightedCapacity"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidSpotFleetRequestConfig",
	On:       onFleet,
	Given:    []string{"SpotFleetRequestConfig.LaunchSpecifications[].WeightedCapacity"},
	Check: func(p *validate.Pass) {
		for i := range config(p).LaunchSpecifications {
			s := &config(p).LaunchSpecifications[i]
			if s.WeightedCapacity != nil && *s.WeightedCapacity <= 0 {
				p.Reportf(p.At("SpotFleetRequestConfig.LaunchSpecifications[].WeightedCapacity", i),
					"should be above 0")
			}
		}
	},
	Good: []validate.Example{
		{Spec: specifying + `"WeightedCapacity":0.5}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specifying + `"WeightedCapacity":0}]}}`,
			At:   "SpotFleetRequestConfig.LaunchSpecifications[0].WeightedCapacity",
		},
	},
}

var spotFleetSpecificationWeightConflict = &validate.Rule{
	ID:      "spot-fleet-specification-weight-conflict",
	Summary: "WeightedCapacity must not be given with InstanceRequirements",
	Source:  validate.Source{Guide: "ec2-fleet-attribute-based-instance-type-selection"},
	Code:    "InvalidSpotFleetRequestConfig",
	On:      onFleet,
	Given:   []string{"SpotFleetRequestConfig.LaunchSpecifications[].WeightedCapacity"},
	When:    []string{"SpotFleetRequestConfig.LaunchSpecifications[].InstanceRequirements"},
	Check: func(p *validate.Pass) {
		for i, s := range config(p).LaunchSpecifications {
			if s.WeightedCapacity != nil && s.InstanceRequirements != nil {
				p.Conflictf(p.At("SpotFleetRequestConfig.LaunchSpecifications[].WeightedCapacity", i),
					[]string{validate.At("SpotFleetRequestConfig.LaunchSpecifications[].InstanceRequirements", i)},
					"must not be given with InstanceRequirements; count in a TargetCapacityUnitType")
			}
		}
	},
	Good: []validate.Example{
		{Spec: specifying + `"WeightedCapacity":2}]}}`},
		{Spec: fleet + `"LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0",` + requirements + `}]}}`},
	},
	Bad: []validate.Example{
		{
			Spec: fleet + `"LaunchSpecifications":[{"ImageId":"ami-0123456789abcdef0","WeightedCapacity":2,` +
				requirements + `}]}}`,
			At: "SpotFleetRequestConfig.LaunchSpecifications[0].WeightedCapacity",
		},
	},
}

var spotFleetSpecificationAddressingDeprecated = &validate.Rule{
	ID:       "spot-fleet-specification-addressing-deprecated",
	Summary:  "AddressingType should not be given: it is deprecated",
	Source:   validate.Source{Shape: "SpotFleetLaunchSpecification", Member: "AddressingType"},
	Severity: validate.SeverityWarning,
	On:       onFleet,
	Given:    []string{"SpotFleetRequestConfig.LaunchSpecifications[].AddressingType"},
	Check: func(p *validate.Pass) {
		for i := range config(p).LaunchSpecifications {
			s := &config(p).LaunchSpecifications[i]
			if s.AddressingType != nil {
				p.Reportf(p.At("SpotFleetRequestConfig.LaunchSpecifications[].AddressingType", i),
					"should not be given: it is deprecated")
			}
		}
	},
	Good: []validate.Example{
		{Spec: specified + `}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specifying + `"AddressingType":"public"}]}}`,
			At:   "SpotFleetRequestConfig.LaunchSpecifications[0].AddressingType",
		},
	},
}
