package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var interfaceIPLimit = &validate.Rule{
	ID: "interface-ip-limit",
	Summary: "a network interface must not get more private IPv4 addresses and prefixes than the instance type " +
		"allows it",
	Reading: "The primary address counts, and so does each prefix. It is taken to be in PrivateIpAddresses unless " +
		"all entries say that they are not primary. Existing network interfaces are not judged.",
	Source:    validate.Source{Shape: "NetworkInfo", Member: "Ipv4AddressesPerInterface", Guide: "AvailableIpPerENI"},
	Code:      "PrivateIpAddressLimitExceeded",
	CodeBasis: validate.Documented,
	Given: []string{
		"NetworkInterfaces[].SecondaryPrivateIpAddressCount",
		"NetworkInterfaces[].PrivateIpAddresses",
		"NetworkInterfaces[].Ipv4PrefixCount",
		"NetworkInterfaces[].Ipv4Prefixes",
	},
	When: []string{"InstanceType"},
	Reads: []string{
		"NetworkInterfaces[].NetworkInterfaceId",
		"NetworkInterfaces[].InterfaceType",
		"NetworkInterfaces[].PrivateIpAddresses[].Primary",
	},
	Facts: []instancetype.Fact{instancetype.FactIPv4PerInterface},
	Check: func(p *validate.Pass) {
		most, ok := p.InstanceType().IPv4PerInterface()
		if !ok {
			return
		}
		for i, nic := range interfaces(p.Input) {
			if existing(nic) || efaOnly(nic) {
				continue
			}
			if n, member := ipv4Addresses(nic); n > int64(most) {
				p.Conflictf(p.At(member, i), []string{"InstanceType"},
					"%s takes at most %d IPv4 addresses and prefixes on a network interface, "+
						"the primary address included; this one has %d", p.Input.InstanceType, most, n)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,
				"SecondaryPrivateIpAddressCount":9}]}`,
		},
		{Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":9}]}`},
		{
			Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,
				"NetworkInterfaceId":"eni-0123456789abcdef0","SecondaryPrivateIpAddressCount":10}]}`,
		},
		{
			Spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"},{"PrivateIpAddress":"10.0.0.13"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,
				"SecondaryPrivateIpAddressCount":10}]}`,
			At: "NetworkInterfaces[0].SecondaryPrivateIpAddressCount",
		},
		{
			Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":10}]}`,
			At:   "NetworkInterfaces[0].Ipv4PrefixCount",
		},
		{
			Spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,
				"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.1.0/28"},{"Ipv4Prefix":"10.0.2.0/28"}]}]}`,
			At: "NetworkInterfaces[0].Ipv4Prefixes",
		},
		{
			Spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":false},
				{"PrivateIpAddress":"10.0.0.13","Primary":false}]}]}`,
			At: "NetworkInterfaces[0].PrivateIpAddresses",
		},
	},
}

// ipv4Addresses counts the IPv4 addresses and prefixes that a new interface
// gets at least, and names the member that asks for most of them. Of a list
// and a count that exclude each other, only the greater counts.
func ipv4Addresses(nic *types.InstanceNetworkInterfaceSpecification) (n int64, member string) {
	count := func(of int64, path string) {
		if of > n {
			n, member = of, path
		}
	}
	listed := int64(len(nic.PrivateIpAddresses))
	if noneIsPrimary(nic.PrivateIpAddresses) {
		listed++
	}
	count(listed, "NetworkInterfaces[].PrivateIpAddresses")
	count(1+int64(aws.ToInt32(nic.SecondaryPrivateIpAddressCount)),
		"NetworkInterfaces[].SecondaryPrivateIpAddressCount")
	addresses, most := n, member

	n = 0
	count(int64(len(nic.Ipv4Prefixes)), "NetworkInterfaces[].Ipv4Prefixes")
	count(int64(aws.ToInt32(nic.Ipv4PrefixCount)), "NetworkInterfaces[].Ipv4PrefixCount")
	if addresses > n {
		member = most
	}
	return addresses + n, member
}

