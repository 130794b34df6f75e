package network

import "github.com/ec2launch/ec2launch/validate"

// The figures on security groups are those of the page amazon-vpc-limits in the
// Amazon VPC User Guide.

var groupsPerInterfaceMax = &validate.Limit{
	ID:      "security-groups-per-interface-max",
	Summary: "most security groups of an interface that AWS grants an account",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Groups"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 16}},
}

var groupsPerInterfaceDefault = &validate.Limit{
	ID:      "security-groups-per-interface-default",
	Summary: "most security groups of an interface unless the account's quota was raised",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Groups"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 5}},
}

var hostnameTypes = &validate.Values{
	ID:      "hostname-type",
	Summary: "what the host name of an instance derives from",
	Source:  validate.Source{Shape: "PrivateDnsNameOptionsRequest", Member: "HostnameType"},
	Sets:    []validate.ValueSet{{Since: validate.Spring2023, Values: []string{"ip-name", "resource-name"}}},
}
