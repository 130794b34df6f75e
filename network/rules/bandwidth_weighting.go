package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var bandwidthWeightingValues = &validate.Rule{
	ID:      "bandwidth-weighting-values",
	Summary: "a bandwidth weighting must be one that EC2 knows",
	Source:  validate.Source{Shape: "InstanceNetworkPerformanceOptionsRequest", Member: "BandwidthWeighting"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"NetworkPerformanceOptions.BandwidthWeighting"},
	Values:  bandwidthWeightings,
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m8g.large","NetworkPerformanceOptions":{"BandwidthWeighting":"vpc-1"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m8g.large","NetworkPerformanceOptions":{"BandwidthWeighting":"vpc"}}`,
			At:   "NetworkPerformanceOptions.BandwidthWeighting",
		},
	},
}

var bandwidthWeightingUnsupported = &validate.Rule{
	ID:      "bandwidth-weighting-unsupported",
	Summary: "the instance type must take the bandwidth weighting",
	Reading: "The default weighting is that of every type.",
	Source: validate.Source{Shape: "NetworkInfo", Member: "BandwidthWeightings",
		Guide: "configure-bandwidth-weighting"},
	Code:  "InvalidParameterCombination",
	Since: validate.Autumn2026,
	Given: []string{"NetworkPerformanceOptions.BandwidthWeighting"},
	When:  []string{"InstanceType"},
	Facts: []instancetype.Fact{instancetype.FactBandwidthWeightings},
	Check: func(p *validate.Pass) {
		weighting := p.Input.NetworkPerformanceOptions.BandwidthWeighting
		if weighting == types.InstanceBandwidthWeightingDefault ||
			p.InstanceType().BandwidthWeighting(types.BandwidthWeightingType(weighting)) != instancetype.No {
			return
		}
		p.Conflictf("NetworkPerformanceOptions.BandwidthWeighting", []string{"InstanceType"},
			"%s does not take this bandwidth weighting; leave it at default, or choose a type that takes it",
			p.Input.InstanceType)
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m8i.large","NetworkPerformanceOptions":{"BandwidthWeighting":"ebs-1"}}`},
		{Spec: `{"InstanceType":"m5.large","NetworkPerformanceOptions":{"BandwidthWeighting":"default"}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.large","NetworkPerformanceOptions":{"BandwidthWeighting":"vpc-1"}}`,
			At:   "NetworkPerformanceOptions.BandwidthWeighting",
		},
	},
}
