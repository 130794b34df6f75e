package cloud

import (
	"fmt"
	"maps"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// founded is when everything was made that was there before the first request.
var founded = time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)

// The defaults of an account: a default VPC with a subnet in each zone and a
// default security group, and two images of Amazon's.
const (
	defaultVPC   = "vpc-00000000000000001"
	defaultGroup = "sg-00000000000000001"
	amazonID     = "111122223333"
)

// furnish makes what the account has before the first request.
func (g *Region) furnish() error {
	if !g.Resources.NoDefaultVPC {
		g.addVPC(types.Vpc{VpcId: new(defaultVPC), IsDefault: new(true)})
		g.last["vpc"], g.last["sg"] = 1, 1
		for _, z := range g.zones[:len(g.zones)-len(g.MoreZones)] {
			if _, err := g.addSubnet(types.Subnet{SubnetId: new(g.newID("subnet")), AvailabilityZone: &z.Name, DefaultForAz: new(true), MapPublicIpOnLaunch: new(true)}); err != nil {
				return err
			}
		}
		g.addGroup(types.SecurityGroup{GroupId: new(defaultGroup), GroupName: new("default"), Description: new("default VPC security group")})
	}
	for i, architecture := range []types.ArchitectureValues{types.ArchitectureValuesX8664, types.ArchitectureValuesArm64} {
		g.addImage(types.Image{
			ImageId:         new(fmt.Sprintf("ami-%017x", i+1)),
			Name:            new("al2023-ami-2023.0.20260101.0-kernel-6.1-" + string(architecture)),
			Description:     new("Amazon Linux 2023 AMI"),
			Architecture:    architecture,
			OwnerId:         new(amazonID),
			ImageOwnerAlias: new("amazon"),
			Public:          new(true),
			BootMode:        types.BootModeValuesUefiPreferred,
			ImdsSupport:     types.ImdsSupportValuesV20,
		})
	}
	if err := g.furnishGiven(); err != nil {
		return err
	}
	if !g.Strict {
		g.imagine()
	}
	return nil
}

// furnishGiven adds what the options give the account.
func (g *Region) furnishGiven() error {
	r := g.Resources
	for _, t := range r.VPCs {
		g.addVPC(t)
	}
	for _, t := range r.Subnets {
		if _, err := g.addSubnet(t); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(g.Settings.Subnets)) {
		if _, err := g.addSubnet(types.Subnet{SubnetId: &id, AvailabilityZone: new(g.Settings.Subnets[id])}); err != nil {
			return err
		}
	}
	for _, t := range r.SecurityGroups {
		g.addGroup(t)
	}
	for _, t := range r.Images {
		g.addImage(t)
	}
	for _, t := range r.KeyPairs {
		g.addKeyPair(t)
	}
	for _, t := range r.PlacementGroups {
		g.addPlacementGroup(t)
	}
	for _, t := range r.Snapshots {
		g.addSnapshot(t)
	}
	for _, t := range r.CapacityReservations {
		g.addReservation(t)
	}
	for _, t := range r.Hosts {
		t.State = orElse(t.State, types.AllocationStateAvailable)
		t.OwnerId = or(t.OwnerId, accountID)
		g.hosts.add(*t.HostId, &t)
	}
	for _, t := range r.NetworkInterfaces {
		if err := g.addInterface(t); err != nil {
			return err
		}
	}
	for _, t := range r.Subnets {
		if t.AvailableIpAddressCount == nil {
			continue
		}
		if err := g.subnets.byID[*t.SubnetId].leave(int(*t.AvailableIpAddressCount)); err != nil {
			return err
		}
	}
	return nil
}

// imagine lets what a request names come into being, as the defaults of its kind.
func (g *Region) imagine() {
	g.vpcs.imagine = func(id string) *types.Vpc { return g.newVPC(types.Vpc{VpcId: &id}) }
	g.subnets.imagine = func(id string) *subnet {
		s, _ := g.newSubnet(types.Subnet{SubnetId: &id}) // It fails for what is given only.
		return s
	}
	g.secondaries.imagine = func(id string) *types.SecondarySubnet {
		return &types.SecondarySubnet{
			SecondarySubnetId: &id, SecondarySubnetArn: g.arn("secondary-subnet", id), OwnerId: new(accountID),
			State: types.SecondarySubnetStateCreateComplete,
		}
	}
	g.groups.imagine = func(id string) *types.SecurityGroup {
		return g.newGroup(types.SecurityGroup{GroupId: &id, GroupName: &id})
	}
	g.images.imagine = func(id string) *types.Image { return g.newImage(types.Image{ImageId: &id}) }
	g.keyPairs.imagine = func(name string) *types.KeyPairInfo { return g.newKeyPair(types.KeyPairInfo{KeyName: &name}) }
	g.placementGroups.imagine = func(name string) *types.PlacementGroup {
		return g.newPlacementGroup(types.PlacementGroup{GroupName: &name})
	}
	g.snapshots.imagine = func(id string) *types.Snapshot { return g.newSnapshot(types.Snapshot{SnapshotId: &id}) }
	g.reservations.imagine = func(id string) *types.CapacityReservation {
		return g.newReservation(types.CapacityReservation{CapacityReservationId: &id})
	}
}

