package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

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
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":1}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":-1}]}`,
			At:   "NetworkInterfaces[0].SecondaryPrivateIpAddressCount",
		},
	},
}

var interfaceSecondaryIPZeroUnsupported = &validate.Rule{
	ID:      "interface-secondary-ip-zero-unsupported",
	Summary: "a number of secondary private IPv4 addresses should be left out rather than 0",
	Reading: "The reference does not say so, but EC2 is reported to answer that the value must be a positive " +
		"number.",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "SecondaryPrivateIpAddressCount"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"NetworkInterfaces[].SecondaryPrivateIpAddressCount"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if n := nic.SecondaryPrivateIpAddressCount; n != nil && *n == 0 {
				p.Reportf(p.At("NetworkInterfaces[].SecondaryPrivateIpAddressCount", i),
					"should be left out where no secondary address is asked for: EC2 may refuse 0")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":1}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":0}]}`,
			At:   "NetworkInterfaces[0].SecondaryPrivateIpAddressCount",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":0,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"},{"PrivateIpAddress":"10.0.0.13"}]}]}`,
			At: "NetworkInterfaces[0].SecondaryPrivateIpAddressCount",
		},
		{
			Spec: `{"MaxCount":2,"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":0}]}`,
			At:   "NetworkInterfaces[0].SecondaryPrivateIpAddressCount",
		},
	},
}

var interfaceSecondaryIPConflict = &validate.Rule{
	ID:      "interface-secondary-ip-conflict",
	Summary: "secondary private IPv4 addresses must be given by count or by list, not by both",
	Reading: "A count conflicts with a list of more than one address, and today with any secondary address that is " +
		"listed. An address of the list may be the primary one unless its entry says that it is not, or " +
		"PrivateIpAddress names the primary one.",
	Source: validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "SecondaryPrivateIpAddressCount"},
	Code:   "InvalidParameterCombination",
	Given:  []string{"NetworkInterfaces[].SecondaryPrivateIpAddressCount"},
	When:   []string{"NetworkInterfaces[].PrivateIpAddresses"},
	Reads:  []string{"NetworkInterfaces[].PrivateIpAddresses[].Primary", "NetworkInterfaces[].PrivateIpAddress"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			listed := len(nic.PrivateIpAddresses) > 1 || p.Edition > validate.Spring2023 && listsSecondaryIPv4(nic)
			if listed && aws.ToInt32(nic.SecondaryPrivateIpAddressCount) > 0 {
				p.Conflictf(p.At("NetworkInterfaces[].SecondaryPrivateIpAddressCount", i),
					[]string{p.At("NetworkInterfaces[].PrivateIpAddresses", i)},
					"must not be given with a secondary address in PrivateIpAddresses; "+
						"list all secondary addresses, or none")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":true}]}]}`,
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"}]}]}`,
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":false}]}]}`,
			Until: validate.Spring2023,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12"},{"PrivateIpAddress":"10.0.0.13"}]}]}`,
			At: "NetworkInterfaces[0].SecondaryPrivateIpAddressCount",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2,
				"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":false}]}]}`,
			At:    "NetworkInterfaces[0].SecondaryPrivateIpAddressCount",
			Since: validate.Autumn2026,
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2,
				"PrivateIpAddress":"10.0.0.12","PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.13"}]}]}`,
			At:    "NetworkInterfaces[0].SecondaryPrivateIpAddressCount",
			Since: validate.Autumn2026,
		},
	},
}

// listsSecondaryIPv4 reports whether PrivateIpAddresses has an address that
// cannot be the primary one of the interface.
func listsSecondaryIPv4(nic *types.InstanceNetworkInterfaceSpecification) bool {
	listed := len(nic.PrivateIpAddresses)
	if listed > 0 && nic.PrivateIpAddress == nil && !noneIsPrimary(nic.PrivateIpAddresses) {
		listed-- // the primary one
	}
	for i := range nic.PrivateIpAddresses {
		if nic.PrivateIpAddress != nil && aws.ToBool(nic.PrivateIpAddresses[i].Primary) {
			listed-- // named twice
		}
	}
	return listed > 0
}

var interfaceSecondaryIPInstancesConflict = &validate.Rule{
	ID:      "interface-secondary-ip-instances-conflict",
	Summary: "SecondaryPrivateIpAddressCount must not be given when several instances may be launched",
	Reading: "Newer editions dropped the sentence, and the rule ends with it.",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "SecondaryPrivateIpAddressCount"},
	Code:    "InvalidParameterCombination",
	Until:   validate.Spring2023,
	Given:   []string{"NetworkInterfaces[].SecondaryPrivateIpAddressCount"},
	When:    []string{"MaxCount"},
	Check: func(p *validate.Pass) {
		if !several(p.Input) {
			return
		}
		for i, nic := range interfaces(p.Input) {
			if aws.ToInt32(nic.SecondaryPrivateIpAddressCount) > 0 {
				p.Conflictf(p.At("NetworkInterfaces[].SecondaryPrivateIpAddressCount", i), []string{"MaxCount"},
					"must not be given with a MaxCount above 1; "+
						"launch one instance, or assign the addresses after the launch")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2}]}`},
		{Spec: `{"MaxCount":2,"NetworkInterfaces":[{"DeviceIndex":0}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"MaxCount":2,"NetworkInterfaces":[{"DeviceIndex":0,"SecondaryPrivateIpAddressCount":2}]}`,
			At:   "NetworkInterfaces[0].SecondaryPrivateIpAddressCount",
		},
	},
}
