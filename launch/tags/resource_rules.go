package tags

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var tagResourceTypeRequired = &validate.Rule{
	ID:        "tag-resource-type-required",
	Summary:   "every tag specification must name the type of resource to tag",
	Source:    validate.Source{Shape: "TagSpecification", Member: "ResourceType"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"TagSpecifications[].ResourceType"},
	When:      []string{"TagSpecifications"},
	Check: func(p *validate.Pass) {
		for i, s := range p.Input.TagSpecifications {
			if s.ResourceType == "" {
				p.Reportf(validate.At("TagSpecifications[].ResourceType", i), "must say what to tag, such as instance or volume")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"Name","Value":"web"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"Tags":[{"Key":"Name","Value":"web"}]}]}`, At: "TagSpecifications[0].ResourceType"},
	},
}

var tagResourceTypeValues = &validate.Rule{
	ID:        "tag-resource-type-values",
	Summary:   "a launch must tag instances, volumes, network interfaces and Spot Instance requests only",
	Reading:   "Of the many resource types that EC2 can tag, those in the description of RunInstances count; secondary-interface, which it does not list yet, has a rule of its own.",
	Source:    validate.Source{Shape: "RunInstances", Member: "TagSpecifications"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"TagSpecifications[].ResourceType"},
	Values:    resourceTypes,
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"volume","Tags":[{"Key":"Name","Value":"web"}]}]}`},
		{Spec: `{"TagSpecifications":[{"ResourceType":"elastic-gpu","Tags":[{"Key":"Name","Value":"web"}]}]}`, In: validate.Spring2023},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"subnet","Tags":[{"Key":"Name","Value":"web"}]}]}`, At: "TagSpecifications[0].ResourceType"},
		{Spec: `{"TagSpecifications":[{"ResourceType":"elastic-gpu","Tags":[{"Key":"Name","Value":"web"}]}]}`, At: "TagSpecifications[0].ResourceType", In: validate.Latest},
	},
}

var tagSecondaryInterfaceUnsupported = &validate.Rule{
	ID:       "tag-secondary-interface-unsupported",
	Summary:  "a launch should not tag secondary interfaces, which it is not documented to do",
	Reading:  "The resource type is new, and the description of RunInstances may lag behind, so the rule only warns.",
	Source:   validate.Source{Shape: "RunInstances", Member: "TagSpecifications"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Since:    validate.Autumn2026,
	Members:  []string{"TagSpecifications[].ResourceType"},
	When:     []string{"TagSpecifications[].ResourceType"},
	Check: func(p *validate.Pass) {
		for i, s := range p.Input.TagSpecifications {
			if s.ResourceType == types.ResourceTypeSecondaryInterface {
				p.Reportf(validate.At("TagSpecifications[].ResourceType", i),
					"is not among the resource types that a launch is documented to tag; tag secondary interfaces by CreateTags afterwards")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"network-interface","Tags":[{"Key":"Name","Value":"eth0"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"secondary-interface","Tags":[{"Key":"Name","Value":"eth1"}]}]}`, At: "TagSpecifications[0].ResourceType"},
	},
}

var tagResourceTypeUnique = &validate.Rule{
	ID:        "tag-resource-type-unique",
	Summary:   "a resource type must not have two tag specifications",
	Source:    validate.Source{Shape: "RunInstances", Member: "TagSpecifications"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"TagSpecifications[].ResourceType"},
	When:      []string{"TagSpecifications[].ResourceType"},
	Check: func(p *validate.Pass) {
		all := p.Input.TagSpecifications
		repeats.Each(len(all), func(i int) (types.ResourceType, bool) {
			return all[i].ResourceType, all[i].ResourceType != ""
		}, func(first, again int) {
			other := validate.At("TagSpecifications[].ResourceType", first)
			p.Conflictf(validate.At("TagSpecifications[].ResourceType", again), []string{other},
				"must be named once; move these tags to TagSpecifications[%d]", first)
		})
	},
	Good: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"a","Value":"1"}]},{"ResourceType":"volume","Tags":[{"Key":"a","Value":"1"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"a","Value":"1"}]},{"ResourceType":"instance","Tags":[{"Key":"b","Value":"2"}]}]}`, At: "TagSpecifications[1].ResourceType"},
	},
}

var tagSpotRequestUnsupported = &validate.Rule{
	ID:        "tag-spot-request-unsupported",
	Summary:   "a spot-instances-request must be tagged only by a launch that makes one",
	Source:    validate.Source{Shape: "RunInstances", Member: "TagSpecifications"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"TagSpecifications[].ResourceType", "InstanceMarketOptions.MarketType", "InstanceMarketOptions.SpotOptions"},
	When:      []string{"TagSpecifications[].ResourceType"},
	Check: func(p *validate.Pass) {
		market := p.Input.InstanceMarketOptions
		if p.Templated() || market != nil && (market.MarketType == types.MarketTypeSpot || market.SpotOptions != nil) {
			return
		}
		for i, s := range p.Input.TagSpecifications {
			if s.ResourceType == types.ResourceTypeSpotInstancesRequest {
				p.Conflictf(validate.At("TagSpecifications[].ResourceType", i), []string{"InstanceMarketOptions.MarketType"},
					"must come with InstanceMarketOptions.MarketType spot; drop it from On-Demand launches")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceMarketOptions":{"MarketType":"spot"},"TagSpecifications":[{"ResourceType":"spot-instances-request","Tags":[{"Key":"Name","Value":"x"}]}]}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"spot"},"TagSpecifications":[{"ResourceType":"spot-instances-request","Tags":[{"Key":"Name","Value":"x"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"TagSpecifications":[{"ResourceType":"spot-instances-request","Tags":[{"Key":"Name","Value":"x"}]}]}`, At: "TagSpecifications[0].ResourceType"},
	},
}

var tagInterfaceUnsupported = &validate.Rule{
	ID:        "tag-interface-unsupported",
	Summary:   "a network-interface must be tagged only by a launch that creates one",
	Source:    validate.Source{Shape: "RunInstances", Member: "TagSpecifications"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"TagSpecifications[].ResourceType", "NetworkInterfaces[].NetworkInterfaceId"},
	When:      []string{"TagSpecifications[].ResourceType", "NetworkInterfaces[].NetworkInterfaceId"},
	Check: func(p *validate.Pass) {
		for _, nic := range p.Input.NetworkInterfaces {
			if nic.NetworkInterfaceId == nil {
				return
			}
		}
		if p.Templated() {
			return
		}
		for i, s := range p.Input.TagSpecifications {
			if s.ResourceType == types.ResourceTypeNetworkInterface {
				p.Conflictf(validate.At("TagSpecifications[].ResourceType", i), []string{"NetworkInterfaces[0].NetworkInterfaceId"},
					"must not be tagged by a launch whose NetworkInterfaces all exist already; tag them by CreateTags")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}],"TagSpecifications":[{"ResourceType":"network-interface","Tags":[{"Key":"Name","Value":"eth0"}]}]}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"},{"DeviceIndex":1,"SubnetId":"subnet-0123456789abcdef0"}],"TagSpecifications":[{"ResourceType":"network-interface","Tags":[{"Key":"Name","Value":"eth1"}]}]}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}],"TagSpecifications":[{"ResourceType":"network-interface","Tags":[{"Key":"Name","Value":"eth1"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}],"TagSpecifications":[{"ResourceType":"network-interface","Tags":[{"Key":"Name","Value":"eth0"}]}]}`, At: "TagSpecifications[0].ResourceType"},
	},
}
