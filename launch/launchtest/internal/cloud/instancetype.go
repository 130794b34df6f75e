package cloud

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// describeType says of an instance type what the catalogue knows, as
// DescribeInstanceTypes says it. What is not known is not there.
func describeType(i instancetype.Info) types.InstanceTypeInfo {
	d := types.InstanceTypeInfo{
		InstanceType:                  i.Type(),
		BareMetal:                     flag(i.BareMetal()),
		BurstablePerformanceSupported: flag(i.Burstable()),
		CurrentGeneration:             flag(i.CurrentGeneration()),
		FreeTierEligible:              flag(i.FreeTier()),
		AutoRecoverySupported:         flag(i.AutoRecovery()),
		DedicatedHostsSupported:       flag(i.DedicatedHosts()),
		HibernationSupported:          flag(i.Hibernation()),
		InstanceStorageSupported:      flag(i.InstanceStore()),
		RebootMigrationSupport:        types.RebootMigrationSupport(support(i.RebootMigration())),
		NitroEnclavesSupport:          types.NitroEnclavesSupport(support(i.Enclaves())),
		NitroTpmSupport:               types.NitroTpmSupport(support(i.NitroTPM())),
		PhcSupport:                    types.PhcSupport(support(i.PHC())),
		SupportedBootModes:            i.BootModes(),
		SupportedRootDeviceTypes:      i.RootDevices(),
		SupportedVirtualizationTypes:  i.Virtualizations(),
		SupportedUsageClasses:         i.UsageClasses(),
		Hypervisor:                    hypervisor(i),
		PlacementGroupInfo:            &types.PlacementGroupInfo{SupportedStrategies: i.PlacementStrategies()},
		VCpuInfo: &types.VCpuInfo{
			DefaultVCpus:          number(i.VCPUs()),
			DefaultCores:          number(i.DefaultCores()),
			DefaultThreadsPerCore: number(i.DefaultThreadsPerCore()),
			ValidCores:            i.Cores(),
			ValidThreadsPerCore:   i.Threads(),
		},
		ProcessorInfo: &types.ProcessorInfo{
			SupportedArchitectures:   i.Architectures(),
			Manufacturer:             set(new(i.Manufacturer())),
			SustainedClockSpeedInGhz: number(i.ClockGHz()),
			SupportedFeatures:        processorFeatures(i),
		},
		MemoryInfo:          &types.MemoryInfo{SizeInMiB: number(i.MemoryMiB())},
		NetworkInfo:         describeNetwork(i),
		EbsInfo:             describeEBS(i),
		InstanceStorageInfo: describeStore(i),
		GpuInfo:             describeGPUs(i),
	}
	describeAccelerators(&d, i)
	return d
}

// flag returns an answer as a boolean member.
func flag(a instancetype.Answer) *bool {
	if a == instancetype.Unknown {
		return nil
	}
	return new(a == instancetype.Yes)
}

// support returns an answer as a member that says so in words.
func support(a instancetype.Answer) string {
	switch a {
	case instancetype.Yes:
		return "supported"
	case instancetype.No:
		return "unsupported"
	}
	return ""
}

// number returns a number as a member.
func number[T int32 | int64 | float64](n T, ok bool) *T {
	if !ok {
		return nil
	}
	return &n
}

// hypervisor is empty for bare metal, as it is in EC2's answers.
func hypervisor(i instancetype.Info) types.InstanceTypeHypervisor {
	if h := i.Hypervisor(); h != instancetype.HypervisorNone {
		return h
	}
	return ""
}

func processorFeatures(i instancetype.Info) []types.SupportedAdditionalProcessorFeature {
	var features []types.SupportedAdditionalProcessorFeature
	if i.AMDSEVSNP() == instancetype.Yes {
		features = append(features, types.SupportedAdditionalProcessorFeatureAmdSevSnp)
	}
	if i.NestedVirtualization() == instancetype.Yes {
		features = append(features, types.SupportedAdditionalProcessorFeatureNestedVirtualization)
	}
	return features
}

func describeNetwork(i instancetype.Info) *types.NetworkInfo {
	n := &types.NetworkInfo{
		Ipv6Supported:                      flag(i.IPv6()),
		EfaSupported:                       flag(i.EFA()),
		EnaSrdSupported:                    flag(i.ENAExpress()),
		EncryptionInTransitSupported:       flag(i.EncryptionInTransit()),
		SecondaryNetworkSupported:          flag(i.SecondaryNetwork()),
		FlexibleEnaQueuesSupport:           types.FlexibleEnaQueuesSupport(support(i.FlexibleENAQueues())),
		EnaSupport:                         i.ENA(),
		NetworkPerformance:                 set(new(i.NetworkBandwidth())),
		MaximumNetworkInterfaces:           number(i.MaxNetworkInterfaces()),
		MaximumNetworkCards:                number(i.NetworkCards()),
		DefaultNetworkCardIndex:            number(i.DefaultNetworkCard()),
		Ipv4AddressesPerInterface:          number(i.IPv4PerInterface()),
		Ipv6AddressesPerInterface:          number(i.IPv6PerInterface()),
		MaximumSecondaryNetworkInterfaces:  number(i.MaxSecondaryInterfaces()),
		Ipv4AddressesPerSecondaryInterface: number(i.IPv4PerSecondaryInterface()),
		BandwidthWeightings:                i.BandwidthWeightings(),
	}
	if most, ok := i.MaxEFAInterfaces(); ok && most > 0 {
		n.EfaInfo = &types.EfaInfo{MaximumEfaInterfaces: &most}
	}
	if seconds, ok := i.TCPEstablishedTimeout(); ok {
		n.ConnectionTrackingConfiguration = &types.DefaultConnectionTrackingConfiguration{
			DefaultTcpEstablishedTimeout: &seconds,
			DefaultUdpStreamTimeout:      number(i.UDPStreamTimeout()),
			DefaultUdpTimeout:            number(i.UDPTimeout()),
		}
	}
	for _, c := range i.Cards() {
		n.NetworkCards = append(n.NetworkCards, types.NetworkCardInfo{
			NetworkCardIndex:                    new(c.Index()),
			MaximumNetworkInterfaces:            number(c.MaxInterfaces()),
			BaselineBandwidthInGbps:             number(c.BaselineGbps()),
			PeakBandwidthInGbps:                 number(c.PeakGbps()),
			DefaultEnaQueueCountPerInterface:    number(c.DefaultENAQueues()),
			MaximumEnaQueueCount:                number(c.MaxENAQueues()),
			MaximumEnaQueueCountPerInterface:    number(c.MaxENAQueuesPerInterface()),
			AdditionalFlexibleNetworkInterfaces: number(c.AdditionalFlexibleInterfaces()),
			InterfaceTypes:                      c.InterfaceTypes(),
		})
	}
	return n
}

