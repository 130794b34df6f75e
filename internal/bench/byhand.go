package main

import (
	"encoding/base64"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/secret"
)

// byHand tests what the rules test of a rich request, as somebody would who
// writes the conditions down one after the other: no rules, no editions, no
// messages. It is the limit that the engine is measured against.
func byHand(in *ec2.RunInstancesInput) bool {
	info, known := instancetype.Lookup(in.InstanceType)
	return known &&
		in.MinCount != nil && in.MaxCount != nil && *in.MinCount >= 1 && *in.MaxCount >= 1 && *in.MinCount <= *in.MaxCount &&
		in.ImageId != nil && format.ID("ami", *in.ImageId) && in.SubnetId == nil && in.SecurityGroupIds == nil &&
		devices(in, info) && interfaces(in, info) && texts(in) && taken(in) && userData(in)
}

func devices(in *ec2.RunInstancesInput, info instancetype.Info) bool {
	for i := range in.BlockDeviceMappings {
		m := &in.BlockDeviceMappings[i]
		if m.DeviceName == nil || m.Ebs == nil || m.NoDevice != nil || m.VirtualName != nil {
			return false
		}
		disk := strings.TrimPrefix(*m.DeviceName, "/dev/")
		if !strings.HasPrefix(disk, "sd") && !strings.HasPrefix(disk, "xvd") || format.TrimLeft(disk, format.Lower) != "" {
			return false
		}
		for j := range i {
			if strings.TrimPrefix(*in.BlockDeviceMappings[j].DeviceName, "/dev/") == disk {
				return false
			}
		}
		ebs := m.Ebs
		size, iops := int64(0), int64(0)
		if ebs.VolumeSize != nil {
			size = int64(*ebs.VolumeSize)
		}
		if ebs.Iops != nil {
			iops = int64(*ebs.Iops)
		}
		for j := range i {
			other := strings.TrimPrefix(*in.BlockDeviceMappings[j].DeviceName, "/dev/")
			if other[len(other)-1] == disk[len(disk)-1] && strings.HasPrefix(other, "xvd") != strings.HasPrefix(disk, "xvd") {
				return false // sdf and xvdf are one device
			}
		}
		root := disk == "xvda" || disk == "sda1"
		switch ebs.VolumeType {
		case types.VolumeTypeGp3:
			if size < 1 || size > 65536 || iops < 3000 || iops > 80000 || iops > max(3000, 500*size) {
				return false
			}
			if ebs.Throughput != nil && (*ebs.Throughput < 125 || *ebs.Throughput > 2000 || int64(*ebs.Throughput)*4 > iops) {
				return false
			}
		case types.VolumeTypeIo2:
			if size < 4 || size > 65536 || iops < 100 || iops > 256000 || iops > 1000*size || ebs.Throughput != nil {
				return false
			}
			if iops > 64000 && info.Hypervisor() != types.InstanceTypeHypervisorNitro {
				return false
			}
		case types.VolumeTypeSt1, types.VolumeTypeSc1:
			if size < 125 || size > 16384 || ebs.Iops != nil || ebs.Throughput != nil || root {
				return false
			}
		default:
			return false
		}
		if ebs.SnapshotId != nil && !format.ID("snap", *ebs.SnapshotId) || ebs.OutpostArn != nil {
			return false
		}
		if ebs.KmsKeyId != nil {
			alias, ok := strings.CutPrefix(*ebs.KmsKeyId, "alias/")
			if ebs.Encrypted == nil || !*ebs.Encrypted || !ok || !format.MadeOf(alias, "/_-") {
				return false
			}
		}
	}
	if shared := info.AttachmentLimitKind(); shared == "shared" {
		most, ok := info.MaxEBSVolumes()
		return !ok || len(in.BlockDeviceMappings)+len(in.NetworkInterfaces) <= int(most)
	}
	most, ok := info.MaxEBSVolumes()
	return !ok || len(in.BlockDeviceMappings) <= int(most)
}

