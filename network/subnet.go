package network

import (
	"net/netip"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/part"
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

// PrivateIP sets the primary IPv4 address, from the range of the subnet. The
// default is one that EC2 chooses. It goes only with a single instance. See
// the rule private-ip-instances-conflict.
func (s Subnet) PrivateIP(a netip.Addr) Subnet {
	return Subnet{s.topLevel.withPrivateIP(a)}
}

// IPv6 sets the IPv6 addresses, from the range of the subnet. The default is
// what the subnet says; nil takes an earlier choice back.
func (s Subnet) IPv6(v IPv6) Subnet {
	return Subnet{s.topLevel.withIPv6(v)}
}

// EnablePrimaryIPv6 sets whether the first global IPv6 address is the primary
// one, which stays as long as the interface is attached and the instance lives.
// The default is false.
func (s Subnet) EnablePrimaryIPv6(on bool) Subnet {
	s.topLevel.enableIPv6 = new(on)
	return s
}

// Apply writes s into a request, see [Config].
func (s Subnet) Apply(in *ec2.RunInstancesInput) { s.topLevel.apply(in) }

// Err implements [Config]: addresses are of the family that a method takes.
func (s Subnet) Err() error { return s.topLevel.faults.Err() }

// String returns the members of a request that s sets, as JSON.
func (s Subnet) String() string { return part.String(s) }

// Equal reports whether s and t say the same.
func (s Subnet) Equal(t Subnet) bool { return s.topLevel.equal(t.topLevel) }

func (Subnet) config() {}
