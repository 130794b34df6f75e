package network

import (
	"net/netip"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// topLevel is what a request itself says about the one interface it asks for.
type topLevel struct {
	subnet     *string
	groups     []string
	groupNames []string
	privateIP  *string
	ipv6Count  *int32
	ipv6       []types.InstanceIpv6Address
	enableIPv6 *bool
	faults     part.Faults
}

func (s topLevel) withPrivateIP(a netip.Addr) topLevel {
	address, faults := privateIP(a)
	s.privateIP, s.faults = address, s.faults.Of("PrivateIP", faults...)
	return s
}

func (s topLevel) withIPv6(v IPv6) topLevel {
	count, list, faults := ipv6Of(v)
	s.ipv6Count, s.ipv6, s.faults = count, list, s.faults.Of("IPv6", faults...)
	return s
}

// equal reports whether two say the same, and are wrong in the same way.
func (s topLevel) equal(t topLevel) bool {
	var one, other ec2.RunInstancesInput
	s.apply(&one)
	t.apply(&other)
	return sdkcopy.Equal(&one, &other) && slices.Equal(s.faults, t.faults)
}

// apply replaces all that a request says about its network.
func (s topLevel) apply(in *ec2.RunInstancesInput) {
	c := sdkcopy.RunInstancesInput(ec2.RunInstancesInput{
		SubnetId:          s.subnet,
		SecurityGroupIds:  s.groups,
		SecurityGroups:    s.groupNames,
		PrivateIpAddress:  s.privateIP,
		Ipv6AddressCount:  s.ipv6Count,
		Ipv6Addresses:     s.ipv6,
		EnablePrimaryIpv6: s.enableIPv6,
	})
	in.SubnetId, in.NetworkInterfaces = c.SubnetId, nil
	in.SecurityGroupIds, in.SecurityGroups = c.SecurityGroupIds, c.SecurityGroups
	in.PrivateIpAddress = c.PrivateIpAddress
	in.Ipv6AddressCount, in.Ipv6Addresses = c.Ipv6AddressCount, c.Ipv6Addresses
	in.EnablePrimaryIpv6 = c.EnablePrimaryIpv6
}
