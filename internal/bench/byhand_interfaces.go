package main

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/format"
)

func interfaces(in *ec2.RunInstancesInput, info instancetype.Info) bool {
	nics := in.NetworkInterfaces
	if len(nics) == 0 {
		return true
	}
	if most, ok := info.MaxNetworkInterfaces(); ok && len(nics) > int(most) {
		return false
	}
	card, _ := info.NetworkCard(0)
	seats, bounded := card.MaxInterfaces()
	if bounded && len(nics) > int(seats) {
		return false
	}
	primary := false
	for i := range nics {
		index := nics[i].DeviceIndex
		if index == nil || *index < 0 || bounded && *index >= seats {
			return false
		}
		primary = primary || *index == 0
		for j := range i {
			if *nics[j].DeviceIndex == *index {
				return false
			}
		}
		if !addresses(&nics[i], info) || !groups(nics[i].Groups) {
			return false
		}
		if subnet := nics[i].SubnetId; subnet != nil && !format.ID("subnet", *subnet) {
			return false
		}
		if text := nics[i].Description; text != nil && !format.Text(*text) {
			return false
		}
	}
	return primary
}

func groups(ids []string) bool {
	if len(ids) > 16 {
		return false
	}
	for i, id := range ids {
		if !format.ID("sg", id) || slices.Contains(ids[:i], id) {
			return false
		}
	}
	return true
}

func addresses(nic *types.InstanceNetworkInterfaceSpecification, info instancetype.Info) bool {
	if n := nic.SecondaryPrivateIpAddressCount; n != nil {
		if most, ok := info.IPv4PerInterface(); *n <= 0 || ok && 1+*n > most {
			return false
		}
	}
	count, prefixes := nic.Ipv6AddressCount, nic.Ipv6PrefixCount
	most, bounded := info.IPv6PerInterface()
	if count != nil {
		if *count < 0 || bounded && most > 0 && *count > most || *count > 0 && info.IPv6() == instancetype.No {
			return false
		}
	}
	if prefixes != nil {
		if *prefixes < 0 || bounded && *prefixes > most || *prefixes > 0 && info.Nitro() == instancetype.No ||
			*prefixes > 0 && count != nil && *count > 0 {
			return false
		}
	}
	return true
}