func describeEBS(i instancetype.Info) *types.EbsInfo {
	e := &types.EbsInfo{
		EncryptionSupport:     types.EbsEncryptionSupport(support(i.EBSEncryption())),
		EbsOptimizedSupport:   i.EBSOptimized(),
		NvmeSupport:           i.NVMe(),
		AttachmentLimitType:   i.AttachmentLimitKind(),
		MaximumEbsAttachments: number(i.MaxEBSVolumes()),
		MaximumEbsCards:       number(i.EBSCards()),
	}
	if baseline, ok := i.EBSBaselineMbps(); ok {
		e.EbsOptimizedInfo = &types.EbsOptimizedInfo{
			BaselineBandwidthInMbps:  &baseline,
			MaximumBandwidthInMbps:   number(i.EBSMaxMbps()),
			BaselineIops:             number(i.EBSBaselineIOPS()),
			MaximumIops:              number(i.EBSMaxIOPS()),
			BaselineThroughputInMBps: number(i.EBSBaselineThroughput()),
			MaximumThroughputInMBps:  number(i.EBSMaxThroughput()),
		}
	}
	return e
}

func describeStore(i instancetype.Info) *types.InstanceStorageInfo {
	if i.InstanceStore() != instancetype.Yes {
		return nil
	}
	s := &types.InstanceStorageInfo{
		NvmeSupport:       i.InstanceStoreNVMe(),
		EncryptionSupport: i.InstanceStoreEncryption(),
		TotalSizeInGB:     number(i.InstanceStoreGB()),
	}
	for _, d := range i.Disks() {
		s.Disks = append(s.Disks, types.DiskInfo{Count: &d.Count, SizeInGB: &d.SizeGB, Type: d.Type})
	}
	return s
}

func describeGPUs(i instancetype.Info) *types.GpuInfo {
	if len(i.GPUs()) == 0 {
		return nil
	}
	var total *int32
	if n, ok := i.GPUMemoryMiB(); ok {
		total = new(int32(n))
	}
	g := &types.GpuInfo{TotalGpuMemoryInMiB: total}
	for _, d := range i.GPUs() {
		g.Gpus = append(g.Gpus, types.GpuDeviceInfo{
			Count: &d.Count, Manufacturer: &d.Manufacturer, Name: &d.Name,
			MemoryInfo: &types.GpuDeviceMemoryInfo{SizeInMiB: &d.MemoryMiB},
		})
	}
	return g
}

func describeAccelerators(d *types.InstanceTypeInfo, i instancetype.Info) {
	for _, a := range i.Accelerators() {
		switch a.Kind {
		case instancetype.Neuron:
			if d.NeuronInfo == nil {
				d.NeuronInfo = new(types.NeuronInfo)
			}
			d.NeuronInfo.NeuronDevices = append(d.NeuronInfo.NeuronDevices, types.NeuronDeviceInfo{
				Count: &a.Count, Name: &a.Name, MemoryInfo: &types.NeuronDeviceMemoryInfo{SizeInMiB: &a.MemoryMiB},
			})
		case instancetype.Inference:
			if d.InferenceAcceleratorInfo == nil {
				d.InferenceAcceleratorInfo = new(types.InferenceAcceleratorInfo)
			}
			d.InferenceAcceleratorInfo.Accelerators = append(d.InferenceAcceleratorInfo.Accelerators, types.InferenceDeviceInfo{
				Count: &a.Count, Manufacturer: &a.Manufacturer, Name: &a.Name,
				MemoryInfo: &types.InferenceDeviceMemoryInfo{SizeInMiB: &a.MemoryMiB},
			})
		case instancetype.Media:
			if d.MediaAcceleratorInfo == nil {
				d.MediaAcceleratorInfo = new(types.MediaAcceleratorInfo)
			}
			d.MediaAcceleratorInfo.Accelerators = append(d.MediaAcceleratorInfo.Accelerators, types.MediaDeviceInfo{
				Count: &a.Count, Manufacturer: &a.Manufacturer, Name: &a.Name,
				MemoryInfo: &types.MediaDeviceMemoryInfo{SizeInMiB: &a.MemoryMiB},
			})
		case instancetype.FPGA:
			if d.FpgaInfo == nil {
				d.FpgaInfo = new(types.FpgaInfo)
			}
			d.FpgaInfo.Fpgas = append(d.FpgaInfo.Fpgas, types.FpgaDeviceInfo{
				Count: &a.Count, Manufacturer: &a.Manufacturer, Name: &a.Name,
				MemoryInfo: &types.FpgaDeviceMemoryInfo{SizeInMiB: &a.MemoryMiB},
			})
		}
	}
}
