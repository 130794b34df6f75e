package instancetype

import "iter"

// A Fact names one thing that may be known of an instance type. Every accessor
// of [Info] has its Fact, named alike: [Info.Hibernation] answers
// [FactHibernation]. The zero Fact is none: nothing is known of it.
type Fact uint8

// The facts, grouped by what they hold. The generated table depends on their
// order.
const (
	_ Fact = iota

	// Yes or no.

	FactBareMetal
	FactBurstable
	FactCurrentGeneration
	FactFreeTier
	FactAutoRecovery
	FactRebootMigration
	FactDedicatedHosts
	FactHibernation
	FactEnclaves
	FactNitroTPM
	FactPHC
	FactAMDSEVSNP
	FactNestedVirtualization
	FactCPUOptionsListed
	FactIPv6
	FactEFA
	FactENAExpress
	FactEncryptionInTransit
	FactFlexibleENAQueues
	FactSecondaryNetwork
	FactEBSEncryption
	FactInstanceStore

	// Several of a closed list.

	FactArchitectures
	FactBootModes
	FactRootDevices
	FactVirtualizations
	FactUsageClasses
	FactPlacementStrategies
	FactBandwidthWeightings

	// One of a closed list.

	FactHypervisor
	FactENA
	FactEBSOptimized
	FactNVMe
	FactAttachmentLimit
	FactInstanceStoreNVMe
	FactInstanceStoreEncryption

	// Words.

	FactManufacturer
	FactNetworkPerformance

	// Whole numbers.

	FactVCPUs
	FactDefaultCores
	FactDefaultThreadsPerCore
	FactMemoryMiB
	FactMaxNetworkInterfaces
	FactDefaultNetworkCard
	FactIPv4PerInterface
	FactIPv6PerInterface
	FactMaxEFAInterfaces
	FactMaxSecondaryInterfaces
	FactIPv4PerSecondaryInterface
	FactTCPEstablishedTimeout
	FactUDPStreamTimeout
	FactUDPTimeout
	FactEBSBaselineMbps
	FactEBSMaxMbps
	FactEBSBaselineIOPS
	FactEBSMaxIOPS
	FactMaxEBSVolumes
	FactEBSCards
	FactInstanceStoreGB
	FactGPUMemoryMiB

	// Numbers with a fraction.

	FactClockGHz
	FactEBSBaselineThroughput
	FactEBSMaxThroughput

	// Lists.

	FactCores
	FactThreads
	FactNetworkCards
	FactEFACards
	FactDisks
	FactGPUs
	FactAccelerators

	endOfFacts
)

