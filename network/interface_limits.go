package network

import "github.com/ec2launch/ec2launch/validate"

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

var conntrackTCPMin = &validate.Limit{
	ID:      "conntrack-tcp-timeout-min",
	Summary: "shortest timeout of idle TCP connections in seconds",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "TcpEstablishedTimeout"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 60}},
}

var conntrackTCPMax = &validate.Limit{
	ID:      "conntrack-tcp-timeout-max",
	Summary: "longest timeout of idle TCP connections in seconds",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "TcpEstablishedTimeout"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 432_000}},
}

var conntrackUDPStreamMin = &validate.Limit{
	ID:      "conntrack-udp-stream-timeout-min",
	Summary: "shortest timeout of idle UDP streams in seconds",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "UdpStreamTimeout"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 60}},
}

var conntrackUDPStreamMax = &validate.Limit{
	ID:      "conntrack-udp-stream-timeout-max",
	Summary: "longest timeout of idle UDP streams in seconds",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "UdpStreamTimeout"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 180}},
}

var conntrackUDPMin = &validate.Limit{
	ID:      "conntrack-udp-timeout-min",
	Summary: "shortest timeout of idle one-way UDP flows in seconds",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "UdpTimeout"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 30}},
}

var conntrackUDPMax = &validate.Limit{
	ID:      "conntrack-udp-timeout-max",
	Summary: "longest timeout of idle one-way UDP flows in seconds",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "UdpTimeout"},
	Figures: []validate.Figure{{Since: validate.Autumn2026, N: 60}},
}
