package network

import "github.com/ec2launch/ec2launch/validate"

var hostnameTypeValues = &validate.Rule{
	ID:      "hostname-type-values",
	Summary: "HostnameType must be a known one",
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

var privateDNSIgnored = &validate.Rule{
	ID:       "private-dns-ignored",
	Summary:  "the options of the host name apply only to an instance whose primary interface is new",
	Source:   validate.Source{Shape: "RunInstances", Member: "PrivateDnsNameOptions"},
	Severity: validate.SeverityWarning,
	Since:    validate.Autumn2026,
	Members:  []string{"PrivateDnsNameOptions", "NetworkInterfaces[].NetworkInterfaceId", "NetworkInterfaces[].DeviceIndex", "NetworkInterfaces[].NetworkCardIndex"},
	When:     []string{"PrivateDnsNameOptions", "NetworkInterfaces[].NetworkInterfaceId"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if primary(nic) && existing(nic) {
				p.Conflictf("PrivateDnsNameOptions", []string{owner(i).at("NetworkInterfaceId")},
					"has no effect where the primary interface exists already; set the options on the subnet or drop them")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"PrivateDnsNameOptions":{"HostnameType":"resource-name"},"NetworkInterfaces":[{"DeviceIndex":0},
			{"DeviceIndex":1,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"PrivateDnsNameOptions":{"HostnameType":"resource-name"},"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
			At:   "PrivateDnsNameOptions",
		},
	},
}

var privateDNSRecordsAdvice = &validate.Rule{
	ID:       "private-dns-records-advice",
	Summary:  "a host name of the type resource-name has an A or an AAAA record, without which it does not resolve",
	Reading:  "A record that is left out follows the subnet.",
	Source:   validate.Source{Shape: "PrivateDnsNameOptionsRequest", Member: "EnableResourceNameDnsARecord", Guide: "hostname-types"},
	Severity: validate.SeverityAdvice,
	Members: []string{"PrivateDnsNameOptions.EnableResourceNameDnsARecord",
		"PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord", "PrivateDnsNameOptions.HostnameType"},
	When: []string{"PrivateDnsNameOptions.HostnameType", "PrivateDnsNameOptions.EnableResourceNameDnsARecord",
		"PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord"},
	Check: func(p *validate.Pass) {
		dns := p.Input.PrivateDnsNameOptions
		if dns.HostnameType == "resource-name" && !*dns.EnableResourceNameDnsARecord && !*dns.EnableResourceNameDnsAAAARecord {
			p.Reportf("PrivateDnsNameOptions.EnableResourceNameDnsARecord",
				"the resource name does not resolve without an A or AAAA record; enable one of them")
		}
	},
	Good: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0"],"PrivateDnsNameOptions":{"HostnameType":"resource-name","EnableResourceNameDnsARecord":true}}`},
		{Spec: `{"PrivateDnsNameOptions":{"HostnameType":"ip-name","EnableResourceNameDnsARecord":false,"EnableResourceNameDnsAAAARecord":false}}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"PrivateDnsNameOptions":{"HostnameType":"resource-name","EnableResourceNameDnsARecord":false,"EnableResourceNameDnsAAAARecord":false}}`,
			At:   "PrivateDnsNameOptions.EnableResourceNameDnsARecord",
		},
	},
}