// facts gives every fact its name, which is its member of the
// DescribeInstanceTypes answer, and its age.
var facts = [endOfFacts]struct {
	name string
	age  Age
}{
	FactBareMetal:                 {"BareMetal", Structural},
	FactBurstable:                 {"BurstablePerformanceSupported", Structural},
	FactCurrentGeneration:         {"CurrentGeneration", Volatile},
	FactFreeTier:                  {"FreeTierEligible", Volatile},
	FactAutoRecovery:              {"AutoRecoverySupported", Volatile},
	FactRebootMigration:           {"RebootMigrationSupport", Volatile},
	FactDedicatedHosts:            {"DedicatedHostsSupported", Volatile},
	FactHibernation:               {"HibernationSupported", Revised},
	FactEnclaves:                  {"NitroEnclavesSupport", Revised},
	FactNitroTPM:                  {"NitroTpmSupport", Revised},
	FactPHC:                       {"PhcSupport", Volatile},
	FactAMDSEVSNP:                 {"ProcessorInfo.SupportedFeatures.amd-sev-snp", Revised},
	FactNestedVirtualization:      {"ProcessorInfo.SupportedFeatures.nested-virtualization", Revised},
	FactCPUOptionsListed:          {"VCpuInfo.ValidCores.listed", Revised},
	FactIPv6:                      {"NetworkInfo.Ipv6Supported", Structural},
	FactEFA:                       {"NetworkInfo.EfaSupported", Revised},
	FactENAExpress:                {"NetworkInfo.EnaSrdSupported", Revised},
	FactEncryptionInTransit:       {"NetworkInfo.EncryptionInTransitSupported", Structural},
	FactFlexibleENAQueues:         {"NetworkInfo.FlexibleEnaQueuesSupport", Revised},
	FactSecondaryNetwork:          {"NetworkInfo.SecondaryNetworkSupported", Revised},
	FactEBSEncryption:             {"EbsInfo.EncryptionSupport", Revised},
	FactInstanceStore:             {"InstanceStorageSupported", Structural},
	FactArchitectures:             {"ProcessorInfo.SupportedArchitectures", Structural},
	FactBootModes:                 {"SupportedBootModes", Revised},
	FactRootDevices:               {"SupportedRootDeviceTypes", Structural},
	FactVirtualizations:           {"SupportedVirtualizationTypes", Structural},
	FactUsageClasses:              {"SupportedUsageClasses", Volatile},
	FactPlacementStrategies:       {"PlacementGroupInfo.SupportedStrategies", Revised},
	FactBandwidthWeightings:       {"NetworkInfo.BandwidthWeightings", Revised},
	FactHypervisor:                {"Hypervisor", Structural},
	FactENA:                       {"NetworkInfo.EnaSupport", Revised},
	FactEBSOptimized:              {"EbsInfo.EbsOptimizedSupport", Structural},
	FactNVMe:                      {"EbsInfo.NvmeSupport", Structural},
	FactAttachmentLimit:           {"EbsInfo.AttachmentLimitType", Revised},
	FactInstanceStoreNVMe:         {"InstanceStorageInfo.NvmeSupport", Structural},
	FactInstanceStoreEncryption:   {"InstanceStorageInfo.EncryptionSupport", Structural},
	FactManufacturer:              {"ProcessorInfo.Manufacturer", Structural},
	FactNetworkPerformance:        {"NetworkInfo.NetworkPerformance", Revised},
	FactVCPUs:                     {"VCpuInfo.DefaultVCpus", Structural},
	FactDefaultCores:              {"VCpuInfo.DefaultCores", Revised},
	FactDefaultThreadsPerCore:     {"VCpuInfo.DefaultThreadsPerCore", Structural},
	FactMemoryMiB:                 {"MemoryInfo.SizeInMiB", Revised},
	FactMaxNetworkInterfaces:      {"NetworkInfo.MaximumNetworkInterfaces", Structural},
	FactDefaultNetworkCard:        {"NetworkInfo.DefaultNetworkCardIndex", Structural},
	FactIPv4PerInterface:          {"NetworkInfo.Ipv4AddressesPerInterface", Structural},
	FactIPv6PerInterface:          {"NetworkInfo.Ipv6AddressesPerInterface", Structural},
	FactMaxEFAInterfaces:          {"NetworkInfo.EfaInfo.MaximumEfaInterfaces", Revised},
	FactMaxSecondaryInterfaces:    {"NetworkInfo.MaximumSecondaryNetworkInterfaces", Revised},
	FactIPv4PerSecondaryInterface: {"NetworkInfo.Ipv4AddressesPerSecondaryInterface", Revised},
	FactTCPEstablishedTimeout: {"NetworkInfo.ConnectionTrackingConfiguration.DefaultTcpEstablishedTimeout",
		Revised},
	FactUDPStreamTimeout:      {"NetworkInfo.ConnectionTrackingConfiguration.DefaultUdpStreamTimeout", Revised},
	FactUDPTimeout:            {"NetworkInfo.ConnectionTrackingConfiguration.DefaultUdpTimeout", Revised},
	FactEBSBaselineMbps:       {"EbsInfo.EbsOptimizedInfo.BaselineBandwidthInMbps", Revised},
	FactEBSMaxMbps:            {"EbsInfo.EbsOptimizedInfo.MaximumBandwidthInMbps", Revised},
	FactEBSBaselineIOPS:       {"EbsInfo.EbsOptimizedInfo.BaselineIops", Revised},
	FactEBSMaxIOPS:            {"EbsInfo.EbsOptimizedInfo.MaximumIops", Revised},
	FactMaxEBSVolumes:         {"EbsInfo.MaximumEbsAttachments", Revised},
	FactEBSCards:              {"EbsInfo.MaximumEbsCards", Revised},
	FactInstanceStoreGB:       {"InstanceStorageInfo.TotalSizeInGB", Structural},
	FactGPUMemoryMiB:          {"GpuInfo.TotalGpuMemoryInMiB", Structural},
	FactClockGHz:              {"ProcessorInfo.SustainedClockSpeedInGhz", Structural},
	FactEBSBaselineThroughput: {"EbsInfo.EbsOptimizedInfo.BaselineThroughputInMBps", Revised},
	FactEBSMaxThroughput:      {"EbsInfo.EbsOptimizedInfo.MaximumThroughputInMBps", Revised},
	FactCores:                 {"VCpuInfo.ValidCores", Structural},
	FactThreads:               {"VCpuInfo.ValidThreadsPerCore", Structural},
	FactNetworkCards:          {"NetworkInfo.NetworkCards", Structural},
	FactEFACards:              {"NetworkInfo.NetworkCards.InterfaceTypes.efa", Structural},
	FactDisks:                 {"InstanceStorageInfo.Disks", Structural},
	FactGPUs:                  {"GpuInfo.Gpus", Structural},
	FactAccelerators:          {"Accelerators", Structural},
}

// String returns the member of the DescribeInstanceTypes answer that states the
// fact, such as "NetworkInfo.EnaSrdSupported". A member that states several
// facts is followed by which of them is meant:
// "ProcessorInfo.SupportedFeatures.amd-sev-snp". FactAccelerators, which EC2
// spreads over four members, is "Accelerators".
func (f Fact) String() string {
	if f.valid() {
		return facts[f].name
	}
	return "no fact"
}

func (f Fact) valid() bool { return 0 < f && f < endOfFacts }

// Facts yields every fact, in the order of the constants.
func Facts() iter.Seq[Fact] {
	return func(yield func(Fact) bool) {
		for f := Fact(1); f < endOfFacts; f++ {
			if !yield(f) {
				return
			}
		}
	}
}

// parseFact finds a fact by its name.
func parseFact(name string) (Fact, bool) {
	for f := range Facts() {
		if facts[f].name == name {
			return f, true
		}
	}
	return 0, false
}
