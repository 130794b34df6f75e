package rules

import "github.com/ec2launch/ec2launch/validate"

var hostnameTypes = &validate.Values{
	ID:      "hostname-type",
	Summary: "what the host name of an instance derives from",
	Source:  validate.Source{Shape: "PrivateDnsNameOptionsRequest", Member: "HostnameType"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"ip-name", "resource-name"}}},
}

var interfaceTypes = &validate.Values{
	ID:      "interface-type",
	Summary: "types of a network interface",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "InterfaceType"},
	Sets: []validate.ValueSet{
		{Since: validate.Spring2023, Values: []string{"interface", "efa"}},
		{Since: validate.Autumn2026, Values: []string{"interface", "efa", "efa-only"}},
	},
}

var secondaryInterfaceTypes = &validate.Values{
	ID:      "secondary-interface-type",
	Summary: "types of a secondary interface",
	Source:  validate.Source{Shape: "InstanceSecondaryInterfaceSpecificationRequest", Member: "InterfaceType"},
	Sets: []validate.ValueSet{
		{Since: validate.Autumn2026, Values: []string{"secondary"}},
	},
}

var bandwidthWeightings = &validate.Values{
	ID:      "bandwidth-weighting",
	Summary: "bandwidth weightings of an instance",
	Source:  validate.Source{Shape: "InstanceNetworkPerformanceOptionsRequest", Member: "BandwidthWeighting"},
	Sets: []validate.ValueSet{
		{Since: validate.Autumn2026, Values: []string{"default", "vpc-1", "ebs-1"}},
	},
}
