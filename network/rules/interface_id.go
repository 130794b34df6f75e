package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var interfaceIDFormat = &validate.Rule{
	ID:        "interface-id-format",
	Summary:   "the ID of a network interface must be eni- and 8 or 17 lower-case hexadecimal digits",
	Source:    validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "NetworkInterfaceId"},
	Code:      "InvalidNetworkInterfaceId.Malformed",
	CodeBasis: validate.Documented,
	Given:     []string{"NetworkInterfaces[].NetworkInterfaceId"},
	Check: func(p *validate.Pass) {
		for i, nic := range interfaces(p.Input) {
			if id := nic.NetworkInterfaceId; id != nil && !format.ID("eni", *id) {
				p.Reportf(p.At("NetworkInterfaces[].NetworkInterfaceId", i), "%s", owner(i).idFault("eni", *id))
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-1a2b3c4d"}]}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-12"}]}`,
			At:   "NetworkInterfaces[0].NetworkInterfaceId",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"NetworkInterfaceId":"eni-attach-0123456789abcdef0"}]}`,
			At: "NetworkInterfaces[0].NetworkInterfaceId",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":""}]}`,
			At:   "NetworkInterfaces[0].NetworkInterfaceId",
		},
	},
}

var interfaceIDUnique = &validate.Rule{
	ID:      "interface-id-unique",
	Summary: "an existing network interface must be attached only once",
	Source: validate.Source{
		Shape: "InstanceNetworkInterfaceSpecification", Member: "NetworkInterfaceId",
		Guide: "network-interface-attachments",
	},
	Code:  "InvalidParameterValue",
	Given: []string{"NetworkInterfaces[].NetworkInterfaceId"},
	Check: func(p *validate.Pass) {
		nics := p.Input.NetworkInterfaces
		repeats.Each(len(nics), func(i int) (string, bool) {
			return aws.ToString(nics[i].NetworkInterfaceId), existing(&nics[i])
		}, func(first, again int) {
			with := p.At("NetworkInterfaces[].NetworkInterfaceId", first)
			p.Conflictf(p.At("NetworkInterfaces[].NetworkInterfaceId", again), []string{with},
				"must not be attached twice; %s attaches it already", with)
		})
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"},
				{"DeviceIndex":1,"NetworkInterfaceId":"eni-0fedcba9876543210"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"},
				{"DeviceIndex":1,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
			At: "NetworkInterfaces[1].NetworkInterfaceId",
		},
	},
}

var interfaceIDInstancesConflict = &validate.Rule{
	ID:      "interface-id-instances-conflict",
	Summary: "an existing network interface must not be given when several instances may be launched",
	Reading: "A network interface is attached to one instance at a time, so MaxCount must be 1.",
	Source: validate.Source{
		Shape: "InstanceNetworkInterfaceSpecification", Member: "NetworkInterfaceId",
		Guide: "network-interface-attachments",
	},
	Code:  "InvalidParameterCombination",
	Given: []string{"NetworkInterfaces[].NetworkInterfaceId"},
	When:  []string{"MaxCount"},
	Check: func(p *validate.Pass) {
		if !several(p.Input) {
			return
		}
		for i, nic := range interfaces(p.Input) {
			if existing(nic) {
				p.Conflictf(p.At("NetworkInterfaces[].NetworkInterfaceId", i), []string{"MaxCount"},
					"attaches to one instance only; "+
						"launch one instance, with MaxCount 1, or let each create its own network interface")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`},
		{Spec: `{"MaxCount":2,"NetworkInterfaces":[{"DeviceIndex":0}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"MaxCount":2,"NetworkInterfaces":[{"DeviceIndex":0,
				"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`,
			At: "NetworkInterfaces[0].NetworkInterfaceId",
		},
	},
}