// noneIsPrimary reports whether all addresses of a list, which may be empty,
// say that they are not the primary one, so that EC2 chooses one more.
func noneIsPrimary(list []types.PrivateIpAddressSpecification) bool {
	for i := range list {
		if aws.ToBool(list[i].Primary) || list[i].Primary == nil {
			return false
		}
	}
	return true
}

var interfaceIPFormat = &validate.Rule{
	ID: "interface-ip-format",
	Summary: "a private address must be an IPv4 address in dotted decimal, such as 10.0.0.12, without a prefix " +
		"length",
	Source: validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "PrivateIpAddress"},
	Code:   "InvalidParameterValue",
	Members: []string{
		"NetworkInterfaces[].PrivateIpAddress",
		"NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress",
	},
	Tag: "ec2ipv4",
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.12"}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0"}]}`,
			At:   "NetworkInterfaces[0].PrivateIpAddress",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12/28","Primary":true}]}]}`,
			At: "NetworkInterfaces[0].PrivateIpAddresses[0].PrivateIpAddress",
		},
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
					p.Reportf(p.At("NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress", i, j),
						"should be given; for addresses of EC2's choice use SecondaryPrivateIpAddressCount")
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
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddresses":[{"Primary":true}]}]}`,
			At:   "NetworkInterfaces[0].PrivateIpAddresses[0].PrivateIpAddress",
		},
	},
}

var interfaceIPUnique = &validate.Rule{
	ID:       "interface-ip-unique",
	Summary:  "PrivateIpAddresses should not name an address twice",
	Reading:  "Each network interface is judged by itself: those in two VPCs may have equal addresses.",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "PrivateIpAddresses"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			list := nic.PrivateIpAddresses
			repeats.Each(len(list), func(j int) (string, bool) {
				return aws.ToString(list[j].PrivateIpAddress), list[j].PrivateIpAddress != nil
			}, func(first, again int) {
				with := p.At("NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress", i, first)
				p.Conflictf(p.At("NetworkInterfaces[].PrivateIpAddresses[].PrivateIpAddress", i, again), []string{with},
					"is already that of %s; drop one of the two", with)
			})
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"}]},
				{"DeviceIndex":1,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"},{"PrivateIpAddress":"10.0.0.12"}]}]}`,
			At: "NetworkInterfaces[0].PrivateIpAddresses[1].PrivateIpAddress",
		},
	},
}

var interfaceIPInstancesConflict = &validate.Rule{
	ID:      "interface-ip-instances-conflict",
	Summary: "private IPv4 addresses must not be given when several instances may be launched",
	Reading: "Several instances may be launched when MaxCount is above 1.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "PrivateIpAddress"},
	Code:    "InvalidParameterCombination",
	Given:   []string{"NetworkInterfaces[].PrivateIpAddress", "NetworkInterfaces[].PrivateIpAddresses"},
	When:    []string{"MaxCount"},
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
			p.Conflictf(p.At(path, i), []string{"MaxCount"},
				"must not be given with a MaxCount above 1; "+
					"launch one instance, or leave the choice of addresses to EC2")
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.12"}]}`},
		{Spec: `{"MaxCount":2,"NetworkInterfaces":[{"DeviceIndex":0}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"MaxCount":2,"NetworkInterfaces":[{"DeviceIndex":0,"PrivateIpAddress":"10.0.0.12"}]}`,
			At:   "NetworkInterfaces[0].PrivateIpAddress",
		},
		{
			Spec: `{"MaxCount":2,"NetworkInterfaces":[{"DeviceIndex":0,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"}]}]}`,
			At: "NetworkInterfaces[0].PrivateIpAddresses",
		},
		{
			Spec: `{"MaxCount":2,"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"PrivateIpAddress":"10.0.0.12"}]}`,
			At:   "NetworkInterfaces[1].PrivateIpAddress",
		},
	},
}
