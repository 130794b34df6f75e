package network

import (
	"net/netip"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A Subnet launches instances with one new interface in a chosen subnet.
type Subnet struct{ primary primary }

// InSubnet launches into the subnet with that ID, "subnet-0123456789abcdef0".
func InSubnet(id string) Subnet { return Subnet{primary{subnet: new(id)}} }

// InTemplateSubnet launches into the subnet that the request's launch template
// names, and says about the rest what the template leaves open. Without a
// template, or with one that names no subnet, EC2 takes the default VPC.
func InTemplateSubnet() Subnet { return Subnet{} }

// SecurityGroups adds security groups by ID. Without any, the instance gets the
// default group of the VPC.
func (s Subnet) SecurityGroups(ids ...string) Subnet {
	s.primary.groups = append(slices.Clip(s.primary.groups), ids...)
	return s
}

// PrivateIP chooses the primary IPv4 address from the range of the subnet; EC2
// does otherwise. It goes only with a single instance.
func (s Subnet) PrivateIP(a netip.Addr) Subnet {
	s.primary.privateIP = new(a.String())
	return s
}

// IPv6 assigns IPv6 addresses from the range of the subnet. Without it the
// subnet decides; nil takes an earlier choice back.
func (s Subnet) IPv6(v IPv6) Subnet {
	s.primary.ipv6Count, s.primary.ipv6 = ipv6Of(v)
	return s
}

// EnablePrimaryIPv6 makes the first global IPv6 address the primary one, which
// stays as long as the interface is attached and the instance lives.
func (s Subnet) EnablePrimaryIPv6() Subnet {
	s.primary.enableIPv6 = new(true)
	return s
}

// Apply writes s into a request, see [Config].
func (s Subnet) Apply(in *ec2.RunInstancesInput) { s.primary.apply(in) }

func (Subnet) config() {}

// primary is what a request itself says about the one interface it asks for.
type primary struct {
	subnet     *string
	groups     []string
	groupNames []string
	privateIP  *string
	ipv6Count  *int32
	ipv6       []types.InstanceIpv6Address
	enableIPv6 *bool
}

// apply replaces all that a request says about its network.
func (p primary) apply(in *ec2.RunInstancesInput) {
	c := sdkcopy.RunInstancesInput(ec2.RunInstancesInput{
		SubnetId:          p.subnet,
		SecurityGroupIds:  p.groups,
		SecurityGroups:    p.groupNames,
		PrivateIpAddress:  p.privateIP,
		Ipv6AddressCount:  p.ipv6Count,
		Ipv6Addresses:     p.ipv6,
		EnablePrimaryIpv6: p.enableIPv6,
	})
	in.SubnetId, in.NetworkInterfaces = c.SubnetId, nil
	in.SecurityGroupIds, in.SecurityGroups = c.SecurityGroupIds, c.SecurityGroups
	in.PrivateIpAddress = c.PrivateIpAddress
	in.Ipv6AddressCount, in.Ipv6Addresses = c.Ipv6AddressCount, c.Ipv6Addresses
	in.EnablePrimaryIpv6 = c.EnablePrimaryIpv6
}
