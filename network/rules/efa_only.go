package rules

import (
	"cmp"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var efaOnlyPrimaryConflict = &validate.Rule{
	ID:      "efa-only-primary-conflict",
	Summary: "the primary network interface must not be EFA-only",
	Source:  validate.Source{Guide: "efa-acc-inst-types"},
	Code:    "InvalidParameterCombination",
	Since:   validate.Autumn2026,
	Given:   []string{"NetworkInterfaces[].InterfaceType"},
	When:    []string{"NetworkInterfaces[].DeviceIndex"},
	Reads:   []string{"NetworkInterfaces[].NetworkCardIndex"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if efaOnly(nic) && primary(nic) {
				p.Conflictf(p.At("NetworkInterfaces[].InterfaceType", i),
					[]string{p.At("NetworkInterfaces[].DeviceIndex", i)},
					"must not be efa-only for DeviceIndex 0 of network card 0, "+
						"which is the primary network interface; use efa, or another DeviceIndex")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":0,"NetworkCardIndex":1,"InterfaceType":"efa-only"}]}`,
		},
		{Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0,
				"InterfaceType":"efa-only"}]}`,
			At: "NetworkInterfaces[0].InterfaceType",
		},
	},
}

var efaOnlyAddressConflict = &validate.Rule{
	ID:      "efa-only-address-conflict",
	Summary: "an EFA-only network interface must have no IP addresses",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "InterfaceType"},
	Code:    "InvalidParameterCombination",
	Since:   validate.Autumn2026,
	Given: []string{
		"NetworkInterfaces[].PrivateIpAddress",
		"NetworkInterfaces[].PrivateIpAddresses",
		"NetworkInterfaces[].SecondaryPrivateIpAddressCount",
		"NetworkInterfaces[].Ipv6AddressCount",
		"NetworkInterfaces[].Ipv6Addresses",
		"NetworkInterfaces[].PrimaryIpv6",
	},
	When: []string{"NetworkInterfaces[].InterfaceType"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if member := addressMember(nic); efaOnly(nic) && member != "" {
				conflictEFAOnly(p, member, i,
					"must not be given for an InterfaceType of efa-only, which has no IP addresses; "+
						"drop it, or use efa")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only","Ipv6AddressCount":0}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only","PrivateIpAddress":"10.0.0.12"}]}`,
			At: "NetworkInterfaces[1].PrivateIpAddress",
		},
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only",
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"}]}]}`,
			At: "NetworkInterfaces[1].PrivateIpAddresses",
		},
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only","SecondaryPrivateIpAddressCount":50}]}`,
			At: "NetworkInterfaces[1].SecondaryPrivateIpAddressCount",
		},
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only","Ipv6AddressCount":1}]}`,
			At: "NetworkInterfaces[1].Ipv6AddressCount",
		},
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only",
				"Ipv6Addresses":[{"Ipv6Address":"2001:db8:1234:1a00::10"}]}]}`,
			At: "NetworkInterfaces[1].Ipv6Addresses",
		},
	},
}

// addressMember returns the member that asks for an IP address, "" if none does.
func addressMember(nic *types.InstanceNetworkInterfaceSpecification) string {
	switch {
	case nic.PrivateIpAddress != nil:
		return "PrivateIpAddress"
	case len(nic.PrivateIpAddresses) > 0:
		return "PrivateIpAddresses"
	case aws.ToInt32(nic.SecondaryPrivateIpAddressCount) > 0:
		return "SecondaryPrivateIpAddressCount"
	case aws.ToInt32(nic.Ipv6AddressCount) > 0:
		return "Ipv6AddressCount"
	case len(nic.Ipv6Addresses) > 0:
		return "Ipv6Addresses"
	case aws.ToBool(nic.PrimaryIpv6):
		return "PrimaryIpv6"
	}
	return ""
}

var efaOnlyPrefixConflict = &validate.Rule{
	ID:        "efa-only-prefix-conflict",
	Summary:   "an EFA-only network interface must have no IP prefixes",
	Source:    validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "InterfaceType"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Since:     validate.Autumn2026,
	Given: []string{
		"NetworkInterfaces[].Ipv4PrefixCount",
		"NetworkInterfaces[].Ipv4Prefixes",
		"NetworkInterfaces[].Ipv6PrefixCount",
		"NetworkInterfaces[].Ipv6Prefixes",
	},
	When: []string{"NetworkInterfaces[].InterfaceType"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if member := cmp.Or(ipv4PrefixMember(nic), ipv6PrefixMember(nic)); efaOnly(nic) && member != "" {
				conflictEFAOnly(p, member, i,
					"must not be given for an InterfaceType of efa-only, which has no IP addresses; "+
						"drop it, or use efa")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1},
				{"DeviceIndex":1,"InterfaceType":"efa-only","Ipv4PrefixCount":0}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only","Ipv4PrefixCount":1}]}`,
			At: "NetworkInterfaces[1].Ipv4PrefixCount",
		},
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only","Ipv4Prefixes":[{"Ipv4Prefix":"10.0.1.0/28"}]}]}`,
			At: "NetworkInterfaces[1].Ipv4Prefixes",
		},
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only","Ipv6PrefixCount":1}]}`,
			At: "NetworkInterfaces[1].Ipv6PrefixCount",
		},
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only",
				"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1234:1a00::/80"}]}]}`,
			At: "NetworkInterfaces[1].Ipv6Prefixes",
		},
	},
}

// conflictEFAOnly reports a member that an EFA-only interface does not take.
func conflictEFAOnly(p *validate.Pass, member string, i int, message string) {
	p.Conflictf(p.At("NetworkInterfaces[]."+member, i),
		[]string{p.At("NetworkInterfaces[].InterfaceType", i)}, "%s", message)
}

var efaOnlyENAConflict = &validate.Rule{
	ID: "efa-only-ena-conflict",
	Summary: "connection tracking, ENA Express and ENA queues should not be set on an EFA-only network interface, " +
		"where they mean nothing",
	Reading:  "The User Guide says that such an interface has no ENA device, not that EC2 refuses the settings.",
	Source:   validate.Source{Guide: "efa"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Since:    validate.Autumn2026,
	Given: []string{
		"NetworkInterfaces[].ConnectionTrackingSpecification",
		"NetworkInterfaces[].EnaSrdSpecification",
		"NetworkInterfaces[].EnaQueueCount",
	},
	When: []string{"NetworkInterfaces[].InterfaceType"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if member := enaMember(nic); efaOnly(nic) && member != "" {
				conflictEFAOnly(p, member, i,
					"means nothing for an InterfaceType of efa-only, which has no ENA device; drop it, or use efa")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"UdpTimeout":45}},
				{"DeviceIndex":1,"InterfaceType":"efa-only"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only",
				"ConnectionTrackingSpecification":{"UdpTimeout":45}}]}`,
			At: "NetworkInterfaces[1].ConnectionTrackingSpecification",
		},
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only","EnaSrdSpecification":{"EnaSrdEnabled":true}}]}`,
			At: "NetworkInterfaces[1].EnaSrdSpecification",
		},
		{
			Spec: `{"InstanceType":"c6in.32xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only","EnaQueueCount":2}]}`,
			At: "NetworkInterfaces[1].EnaQueueCount",
		},
	},
}

