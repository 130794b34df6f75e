package rules

import (
	"iter"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// ipv6Setting is what an owner says about IPv6 addresses.
type ipv6Setting struct {
	owner
	count       *int32
	addresses   []types.InstanceIpv6Address
	primary     *bool
	primaryName string // of the member that primary is
}

// ipv6Settings yields the setting of each interface or, when the request
// describes none, that of the request itself. Beside interfaces the latter is
// refused as a whole.
func ipv6Settings(in *ec2.RunInstancesInput) iter.Seq[ipv6Setting] {
	return func(yield func(ipv6Setting) bool) {
		if len(in.NetworkInterfaces) == 0 {
			yield(ipv6Setting{request, in.Ipv6AddressCount, in.Ipv6Addresses, in.EnablePrimaryIpv6,
				"EnablePrimaryIpv6"})
			return
		}
		for i := range in.NetworkInterfaces {
			nic := &in.NetworkInterfaces[i]
			if !yield(ipv6Setting{owner(i), nic.Ipv6AddressCount, nic.Ipv6Addresses, nic.PrimaryIpv6, "PrimaryIpv6"}) {
				return
			}
		}
	}
}

// asked returns how many addresses are asked for, and by which member; 0 and ""
// when none are.
func (s *ipv6Setting) asked() (n int, member string) {
	switch {
	case aws.ToInt32(s.count) > 0:
		return int(*s.count), "Ipv6AddressCount"
	case len(s.addresses) > 0:
		return len(s.addresses), "Ipv6Addresses"
	}
	return 0, ""
}