func (g *Region) addVPC(t types.Vpc)             { g.vpcs.add(*t.VpcId, g.newVPC(t)) }
func (g *Region) addGroup(t types.SecurityGroup) { g.groups.add(*t.GroupId, g.newGroup(t)) }
func (g *Region) addImage(t types.Image)         { g.images.add(*t.ImageId, g.newImage(t)) }
func (g *Region) addKeyPair(t types.KeyPairInfo) { g.keyPairs.add(*t.KeyName, g.newKeyPair(t)) }
func (g *Region) addSnapshot(t types.Snapshot)   { g.snapshots.add(*t.SnapshotId, g.newSnapshot(t)) }
func (g *Region) addPlacementGroup(t types.PlacementGroup) {
	g.placementGroups.add(*t.GroupName, g.newPlacementGroup(t))
}
func (g *Region) addReservation(t types.CapacityReservation) {
	g.reservations.add(*t.CapacityReservationId, g.newReservation(t))
}

func (g *Region) newVPC(t types.Vpc) *types.Vpc {
	t.OwnerId = or(t.OwnerId, accountID)
	t.CidrBlock = or(t.CidrBlock, "10.0.0.0/16")
	t.State = orElse(t.State, types.VpcStateAvailable)
	t.InstanceTenancy = orElse(t.InstanceTenancy, types.TenancyDefault)
	t.IsDefault = or(t.IsDefault, false)
	if t.Ipv6CidrBlockAssociationSet == nil {
		t.Ipv6CidrBlockAssociationSet = []types.VpcIpv6CidrBlockAssociation{{
			AssociationId:      new("vpc-cidr-assoc-" + strings.Repeat("0", 16) + "1"),
			Ipv6CidrBlock:      new("2001:db8::/56"),
			Ipv6CidrBlockState: &types.VpcCidrBlockState{State: types.VpcCidrBlockStateCodeAssociated},
		}}
	}
	t.DhcpOptionsId = or(t.DhcpOptionsId, "dopt-00000000000000001")
	return &t
}

func (g *Region) newGroup(t types.SecurityGroup) *types.SecurityGroup {
	t.OwnerId = or(t.OwnerId, accountID)
	t.VpcId = or(t.VpcId, defaultVPC)
	t.GroupName = or(t.GroupName, *t.GroupId)
	t.Description = or(t.Description, *t.GroupName)
	t.SecurityGroupArn = or(t.SecurityGroupArn, *g.arn("security-group", *t.GroupId))
	if t.IpPermissions == nil {
		t.IpPermissions = []types.IpPermission{}
	}
	if t.IpPermissionsEgress == nil {
		t.IpPermissionsEgress = []types.IpPermission{{IpProtocol: new("-1"), IpRanges: []types.IpRange{{CidrIp: new("0.0.0.0/0")}}}}
	}
	return &t
}

