package network

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var interfaceIPFormat = &validate.Rule{
	ID:      "interface-ip-format",
	Summary: "a private address must be an IPv4 address in dotted decimal, such as 10.0.0.12, without a prefix length",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "PrivateIpAddress"},
	Code:    "InvalidParameterValue",
	Members: []string{"NetworkInterfaces[].PrivateIpAddress", "NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress"},
	Tag:     "ec2ipv4",
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.12"}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0"}]}`, At: "NetworkInterfaces[0].PrivateIpAddress"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12/28","Primary":true}]}]}`, At: "NetworkInterfaces[0].PrivateIpAddresses[0].PrivateIpAddress"},
	},
}

var interfaceIPRequired = &validate.Rule{
	ID:       "interface-ip-required",
	Summary:  "every entry of PrivateIpAddresses should name its address",
	Source:   validate.Source{Shape: "PrivateIpAddressSpecification", Member: "PrivateIpAddress"},
	Severity: validate.SeverityWarning,
	Code:     "MissingParameter",
	Members:  []string{"NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress"},
	When:     []string{"NetworkInterfaces[].PrivateIpAddresses"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			for j := range nic.PrivateIpAddresses {
				if nic.PrivateIpAddresses[j].PrivateIpAddress == nil {
					p.Reportf(validate.At("NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress", i, j),
						"should be given; for addresses of EC2's choice use SecondaryPrivateIpAddressCount")
				}
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":true}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"Primary":true}]}]}`, At: "NetworkInterfaces[0].PrivateIpAddresses[0].PrivateIpAddress"},
	},
}

var interfaceIPUnique = &validate.Rule{
	ID:       "interface-ip-unique",
	Summary:  "PrivateIpAddresses should not name an address twice",
	Reading:  "Each network interface is judged by itself: those in two VPCs may have equal addresses.",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "PrivateIpAddresses"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Members:  []string{"NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress"},
	When:     []string{"NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			list := nic.PrivateIpAddresses
			repeats.Each(len(list), func(j int) (string, bool) {
				return aws.ToString(list[j].PrivateIpAddress), list[j].PrivateIpAddress != nil
			}, func(first, again int) {
				with := validate.At("NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress", i, first)
				p.Conflictf(validate.At("NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress", i, again), []string{with},
					"is already that of %s; drop one of the two", with)
			})
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"}]},{"DeviceIndex":1,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"},{"PrivateIpAddress":"10.0.0.12"}]}]}`, At: "NetworkInterfaces[0].PrivateIpAddresses[1].PrivateIpAddress"},
	},
}

var interfaceIPInstancesConflict = &validate.Rule{
	ID:      "interface-ip-instances-conflict",
	Summary: "private IPv4 addresses must not be given when several instances may be launched",
	Reading: "Several instances may be launched when MaxCount is above 1.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "PrivateIpAddress"},
	Code:    "InvalidParameterCombination",
	Members: []string{"NetworkInterfaces[].PrivateIpAddress", "NetworkInterfaces[].PrivateIpAddresses", "MaxCount"},
	When:    []string{"NetworkInterfaces", "MaxCount"},
	Check: func(p *validate.Pass) {
		if !several(p.Input) {
			return
		}
		for i, nic := range interfaces(p.Input) {
			path := "NetworkInterfaces[].PrivateIpAddress"
			switch {
			case nic.PrivateIpAddress != nil:
			case len(nic.PrivateIpAddresses) > 0:
				path = "NetworkInterfaces[].PrivateIpAddresses"
			default:
				continue
			}
			p.Conflictf(validate.At(path, i), []string{"MaxCount"},
				"must not be given with a MaxCount above 1; launch one instance, or leave the choice of addresses to EC2")
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.12"}]}`},
		{Spec: `{"MaxCount":2,"NetworkInterfaces":[{"DeviceIndex":0}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MaxCount":2,"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.12"}]}`, At: "NetworkInterfaces[0].PrivateIpAddress"},
		{Spec: `{"MaxCount":2,"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"}]}]}`, At: "NetworkInterfaces[0].PrivateIpAddresses"},
	},
}

var interfacePrimaryIPUnique = &validate.Rule{
	ID:      "interface-primary-ip-unique",
	Summary: "a network interface must not have more than one primary private IPv4 address",
	Source:  validate.Source{Shape: "PrivateIpAddressSpecification", Member: "Primary"},
	Code:    "InvalidParameterCombination",
	Members: []string{"NetworkInterfaces[].PrivateIpAddresses", "NetworkInterfaces[].PrivateIpAddresses[].Primary"},
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
				p.Reportf(validate.At("NetworkInterfaces[].PrivateIpAddresses", i), "must have one address with Primary true, not %d", primaries)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":true},{"PrivateIpAddress":"10.0.0.13","Primary":false}]}]}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":true}]},{"DeviceIndex":1,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.13","Primary":true}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":true},{"PrivateIpAddress":"10.0.0.13","Primary":true}]}]}`, At: "NetworkInterfaces[0].PrivateIpAddresses"},
	},
}

var interfacePrimaryIPConflict = &validate.Rule{
	ID:      "interface-primary-ip-conflict",
	Summary: "PrivateIpAddress and a primary entry of PrivateIpAddresses must not name two addresses",
	Reading: "Naming the same address twice is not refused.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "PrivateIpAddresses"},
	Code:    "InvalidParameterCombination",
	Members: []string{"NetworkInterfaces[].PrivateIpAddress", "NetworkInterfaces[].PrivateIpAddresses[].Primary"},
	When:    []string{"NetworkInterfaces[].PrivateIpAddresses[].Primary", "NetworkInterfaces[].PrivateIpAddress"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			for j, entry := range nic.PrivateIpAddresses {
				if nic.PrivateIpAddress != nil && entry.PrivateIpAddress != nil &&
					aws.ToBool(entry.Primary) && *entry.PrivateIpAddress != *nic.PrivateIpAddress {
					with := validate.At("NetworkInterfaces[].PrivateIpAddresses[].Primary", i, j)
					p.Conflictf(validate.At("NetworkInterfaces[].PrivateIpAddress", i), []string{with},
						"must not be another address than the one for which %s is true; drop one of the two", with)
					break
				}
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.12","PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.13","Primary":false}]}]}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.12","PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":true}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.12","PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.13","Primary":true}]}]}`, At: "NetworkInterfaces[0].PrivateIpAddress"},
	},
}
