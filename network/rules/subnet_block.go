package rules

import (
	"net/netip"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// inIPv4Block reports whether an address, or a prefix, lies in the IPv4 block of
// a subnet. What is neither passes, and so does all where the block is not known.
func inIPv4Block(s *types.Subnet, text string) bool {
	return s.CidrBlock == nil || within(*s.CidrBlock, text)
}

// inIPv6Block is the same for the IPv6 blocks that are associated with a subnet.
// A subnet without one passes: another rule speaks of it.
func inIPv6Block(s *types.Subnet, text string) bool {
	some := false
	for _, a := range s.Ipv6CidrBlockAssociationSet {
		if associated(a) && a.Ipv6CidrBlock != nil {
			if within(*a.Ipv6CidrBlock, text) {
				return true
			}
			some = true
		}
	}
	return !some
}

// associated reports whether a block is: those that are not stay in the answer.
func associated(a types.SubnetIpv6CidrBlockAssociation) bool {
	return a.Ipv6CidrBlockState == nil || a.Ipv6CidrBlockState.State == types.SubnetCidrBlockStateCodeAssociated
}

func within(block, text string) bool {
	outer, err := netip.ParsePrefix(block)
	if err != nil {
		return true
	}
	if inner, err := netip.ParsePrefix(text); err == nil {
		return inner.Bits() >= outer.Bits() && outer.Contains(inner.Addr())
	}
	a, err := netip.ParseAddr(text)
	return err != nil || outer.Contains(a)
}