func (g *Region) newImage(t types.Image) *types.Image {
	t.Architecture = orElse(t.Architecture, types.ArchitectureValuesX8664)
	t.CreationDate = or(t.CreationDate, founded.Format("2006-01-02T15:04:05.000Z"))
	t.EnaSupport = or(t.EnaSupport, true)
	t.Hypervisor = orElse(t.Hypervisor, types.HypervisorTypeXen)
	t.ImageType = orElse(t.ImageType, types.ImageTypeValuesMachine)
	t.Name = or(t.Name, *t.ImageId)
	t.ImageLocation = or(t.ImageLocation, value(t.OwnerId)+"/"+*t.Name)
	t.OwnerId = or(t.OwnerId, accountID)
	t.PlatformDetails = or(t.PlatformDetails, "Linux/UNIX")
	t.Public = or(t.Public, false)
	t.RootDeviceType = orElse(t.RootDeviceType, types.DeviceTypeEbs)
	t.RootDeviceName = or(t.RootDeviceName, "/dev/xvda")
	t.State = orElse(t.State, types.ImageStateAvailable)
	t.UsageOperation = or(t.UsageOperation, "RunInstances")
	t.VirtualizationType = orElse(t.VirtualizationType, types.VirtualizationTypeHvm)
	if t.BlockDeviceMappings == nil && t.RootDeviceType == types.DeviceTypeEbs {
		snapshot := g.newID("snap")
		g.addSnapshot(types.Snapshot{SnapshotId: &snapshot, OwnerId: t.OwnerId})
		t.BlockDeviceMappings = []types.BlockDeviceMapping{{
			DeviceName: t.RootDeviceName,
			Ebs: &types.EbsBlockDevice{
				DeleteOnTermination: new(true), Encrypted: new(false), SnapshotId: &snapshot,
				VolumeSize: new(int32(8)), VolumeType: types.VolumeTypeGp3, Iops: new(int32(3000)), Throughput: new(int32(125)),
			},
		}}
	}
	return &t
}

func (g *Region) newKeyPair(t types.KeyPairInfo) *types.KeyPairInfo {
	t.KeyPairId = or(t.KeyPairId, g.newID("key"))
	t.KeyType = orElse(t.KeyType, types.KeyTypeEd25519)
	t.KeyFingerprint = or(t.KeyFingerprint, fmt.Sprintf("SHA256:%043d", g.last["key"]))
	t.CreateTime = or(t.CreateTime, founded)
	return &t
}

func (g *Region) newPlacementGroup(t types.PlacementGroup) *types.PlacementGroup {
	t.GroupId = or(t.GroupId, g.newID("pg"))
	t.GroupArn = or(t.GroupArn, *g.arn("placement-group", *t.GroupName))
	t.State = orElse(t.State, types.PlacementGroupStateAvailable)
	t.Strategy = orElse(t.Strategy, types.PlacementStrategyCluster)
	return &t
}

func (g *Region) newSnapshot(t types.Snapshot) *types.Snapshot {
	t.OwnerId = or(t.OwnerId, accountID)
	t.VolumeSize = or(t.VolumeSize, 8)
	t.VolumeId = or(t.VolumeId, "vol-ffffffff")
	t.State = orElse(t.State, types.SnapshotStateCompleted)
	t.Progress = or(t.Progress, "100%")
	t.StartTime = or(t.StartTime, founded)
	t.Encrypted = or(t.Encrypted, false)
	t.Description = or(t.Description, "")
	return &t
}

func (g *Region) newReservation(t types.CapacityReservation) *types.CapacityReservation {
	t.OwnerId = or(t.OwnerId, accountID)
	t.CapacityReservationArn = or(t.CapacityReservationArn, *g.arn("capacity-reservation", *t.CapacityReservationId))
	t.State = orElse(t.State, types.CapacityReservationStateActive)
	t.InstanceMatchCriteria = orElse(t.InstanceMatchCriteria, types.InstanceMatchCriteriaTargeted)
	t.InstancePlatform = orElse(t.InstancePlatform, types.CapacityReservationInstancePlatformLinuxUnix)
	t.Tenancy = orElse(t.Tenancy, types.CapacityReservationTenancyDefault)
	t.EndDateType = orElse(t.EndDateType, types.EndDateTypeUnlimited)
	t.CreateDate = or(t.CreateDate, founded)
	t.StartDate = or(t.StartDate, *t.CreateDate)
	t.AvailabilityZone = or(t.AvailabilityZone, g.zones[0].Name)
	return &t
}

// cidr returns the block of the nth subnet, from 0: one of 10.0.0.0/16,
// 10.1.0.0/16 and so on.
func cidr(n int) netip.Prefix {
	return netip.PrefixFrom(netip.AddrFrom4([4]byte{10, byte(n)}), 16)
}

// cidr6 returns the IPv6 block of the nth subnet, from 0: one of
// 2001:db8::/64, 2001:db8:0:1::/64 and so on.
func cidr6(n int) netip.Prefix {
	return netip.PrefixFrom(netip.AddrFrom16([16]byte{0: 0x20, 1: 0x01, 2: 0x0d, 3: 0xb8, 6: byte(n >> 8), 7: byte(n)}), 64)
}