func interfaces(in *ec2.RunInstancesInput, info instancetype.Info) bool {
	most, ok := info.MaxNetworkInterfaces()
	if ok && len(in.NetworkInterfaces) > int(most) {
		return false
	}
	per4, _ := info.IPv4PerInterface()
	per6, _ := info.IPv6PerInterface()
	for i := range in.NetworkInterfaces {
		nic := &in.NetworkInterfaces[i]
		if nic.DeviceIndex == nil || *nic.DeviceIndex < 0 || nic.SubnetId == nil || !format.ID("subnet", *nic.SubnetId) {
			return false
		}
		for j := range i {
			if *in.NetworkInterfaces[j].DeviceIndex == *nic.DeviceIndex && in.NetworkInterfaces[j].NetworkCardIndex == nic.NetworkCardIndex {
				return false
			}
		}
		card := int32(0)
		if nic.NetworkCardIndex != nil {
			card = *nic.NetworkCardIndex
		}
		onCard := 0
		for j := range in.NetworkInterfaces {
			if other := in.NetworkInterfaces[j].NetworkCardIndex; other == nil && card == 0 || other != nil && *other == card {
				onCard++
			}
		}
		c, ok := info.NetworkCard(card)
		if seats, known := c.MaxInterfaces(); !ok || known && (onCard > int(seats) || *nic.DeviceIndex >= seats) {
			return false
		}
		if len(nic.Groups) > 16 {
			return false
		}
		for j, group := range nic.Groups {
			if !format.ID("sg", group) || slices.Contains(nic.Groups[:j], group) {
				return false
			}
		}
		if nic.InterfaceType != nil || nic.NetworkInterfaceId != nil || nic.EnaQueueCount != nil || nic.EnaSrdSpecification != nil {
			return false
		}
		if nic.Ipv6AddressCount != nil && (*nic.Ipv6AddressCount < 0 || *nic.Ipv6AddressCount > per6 || nic.Ipv6Addresses != nil) {
			return false
		}
		if n := nic.SecondaryPrivateIpAddressCount; n != nil && (*n < 0 || *n+1 > per4 || nic.PrivateIpAddresses != nil || nic.Ipv4PrefixCount != nil) {
			return false
		}
		if nic.Ipv6PrefixCount != nil && (*nic.Ipv6PrefixCount < 0 || nic.Ipv6AddressCount != nil || info.IPv6() == instancetype.No) {
			return false
		}
		if nic.Description != nil && !format.Text(*nic.Description) {
			return false
		}
	}
	return len(in.NetworkInterfaces) == 0 || *in.NetworkInterfaces[0].DeviceIndex == 0
}

func texts(in *ec2.RunInstancesInput) bool {
	token, key := *in.ClientToken, *in.KeyName
	profile := in.IamInstanceProfile
	return len(token) > 0 && len(token) <= 64 && format.Printable(token) &&
		len(key) <= 255 && format.ASCII(key) && format.Text(key) &&
		profile.Arn == nil && profile.Name != nil && len(*profile.Name) <= 128 && format.MadeOf(*profile.Name, "+=,.@_-") &&
		!strings.HasSuffix(key, ".pem") && key != ""
}

func taken(in *ec2.RunInstancesInput) bool {
	p := in.Placement
	if p.GroupName == nil || p.GroupId != nil || len(*p.GroupName) > 255 || !format.ASCII(*p.GroupName) ||
		p.PartitionNumber == nil || *p.PartitionNumber < 1 || *p.PartitionNumber > 7 || p.HostId != nil ||
		p.AvailabilityZone == nil || p.AvailabilityZoneId != nil || p.HostResourceGroupArn != nil {
		return false
	}
	zone := *p.AvailabilityZone
	region := strings.TrimRight(zone, "abcdefghijklmnopqrstuvwxyz")
	if len(zone)-len(region) != 1 || region == "" || !format.Digit(region[len(region)-1]) || strings.Count(region, "-") < 2 ||
		strings.TrimSpace(*p.GroupName) != *p.GroupName {
		return false
	}
	if info, _ := instancetype.Lookup(in.InstanceType); info.BareMetal() == instancetype.Yes || strings.HasPrefix(string(in.InstanceType), "mac") {
		return false // cores cannot be chosen, or a host is needed
	}
	dns := in.PrivateDnsNameOptions
	if dns.HostnameType != types.HostnameTypeResourceName || in.MetadataOptions.HttpTokens != types.HttpTokensStateRequired {
		return false
	}
	info, _ := instancetype.Lookup(in.InstanceType)
	if info.ValidCores(*in.CpuOptions.CoreCount) == instancetype.No || info.ValidThreadsPerCore(*in.CpuOptions.ThreadsPerCore) == instancetype.No {
		return false
	}
	for i := range in.TagSpecifications {
		s := &in.TagSpecifications[i]
		for j := range i {
			if in.TagSpecifications[j].ResourceType == s.ResourceType {
				return false
			}
		}
		switch s.ResourceType {
		case types.ResourceTypeInstance, types.ResourceTypeVolume:
		default:
			return false
		}
		if len(s.Tags) == 0 || len(s.Tags) > 50 {
			return false
		}
		for j := range s.Tags {
			key, value := *s.Tags[j].Key, *s.Tags[j].Value
			if key == "" || utf8.RuneCountInString(key) > 128 || utf8.RuneCountInString(value) > 256 || strings.HasPrefix(key, "aws:") ||
				!format.Text(key) || !format.Text(value) || secret.In([]byte(value)) != "" {
				return false
			}
			for k := range j {
				if *s.Tags[k].Key == key {
					return false
				}
			}
		}
	}
	return true
}

func userData(in *ec2.RunInstancesInput) bool {
	var buffer [16<<10 + 2]byte
	if len(*in.UserData) > base64.StdEncoding.EncodedLen(len(buffer)) {
		return false
	}
	n, err := base64.StdEncoding.Decode(buffer[:], []byte(*in.UserData))
	return err == nil && n <= 16<<10 && secret.In(buffer[:n]) == ""
}
