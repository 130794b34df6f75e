package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var tagInterfaceUnsupported = &validate.Rule{
	ID:        "tag-interface-unsupported",
	Summary:   "ResourceType must be network-interface only for a launch that creates one",
	Source:    validate.Source{Shape: "RunInstances", Member: "TagSpecifications"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Given:     []string{"TagSpecifications[].ResourceType"},
	When:      []string{"NetworkInterfaces[].NetworkInterfaceId"},
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
				p.Conflictf(p.At("TagSpecifications[].ResourceType", i),
					[]string{"NetworkInterfaces[0].NetworkInterfaceId"},
					"must not be network-interface for a launch whose NetworkInterfaces all exist already; tag "+
						"them by CreateTags")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}],` +
				`"TagSpecifications":[{"ResourceType":"network-interface",` +
				`"Tags":[{"Key":"Name","Value":"eth0"}]}]}`,
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"},` +
				`{"DeviceIndex":1,"SubnetId":"subnet-0123456789abcdef0"}],` +
				`"TagSpecifications":[{"ResourceType":"network-interface",` +
				`"Tags":[{"Key":"Name","Value":"eth1"}]}]}`,
		},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},` +
				`"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}],` +
				`"TagSpecifications":[{"ResourceType":"network-interface",` +
				`"Tags":[{"Key":"Name","Value":"eth1"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}],` +
				`"TagSpecifications":[{"ResourceType":"network-interface",` +
				`"Tags":[{"Key":"Name","Value":"eth0"}]}]}`,
			At: "TagSpecifications[0].ResourceType",
		},
	},
}
