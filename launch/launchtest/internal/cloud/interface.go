package cloud

import (
	"fmt"
	"net/netip"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// A networkInterface is an elastic network interface. Its public address shows
// only while its instance is running.
type networkInterface struct {
	types.NetworkInterface
	subnet   *subnet
	instance *instance // nil while it is attached to none
	public   string    // the public address; empty for none
}

// specifications returns the network interfaces that a request describes. One
// that describes none gets its primary interface from the top-level parameters.
func specifications(in *ec2.RunInstancesInput) []types.InstanceNetworkInterfaceSpecification {
	if len(in.NetworkInterfaces) > 0 {
		return in.NetworkInterfaces
	}
	return []types.InstanceNetworkInterfaceSpecification{{
		SubnetId:         in.SubnetId,
		Groups:           in.SecurityGroupIds,
		PrivateIpAddress: in.PrivateIpAddress,
		Ipv6AddressCount: in.Ipv6AddressCount,
		Ipv6Addresses:    in.Ipv6Addresses,
		PrimaryIpv6:      in.EnablePrimaryIpv6,
	}}
}

// addInterface adds a network interface that is given and attached to nothing.
func (g *Region) addInterface(t types.NetworkInterface) error {
	if t.SubnetId == nil {
		return fmt.Errorf("network interface %s has no subnet", *t.NetworkInterfaceId)
	}
	s := g.subnets.byID[*t.SubnetId]
	if s == nil {
		return fmt.Errorf("network interface %s lies in subnet %s, which is not given", *t.NetworkInterfaceId, *t.SubnetId)
	}
	n := &networkInterface{NetworkInterface: t, subnet: s}
	if len(n.PrivateIpAddresses) == 0 {
		primary := s.v4.next
		if n.PrivateIpAddress != nil {
			given, err := netip.ParseAddr(*n.PrivateIpAddress)
			if err != nil {
				return fmt.Errorf("network interface %s: %w", *t.NetworkInterfaceId, err)
			}
			primary = func() netip.Addr { return given }
		}
		n.addIPv4(primary(), true)
	}
	for _, a := range n.PrivateIpAddresses {
		if parsed, err := netip.ParseAddr(value(a.PrivateIpAddress)); err == nil {
			s.v4.take(parsed)
		}
	}
	g.complete(n)
	g.interfaces.add(*t.NetworkInterfaceId, n)
	return nil
}

// complete fills what every network interface has.
func (g *Region) complete(n *networkInterface) {
	n.SubnetId, n.VpcId = n.subnet.SubnetId, n.subnet.VpcId
	n.AvailabilityZone, n.AvailabilityZoneId = &n.subnet.zone.Name, &n.subnet.zone.ID
	n.OwnerId = or(n.OwnerId, accountID)
	n.Description = or(n.Description, "")
	n.InterfaceType = orElse(n.InterfaceType, types.NetworkInterfaceTypeInterface)
	serial := g.next("mac")
	n.MacAddress = or(n.MacAddress, fmt.Sprintf("02:00:00:%02x:%02x:%02x", byte(serial>>16), byte(serial>>8), byte(serial)))
	n.RequesterManaged = or(n.RequesterManaged, false)
	n.SourceDestCheck = or(n.SourceDestCheck, true)
	n.Status = orElse(n.Status, types.NetworkInterfaceStatusAvailable)
	if n.Groups == nil {
		n.Groups = g.identify([]string{g.defaultGroupOf(value(n.VpcId))})
	}
	if n.Ipv6Addresses == nil {
		n.Ipv6Addresses = []types.NetworkInterfaceIpv6Address{}
	}
}

// attach makes the network interface that a request describes, or takes the one
// that it names, and attaches it to an instance.
func (g *Region) attach(i *instance, spec types.InstanceNetworkInterfaceSpecification, s *subnet, tags []types.Tag, now time.Time) {
	id := value(spec.NetworkInterfaceId)
	n := g.interfaces.byID[id]
	if n == nil {
		n = &networkInterface{subnet: s}
		n.NetworkInterfaceId = set(spec.NetworkInterfaceId)
		if n.NetworkInterfaceId == nil {
			n.NetworkInterfaceId = new(g.newID("eni"))
		}
		n.InterfaceType = types.NetworkInterfaceType(value(spec.InterfaceType))
		n.Description = spec.Description
		if spec.Groups != nil {
			n.Groups = g.identify(spec.Groups)
		}
		n.TagSet = tags
		if n.InterfaceType != "efa-only" { // Such an interface has no IP addresses.
			g.address(n, spec)
		}
		g.complete(n)
		g.interfaces.add(*n.NetworkInterfaceId, n)
	}
	n.instance = i
	n.Status = types.NetworkInterfaceStatusInUse
	n.Attachment = &types.NetworkInterfaceAttachment{
		AttachmentId:        new(g.newID("eni-attach")),
		AttachTime:          &now,
		InstanceId:          i.InstanceId,
		InstanceOwnerId:     new(accountID),
		DeviceIndex:         or(spec.DeviceIndex, 0),
		NetworkCardIndex:    or(spec.NetworkCardIndex, 0),
		DeleteOnTermination: or(spec.DeleteOnTermination, id == ""),
		EnaQueueCount:       spec.EnaQueueCount,
	}
	i.interfaces = append(i.interfaces, n)
}

// maxAddresses is the most addresses or prefixes of a kind that one interface gets
// by their number.
const maxAddresses = 1_000

// counted returns how many addresses or prefixes a request counts.
func counted(n *int32) int { return int(max(0, min(value(n), maxAddresses))) }

// address gives a network interface what the request lists and counts of
// addresses and prefixes. The request has been found to fit.
func (g *Region) address(n *networkInterface, spec types.InstanceNetworkInterfaceSpecification) {
	n.assign(spec, &n.subnet.v4, &n.subnet.v6)
	if len(n.Ipv6Addresses) > 0 {
		n.Ipv6Addresses[0].IsPrimaryIpv6 = or(spec.PrimaryIpv6, false)
	}
	if value(or(spec.AssociatePublicIpAddress, value(n.subnet.MapPublicIpOnLaunch))) {
		n.public = g.newPublicIPv4()
	}
}

// addressed reports whether a request describes a new interface with IP
// addresses: one that is there has its own, and an EFA-only one has none.
func (g *Region) addressed(spec types.InstanceNetworkInterfaceSpecification) bool {
	return g.interfaces.byID[value(spec.NetworkInterfaceId)] == nil && value(spec.InterfaceType) != "efa-only"
}

// claim takes the addresses that a request names for an interface, before any
// other is handed out.
func claim(spec types.InstanceNetworkInterfaceSpecification, v4, v6 *pool) {
	primary, secondary, _ := explicitIPv4(spec)
	if primary.IsValid() {
		v4.take(primary)
	}
	for _, a := range secondary {
		v4.take(a)
	}
	named, _ := explicitIPv6(spec)
	for _, a := range named {
		v6.take(a)
	}
}

// assign gives an interface the addresses that were claimed for it and takes
// from pools what else it gets: the prefixes that the request lists, and as many
// new addresses and prefixes as it counts. It reports whether there were enough
// prefixes.
func (n *networkInterface) assign(spec types.InstanceNetworkInterfaceSpecification, v4, v6 *pool) bool {
	primary, secondary, _ := explicitIPv4(spec)
	if !primary.IsValid() {
		primary = v4.next()
	}
	n.addIPv4(primary, true)
	for _, a := range secondary {
		n.addIPv4(a, false)
	}
	for range counted(spec.SecondaryPrivateIpAddressCount) {
		n.addIPv4(v4.next(), false)
	}
	named, _ := explicitIPv6(spec)
	for _, a := range named {
		n.addIPv6(a)
	}
	for range counted(spec.Ipv6AddressCount) {
		n.addIPv6(v6.next())
	}
	for _, p := range spec.Ipv4Prefixes {
		n.Ipv4Prefixes = append(n.Ipv4Prefixes, types.Ipv4PrefixSpecification{Ipv4Prefix: p.Ipv4Prefix})
		if prefix, err := netip.ParsePrefix(value(p.Ipv4Prefix)); err == nil {
			v4.takePrefix(prefix)
		}
	}
	for _, p := range spec.Ipv6Prefixes {
		n.Ipv6Prefixes = append(n.Ipv6Prefixes, types.Ipv6PrefixSpecification{Ipv6Prefix: p.Ipv6Prefix})
		if prefix, err := netip.ParsePrefix(value(p.Ipv6Prefix)); err == nil {
			v6.takePrefix(prefix)
		}
	}
	for range counted(spec.Ipv4PrefixCount) {
		prefix, ok := v4.nextPrefix()
		if !ok {
			return false
		}
		n.Ipv4Prefixes = append(n.Ipv4Prefixes, types.Ipv4PrefixSpecification{Ipv4Prefix: new(prefix.String())})
	}
	for range counted(spec.Ipv6PrefixCount) {
		prefix, ok := v6.nextPrefix()
		if !ok {
			return false
		}
		n.Ipv6Prefixes = append(n.Ipv6Prefixes, types.Ipv6PrefixSpecification{Ipv6Prefix: new(prefix.String())})
	}
	return true
}

func (n *networkInterface) addIPv4(a netip.Addr, primary bool) {
	if primary {
		n.PrivateIpAddress = new(a.String())
	}
	n.PrivateIpAddresses = append(n.PrivateIpAddresses, types.NetworkInterfacePrivateIpAddress{PrivateIpAddress: new(a.String()), Primary: &primary})
}

func (n *networkInterface) addIPv6(a netip.Addr) {
	if n.Ipv6Address == nil {
		n.Ipv6Address = new(a.String())
	}
	n.Ipv6Addresses = append(n.Ipv6Addresses, types.NetworkInterfaceIpv6Address{Ipv6Address: new(a.String()), IsPrimaryIpv6: new(false)})
}

// detach takes a network interface from its instance: it is deleted, or becomes
// available again.
func (g *Region) detach(n *networkInterface) {
	deleted := value(n.Attachment.DeleteOnTermination)
	n.instance, n.Attachment, n.public = nil, nil, ""
	n.Status = types.NetworkInterfaceStatusAvailable
	if !deleted {
		return
	}
	for _, a := range n.PrivateIpAddresses {
		if parsed, err := netip.ParseAddr(value(a.PrivateIpAddress)); err == nil {
			n.subnet.v4.release(parsed)
		}
	}
	for _, a := range n.Ipv6Addresses {
		if parsed, err := netip.ParseAddr(value(a.Ipv6Address)); err == nil {
			n.subnet.v6.release(parsed)
		}
	}
	for _, p := range n.Ipv4Prefixes {
		if prefix, err := netip.ParsePrefix(value(p.Ipv4Prefix)); err == nil {
			n.subnet.v4.releasePrefix(prefix)
		}
	}
	for _, p := range n.Ipv6Prefixes {
		if prefix, err := netip.ParsePrefix(value(p.Ipv6Prefix)); err == nil {
			n.subnet.v6.releasePrefix(prefix)
		}
	}
	g.interfaces.remove(*n.NetworkInterfaceId)
}

// newPublicIPv4 returns the next address of 198.18.0.0/15, a range that nobody routes.
func (g *Region) newPublicIPv4() string {
	n := g.next("public IPv4")
	return netip.AddrFrom4([4]byte{198, 18 + byte(n>>16)&1, byte(n >> 8), byte(n)}).String()
}

// privateDNSName returns the name that EC2 gives a private IPv4 address.
func (g *Region) privateDNSName(address string) string {
	domain := g.Settings.Region + ".compute.internal"
	if g.Settings.Region == "us-east-1" {
		domain = "ec2.internal"
	}
	return "ip-" + strings.ReplaceAll(address, ".", "-") + "." + domain
}

// publicDNSName returns the name that EC2 gives a public IPv4 address.
func (g *Region) publicDNSName(address string) string {
	domain := g.Settings.Region + ".compute.amazonaws.com"
	if g.Settings.Region == "us-east-1" {
		domain = "compute-1.amazonaws.com"
	}
	return "ec2-" + strings.ReplaceAll(address, ".", "-") + "." + domain
}

// view returns the interface as EC2 would describe it now.
func (g *Region) viewInterface(n *networkInterface) types.NetworkInterface {
	v := n.NetworkInterface
	state := types.InstanceStateNameRunning
	if n.instance != nil {
		state = g.state(n.instance)
		a := *n.Attachment
		a.Status = attachmentStatus(state)
		v.Attachment = &a
	}
	if v.PrivateIpAddress != nil {
		v.PrivateDnsName = new(g.privateDNSName(*v.PrivateIpAddress))
	}
	if n.public != "" && n.instance != nil && state == types.InstanceStateNameRunning {
		v.Association = &types.NetworkInterfaceAssociation{
			IpOwnerId: new("amazon"), PublicDnsName: new(g.publicDNSName(n.public)), PublicIp: new(n.public),
		}
	}
	addresses := make([]types.NetworkInterfacePrivateIpAddress, len(v.PrivateIpAddresses))
	for k, a := range v.PrivateIpAddresses {
		a.PrivateDnsName = new(g.privateDNSName(value(a.PrivateIpAddress)))
		if value(a.Primary) {
			a.Association = v.Association
		}
		addresses[k] = a
	}
	v.PrivateIpAddresses = addresses
	return v
}

// attachmentStatus returns how far the things of an instance in that state are
// attached.
func attachmentStatus(state types.InstanceStateName) types.AttachmentStatus {
	switch state {
	case types.InstanceStateNamePending:
		return types.AttachmentStatusAttaching
	case types.InstanceStateNameShuttingDown:
		return types.AttachmentStatusDetaching
	}
	return types.AttachmentStatusAttached
}

// ofInstance returns what an instance says of a network interface.
func ofInstance(n types.NetworkInterface) types.InstanceNetworkInterface {
	association := func(a *types.NetworkInterfaceAssociation) *types.InstanceNetworkInterfaceAssociation {
		if a == nil {
			return nil
		}
		return &types.InstanceNetworkInterfaceAssociation{IpOwnerId: a.IpOwnerId, PublicDnsName: a.PublicDnsName, PublicIp: a.PublicIp}
	}
	v := types.InstanceNetworkInterface{
		Association:        association(n.Association),
		Description:        n.Description,
		Groups:             n.Groups,
		InterfaceType:      new(string(n.InterfaceType)),
		Ipv6Addresses:      []types.InstanceIpv6Address{},
		MacAddress:         n.MacAddress,
		NetworkInterfaceId: n.NetworkInterfaceId,
		OwnerId:            n.OwnerId,
		PrivateDnsName:     n.PrivateDnsName,
		PrivateIpAddress:   n.PrivateIpAddress,
		PrivateIpAddresses: []types.InstancePrivateIpAddress{},
		SourceDestCheck:    n.SourceDestCheck,
		Status:             n.Status,
		SubnetId:           n.SubnetId,
		VpcId:              n.VpcId,
		Attachment: &types.InstanceNetworkInterfaceAttachment{
			AttachTime:          n.Attachment.AttachTime,
			AttachmentId:        n.Attachment.AttachmentId,
			DeleteOnTermination: n.Attachment.DeleteOnTermination,
			DeviceIndex:         n.Attachment.DeviceIndex,
			EnaQueueCount:       n.Attachment.EnaQueueCount,
			NetworkCardIndex:    n.Attachment.NetworkCardIndex,
			Status:              n.Attachment.Status,
		},
	}
	for _, a := range n.PrivateIpAddresses {
		v.PrivateIpAddresses = append(v.PrivateIpAddresses, types.InstancePrivateIpAddress{
			Association: association(a.Association), Primary: a.Primary, PrivateDnsName: a.PrivateDnsName, PrivateIpAddress: a.PrivateIpAddress,
		})
	}
	for _, a := range n.Ipv6Addresses {
		v.Ipv6Addresses = append(v.Ipv6Addresses, types.InstanceIpv6Address{Ipv6Address: a.Ipv6Address, IsPrimaryIpv6: a.IsPrimaryIpv6})
	}
	for _, p := range n.Ipv4Prefixes {
		v.Ipv4Prefixes = append(v.Ipv4Prefixes, types.InstanceIpv4Prefix{Ipv4Prefix: p.Ipv4Prefix})
	}
	for _, p := range n.Ipv6Prefixes {
		v.Ipv6Prefixes = append(v.Ipv6Prefixes, types.InstanceIpv6Prefix{Ipv6Prefix: p.Ipv6Prefix})
	}
	return v
}

// describeNetworkInterfaces serves DescribeNetworkInterfaces.
func (g *Region) describeNetworkInterfaces(in *ec2.DescribeNetworkInterfacesInput) (*ec2.DescribeNetworkInterfacesOutput, error) {
	found, next, err := list(g, &g.interfaces, query{
		action: "DescribeNetworkInterfaces", ids: in.NetworkInterfaceIds, filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, look: true,
	}, func(_ string, n *networkInterface) (types.NetworkInterface, bool) {
		return g.viewInterface(n), n.instance == nil || g.visible(n.instance)
	})
	return &ec2.DescribeNetworkInterfacesOutput{NetworkInterfaces: found, NextToken: next}, err
}

// explicitIPv4 returns the IPv4 addresses that a specification names. The
// primary one is invalid if it names none.
func explicitIPv4(spec types.InstanceNetworkInterfaceSpecification) (primary netip.Addr, secondary []netip.Addr, err error) {
	parse := func(a *string) (netip.Addr, error) {
		parsed, err := netip.ParseAddr(value(a))
		if err != nil || !parsed.Is4() {
			return netip.Addr{}, wire.Refuse("InvalidParameterValue", "Value (%s) for parameter address is invalid. Invalid IPv4 address", wire.Clip(value(a)))
		}
		return parsed, nil
	}
	if value(spec.PrivateIpAddress) != "" {
		if primary, err = parse(spec.PrivateIpAddress); err != nil {
			return primary, nil, err
		}
	}
	for _, a := range spec.PrivateIpAddresses {
		if value(a.PrivateIpAddress) == "" {
			continue
		}
		parsed, err := parse(a.PrivateIpAddress)
		if err != nil {
			return primary, nil, err
		}
		if value(a.Primary) {
			primary = parsed
		} else {
			secondary = append(secondary, parsed)
		}
	}
	return primary, secondary, nil
}
