package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

var interfacePrimaryIPUnique = &validate.Rule{
	ID:      "interface-primary-ip-unique",
	Summary: "a network interface must not have more than one primary private IPv4 address",
	Source:  validate.Source{Shape: "PrivateIpAddressSpecification", Member: "Primary"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"NetworkInterfaces[].PrivateIpAddresses"},
	When:    []string{"NetworkInterfaces[].PrivateIpAddresses[].Primary"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			primaries := 0
			for j := range nic.PrivateIpAddresses {
				if aws.ToBool(nic.PrivateIpAddresses[j].Primary) {
					primaries++
				}
			}
			if primaries > 1 {
				p.Reportf(p.At("NetworkInterfaces[].PrivateIpAddresses", i),
					"must have one address with Primary true, not %d", primaries)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12",
				"Primary":true},{"PrivateIpAddress":"10.0.0.13","Primary":false}]}]}`,
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12",
				"Primary":true}]},{"DeviceIndex":1,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.13",
				"Primary":true}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12",
				"Primary":true},{"PrivateIpAddress":"10.0.0.13","Primary":true}]}]}`,
			At: "NetworkInterfaces[0].PrivateIpAddresses",
		},
	},
}

var interfacePrimaryIPConflict = &validate.Rule{
	ID:      "interface-primary-ip-conflict",
	Summary: "PrivateIpAddress and a primary entry of PrivateIpAddresses must not name two addresses",
	Reading: "The same address in both places is for interface-primary-ip-repeated-conflict.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "PrivateIpAddresses"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"NetworkInterfaces[].PrivateIpAddress"},
	When:    []string{"NetworkInterfaces[].PrivateIpAddresses[].Primary"},
	Reads:   []string{"NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			for j, entry := range nic.PrivateIpAddresses {
				if nic.PrivateIpAddress != nil && entry.PrivateIpAddress != nil &&
					aws.ToBool(entry.Primary) && *entry.PrivateIpAddress != *nic.PrivateIpAddress {
					with := p.At("NetworkInterfaces[].PrivateIpAddresses[].Primary", i, j)
					p.Conflictf(p.At("NetworkInterfaces[].PrivateIpAddress", i), []string{with},
						"must not be another address than the one for which %s is true; drop one of the two", with)
					break
				}
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.12",
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.13","Primary":false}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.12",
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.13","Primary":true}]}]}`,
			At: "NetworkInterfaces[0].PrivateIpAddress",
		},
	},
}

var interfacePrimaryIPRepeatedConflict = &validate.Rule{
	ID: "interface-primary-ip-repeated-conflict",
	Summary: "the primary address should be named in PrivateIpAddress or in a primary entry of PrivateIpAddresses, " +
		"not in both",
	Reading: "EC2 answers that only one primary private IP address can be specified. Whether it always refuses one " +
		"that is named twice is not known, so the rule warns.",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "PrivateIpAddresses"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given:    []string{"NetworkInterfaces[].PrivateIpAddress"},
	When:     []string{"NetworkInterfaces[].PrivateIpAddresses[].Primary"},
	Reads:    []string{"NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			for j, entry := range nic.PrivateIpAddresses {
				if nic.PrivateIpAddress != nil && entry.PrivateIpAddress != nil &&
					aws.ToBool(entry.Primary) && *entry.PrivateIpAddress == *nic.PrivateIpAddress {
					with := p.At("NetworkInterfaces[].PrivateIpAddresses[].Primary", i, j)
					p.Conflictf(p.At("NetworkInterfaces[].PrivateIpAddress", i), []string{with},
						"should not be given beside %s, which names the same address; drop one of the two", with)
					break
				}
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12",
				"Primary":true}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.12",
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":true}]}]}`,
			At: "NetworkInterfaces[0].PrivateIpAddress",
		},
	},
}

var interfacePrimaryRequired = &validate.Rule{
	ID:      "interface-primary-required",
	Summary: "one of the network interfaces must have device index 0, which is the primary one",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "DeviceIndex"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"NetworkInterfaces[].DeviceIndex"},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		for _, nic := range interfaces(p.Input) {
			if nic.DeviceIndex == nil || *nic.DeviceIndex <= 0 {
				return
			}
		}
		p.Reportf("NetworkInterfaces[0].DeviceIndex",
			"one network interface must be the primary one; give it device index 0")
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":1},{"DeviceIndex":0}]}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"},"NetworkInterfaces":[{"DeviceIndex":1}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":1}]}`, At: "NetworkInterfaces[0].DeviceIndex"},
	},
}

var interfacePrimaryCardRequired = &validate.Rule{
	ID:      "interface-primary-card-required",
	Summary: "the primary network interface must be on network card 0",
	Reading: "Some network interface must have device index 0 on card 0; further ones with device index 0 may be " +
		"on other cards.",
	Source: validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "NetworkCardIndex"},
	Code:   "InvalidParameterCombination",
	Given:  []string{"NetworkInterfaces[].NetworkCardIndex"},
	When:   []string{"NetworkInterfaces[].DeviceIndex"},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		astray := -1
		for i, nic := range interfaces(p.Input) {
			if nic.DeviceIndex == nil || cardOf(nic) < 0 || primary(nic) {
				return
			}
			if *nic.DeviceIndex == 0 && astray < 0 {
				astray = i
			}
		}
		if astray >= 0 {
			p.Reportf(p.At("NetworkInterfaces[].NetworkCardIndex", astray),
				"must be 0 for the primary network interface, which is the one with device index 0")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":0}]}`,
			Since: validate.Autumn2026},
		{
			Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":0,"NetworkCardIndex":1}]}`, Since: validate.Autumn2026,
		},
		{
			Spec: `{"InstanceType":"hpc7a.96xlarge","LaunchTemplate":{"LaunchTemplateName":"web"},
				"NetworkInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":1}]}`, Since: validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"hpc7a.96xlarge","NetworkInterfaces":[{"DeviceIndex":1,"NetworkCardIndex":0},
				{"DeviceIndex":0,"NetworkCardIndex":1}]}`,
			At: "NetworkInterfaces[1].NetworkCardIndex", Since: validate.Autumn2026,
		},
		{
			Spec: `{"InstanceType":"p4d.24xlarge","NetworkInterfaces":[{"DeviceIndex":0,"NetworkCardIndex":1},
				{"DeviceIndex":0,"NetworkCardIndex":2}]}`,
			At: "NetworkInterfaces[0].NetworkCardIndex",
		},
	},
}
