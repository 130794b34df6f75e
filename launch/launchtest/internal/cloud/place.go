package cloud

import (
	"fmt"
	"net/netip"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// A placing is where a launch goes: the zone, how many instances, and the subnet
// of each network interface.
type placing struct {
	zone    Zone
	count   int
	subnets []*subnet
}

// zoneOf returns the zone that a request names, by itself or by a subnet, and
// false when the choice is EC2's.
func (g *Region) zoneOf(in *ec2.RunInstancesInput) (Zone, bool, error) {
	var named Zone
	if p := in.Placement; p != nil {
		if name, id := value(p.AvailabilityZone), value(p.AvailabilityZoneId); name+id != "" {
			z, err := g.findZone(name, id)
			if err != nil {
				return Zone{}, false, err
			}
			named = z
		}
	}
	for _, spec := range specifications(in) {
		z := Zone{}
		if n := g.interfaces.byID[value(spec.NetworkInterfaceId)]; n != nil {
			z = n.subnet.zone
		} else if id := value(spec.SubnetId); id != "" {
			z = g.zones[0]
			if s := g.subnets.byID[id]; s != nil {
				z = s.zone
			} else if named != (Zone{}) && !g.Strict {
				z = named
			}
		}
		switch {
		case z == Zone{}:
		case named == Zone{}:
			named = z
		case named != z:
			return Zone{}, false, wire.Refuse("InvalidParameterValue", "The subnet '%s' lies in %s, while the request is for %s",
				wire.Clip(value(spec.SubnetId)), z.Name, named.Name)
		}
	}
	return named, named != Zone{}, nil
}

// place chooses the zone and the number of instances for a request. One that
// names no zone goes to the first, or with SpillOver to the first with room for
// all, else the one with most room.
func (g *Region) place(in *ec2.RunInstancesInput) (placing, error) {
	z, named, err := g.zoneOf(in)
	if err != nil {
		return placing{}, err
	}
	candidates := []Zone{z}
	if !named {
		candidates = g.zones[:1]
		if g.SpillOver {
			candidates = g.zones[:len(g.zones)-len(g.MoreZones)]
		}
	}
	least, most := int(*in.MinCount), int(*in.MaxCount)
	p := placing{zone: candidates[0]}
	for _, z := range candidates {
		if room := min(g.room(z), most); room > p.count {
			p.zone, p.count = z, room
		}
	}
	if p.count < least {
		return placing{}, insufficientCapacity(in, p.zone)
	}
	if g.Strict && !g.offered(orElse(in.InstanceType, types.InstanceTypeM1Small), p.zone) {
		return placing{}, wire.Refuse("Unsupported", "Your requested instance type (%s) is not supported in your requested Availability Zone (%s).",
			wire.Clip(string(in.InstanceType)), p.zone.Name)
	}
	return g.fit(in, p, least)
}

// room returns how many more instances a zone takes.
func (g *Region) room(z Zone) int {
	capacity, limited := g.Capacity[z.Name]
	if !limited {
		return maxLaunch - g.held[z]
	}
	return capacity - g.alive[z] - g.held[z]
}

// fit finds the subnets of a launch and lowers its count to the addresses that
// they have left.
func (g *Region) fit(in *ec2.RunInstancesInput, p placing, least int) (placing, error) {
	needs := map[*subnet]int{} // IPv4 addresses
	taken := map[string]bool{}
	for _, spec := range specifications(in) {
		s, err := g.subnetOf(spec, p)
		if err != nil {
			return placing{}, err
		}
		p.subnets = append(p.subnets, s)
		if id := value(spec.NetworkInterfaceId); id != "" {
			if n := g.interfaces.byID[id]; taken[id] || n != nil && n.instance != nil {
				return placing{}, wire.Refuse("InvalidNetworkInterface.InUse", "Interface: [%s] in use.", wire.Clip(id))
			}
			if p.count > 1 {
				return placing{}, single("NetworkInterfaceId")
			}
			taken[id] = true
		}
		if !g.addressed(spec) {
			continue
		}
		primary, explicit, err := explicitIPv4(spec)
		if err != nil {
			return placing{}, err
		}
		if primary.IsValid() {
			explicit = append(explicit, primary)
		} else {
			needs[s]++
		}
		needs[s] += counted(spec.SecondaryPrivateIpAddressCount)
		v6, err := explicitIPv6(spec)
		if err != nil {
			return placing{}, err
		}
		if len(s.Ipv6CidrBlockAssociationSet) == 0 && len(v6)+counted(spec.Ipv6AddressCount)+counted(spec.Ipv6PrefixCount) > 0 {
			return placing{}, wire.Refuse("InvalidParameterValue", "The subnet '%s' has no IPv6 block to assign addresses from", wire.Clip(*s.SubnetId))
		}
		for _, a := range append(explicit, v6...) {
			if s.v4.block.Contains(a) {
				needs[s]++
			}
			if err := g.usable(a, s, p.count, taken); err != nil {
				return placing{}, err
			}
		}
	}
	for s, n := range needs {
		if n > 0 {
			p.count = min(p.count, s.v4.free()/n)
		}
		if p.count < least {
			return placing{}, wire.Refuse("InsufficientFreeAddressesInSubnet",
				"There are not enough free addresses in subnet '%s' to satisfy the requested number of instances.", wire.Clip(*s.SubnetId))
		}
	}
	if err := bearable(in, p.count); err != nil {
		return placing{}, err
	}
	if p.count = g.withPrefixes(in, p); p.count < least {
		return placing{}, wire.Refuse("InsufficientCidrBlocks",
			"The specified subnet does not have enough free CIDR blocks to satisfy the request.")
	}
	return p, nil
}

// withPrefixes returns how many instances of a placing find the prefixes that
// their request counts, by a trial: addresses break up what could be prefixes.
func (g *Region) withPrefixes(in *ec2.RunInstancesInput, p placing) int {
	specs := specifications(in)
	if !slices.ContainsFunc(specs, func(spec types.InstanceNetworkInterfaceSpecification) bool {
		return counted(spec.Ipv4PrefixCount)+counted(spec.Ipv6PrefixCount) > 0
	}) {
		return p.count
	}
	v4, v6 := map[*subnet]*pool{}, map[*subnet]*pool{}
	for _, s := range p.subnets {
		v4[s], v6[s] = s.v4.clone(), s.v6.clone()
	}
	for n := range p.count {
		for k, spec := range specs {
			if s := p.subnets[k]; g.addressed(spec) {
				claim(spec, v4[s], v6[s])
			}
		}
		for k, spec := range specs {
			if s := p.subnets[k]; g.addressed(spec) && !new(networkInterface).assign(spec, v4[s], v6[s]) {
				return n
			}
		}
	}
	return p.count
}

// subnetOf returns the subnet that a network interface is in or will be in.
func (g *Region) subnetOf(spec types.InstanceNetworkInterfaceSpecification, p placing) (*subnet, error) {
	if n := g.interfaces.byID[value(spec.NetworkInterfaceId)]; n != nil {
		return n.subnet, nil
	}
	id := value(spec.SubnetId)
	if id == "" {
		if len(p.subnets) > 0 {
			return p.subnets[0], nil
		}
		return g.defaultSubnet(p.zone)
	}
	if s := g.subnets.byID[id]; s != nil || g.Strict {
		return g.subnets.find(id)
	}
	return g.addSubnet(types.Subnet{SubnetId: &id, AvailabilityZone: &p.zone.Name})
}

// usable refuses an address that a request names and cannot have.
func (g *Region) usable(a netip.Addr, s *subnet, count int, taken map[string]bool) error {
	of := &s.v4
	if a.Is6() {
		of = &s.v6
	}
	key := fmt.Sprint(*s.SubnetId, " ", a)
	switch {
	case g.Strict && !of.block.Contains(a):
		return wire.Refuse("InvalidParameterValue", "Address %s does not fall within the subnet's address range", a)
	case count > 1:
		return single("PrivateIpAddress or Ipv6Addresses")
	case of.taken(a) || taken[key]:
		return wire.Refuse("InvalidIPAddress.InUse", "Address %s is in use.", a)
	}
	taken[key] = true
	return nil
}

// single is the refusal of a request that names for several instances what only
// one can have.
func single(parameter string) error {
	return wire.Refuse("InvalidParameterCombination", "%s must not be given for more than one instance", parameter)
}

// explicitIPv6 returns the IPv6 addresses that a specification names.
func explicitIPv6(spec types.InstanceNetworkInterfaceSpecification) ([]netip.Addr, error) {
	var addresses []netip.Addr
	for _, a := range spec.Ipv6Addresses {
		if value(a.Ipv6Address) == "" {
			continue
		}
		parsed, err := netip.ParseAddr(*a.Ipv6Address)
		if err != nil || !parsed.Is6() || parsed.Zone() != "" {
			return nil, wire.Refuse("InvalidParameterValue", "Value (%s) for parameter ipv6Address is invalid. Invalid IPv6 address", wire.Clip(*a.Ipv6Address))
		}
		addresses = append(addresses, parsed)
	}
	return addresses, nil
}
