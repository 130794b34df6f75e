package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var privateDNSIgnored = &validate.Rule{
	ID: "private-dns-ignored",
	Summary: "the options of the host name should not be given where the primary interface exists already, since " +
		"they have no effect on it",
	Source:   validate.Source{Shape: "RunInstances", Member: "PrivateDnsNameOptions"},
	Severity: validate.SeverityWarning,
	Since:    validate.Autumn2026,
	Given:    []string{"PrivateDnsNameOptions"},
	When:     []string{"NetworkInterfaces[].NetworkInterfaceId"},
	Reads:    []string{"NetworkInterfaces[].DeviceIndex", "NetworkInterfaces[].NetworkCardIndex"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if primary(nic) && existing(nic) {
				p.Conflictf("PrivateDnsNameOptions", []string{p.At("NetworkInterfaces[].NetworkInterfaceId", i)},
					"has no effect where the primary interface exists already; "+
						"set the options on the subnet or drop them")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"PrivateDnsNameOptions":{"HostnameType":"resource-name"},
				"NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"PrivateDnsNameOptions":{"HostnameType":"resource-name"},
				"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
			At: "PrivateDnsNameOptions",
		},
	},
}

var privateDNSRecordsAdvice = &validate.Rule{
	ID: "private-dns-records-advice",
	Summary: "a host name of the type resource-name should have an A or an AAAA record, without which it does not " +
		"resolve",
	Reading: "A record that is left out follows the subnet.",
	Source: validate.Source{
		Shape: "PrivateDnsNameOptionsRequest", Member: "EnableResourceNameDnsARecord", Guide: "hostname-types",
	},
	Severity: validate.SeverityAdvice,
	Given:    []string{"PrivateDnsNameOptions.EnableResourceNameDnsARecord"},
	When:     []string{"PrivateDnsNameOptions.HostnameType", "PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord"},
	Check: func(p *validate.Pass) {
		dns := p.Input.PrivateDnsNameOptions
		if dns.HostnameType == "resource-name" &&
			!*dns.EnableResourceNameDnsARecord && !*dns.EnableResourceNameDnsAAAARecord {
			p.Reportf("PrivateDnsNameOptions.EnableResourceNameDnsARecord",
				"should be true, or EnableResourceNameDnsAAAARecord: "+
					"the resource name does not resolve without a record")
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0"],
				"PrivateDnsNameOptions":{"HostnameType":"resource-name","EnableResourceNameDnsARecord":true}}`,
		},
		{
			Spec: `{"PrivateDnsNameOptions":{"HostnameType":"ip-name","EnableResourceNameDnsARecord":false,
				"EnableResourceNameDnsAAAARecord":false}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"PrivateDnsNameOptions":{"HostnameType":"resource-name",
				"EnableResourceNameDnsARecord":false,"EnableResourceNameDnsAAAARecord":false}}`,
			At: "PrivateDnsNameOptions.EnableResourceNameDnsARecord",
		},
	},
}

var privateDNSSubnetUnsupported = &validate.Rule{
	ID:       "private-dns-subnet-unsupported",
	Summary:  "an AAAA record should be asked for in a subnet with an IPv6 block",
	Source:   validate.Source{Shape: "PrivateDnsNameOptionsRequest", Member: "EnableResourceNameDnsAAAARecord"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord"},
	Reads: []string{
		"SubnetId", "NetworkInterfaces[].SubnetId", "NetworkInterfaces[].DeviceIndex", "NetworkInterfaces[].NetworkCardIndex",
	},
	Asks: []validate.Asked{validate.Subnet},
	Age:  validate.Edited,
	Check: func(p *validate.Pass) {
		if !*p.Input.PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord {
			return
		}
		if has, known := hasIPv6(primarySubnet(p)); known && !has {
			p.Reportf("PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord",
				"should not be true: the subnet has no IPv6 block, and the record nothing to tell")
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","PrivateDnsNameOptions":{"HostnameType":"resource-name","EnableResourceNameDnsAAAARecord":false}}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","PrivateDnsNameOptions":{"HostnameType":"resource-name","EnableResourceNameDnsAAAARecord":true}}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0"}}}`,
			At:      "PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord",
		},
		{
			Spec:    `{"PrivateDnsNameOptions":{"HostnameType":"resource-name","EnableResourceNameDnsAAAARecord":true},"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0"}}}`,
			At:      "PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord",
		},
	},
}
