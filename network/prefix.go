package network

import (
	"net/netip"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
)

// IPv4Prefixes says which blocks of IPv4 addresses are delegated to an
// interface: an [IPv4PrefixCount] or a list made by [IPv4PrefixList].
type IPv4Prefixes interface {
	ipv4Prefixes() (count *int32, list []netip.Prefix)
}

// IPv4PrefixCount asks for that many /28 blocks, which EC2 chooses from the subnet.
type IPv4PrefixCount int32

func (n IPv4PrefixCount) ipv4Prefixes() (*int32, []netip.Prefix) { return new(int32(n)), nil }

// IPv4PrefixList asks for these /28 blocks of the subnet. It goes only with a
// single instance.
func IPv4PrefixList(prefixes ...netip.Prefix) IPv4Prefixes {
	return ipv4PrefixList(slices.Clone(prefixes))
}

type ipv4PrefixList []netip.Prefix

func (l ipv4PrefixList) ipv4Prefixes() (*int32, []netip.Prefix) { return nil, l }

func (l ipv4PrefixList) Equal(m ipv4PrefixList) bool { return slices.Equal(l, m) }

// IPv6Prefixes says which blocks of IPv6 addresses are delegated to an
// interface: an [IPv6PrefixCount] or a list made by [IPv6PrefixList].
type IPv6Prefixes interface {
	ipv6Prefixes() (count *int32, list []netip.Prefix)
}

// IPv6PrefixCount asks for that many /80 blocks, which EC2 chooses from the subnet.
type IPv6PrefixCount int32

func (n IPv6PrefixCount) ipv6Prefixes() (*int32, []netip.Prefix) { return new(int32(n)), nil }

// IPv6PrefixList asks for these /80 blocks of the subnet. It goes only with a
// single instance.
func IPv6PrefixList(prefixes ...netip.Prefix) IPv6Prefixes {
	return ipv6PrefixList(slices.Clone(prefixes))
}

type ipv6PrefixList []netip.Prefix

func (l ipv6PrefixList) ipv6Prefixes() (*int32, []netip.Prefix) { return nil, l }

func (l ipv6PrefixList) Equal(m ipv6PrefixList) bool { return slices.Equal(l, m) }

func ipv4PrefixesOf(v IPv4Prefixes) (*int32, []types.Ipv4PrefixSpecificationRequest, []part.Fault) {
	const method, member = "IPv4Prefixes", "Ipv4Prefixes"
	if v == nil {
		return nil, nil, nil
	}
	count, texts, faults := prefixesOf(method, member, "blocks of IPv4 addresses", v.ipv4Prefixes, netip.Addr.Is4)
	var list []types.Ipv4PrefixSpecificationRequest
	for _, text := range texts {
		list = append(list, types.Ipv4PrefixSpecificationRequest{Ipv4Prefix: new(text)})
	}
	return count, list, faults
}

func ipv6PrefixesOf(v IPv6Prefixes) (*int32, []types.Ipv6PrefixSpecificationRequest, []part.Fault) {
	const method, member = "IPv6Prefixes", "Ipv6Prefixes"
	if v == nil {
		return nil, nil, nil
	}
	count, texts, faults := prefixesOf(method, member, "blocks of IPv6 addresses", v.ipv6Prefixes, netip.Addr.Is6)
	var list []types.Ipv6PrefixSpecificationRequest
	for _, text := range texts {
		list = append(list, types.Ipv6PrefixSpecificationRequest{Ipv6Prefix: new(text)})
	}
	return count, list, faults
}

// prefixesOf returns what a choice of blocks stands for, and what of it is not of
// the family that is wanted.
func prefixesOf(method, member, want string, choice func() (*int32, []netip.Prefix), family func(netip.Addr) bool) (count *int32, texts []string, faults []part.Fault) {
	prefixes, ok := part.Made(func() (prefixes []netip.Prefix) {
		count, prefixes = choice()
		return prefixes
	})
	if !ok {
		return nil, nil, []part.Fault{missing(method, member)}
	}
	for _, p := range prefixes {
		if !p.IsValid() || !family(p.Addr()) {
			faults = append(faults, wrong(method, member, want, p))
			continue
		}
		texts = append(texts, p.String())
	}
	return count, texts, faults
}
