package rules

import "github.com/ec2launch/ec2launch/validate"

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
