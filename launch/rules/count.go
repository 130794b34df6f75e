package rules

import (
	"github.com/ec2launch/ec2launch/internal/requested"
	"github.com/ec2launch/ec2launch/validate"
)

var countRequired = &validate.Rule{
	ID:        "count-required",
	Summary:   "MinCount and MaxCount must be given, also with a launch template",
	Source:    validate.Source{Shape: "RunInstances", Member: "MinCount"},
	Code:      "MissingParameter",
	CodeBasis: validate.Documented,
	Members:   []string{"MinCount", "MaxCount"},
	Check: func(p *validate.Pass) {
		if p.Input.MinCount == nil {
			p.Reportf("MinCount", "must be given; 1 launches with the least capacity")
		}
		if p.Input.MaxCount == nil {
			p.Reportf("MaxCount", "must be given; for an exact number of instances, repeat MinCount")
		}
	},
	Good: []validate.Example{
		{Spec: `{"MinCount":1,"MaxCount":1}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MinCount":null}`, At: "MinCount"},
		{Spec: `{"MaxCount":null,"LaunchTemplate":{"LaunchTemplateName":"web"}}`, At: "MaxCount"},
	},
}

var countRange = &validate.Rule{
	ID:      "count-range",
	Summary: "MinCount and MaxCount must be at least 1",
	Source:  validate.Source{Shape: "RunInstances", Member: "MinCount"},
	Code:    "InvalidParameterValue",
	Members: []string{"MinCount", "MaxCount"},
	Tag:     "min=1",
	Good: []validate.Example{
		{Spec: `{"MinCount":1,"MaxCount":2147483647}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MinCount":0}`, At: "MinCount"},
		{Spec: `{"MinCount":-2147483648}`, At: "MinCount"},
		{Spec: `{"MaxCount":0}`, At: "MaxCount"},
	},
}

var countConflict = &validate.Rule{
	ID:      "count-conflict",
	Summary: "MinCount must not exceed MaxCount",
	Reading: "It follows from what the two mean; no sentence says so.",
	Source:  validate.Source{Shape: "RunInstances", Member: "MaxCount"},
	Code:    "InvalidParameterValue",
	Given:   []string{"MinCount"},
	When:    []string{"MaxCount"},
	Check: func(p *validate.Pass) {
		if least, most := *p.Input.MinCount, *p.Input.MaxCount; most >= 1 && least > most {
			p.Conflictf("MinCount", []string{"MaxCount"}, "must not exceed MaxCount, which is %d", most)
		}
	},
	Good: []validate.Example{
		{Spec: `{"MinCount":2,"MaxCount":2}`},
		{Spec: `{"MinCount":1,"MaxCount":3}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MinCount":3,"MaxCount":2}`, At: "MinCount"},
		{Spec: `{"MinCount":2,"MaxCount":1}`, At: "MinCount"},
	},
}

var countSpotLimit = &validate.Rule{
	ID:      "count-spot-limit",
	Summary: "MaxCount should be no more than the Spot Instances that EC2 takes in one request",
	Reading: "The limit is documented for Spot requests in general, not for RunInstances by name, so the rule only " +
		"warns.",
	Source:    validate.Source{Shape: "RunInstances", Member: "MaxCount"},
	Severity:  validate.SeverityWarning,
	Code:      "RequestResourceCountExceeded",
	CodeBasis: validate.Documented,
	Given:     []string{"MaxCount"},
	When:      []string{"InstanceMarketOptions.MarketType"},
	Limits:    []*validate.Limit{countSpotMax},
	Check: func(p *validate.Pass) {
		most, ok := p.Limit(countSpotMax)
		if ok && requested.Spot(p.Input) && int64(*p.Input.MaxCount) > most {
			p.Beyond(countSpotMax).Conflictf("MaxCount", []string{"InstanceMarketOptions.MarketType"},
				"should be at most %d with MarketType spot; split the launch", most)
		}
	},
	Good: []validate.Example{
		{Spec: `{"MaxCount":3000,"InstanceMarketOptions":{"MarketType":"spot"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MaxCount":3001,"InstanceMarketOptions":{"MarketType":"spot"}}`, At: "MaxCount"},
	},
}

var countAdvice = &validate.Rule{
	ID:      "count-advice",
	Summary: "MaxCount should be no more than a batch: several smaller requests launch better than one large one",
	Reading: "No threshold is stated, so the batch of AWS's example is taken for one: five requests of 100, not " +
		"one of 500.",
	Source:   validate.Source{Shape: "RunInstances"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"MaxCount"},
	Limits:   []*validate.Limit{countBatch},
	Check: func(p *validate.Pass) {
		if batch, ok := p.Limit(countBatch); ok && int64(*p.Input.MaxCount) > batch {
			p.Beyond(countBatch).Reportf("MaxCount", "should be at most %d in one request; split the launch", batch)
		}
	},
	Good: []validate.Example{
		{Spec: `{"MinCount":100,"MaxCount":100}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MinCount":500,"MaxCount":500}`, At: "MaxCount"},
	},
}
