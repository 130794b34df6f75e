package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

var interfaceSecondaryIPRange = &validate.Rule{
	ID:      "interface-secondary-ip-range",
	Summary: "a number of secondary private IPv4 addresses must not be negative",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "SecondaryPrivateIpAddressCount"},
	Code:    "InvalidParameterValue",
	Members: []string{"NetworkInterfaces[].SecondaryPrivateIpAddressCount"},
	Tag:     "min=0",
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":0}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":-1}]}`, At: "NetworkInterfaces[0].SecondaryPrivateIpAddressCount"},
	},
}

var interfaceSecondaryIPConflict = &validate.Rule{
	ID:      "interface-secondary-ip-conflict",
	Summary: "secondary private IPv4 addresses must be given by count or by list, not by both",
	Reading: "A count above 0 conflicts with a list of more than one address, at least one of which is a secondary one. The newer sentence names PrivateIpAddress, which alone is always the primary one.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "SecondaryPrivateIpAddressCount"},
	Code:    "InvalidParameterCombination",
	Members: []string{"NetworkInterfaces[].SecondaryPrivateIpAddressCount"},
	When:    []string{"NetworkInterfaces[].PrivateIpAddresses"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if aws.ToInt32(nic.SecondaryPrivateIpAddressCount) > 0 && len(nic.PrivateIpAddresses) > 1 {
				p.Conflictf(p.At("NetworkInterfaces[].SecondaryPrivateIpAddressCount", i),
					[]string{p.At("NetworkInterfaces[].PrivateIpAddresses", i)},
					"must not be given with more than one of PrivateIpAddresses; list all secondary addresses, or none")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":true}]}]}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":0,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"},{"PrivateIpAddress":"10.0.0.13"}]}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2,"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"},{"PrivateIpAddress":"10.0.0.13"}]}]}`, At: "NetworkInterfaces[0].SecondaryPrivateIpAddressCount"},
	},
}

var interfaceSecondaryIPInstancesConflict = &validate.Rule{
	ID:      "interface-secondary-ip-instances-conflict",
	Summary: "SecondaryPrivateIpAddressCount must not be given when several instances may be launched",
	Reading: "Newer editions dropped the sentence, and the rule ends with it.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "SecondaryPrivateIpAddressCount"},
	Code:    "InvalidParameterCombination",
	Until:   validate.Spring2023,
	Members: []string{"NetworkInterfaces[].SecondaryPrivateIpAddressCount"},
	When:    []string{"MaxCount"},
	Check: func(p *validate.Pass) {
		if !several(p.Input) {
			return
		}
		for i, nic := range interfaces(p.Input) {
			if aws.ToInt32(nic.SecondaryPrivateIpAddressCount) > 0 {
				p.Conflictf(p.At("NetworkInterfaces[].SecondaryPrivateIpAddressCount", i), []string{"MaxCount"},
					"must not be given with a MaxCount above 1; launch one instance, or assign the addresses after the launch")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2}]}`},
		{Spec: `{"MaxCount":2,"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":0}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MaxCount":2,"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2}]}`, At: "NetworkInterfaces[0].SecondaryPrivateIpAddressCount"},
	},
}
