package rules

import "github.com/ec2launch/ec2launch/validate"

var spotFleetLoadBalancerLimit = &validate.Rule{
	ID:      "spot-fleet-load-balancer-limit",
	Summary: "a fleet must not have more load balancers or target groups than EC2 takes",
	Source:  validate.Source{Shape: "ClassicLoadBalancersConfig", Member: "ClassicLoadBalancers"},
	Code:    "InvalidParameterValue",
	On:      onFleet,
	Given: []string{
		"SpotFleetRequestConfig.LoadBalancersConfig.ClassicLoadBalancersConfig.ClassicLoadBalancers",
		"SpotFleetRequestConfig.LoadBalancersConfig.TargetGroupsConfig.TargetGroups",
	},
	Limits: []*validate.Limit{balancersMax},
	Check: func(p *validate.Pass) {
		most, ok := p.Limit(balancersMax)
		report := func(n int, path string) {
			if ok && int64(n) > most {
				p.Beyond(balancersMax).Reportf(path, "must have at most %d elements", most)
			}
		}
		if c := config(p).LoadBalancersConfig.ClassicLoadBalancersConfig; c != nil {
			report(len(c.ClassicLoadBalancers),
				"SpotFleetRequestConfig.LoadBalancersConfig.ClassicLoadBalancersConfig.ClassicLoadBalancers")
		}
		if c := config(p).LoadBalancersConfig.TargetGroupsConfig; c != nil {
			report(len(c.TargetGroups), "SpotFleetRequestConfig.LoadBalancersConfig.TargetGroupsConfig.TargetGroups")
		}
	},
	Good: []validate.Example{
		{Spec: specified + `,` +
			`"LoadBalancersConfig":{"ClassicLoadBalancersConfig":{"ClassicLoadBalancers":[{"Name":"a"},` +
			`{"Name":"b"},{"Name":"c"},{"Name":"d"},{"Name":"e"}]}}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,` +
				`"LoadBalancersConfig":{"ClassicLoadBalancersConfig":{"ClassicLoadBalancers":[{"Name":"a"},` +
				`{"Name":"b"},{"Name":"c"},{"Name":"d"},{"Name":"e"},{"Name":"f"}]}}}}`,
			At: "SpotFleetRequestConfig.LoadBalancersConfig.ClassicLoadBalancersConfig.ClassicLoadBalancers",
		},
		{
			Spec: specified + `,"LoadBalancersConfig":{"TargetGroupsConfig":{"TargetGroups":[` + targets3 + `,` + targets3 + `]}}}}`,
			At:   "SpotFleetRequestConfig.LoadBalancersConfig.TargetGroupsConfig.TargetGroups",
		},
	},
}

var spotFleetLoadBalancerFormat = &validate.Rule{
	ID:      "spot-fleet-load-balancer-format",
	Summary: "a target group must be named by its ARN",
	Source:  validate.Source{Shape: "TargetGroup", Member: "Arn"},
	Code:    "InvalidSpotFleetRequestConfig",
	On:      onFleet,
	Members: []string{"SpotFleetRequestConfig.LoadBalancersConfig.TargetGroupsConfig.TargetGroups[].Arn"},
	Tag:     "ec2arn=elasticloadbalancing",
	Good: []validate.Example{
		{Spec: specified + `,` +
			`"LoadBalancersConfig":{"TargetGroupsConfig":{"TargetGroups":[` + target + `]}}}}`},
	},
	Bad: []validate.Example{
		{
			Spec: specified + `,"LoadBalancersConfig":{"TargetGroupsConfig":{"TargetGroups":[{"Arn":"web"}]}}}}`,
			At:   "SpotFleetRequestConfig.LoadBalancersConfig.TargetGroupsConfig.TargetGroups[0].Arn",
		},
	},
}

// Parts of examples.
const (
	target   = `{"Arn":"arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef"}`
	targets3 = target + "," + target + "," + target
)
