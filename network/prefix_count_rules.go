package network

import (
	"cmp"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var prefixCountRange = &validate.Rule{
	ID:      "prefix-count-range",
	Summary: "a number of prefixes must not be negative",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv4PrefixCount"},
	Code:    "InvalidParameterValue",
	Members: []string{"NetworkInterfaces[].Ipv4PrefixCount", "NetworkInterfaces[].Ipv6PrefixCount"},
	Tag:     "min=0",
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1,"Ipv6PrefixCount":0}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":-1}]}`, At: "NetworkInterfaces[0].Ipv4PrefixCount"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":-1}]}`, At: "NetworkInterfaces[0].Ipv6PrefixCount"},
	},
}

var prefixIPv4CountConflict = &validate.Rule{
	ID:      "prefix-ipv4-count-conflict",
	Summary: "IPv4 prefixes must be given by count or by list, not by both",
	Reading: "Each interface chooses for itself; a count of 0 is none.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv4PrefixCount"},
	Code:    "InvalidParameterCombination",
	Members: []string{"NetworkInterfaces[].Ipv4PrefixCount", "NetworkInterfaces[].Ipv4Prefixes"},
	When:    []string{"NetworkInterfaces[].Ipv4PrefixCount", "NetworkInterfaces[].Ipv4Prefixes"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if aws.ToInt32(nic.Ipv4PrefixCount) > 0 && len(nic.Ipv4Prefixes) > 0 {
				p.Conflictf(validate.At("NetworkInterfaces[].Ipv4PrefixCount", i), []string{validate.At("NetworkInterfaces[].Ipv4Prefixes", i)},
					"must not be given with Ipv4Prefixes; drop one of the two")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1},{"DeviceIndex":1,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"}]}]}`, At: "NetworkInterfaces[0].Ipv4PrefixCount"},
	},
}

var prefixIPv6CountConflict = &validate.Rule{
	ID:        "prefix-ipv6-count-conflict",
	Summary:   "IPv6 prefixes must be given by count or by list, not by both",
	Reading:   "Each interface chooses for itself; a count of 0 is none.",
	Source:    validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv6PrefixCount"},
	Code:      "InvalidParameterValue",
	CodeBasis: validate.Observed,
	Members:   []string{"NetworkInterfaces[].Ipv6PrefixCount", "NetworkInterfaces[].Ipv6Prefixes"},
	When:      []string{"NetworkInterfaces[].Ipv6PrefixCount", "NetworkInterfaces[].Ipv6Prefixes"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if aws.ToInt32(nic.Ipv6PrefixCount) > 0 && len(nic.Ipv6Prefixes) > 0 {
				p.Conflictf(validate.At("NetworkInterfaces[].Ipv6PrefixCount", i), []string{validate.At("NetworkInterfaces[].Ipv6Prefixes", i)},
					"must not be given with Ipv6Prefixes; drop one of the two")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":0,"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1::/80"}]}]}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":1},{"DeviceIndex":1,"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1::/80"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":1,"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1::/80"}]}]}`, At: "NetworkInterfaces[0].Ipv6PrefixCount"},
	},
}

var prefixInstancesConflict = &validate.Rule{
	ID:       "prefix-instances-conflict",
	Summary:  "a list of prefixes should not be given when several instances may be launched",
	Reading:  "A prefix belongs to one interface.",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv4Prefixes", Guide: "ec2-prefix-eni"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Members:  []string{"NetworkInterfaces[].Ipv4Prefixes", "NetworkInterfaces[].Ipv6Prefixes", "MaxCount"},
	When:     []string{"NetworkInterfaces", "MaxCount"},
	Check: func(p *validate.Pass) {
		if !several(p.Input) {
			return
		}
		const message = "should not be given to %d instances; let EC2 choose with a count, or launch one instance with MaxCount 1"
		for i, nic := range interfaces(p.Input) {
			if len(nic.Ipv4Prefixes) > 0 {
				p.Conflictf(validate.At("NetworkInterfaces[].Ipv4Prefixes", i), []string{"MaxCount"}, message, *p.Input.MaxCount)
			}
			if len(nic.Ipv6Prefixes) > 0 {
				p.Conflictf(validate.At("NetworkInterfaces[].Ipv6Prefixes", i), []string{"MaxCount"}, message, *p.Input.MaxCount)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1}],"MaxCount":2}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.0.16/28"}]}],"MaxCount":2}`, At: "NetworkInterfaces[0].Ipv4Prefixes"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1::/80"}]}],"MaxCount":2}`, At: "NetworkInterfaces[0].Ipv6Prefixes"},
	},
}

var prefixUnsupported = &validate.Rule{
	ID:      "prefix-unsupported",
	Summary: "prefixes must be given only with types built on the Nitro System",
	Reading: "Bare metal, which runs no hypervisor, is built on it too.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Ipv4PrefixCount", Guide: "ec2-prefix-eni"},
	Code:    "InvalidParameterCombination",
	Members: []string{
		"NetworkInterfaces[].Ipv4PrefixCount", "NetworkInterfaces[].Ipv4Prefixes", "NetworkInterfaces[].Ipv6PrefixCount",
		"NetworkInterfaces[].Ipv6Prefixes", "InstanceType",
	},
	When:  []string{"NetworkInterfaces", "InstanceType"},
	Facts: []instancetype.Fact{instancetype.FactHypervisor},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			member := cmp.Or(ipv4PrefixMember(nic), ipv6PrefixMember(nic))
			if member != "" && p.InstanceType().Nitro() == instancetype.No {
				p.Conflictf(validate.At("NetworkInterfaces[]."+member, i), []string{"InstanceType"},
					"%s is not built on the Nitro System, as prefixes demand; drop them, or choose another type", p.Input.InstanceType)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m5.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1}]}`},
		{Spec: `{"InstanceType":"i3.metal","NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":1}]}`},
		{Spec: `{"InstanceType":"m4.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":0}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m4.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv4PrefixCount":1}]}`, At: "NetworkInterfaces[0].Ipv4PrefixCount"},
		{Spec: `{"InstanceType":"m4.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv6PrefixCount":100}]}`, At: "NetworkInterfaces[0].Ipv6PrefixCount"},
		{Spec: `{"InstanceType":"m4.large","NetworkInterfaces":[{"DeviceIndex":0,"Ipv6Prefixes":[{"Ipv6Prefix":"2001:db8:1::/80"}]}]}`, At: "NetworkInterfaces[0].Ipv6Prefixes"},
	},
}

// ipv4PrefixMember returns the member by which an interface asks for IPv4
// prefixes, "" if none does.
func ipv4PrefixMember(nic *types.InstanceNetworkInterfaceSpecification) string {
	switch {
	case aws.ToInt32(nic.Ipv4PrefixCount) > 0:
		return "Ipv4PrefixCount"
	case len(nic.Ipv4Prefixes) > 0:
		return "Ipv4Prefixes"
	}
	return ""
}

// ipv6PrefixMember does the same for IPv6 prefixes.
func ipv6PrefixMember(nic *types.InstanceNetworkInterfaceSpecification) string {
	switch {
	case aws.ToInt32(nic.Ipv6PrefixCount) > 0:
		return "Ipv6PrefixCount"
	case len(nic.Ipv6Prefixes) > 0:
		return "Ipv6Prefixes"
	}
	return ""
}
