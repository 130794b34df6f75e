package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

// The figures on security groups are those of the page amazon-vpc-limits in the
// Amazon VPC User Guide.

var securityGroupsPerInterfaceMax = &validate.Limit{
	ID:      "security-groups-per-interface-max",
	Summary: "most security groups of an interface that AWS grants an account",
	Source:  validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Groups"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 16}},
}

var securityGroupsPerInterfaceDefault = &validate.Limit{
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

var conntrackTCPTimeoutMin = &validate.Limit{
	ID:      "conntrack-tcp-timeout-min",
	Summary: "shortest timeout of idle TCP connections in seconds",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "TcpEstablishedTimeout"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 60}},
}

var conntrackTCPTimeoutMax = &validate.Limit{
	ID:      "conntrack-tcp-timeout-max",
	Summary: "longest timeout of idle TCP connections in seconds",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "TcpEstablishedTimeout"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 432_000}},
}

var conntrackUDPStreamTimeoutMin = &validate.Limit{
	ID:      "conntrack-udp-stream-timeout-min",
	Summary: "shortest timeout of idle UDP streams in seconds",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "UdpStreamTimeout"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 60}},
}

var conntrackUDPStreamTimeoutMax = &validate.Limit{
	ID:      "conntrack-udp-stream-timeout-max",
	Summary: "longest timeout of idle UDP streams in seconds",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "UdpStreamTimeout"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 180}},
}

var conntrackUDPTimeoutMin = &validate.Limit{
	ID:      "conntrack-udp-timeout-min",
	Summary: "shortest timeout of idle one-way UDP flows in seconds",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "UdpTimeout"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 30}},
}

var conntrackUDPTimeoutMax = &validate.Limit{
	ID:      "conntrack-udp-timeout-max",
	Summary: "longest timeout of idle one-way UDP flows in seconds",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "UdpTimeout"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 60}},
}

var securityGroupNameMin = &validate.Limit{
	ID:      "security-group-name-min",
	Summary: "fewest characters of the name of a security group",
	Source:  validate.Source{Shape: "CreateSecurityGroup", Member: "GroupName"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 1}},
}

var securityGroupNameMax = &validate.Limit{
	ID:      "security-group-name-max",
	Summary: "most characters of the name of a security group",
	Source:  validate.Source{Shape: "CreateSecurityGroup", Member: "GroupName"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 255}},
}
