package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/validate"
)

var hostnameTypeValues = &validate.Rule{
	ID:      "hostname-type-values",
	Summary: "the type of a host name must be one that EC2 knows",
	Source:  validate.Source{Shape: "PrivateDnsNameOptionsRequest", Member: "HostnameType"},
	Code:    "InvalidParameterValue",
	Members: []string{"PrivateDnsNameOptions.HostnameType"},
	Values:  hostnameTypes,
	Good: []validate.Example{
		{Spec: `{"PrivateDnsNameOptions":{"HostnameType":"resource-name"}}`},
		{Spec: `{"PrivateDnsNameOptions":{"HostnameType":"ip-name"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"PrivateDnsNameOptions":{"HostnameType":"instance-id"}}`, At: "PrivateDnsNameOptions.HostnameType"},
	},
}

var hostnameTypeSubnetUnsupported = &validate.Rule{
	ID:      "hostname-type-subnet-unsupported",
	Summary: "a host name must not be made of the IPv4 address in a subnet that has IPv6 alone",
	Source:  validate.Source{Shape: "PrivateDnsNameOptionsRequest", Member: "HostnameType"},
	Reading: "The subnet of the primary interface decides.",
	Code:    "InvalidParameterValue",
	Given:   []string{"PrivateDnsNameOptions.HostnameType"},
	Reads: []string{
		"SubnetId", "NetworkInterfaces[].SubnetId", "NetworkInterfaces[].DeviceIndex", "NetworkInterfaces[].NetworkCardIndex",
	},
	Asks: []validate.Asked{validate.Subnet},
	Check: func(p *validate.Pass) {
		if p.Input.PrivateDnsNameOptions.HostnameType != types.HostnameTypeIpName {
			return
		}
		if subnet := primarySubnet(p); subnet != nil && isNative(subnet) {
			p.Reportf("PrivateDnsNameOptions.HostnameType", "must be resource-name: the subnet has IPv6 addresses alone")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","PrivateDnsNameOptions":{"HostnameType":"ip-name"}}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6Native":false}}}`,
		},
		{
			Spec: `{"PrivateDnsNameOptions":{"HostnameType":"ip-name"},"NetworkInterfaces":[{"DeviceIndex":0,` +
				`"SubnetId":"subnet-0123456789abcdef0"},{"DeviceIndex":1,"SubnetId":"subnet-0fedcba9876543210"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{},"subnet-0fedcba9876543210":{"Ipv6Native":true}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","PrivateDnsNameOptions":{"HostnameType":"ip-name"}}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6Native":true}}}`,
			At:      "PrivateDnsNameOptions.HostnameType",
		},
		{
			Spec:    `{"PrivateDnsNameOptions":{"HostnameType":"ip-name"},"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6Native":true}}}`,
			At:      "PrivateDnsNameOptions.HostnameType",
		},
	},
}
