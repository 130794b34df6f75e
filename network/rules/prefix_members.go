package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

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

// ipv6PrefixMember returns the member by which an interface asks for IPv6
// prefixes, "" if none does.
func ipv6PrefixMember(nic *types.InstanceNetworkInterfaceSpecification) string {
	switch {
	case aws.ToInt32(nic.Ipv6PrefixCount) > 0:
		return "Ipv6PrefixCount"
	case len(nic.Ipv6Prefixes) > 0:
		return "Ipv6Prefixes"
	}
	return ""
}
