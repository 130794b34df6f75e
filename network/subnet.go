package network

import (
	"net/netip"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// A Subnet launches instances with one new interface in a chosen subnet. The
// zero Subnet is [InTemplateSubnet].
type Subnet struct{ topLevel topLevel }

// InSubnet launches into the subnet with that ID, "subnet-0123456789abcdef0".
func InSubnet(id string) Subnet { return Subnet{topLevel{subnet: new(id)}} }

// InTemplateSubnet launches into the subnet that the request's launch template
// names, and says about the rest what the template leaves open. Without a
// template, or with one that names no subnet, EC2 takes the default VPC.
func InTemplateSubnet() Subnet { return Subnet{} }

// SecurityGroups adds security groups by ID. Without any, the instance gets the
// default group of the VPC.
func (s Subnet) SecurityGroups(ids ...string) Subnet {
	s.topLevel.groups = append(slices.Clip(s.topLevel.groups), ids...)
	return s
}

// PrivateIP chooses the primary IPv4 address from the range of the subnet; EC2
// does otherwise. It goes only with a single instance. See the rule
// private-ip-instances-conflict.
func (s Subnet) PrivateIP(a netip.Addr) Subnet {
	s.topLevel.privateIP = new(a.String())
	return s
}

// IPv6 assigns IPv6 addresses from the range of the subnet. Without it the
// subnet decides; nil takes an earlier choice back.
func (s Subnet) IPv6(v IPv6) Subnet {
	s.topLevel.ipv6Count, s.topLevel.ipv6 = ipv6Of(v)
	return s
}

// EnablePrimaryIPv6 makes the first global IPv6 address the primary one, which
// stays as long as the interface is attached and the instance lives.
func (s Subnet) EnablePrimaryIPv6() Subnet {
	s.topLevel.enableIPv6 = new(true)
	return s
}

// Apply writes s into a request, see [Config].
func (s Subnet) Apply(in *ec2.RunInstancesInput) { s.topLevel.apply(in) }

func (Subnet) config() {}
