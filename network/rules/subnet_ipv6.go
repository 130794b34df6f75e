package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var subnetIPv6TypeUnsupported = &validate.Rule{
	ID:        "subnet-ipv6-type-unsupported",
	Summary:   "the instance type must support IPv6 in a subnet that assigns IPv6 addresses to all",
	Source:    validate.Source{Shape: "Subnet", Member: "AssignIpv6AddressOnCreation"},
	Code:      "UnsupportedOperation",
	CodeBasis: validate.Observed,
	Reading:   "An Ipv6AddressCount of 0 asks for none.",
	Given:     subnetMembers,
	When:      []string{"InstanceType"},
	Reads:     []string{"Ipv6AddressCount", "NetworkInterfaces[].Ipv6AddressCount"},
	Facts:     []instancetype.Fact{instancetype.FactIPv6},
	Asks:      []validate.Asked{validate.Subnet},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		if p.InstanceType().IPv6() != instancetype.No {
			return
		}
		report := func(path string, id *string, count *int32) {
			none := count != nil && *count == 0
			if subnet := validate.Subnet.Named(p, id); subnet != nil && aws.ToBool(subnet.AssignIpv6AddressOnCreation) && !none {
				p.Conflictf(path, []string{"InstanceType"}, "must be a subnet that assigns no IPv6 addresses by itself: %s does not support IPv6", p.Input.InstanceType)
			}
		}
		report("SubnetId", p.Input.SubnetId, p.Input.Ipv6AddressCount)
		for i, nic := range p.Input.NetworkInterfaces {
			report(p.At("NetworkInterfaces[].SubnetId", i), nic.SubnetId, nic.Ipv6AddressCount)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large","SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","AssignIpv6AddressOnCreation":true}}}`,
		},
		{
			Spec: `{"InstanceType":"m3.large","NetworkInterfaces":[{"DeviceIndex":0,` +
				`"SubnetId":"subnet-0123456789abcdef0","Ipv6AddressCount":0}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AssignIpv6AddressOnCreation":true}}}`,
		},
		{
			Spec:    `{"InstanceType":"m3.large","SubnetId":"subnet-0123456789abcdef0","Ipv6AddressCount":0}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"AssignIpv6AddressOnCreation":true}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m3.large","SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","AssignIpv6AddressOnCreation":true}}}`,
			At:      "SubnetId",
		},
		{
			Spec:    `{"InstanceType":"m3.large","NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","AssignIpv6AddressOnCreation":true}}}`,
			At:      "NetworkInterfaces[0].SubnetId",
		},
	},
}

var subnetIPv6NativeTypeUnsupported = &validate.Rule{
	ID:       "subnet-ipv6-native-unsupported",
	Summary:  "the instance type should be built on the Nitro System in a subnet that has IPv6 alone",
	Source:   validate.Source{Shape: "Subnet", Member: "Ipv6Native"},
	Severity: validate.SeverityWarning,
	Code:     "UnsupportedOperation",
	Given:    subnetMembers,
	When:     []string{"InstanceType"},
	Facts:    []instancetype.Fact{instancetype.FactHypervisor},
	Asks:     []validate.Asked{validate.Subnet},
	Check: func(p *validate.Pass) {
		if p.InstanceType().Hypervisor() != types.InstanceTypeHypervisorXen {
			return
		}
		subnets(p, func(path, id string) {
			if subnet := validate.Subnet.Named(p, &id); subnet != nil && isNative(subnet) {
				p.Conflictf(path, []string{"InstanceType"}, "should be a subnet with IPv4: in one that has IPv6 alone, only types built on the Nitro System launch")
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.large","SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6Native":true}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m4.large","SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6Native":true}}}`,
			At:      "SubnetId",
		},
		{
			Spec:    `{"InstanceType":"m4.large","NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6Native":true}}}`,
			At:      "NetworkInterfaces[0].SubnetId",
		},
	},
}
