package launchtest

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// vpcID is the VPC that all subnets lie in.
const vpcID = "vpc-00000000000000001"

// interfaces returns the network interfaces that a request describes. One that describes none gets its primary
// interface from the top-level parameters.
func interfaces(in *ec2.RunInstancesInput) []types.InstanceNetworkInterfaceSpecification {
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

// attach gives an instance its network interfaces. The primary one lends the instance its addresses, its subnet and its
// groups.
func (g *region) attach(i *instance, specs []types.InstanceNetworkInterfaceSpecification, z zone) {
	for _, spec := range specs {
		i.Interfaces = append(i.Interfaces, g.newInterface(spec, z))
	}
	primary := slices.IndexFunc(i.Interfaces, func(ni interfaceXML) bool {
		return ni.Attachment.DeviceIndex == 0 && ni.Attachment.NetworkCardIndex == 0
	})
	if primary < 0 {
		return
	}
	ni := i.Interfaces[primary]
	i.SubnetID, i.VPCID, i.Groups = ni.SubnetID, ni.VPCID, ni.Groups
	if ni.PrivateIP != "" {
		i.PrivateIP = ni.PrivateIP
		i.PrivateDNSName = privateDNSName(ni.PrivateIP)
	}
	if ni.Association != nil {
		i.PublicIP = ni.Association.PublicIP
	}
	if len(ni.IPv6s) > 0 {
		i.IPv6 = ni.IPv6s[0].Address
	}
}

// newInterface makes a network interface, or attaches the one that the request names.
func (g *region) newInterface(spec types.InstanceNetworkInterfaceSpecification, z zone) interfaceXML {
	ni := interfaceXML{
		ID:          aws.ToString(spec.NetworkInterfaceId),
		Type:        aws.ToString(spec.InterfaceType),
		Description: aws.ToString(spec.Description),
		SubnetID:    aws.ToString(spec.SubnetId),
		VPCID:       vpcID,
	}
	existing := ni.ID != ""
	if !existing {
		ni.ID = g.newID("eni")
	}
	if ni.Type == "" {
		ni.Type = "interface"
	}
	if ni.SubnetID == "" {
		ni.SubnetID = defaultSubnet(z)
	}
	for _, group := range spec.Groups {
		ni.Groups = append(ni.Groups, groupXML{ID: group})
	}
	ni.Attachment = attachmentXML{
		ID:                  g.newID("eni-attach"),
		DeviceIndex:         aws.ToInt32(spec.DeviceIndex),
		NetworkCardIndex:    aws.ToInt32(spec.NetworkCardIndex),
		DeleteOnTermination: !existing,
		Status:              types.AttachmentStatusAttaching,
	}
	if spec.DeleteOnTermination != nil {
		ni.Attachment.DeleteOnTermination = *spec.DeleteOnTermination
	}
	if ni.Type != "efa-only" { // Such an interface has no IP addresses.
		g.address(&ni, spec)
	}
	return ni
}

// address gives a network interface the addresses that the request lists and as many new ones as it counts.
func (g *region) address(ni *interfaceXML, spec types.InstanceNetworkInterfaceSpecification) {
	ni.PrivateIP = aws.ToString(spec.PrivateIpAddress)
	for _, a := range spec.PrivateIpAddresses {
		if aws.ToBool(a.Primary) {
			ni.PrivateIP = aws.ToString(a.PrivateIpAddress)
		}
	}
	if ni.PrivateIP == "" {
		ni.PrivateIP = g.newIPv4()
	}
	ni.PrivateIPs = []addressXML{{ni.PrivateIP, true}}
	for _, a := range spec.PrivateIpAddresses {
		if !aws.ToBool(a.Primary) {
			ni.PrivateIPs = append(ni.PrivateIPs, addressXML{aws.ToString(a.PrivateIpAddress), false})
		}
	}
	for range min(aws.ToInt32(spec.SecondaryPrivateIpAddressCount), maxAddresses) {
		ni.PrivateIPs = append(ni.PrivateIPs, addressXML{g.newIPv4(), false})
	}

	for _, a := range spec.Ipv6Addresses {
		ni.IPv6s = append(ni.IPv6s, ipv6XML{aws.ToString(a.Ipv6Address), false})
	}
	for range min(aws.ToInt32(spec.Ipv6AddressCount), maxAddresses) {
		ni.IPv6s = append(ni.IPv6s, ipv6XML{g.newIPv6(), false})
	}
	if len(ni.IPv6s) > 0 {
		ni.IPv6s[0].Primary = aws.ToBool(spec.PrimaryIpv6)
	}

	if aws.ToBool(spec.AssociatePublicIpAddress) {
		ni.Association = &associationXML{g.newPublicIPv4()}
	}
}

// maxAddresses is the most addresses of a kind that the server makes up for one interface.
const maxAddresses = 1_000

// defaultSubnet returns the subnet that an instance joins when the request names none.
func defaultSubnet(z zone) string {
	return fmt.Sprintf("subnet-%017x", 1+slices.Index(zones(), z))
}
