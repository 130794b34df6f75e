package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var conntrackTCPRange = &validate.Rule{
	ID:      "conntrack-tcp-range",
	Summary: "the timeout of idle TCP connections must lie in its documented range",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "TcpEstablishedTimeout"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"NetworkInterfaces[].ConnectionTrackingSpecification.TcpEstablishedTimeout"},
	Range:   &validate.Range{Min: conntrackTCPTimeoutMin, Max: conntrackTCPTimeoutMax},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"TcpEstablishedTimeout":60}}]}`,
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"TcpEstablishedTimeout":432000}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"TcpEstablishedTimeout":59}}]}`,
			At: "NetworkInterfaces[0].ConnectionTrackingSpecification.TcpEstablishedTimeout",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"TcpEstablishedTimeout":432001}}]}`,
			At: "NetworkInterfaces[0].ConnectionTrackingSpecification.TcpEstablishedTimeout",
		},
	},
}

var conntrackUDPStreamRange = &validate.Rule{
	ID:      "conntrack-udp-stream-range",
	Summary: "the timeout of idle UDP streams must lie in its documented range",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "UdpStreamTimeout"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"NetworkInterfaces[].ConnectionTrackingSpecification.UdpStreamTimeout"},
	Range:   &validate.Range{Min: conntrackUDPStreamTimeoutMin, Max: conntrackUDPStreamTimeoutMax},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"ConnectionTrackingSpecification":{"UdpStreamTimeout":60}}]}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"ConnectionTrackingSpecification":{"UdpStreamTimeout":180}}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"UdpStreamTimeout":59}}]}`,
			At: "NetworkInterfaces[0].ConnectionTrackingSpecification.UdpStreamTimeout",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"UdpStreamTimeout":181}}]}`,
			At: "NetworkInterfaces[0].ConnectionTrackingSpecification.UdpStreamTimeout",
		},
	},
}

var conntrackUDPRange = &validate.Rule{
	ID:      "conntrack-udp-range",
	Summary: "the timeout of idle UDP flows that are no streams must lie in its documented range",
	Source:  validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "UdpTimeout"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Members: []string{"NetworkInterfaces[].ConnectionTrackingSpecification.UdpTimeout"},
	Range:   &validate.Range{Min: conntrackUDPTimeoutMin, Max: conntrackUDPTimeoutMax},
	Good: []validate.Example{
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"ConnectionTrackingSpecification":{"UdpTimeout":30}}]}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"ConnectionTrackingSpecification":{"UdpTimeout":60}}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"UdpTimeout":29}}]}`,
			At: "NetworkInterfaces[0].ConnectionTrackingSpecification.UdpTimeout",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"UdpTimeout":61}}]}`,
			At: "NetworkInterfaces[0].ConnectionTrackingSpecification.UdpTimeout",
		},
	},
}

var conntrackTCPAdvice = &validate.Rule{
	ID:       "conntrack-tcp-advice",
	Summary:  "the timeout of idle TCP connections should be shorter than the longest that EC2 takes",
	Source:   validate.Source{Shape: "ConnectionTrackingSpecificationRequest", Member: "TcpEstablishedTimeout"},
	Severity: validate.SeverityAdvice,
	Since:    validate.Autumn2026,
	Given:    []string{"NetworkInterfaces[].ConnectionTrackingSpecification.TcpEstablishedTimeout"},
	Limits:   []*validate.Limit{conntrackTCPTimeoutMax},
	Check: func(p *validate.Pass) {
		longest, ok := p.Limit(conntrackTCPTimeoutMax)
		for i, nic := range interfaces(p.Input) {
			tracking := nic.ConnectionTrackingSpecification
			if ok && tracking != nil && int64(aws.ToInt32(tracking.TcpEstablishedTimeout)) == longest {
				p.Reportf(p.At("NetworkInterfaces[].ConnectionTrackingSpecification.TcpEstablishedTimeout", i),
					"should be less than %d seconds, so that idle connections do not use up those that are tracked",
					longest)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"TcpEstablishedTimeout":350}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"TcpEstablishedTimeout":432000}}]}`,
			At: "NetworkInterfaces[0].ConnectionTrackingSpecification.TcpEstablishedTimeout",
		},
	},
}

var conntrackUnsupported = &validate.Rule{
	ID:       "conntrack-unsupported",
	Summary:  "connection tracking timeouts should be given only with types built on the Nitro System",
	Reading:  "Whether EC2 refuses or ignores them on other types is not documented.",
	Source:   validate.Source{Guide: "security-group-connection-tracking"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Given:    []string{"NetworkInterfaces[].ConnectionTrackingSpecification"},
	When:     []string{"InstanceType"},
	Facts:    []instancetype.Fact{instancetype.FactHypervisor},
	Check: func(p *validate.Pass) {
		if p.InstanceType().Nitro() != instancetype.No {
			return
		}
		for i, nic := range interfaces(p.Input) {
			if nic.ConnectionTrackingSpecification != nil {
				p.Conflictf(p.At("NetworkInterfaces[].ConnectionTrackingSpecification", i), []string{"InstanceType"},
					"%s is not built on the Nitro System, which alone takes timeouts; "+
						"drop it, or choose a Nitro-based type", p.Input.InstanceType)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"UdpTimeout":45}}]}`,
		},
		{
			Spec: `{"InstanceType":"i3.metal","NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"UdpTimeout":45}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"t2.micro","NetworkInterfaces":[{"DeviceIndex":0,
				"ConnectionTrackingSpecification":{"UdpTimeout":45}}]}`,
			At: "NetworkInterfaces[0].ConnectionTrackingSpecification",
		},
	},
}
