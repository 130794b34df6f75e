package cloud

import (
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// launch makes the instances of a request that fits.
func (g *Region) launch(in *ec2.RunInstancesInput, p placing) *reservation {
	r := &reservation{id: g.newID("r")}
	now := g.Now()
	kind := orElse(in.InstanceType, types.InstanceTypeM1Small) // EC2's default
	if in.LaunchTemplate != nil {
		kind = in.InstanceType
	}
	info := g.typeInfo(kind)
	image := g.imageOf(in, info)
	for index := range p.count {
		i := g.newInstance(in, image, info, p.zone, now)
		i.InstanceType = kind
		i.AmiLaunchIndex = new(int32(index))
		i.reservation = r
		specs := specifications(in)
		for n, spec := range specs {
			if g.addressed(spec) {
				claim(spec, &p.subnets[n].v4, &p.subnets[n].v6)
			}
		}
		for n, spec := range specs {
			if len(in.NetworkInterfaces) == 0 {
				spec.Groups = g.groupsOf(in)
			}
			if len(specs) > 1 { // The subnet decides only for a single interface.
				spec.AssociatePublicIpAddress = or(spec.AssociatePublicIpAddress, false)
			}
			g.attach(i, spec, p.subnets[n], tagged(in.TagSpecifications, types.ResourceTypeNetworkInterface), now)
		}
		for _, m := range mappings(image, in.BlockDeviceMappings) {
			g.newVolume(i, m, p.zone, tagged(in.TagSpecifications, types.ResourceTypeVolume), now)
		}
		if i.InstanceLifecycle == types.InstanceLifecycleTypeSpot {
			g.requestSpot(i, in, now)
		}
		r.instances = append(r.instances, g.instances.add(*i.InstanceId, i))
		g.count(i, 1)
	}
	return r
}

// imageOf returns the image of a request. One that nobody has given is for the
// architecture of the instance type.
func (g *Region) imageOf(in *ec2.RunInstancesInput, info types.InstanceTypeInfo) *types.Image {
	id := value(in.ImageId)
	if image := g.images.byID[id]; image != nil {
		return image
	}
	architecture := types.ArchitectureValuesX8664
	if p := info.ProcessorInfo; p != nil && len(p.SupportedArchitectures) > 0 && !runs(info, architecture) {
		architecture = types.ArchitectureValues(p.SupportedArchitectures[0])
	}
	image := g.newImage(types.Image{ImageId: &id, Architecture: architecture})
	if id != "" { // A launch template may have it.
		g.images.add(id, image)
	}
	return image
}

// groupsOf returns the IDs of the security groups that a request names at its
// top level; nil for none.
func (g *Region) groupsOf(in *ec2.RunInstancesInput) []string {
	var ids []string
	ids = append(ids, in.SecurityGroupIds...)
	for _, name := range in.SecurityGroups {
		if id, err := g.groupNamed(name); err == nil {
			ids = append(ids, id)
		}
	}
	return ids
}

// newInstance makes one instance with what the request says about it, and EC2's
// defaults.
func (g *Region) newInstance(in *ec2.RunInstancesInput, image *types.Image, info types.InstanceTypeInfo, z Zone, now time.Time) *instance {
	i := &instance{
		zone:       z,
		born:       g.looks,
		aim:        types.InstanceStateNameRunning,
		since:      g.looks,
		wait:       g.HiddenLooks + g.PendingLooks,
		attributes: newAttributes(in),
	}
	i.Instance = types.Instance{
		Architecture:             image.Architecture,
		BootMode:                 image.BootMode,
		ClientToken:              or(in.ClientToken, ""),
		CurrentInstanceBootMode:  bootMode(image),
		EbsOptimized:             or(in.EbsOptimized, false),
		EnaSupport:               image.EnaSupport,
		EnclaveOptions:           &types.EnclaveOptions{Enabled: new(in.EnclaveOptions != nil && value(in.EnclaveOptions.Enabled))},
		HibernationOptions:       &types.HibernationOptions{Configured: new(in.HibernationOptions != nil && value(in.HibernationOptions.Configured))},
		Hypervisor:               image.Hypervisor,
		IamInstanceProfile:       g.profile(in.IamInstanceProfile),
		ImageId:                  set(in.ImageId),
		InstanceId:               new(g.newID("i")),
		KernelId:                 set(in.KernelId),
		KeyName:                  set(in.KeyName),
		LaunchTime:               &now,
		Monitoring:               &types.Monitoring{State: types.MonitoringStateDisabled},
		Placement:                g.placement(in.Placement, z),
		Platform:                 image.Platform,
		PlatformDetails:          image.PlatformDetails,
		ProductCodes:             []types.ProductCode{},
		RamdiskId:                set(in.RamdiskId),
		RootDeviceName:           image.RootDeviceName,
		RootDeviceType:           image.RootDeviceType,
		SourceDestCheck:          new(true),
		Tags:                     tagged(in.TagSpecifications, types.ResourceTypeInstance),
		UsageOperation:           image.UsageOperation,
		UsageOperationUpdateTime: &now,
		VirtualizationType:       image.VirtualizationType,
		CpuOptions:               cpuOptions(in.CpuOptions, info),
		MetadataOptions:          metadataOptions(in.MetadataOptions, image),
		MaintenanceOptions:       &types.InstanceMaintenanceOptions{AutoRecovery: types.InstanceAutoRecoveryStateDefault, RebootMigration: types.InstanceRebootMigrationStateDefault},
		NetworkPerformanceOptions: &types.InstanceNetworkPerformanceOptions{
			BandwidthWeighting: types.InstanceBandwidthWeightingDefault,
		},
		CapacityReservationSpecification: &types.CapacityReservationSpecificationResponse{
			CapacityReservationPreference: types.CapacityReservationPreferenceOpen,
		},
		PrivateDnsNameOptions: &types.PrivateDnsNameOptionsResponse{
			HostnameType: types.HostnameTypeIpName, EnableResourceNameDnsARecord: new(false), EnableResourceNameDnsAAAARecord: new(false),
		},
	}
	g.choose(i, in)
	return i
}

// choose lets an instance differ from the defaults where its request does.
func (g *Region) choose(i *instance, in *ec2.RunInstancesInput) {
	if in.Monitoring != nil && value(in.Monitoring.Enabled) {
		i.Monitoring.State = types.MonitoringStatePending
	}
	if in.InstanceMarketOptions != nil {
		i.InstanceLifecycle = types.InstanceLifecycleType(in.InstanceMarketOptions.MarketType)
	}
	if o := in.MaintenanceOptions; o != nil && o.AutoRecovery != "" {
		i.MaintenanceOptions.AutoRecovery = o.AutoRecovery
	}
	if o := in.NetworkPerformanceOptions; o != nil && o.BandwidthWeighting != "" {
		i.NetworkPerformanceOptions.BandwidthWeighting = o.BandwidthWeighting
	}
	if o := in.PrivateDnsNameOptions; o != nil {
		i.PrivateDnsNameOptions = &types.PrivateDnsNameOptionsResponse{
			HostnameType:                    orElse(o.HostnameType, types.HostnameTypeIpName),
			EnableResourceNameDnsARecord:    or(o.EnableResourceNameDnsARecord, false),
			EnableResourceNameDnsAAAARecord: or(o.EnableResourceNameDnsAAAARecord, false),
		}
	}
	if s := in.CapacityReservationSpecification; s != nil {
		i.CapacityReservationSpecification = &types.CapacityReservationSpecificationResponse{CapacityReservationPreference: s.CapacityReservationPreference}
		if t := s.CapacityReservationTarget; t != nil {
			i.CapacityReservationId = t.CapacityReservationId
			i.CapacityReservationSpecification.CapacityReservationTarget = &types.CapacityReservationTargetResponse{
				CapacityReservationId: t.CapacityReservationId, CapacityReservationResourceGroupArn: t.CapacityReservationResourceGroupArn,
			}
		}
	}
	for _, l := range in.LicenseSpecifications {
		i.Licenses = append(i.Licenses, types.LicenseConfiguration{LicenseConfigurationArn: l.LicenseConfigurationArn})
	}
}

// bootMode returns the mode in which an image boots.
func bootMode(image *types.Image) types.InstanceBootModeValues {
	if image.Architecture == types.ArchitectureValuesArm64 || strings.HasPrefix(string(image.BootMode), "uefi") {
		return types.InstanceBootModeValuesUefi
	}
	return types.InstanceBootModeValuesLegacyBios
}

// cpuOptions returns the cores and threads of an instance: those asked for, else
// those of its type, where they are known.
func cpuOptions(o *types.CpuOptionsRequest, info types.InstanceTypeInfo) *types.CpuOptions {
	options := &types.CpuOptions{}
	if v := info.VCpuInfo; v != nil {
		options.CoreCount, options.ThreadsPerCore = v.DefaultCores, v.DefaultThreadsPerCore
	}
	if o != nil {
		options.AmdSevSnp = o.AmdSevSnp
		options.NestedVirtualization = o.NestedVirtualization
		options.CoreCount = or(o.CoreCount, value(options.CoreCount))
		options.ThreadsPerCore = or(o.ThreadsPerCore, value(options.ThreadsPerCore))
	}
	return options
}

// metadataOptions returns the metadata options of an instance. An image that
// says imds-support v2.0 changes the defaults.
func metadataOptions(o *types.InstanceMetadataOptionsRequest, image *types.Image) *types.InstanceMetadataOptionsResponse {
	options := &types.InstanceMetadataOptionsResponse{
		HttpEndpoint:            types.InstanceMetadataEndpointStateEnabled,
		HttpProtocolIpv6:        types.InstanceMetadataProtocolStateDisabled,
		HttpPutResponseHopLimit: new(int32(1)),
		HttpTokens:              types.HttpTokensStateOptional,
		InstanceMetadataTags:    types.InstanceMetadataTagsStateDisabled,
		State:                   types.InstanceMetadataOptionsStatePending,
	}
	if image.ImdsSupport == types.ImdsSupportValuesV20 {
		options.HttpTokens, options.HttpPutResponseHopLimit = types.HttpTokensStateRequired, new(int32(2))
	}
	if o != nil {
		options.HttpEndpoint = orElse(o.HttpEndpoint, options.HttpEndpoint)
		options.HttpProtocolIpv6 = orElse(o.HttpProtocolIpv6, options.HttpProtocolIpv6)
		options.HttpPutResponseHopLimit = or(o.HttpPutResponseHopLimit, *options.HttpPutResponseHopLimit)
		options.HttpTokens = orElse(o.HttpTokens, options.HttpTokens)
		options.InstanceMetadataTags = orElse(o.InstanceMetadataTags, options.InstanceMetadataTags)
	}
	return options
}

// placement says where an instance is. A placement group that nobody has given
// comes into being.
func (g *Region) placement(p *types.Placement, z Zone) *types.Placement {
	placement := &types.Placement{AvailabilityZone: &z.Name, AvailabilityZoneId: &z.ID, GroupName: new(""), Tenancy: types.TenancyDefault}
	if p == nil {
		return placement
	}
	placement.Affinity = set(p.Affinity)
	placement.PartitionNumber = p.PartitionNumber
	placement.HostId = set(p.HostId)
	placement.HostResourceGroupArn = set(p.HostResourceGroupArn)
	placement.Tenancy = orElse(p.Tenancy, types.TenancyDefault)
	if name := value(p.GroupName); name != "" {
		if g.placementGroups.byID[name] == nil && p.PartitionNumber != nil {
			g.addPlacementGroup(types.PlacementGroup{GroupName: &name, Strategy: types.PlacementStrategyPartition, PartitionCount: new(int32(7))})
		}
		if group, err := g.placementGroups.find(name); err == nil {
			placement.GroupName, placement.GroupId = group.GroupName, group.GroupId
		}
	}
	if id := value(p.GroupId); id != "" {
		placement.GroupId = &id
		if group := g.placementGroupOf(id); group != nil {
			placement.GroupName = group.GroupName
		}
	}
	return placement
}

// profile returns the instance profile that a request names by its ARN or in the account by its name.
func (g *Region) profile(p *types.IamInstanceProfileSpecification) *types.IamInstanceProfile {
	if p == nil {
		return nil
	}
	arn := value(p.Arn)
	if arn == "" {
		arn = "arn:aws:iam::" + accountID + ":instance-profile/" + value(p.Name)
	}
	return &types.IamInstanceProfile{Arn: &arn, Id: new("AIPA" + strings.Repeat("0", 16) + "1")}
}

// tagged returns the tags that a request gives things of a kind; nil for none.
func tagged(specs []types.TagSpecification, kind types.ResourceType) []types.Tag {
	var tags []types.Tag
	for _, spec := range specs {
		if spec.ResourceType == kind {
			tags = append(tags, spec.Tags...)
		}
	}
	return tags
}
