package network

import (
	"net/netip"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/part"
)

// A DefaultVPC launches instances with one new interface in a default subnet
// that EC2 chooses. Only there may security groups go by name. The zero
// DefaultVPC is [InDefaultVPC].
type DefaultVPC struct{ topLevel topLevel }

// InDefaultVPC launches into the default VPC of the Region, which the account
// must not have deleted.
func InDefaultVPC() DefaultVPC { return DefaultVPC{} }

// SecurityGroups adds security groups by ID, of the default VPC. Without any, the
// instance gets the default group.
func (d DefaultVPC) SecurityGroups(ids ...string) DefaultVPC {
	d.topLevel.groups = append(slices.Clip(d.topLevel.groups), ids...)
	return d
}

// SecurityGroupNames adds security groups by name, of the default VPC.
func (d DefaultVPC) SecurityGroupNames(names ...string) DefaultVPC {
	d.topLevel.groupNames = append(slices.Clip(d.topLevel.groupNames), names...)
	return d
}

// PrivateIP sets the primary IPv4 address. The default is one that EC2
// chooses. It goes only with a single instance. See the rule
// private-ip-instances-conflict.
func (d DefaultVPC) PrivateIP(a netip.Addr) DefaultVPC {
	return DefaultVPC{d.topLevel.withPrivateIP(a)}
}

// IPv6 sets the IPv6 addresses. The default is what the subnet says; nil takes
// an earlier choice back.
func (d DefaultVPC) IPv6(v IPv6) DefaultVPC {
	return DefaultVPC{d.topLevel.withIPv6(v)}
}

// EnablePrimaryIPv6 sets whether the first global IPv6 address is the primary
// one, which stays as long as the interface is attached and the instance lives.
// The default is false.
func (d DefaultVPC) EnablePrimaryIPv6(on bool) DefaultVPC {
	d.topLevel.enableIPv6 = new(on)
	return d
}

// Apply writes d into a request, see [Config].
func (d DefaultVPC) Apply(in *ec2.RunInstancesInput) { d.topLevel.apply(in) }

// Err implements [Config]: addresses are of the family that a method takes.
func (d DefaultVPC) Err() error { return d.topLevel.faults.Err() }

// String returns the members of a request that d sets, as JSON.
func (d DefaultVPC) String() string { return part.String(d) }

// Equal reports whether d and e say the same.
func (d DefaultVPC) Equal(e DefaultVPC) bool { return d.topLevel.equal(e.topLevel) }

func (DefaultVPC) config() {}
