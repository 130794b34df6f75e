package instancetype

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// fullAnswer is an answer in which every member that a fact is read from
// differs from every other.
func fullAnswer() types.InstanceTypeInfo {
	return types.InstanceTypeInfo{
		InstanceType:                  "z9x.large",
		AutoRecoverySupported:         new(true),
		BareMetal:                     new(false),
		BurstablePerformanceSupported: new(true),
		CurrentGeneration:             new(false),
		DedicatedHostsSupported:       new(true),
		FreeTierEligible:              new(false),
		HibernationSupported:          new(true),
		Hypervisor:                    types.InstanceTypeHypervisorNitro,
		InstanceStorageSupported:      new(true),
		NitroEnclavesSupport:          types.NitroEnclavesSupportSupported,
		NitroTpmSupport:               types.NitroTpmSupportUnsupported,
		PhcSupport:                    types.PhcSupportSupported,
		RebootMigrationSupport:        types.RebootMigrationSupportUnsupported,
		SupportedBootModes:            []types.BootModeType{types.BootModeTypeUefi},
		SupportedRootDeviceTypes:      []types.RootDeviceType{types.RootDeviceTypeEbs},
		SupportedUsageClasses:         []types.UsageClassType{types.UsageClassTypeSpot, types.UsageClassTypeCapacityBlock},
		SupportedVirtualizationTypes:  []types.VirtualizationType{types.VirtualizationTypeHvm},
		MemoryInfo:                    &types.MemoryInfo{SizeInMiB: new(int64(3_000_000_000))},
		PlacementGroupInfo:            &types.PlacementGroupInfo{SupportedStrategies: []types.PlacementGroupStrategy{types.PlacementGroupStrategySpread}},
		ProcessorInfo: &types.ProcessorInfo{
			Manufacturer:             new("AMD"),
			SupportedArchitectures:   []types.ArchitectureType{types.ArchitectureTypeX8664},
			SupportedFeatures:        []types.SupportedAdditionalProcessorFeature{types.SupportedAdditionalProcessorFeatureAmdSevSnp},
			SustainedClockSpeedInGhz: new(3.7),
		},
		VCpuInfo: &types.VCpuInfo{
			DefaultVCpus: new(int32(12)), DefaultCores: new(int32(6)), DefaultThreadsPerCore: new(int32(2)),
			ValidCores: []int32{6, 2, 4}, ValidThreadsPerCore: []int32{1, 2},
		},
		EbsInfo: &types.EbsInfo{
			AttachmentLimitType: types.AttachmentLimitTypeDedicated,
			EbsOptimizedSupport: types.EbsOptimizedSupportDefault,
			EncryptionSupport:   types.EbsEncryptionSupportSupported,
			NvmeSupport:         types.EbsNvmeSupportRequired,
			MaximumEbsCards:     new(int32(3)), MaximumEbsAttachments: new(int32(41)),
			EbsOptimizedInfo: &types.EbsOptimizedInfo{
				BaselineBandwidthInMbps: new(int32(101)), MaximumBandwidthInMbps: new(int32(102)),
				BaselineIops: new(int32(103)), MaximumIops: new(int32(104)),
				BaselineThroughputInMBps: new(105.3125), MaximumThroughputInMBps: new(106.5),
			},
		},
		InstanceStorageInfo: &types.InstanceStorageInfo{
			Disks:             []types.DiskInfo{{Count: new(int32(2)), SizeInGB: new(int64(55)), Type: types.DiskTypeSsd}},
			EncryptionSupport: types.InstanceStorageEncryptionSupportRequired,
			NvmeSupport:       types.EphemeralNvmeSupportSupported,
			TotalSizeInGB:     new(int64(110)),
		},
		NetworkInfo: &types.NetworkInfo{
			BandwidthWeightings:             []types.BandwidthWeightingType{types.BandwidthWeightingTypeVpc1},
			ConnectionTrackingConfiguration: &types.DefaultConnectionTrackingConfiguration{DefaultTcpEstablishedTimeout: new(int32(201)), DefaultUdpStreamTimeout: new(int32(202)), DefaultUdpTimeout: new(int32(203))},
			DefaultNetworkCardIndex:         new(int32(1)),
			EfaInfo:                         &types.EfaInfo{MaximumEfaInterfaces: new(int32(7))},
			EfaSupported:                    new(true),
			EnaSrdSupported:                 new(false),
			EnaSupport:                      types.EnaSupportRequired,
			EncryptionInTransitSupported:    new(true),
			FlexibleEnaQueuesSupport:        types.FlexibleEnaQueuesSupportUnsupported,
			Ipv4AddressesPerInterface:       new(int32(21)), Ipv6AddressesPerInterface: new(int32(22)), Ipv4AddressesPerSecondaryInterface: new(int32(23)),
			Ipv6Supported:            new(true),
			MaximumNetworkInterfaces: new(int32(25)), MaximumSecondaryNetworkInterfaces: new(int32(26)),
			NetworkPerformance:        new("Up to 7 Gigabit"),
			SecondaryNetworkSupported: new(true),
			NetworkCards: []types.NetworkCardInfo{
				{NetworkCardIndex: new(int32(1)), MaximumNetworkInterfaces: new(int32(11))},
				{
					NetworkCardIndex: new(int32(0)), MaximumNetworkInterfaces: new(int32(14)), AdditionalFlexibleNetworkInterfaces: new(int32(4)),
					BaselineBandwidthInGbps: new(1.5), PeakBandwidthInGbps: new(7.0),
					DefaultEnaQueueCountPerInterface: new(int32(8)), MaximumEnaQueueCountPerInterface: new(int32(16)), MaximumEnaQueueCount: new(int32(32)),
					InterfaceTypes: []types.NetworkCardInterfaceType{types.NetworkCardInterfaceTypeInterface, types.NetworkCardInterfaceTypeEfaOnly},
				},
			},
		},
		GpuInfo: &types.GpuInfo{
			Gpus:                []types.GpuDeviceInfo{{Count: new(int32(4)), Manufacturer: new("NVIDIA"), Name: new("L4"), MemoryInfo: &types.GpuDeviceMemoryInfo{SizeInMiB: new(int32(300))}}},
			TotalGpuMemoryInMiB: new(int32(1200)),
		},
		NeuronInfo: &types.NeuronInfo{
			NeuronDevices: []types.NeuronDeviceInfo{{Count: new(int32(2)), Name: new("Trainium3"), MemoryInfo: &types.NeuronDeviceMemoryInfo{SizeInMiB: new(int32(400))}}},
		},
		InferenceAcceleratorInfo: &types.InferenceAcceleratorInfo{
			Accelerators: []types.InferenceDeviceInfo{{Count: new(int32(2)), Manufacturer: new("AWS"), Name: new("Trainium3")}},
		},
		MediaAcceleratorInfo: &types.MediaAcceleratorInfo{
			Accelerators: []types.MediaDeviceInfo{{Count: new(int32(3)), Manufacturer: new("Xilinx"), Name: new("U30"), MemoryInfo: &types.MediaDeviceMemoryInfo{SizeInMiB: new(int32(500))}}},
		},
		FpgaInfo: &types.FpgaInfo{
			Fpgas: []types.FpgaDeviceInfo{{Count: new(int32(5)), Manufacturer: new("Xilinx"), Name: new("VU9P"), MemoryInfo: &types.FpgaDeviceMemoryInfo{SizeInMiB: new(int32(600))}}},
		},
	}
}

// wholeAnswer has the sections that every answer of EC2 has, and nothing in
// them.
func wholeAnswer(t types.InstanceType) types.InstanceTypeInfo {
	return types.InstanceTypeInfo{
		InstanceType: t, VCpuInfo: &types.VCpuInfo{}, MemoryInfo: &types.MemoryInfo{}, ProcessorInfo: &types.ProcessorInfo{},
		NetworkInfo: &types.NetworkInfo{}, EbsInfo: &types.EbsInfo{},
	}
}
