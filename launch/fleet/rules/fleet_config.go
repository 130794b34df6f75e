package rules

import "github.com/ec2launch/ec2launch/validate"

var fleetConfigRequired = &validate.Rule{
	ID:      "fleet-config-required",
	Summary: "a fleet must have a launch template configuration, and each configuration a template",
	Source:  validate.Source{Shape: "FleetLaunchTemplateConfigRequest", Member: "LaunchTemplateSpecification"},
	Code:    "MissingParameter",
	On:      on,
	Members: []string{"LaunchTemplateConfigs", "LaunchTemplateConfigs[].LaunchTemplateSpecification"},
	Check: func(p *validate.Pass) {
		in := fleet(p)
		if len(in.LaunchTemplateConfigs) == 0 {
			p.Reportf("LaunchTemplateConfigs", "must have an element")
		}
		for i, c := range in.LaunchTemplateConfigs {
			if c.LaunchTemplateSpecification == nil {
				p.Reportf(p.At("LaunchTemplateConfigs[].LaunchTemplateSpecification", i),
					"must be given: overrides alone describe no instance")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[]}`, At: "LaunchTemplateConfigs"},
		{
			Spec: `{"LaunchTemplateConfigs":[{"Overrides":[{"InstanceType":"m6i.large"}]}]}`,
			At:   "LaunchTemplateConfigs[0].LaunchTemplateSpecification",
		},
	},
}

var fleetConfigLimit = &validate.Rule{
	ID:      "fleet-config-limit",
	Summary: "a fleet must not have more launch template configurations than EC2 takes",
	Source:  validate.Source{Shape: "CreateFleet", Member: "LaunchTemplateConfigs"},
	Code:    "InvalidParameterValue",
	On:      on,
	Given:   []string{"LaunchTemplateConfigs"},
	Limits:  []*validate.Limit{configsMax},
	Check: func(p *validate.Pass) {
		if most, ok := p.Limit(configsMax); ok && int64(len(fleet(p).LaunchTemplateConfigs)) > most {
			p.Beyond(configsMax).Reportf("LaunchTemplateConfigs", "must have at most %d elements", most)
		}
	},
	Good: []validate.Example{
		{Spec: `{"LaunchTemplateConfigs":[` + configs50 + `]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LaunchTemplateConfigs":[` + configs50 + "," + config + `]}`,
			At:   "LaunchTemplateConfigs",
		},
	},
}