// enaMember returns a member that only an ENA device heeds, "" if none is set.
func enaMember(nic *types.InstanceNetworkInterfaceSpecification) string {
	switch {
	case nic.ConnectionTrackingSpecification != nil:
		return "ConnectionTrackingSpecification"
	case nic.EnaSrdSpecification != nil:
		return "EnaSrdSpecification"
	case nic.EnaQueueCount != nil:
		return "EnaQueueCount"
	}
	return ""
}

var efaOnlyPublicIPAdvice = &validate.Rule{
	ID:      "efa-only-public-ip-advice",
	Summary: "AssociatePublicIpAddress should be left out of EFA-only network interfaces",
	Reading: "False was reported to be refused, but the User Guide prints it, so the rule only advises. True is " +
		"refused because such an interface never is the only one.",
	Source:   validate.Source{Guide: "efa-acc-inst-types"},
	Severity: validate.SeverityAdvice,
	Since:    validate.Autumn2026,
	Given:    []string{"NetworkInterfaces[].AssociatePublicIpAddress"},
	When:     []string{"NetworkInterfaces[].InterfaceType"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if efaOnly(nic) && nic.AssociatePublicIpAddress != nil && !*nic.AssociatePublicIpAddress {
				conflictEFAOnly(p, "AssociatePublicIpAddress", i,
					"says nothing for an InterfaceType of efa-only, and EC2 may refuse it; drop it")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0,
				"AssociatePublicIpAddress":false},{"DeviceIndex":1,"InterfaceType":"efa-only"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"p5.48xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"InterfaceType":"efa-only","AssociatePublicIpAddress":false}]}`,
			At: "NetworkInterfaces[1].AssociatePublicIpAddress",
		},
	},
}
