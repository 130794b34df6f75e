package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var primaryIPv6CountConflict = &validate.Rule{
	ID:       "primary-ipv6-count-conflict",
	Summary:  "a primary IPv6 address should not be asked for with a count of 0 addresses",
	Reading:  "Without a count the subnet may assign an address by itself.",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "PrimaryIpv6"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Given:    []string{"EnablePrimaryIpv6", "NetworkInterfaces[].PrimaryIpv6"},
	Reads: []string{
		"Ipv6AddressCount",
		"Ipv6Addresses",
		"NetworkInterfaces[].Ipv6AddressCount",
		"NetworkInterfaces[].Ipv6Addresses",
	},
	Check: func(p *validate.Pass) {
		for s := range ipv6Settings(p.Input) {
			if aws.ToBool(s.primary) && s.count != nil && *s.count == 0 && len(s.addresses) == 0 {
				p.Conflictf(s.at(p, s.primaryName), []string{s.at(p, "Ipv6AddressCount")},
					"should not be true without an address; set Ipv6AddressCount to 1, or leave that out")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"EnablePrimaryIpv6":true}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrimaryIpv6":true,"Ipv6AddressCount":1}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"EnablePrimaryIpv6":true,"Ipv6AddressCount":0}`, At: "EnablePrimaryIpv6"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrimaryIpv6":true,"Ipv6AddressCount":0}]}`,
			At:   "NetworkInterfaces[0].PrimaryIpv6",
		},
	},
}

var primaryIPv6Unique = &validate.Rule{
	ID:       "primary-ipv6-unique",
	Summary:  "at most one address of an interface should be marked as the primary IPv6 address",
	Source:   validate.Source{Shape: "InstanceIpv6Address", Member: "IsPrimaryIpv6"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Given:    []string{"Ipv6Addresses[].IsPrimaryIpv6", "NetworkInterfaces[].Ipv6Addresses[].IsPrimaryIpv6"},
	Check: func(p *validate.Pass) {
		for s := range ipv6Settings(p.Input) {
			marked := false
			for i := range s.addresses {
				if !aws.ToBool(s.addresses[i].IsPrimaryIpv6) {
					continue
				}
				if marked {
					p.Reportf(s.at(p, "Ipv6Addresses[].IsPrimaryIpv6", i),
						"should be true of one address of an interface only; drop it here")
				}
				marked = true
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10","IsPrimaryIpv6":true},
				{"Ipv6Address":"2001:db8::11","IsPrimaryIpv6":false}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10",
				"IsPrimaryIpv6":true},{"Ipv6Address":"2001:db8::11","IsPrimaryIpv6":true}]}]}`,
			At: "NetworkInterfaces[0].Ipv6Addresses[1].IsPrimaryIpv6",
		},
	},
}

var primaryIPv6Ignored = &validate.Rule{
	ID: "primary-ipv6-ignored",
	Summary: "a primary IPv6 address, which is a global one, should not be asked for where all addresses listed " +
		"are private",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "PrimaryIpv6"},
	Severity: validate.SeverityWarning,
	Since:    validate.Autumn2026,
	Given:    []string{"EnablePrimaryIpv6", "NetworkInterfaces[].PrimaryIpv6"},
	Reads:    []string{"Ipv6Addresses[].Ipv6Address", "NetworkInterfaces[].Ipv6Addresses[].Ipv6Address"},
	Check: func(p *validate.Pass) {
		for s := range ipv6Settings(p.Input) {
			if aws.ToBool(s.primary) && allPrivate(s.addresses) {
				p.Conflictf(s.at(p, s.primaryName), []string{s.at(p, "Ipv6Addresses")},
					"has no effect: none of Ipv6Addresses is a global address, as the primary one must be; add one")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"EnablePrimaryIpv6":true,"Ipv6Addresses":[{"Ipv6Address":"fd00:1234::10"},
				{"Ipv6Address":"2001:db8::10"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"EnablePrimaryIpv6":true,"Ipv6Addresses":[{"Ipv6Address":"fd00:1234::10"}]}`,
			At:   "EnablePrimaryIpv6",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrimaryIpv6":true,
				"Ipv6Addresses":[{"Ipv6Address":"fd00::1"},{"Ipv6Address":"fd00::2"}]}]}`,
			At: "NetworkInterfaces[0].PrimaryIpv6",
		},
	},
}

// allPrivate reports whether a list has addresses, all of them private ones
// (fc00::/7).
func allPrivate(list []types.InstanceIpv6Address) bool {
	for i := range list {
		a, ok := format.IPv6(aws.ToString(list[i].Ipv6Address))
		if !ok || !a.IsPrivate() {
			return false
		}
	}
	return len(list) > 0
}

var primaryIPv6Advice = &validate.Rule{
	ID: "primary-ipv6-advice",
	Summary: "a primary IPv6 address should be asked for only where it must never change, for it cannot be " +
		"disabled again",
	Source:   validate.Source{Shape: "RunInstances", Member: "EnablePrimaryIpv6"},
	Severity: validate.SeverityAdvice,
	Since:    validate.Autumn2026,
	Given:    []string{"EnablePrimaryIpv6", "NetworkInterfaces[].PrimaryIpv6"},
	Check: func(p *validate.Pass) {
		for s := range ipv6Settings(p.Input) {
			if aws.ToBool(s.primary) {
				p.Reportf(s.at(p, s.primaryName),
					"should be true only where the address must never change: "+
						"it stays until the interface is detached or the instance terminated")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"Ipv6AddressCount":1,"EnablePrimaryIpv6":false}`},
	},
	Bad: []validate.Example{
		{Spec: `{"EnablePrimaryIpv6":true}`, At: "EnablePrimaryIpv6"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrimaryIpv6":true}]}`, At: "NetworkInterfaces[0].PrimaryIpv6"},
	},
}

var primaryIPv6SubnetUnsupported = &validate.Rule{
	ID:      "primary-ipv6-subnet-unsupported",
	Summary: "a primary IPv6 address must be asked of a subnet with an IPv6 block",
	Source:  validate.Source{Shape: "RunInstances", Member: "EnablePrimaryIpv6"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Given:   []string{"EnablePrimaryIpv6", "NetworkInterfaces[].PrimaryIpv6"},
	Reads:   []string{"SubnetId", "NetworkInterfaces[].SubnetId"},
	Asks:    []validate.Asked{validate.Subnet},
	Age:     validate.Edited,
	Check: func(p *validate.Pass) {
		report := func(path string, asked *bool, subnetID *string, at string) {
			if has, known := hasIPv6(validate.Subnet.Named(p, subnetID)); known && !has && asked != nil && *asked {
				p.Conflictf(path, []string{at}, "must go with a subnet that has an IPv6 block")
			}
		}
		report("EnablePrimaryIpv6", p.Input.EnablePrimaryIpv6, p.Input.SubnetId, "SubnetId")
		for i, nic := range p.Input.NetworkInterfaces {
			report(p.At("NetworkInterfaces[].PrimaryIpv6", i), nic.PrimaryIpv6, nic.SubnetId, validate.At("NetworkInterfaces[].SubnetId", i))
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","EnablePrimaryIpv6":true}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","Ipv6CidrBlockAssociationSet":[{"Ipv6CidrBlock":"2001:db8::/64"}]}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","EnablePrimaryIpv6":true}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0"}}}`,
			At:      "EnablePrimaryIpv6",
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","PrimaryIpv6":true}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0"}}}`,
			At:      "NetworkInterfaces[0].PrimaryIpv6",
		},
	},
}
