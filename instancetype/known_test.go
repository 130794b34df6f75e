package instancetype

import "testing"

// known is the number of types of which each fact was known when it was last
// counted. A refresh of the table may raise it, never lower it.
var known = map[string]int{
	"BareMetal":                                   1437,
	"BurstablePerformanceSupported":               1433,
	"CurrentGeneration":                           1403,
	"FreeTierEligible":                            1397,
	"AutoRecoverySupported":                       1395,
	"RebootMigrationSupport":                      1385,
	"DedicatedHostsSupported":                     1401,
	"HibernationSupported":                        1401,
	"NitroEnclavesSupport":                        1422,
	"NitroTpmSupport":                             1422,
	"PhcSupport":                                  1392,
	"ProcessorInfo.SupportedFeatures.amd-sev-snp": 1437,
	"ProcessorInfo.SupportedFeatures.nested-virtualization":                    1380,
	"VCpuInfo.ValidCores.listed":                                               1398,
	"NetworkInfo.Ipv6Supported":                                                1424,
	"NetworkInfo.EfaSupported":                                                 1425,
	"NetworkInfo.EnaSrdSupported":                                              1424,
	"NetworkInfo.EncryptionInTransitSupported":                                 1423,
	"NetworkInfo.FlexibleEnaQueuesSupport":                                     1413,
	"NetworkInfo.SecondaryNetworkSupported":                                    1380,
	"EbsInfo.EncryptionSupport":                                                1423,
	"InstanceStorageSupported":                                                 1428,
	"ProcessorInfo.SupportedArchitectures":                                     1435,
	"SupportedBootModes":                                                       1395,
	"SupportedRootDeviceTypes":                                                 1395,
	"SupportedVirtualizationTypes":                                             1395,
	"SupportedUsageClasses":                                                    1399,
	"PlacementGroupInfo.SupportedStrategies":                                   1395,
	"NetworkInfo.BandwidthWeightings":                                          1416,
	"Hypervisor":                                                               1431,
	"NetworkInfo.EnaSupport":                                                   1429,
	"EbsInfo.EbsOptimizedSupport":                                              1395,
	"EbsInfo.NvmeSupport":                                                      1429,
	"EbsInfo.AttachmentLimitType":                                              1409,
	"InstanceStorageInfo.NvmeSupport":                                          592,
	"InstanceStorageInfo.EncryptionSupport":                                    591,
	"ProcessorInfo.Manufacturer":                                               1427,
	"NetworkInfo.NetworkPerformance":                                           1428,
	"VCpuInfo.DefaultVCpus":                                                    1432,
	"VCpuInfo.DefaultCores":                                                    1425,
	"VCpuInfo.DefaultThreadsPerCore":                                           1425,
	"MemoryInfo.SizeInMiB":                                                     1429,
	"NetworkInfo.MaximumNetworkInterfaces":                                     1426,
	"NetworkInfo.DefaultNetworkCardIndex":                                      1417,
	"NetworkInfo.Ipv4AddressesPerInterface":                                    1426,
	"NetworkInfo.Ipv6AddressesPerInterface":                                    1424,
	"NetworkInfo.EfaInfo.MaximumEfaInterfaces":                                 1418,
	"NetworkInfo.MaximumSecondaryNetworkInterfaces":                            0,
	"NetworkInfo.Ipv4AddressesPerSecondaryInterface":                           833,
	"NetworkInfo.ConnectionTrackingConfiguration.DefaultTcpEstablishedTimeout": 1380,
	"NetworkInfo.ConnectionTrackingConfiguration.DefaultUdpStreamTimeout":      1380,
	"NetworkInfo.ConnectionTrackingConfiguration.DefaultUdpTimeout":            1380,
	"EbsInfo.EbsOptimizedInfo.BaselineBandwidthInMbps":                         1403,
	"EbsInfo.EbsOptimizedInfo.MaximumBandwidthInMbps":                          1407,
	"EbsInfo.EbsOptimizedInfo.BaselineIops":                                    1403,
	"EbsInfo.EbsOptimizedInfo.MaximumIops":                                     1403,
	"EbsInfo.MaximumEbsAttachments":                                            1409,
	"EbsInfo.MaximumEbsCards":                                                  1409,
	"InstanceStorageInfo.TotalSizeInGB":                                        1428,
	"GpuInfo.TotalGpuMemoryInMiB":                                              1428,
	"ProcessorInfo.SustainedClockSpeedInGhz":                                   1385,
	"EbsInfo.EbsOptimizedInfo.BaselineThroughputInMBps":                        1403,
	"EbsInfo.EbsOptimizedInfo.MaximumThroughputInMBps":                         1403,
	"VCpuInfo.ValidCores":                                                      1174,
	"VCpuInfo.ValidThreadsPerCore":                                             1174,
	"NetworkInfo.NetworkCards":                                                 1418,
	"NetworkInfo.NetworkCards.InterfaceTypes.efa":                              1,
	"InstanceStorageInfo.Disks":                                                1428,
	"GpuInfo.Gpus":                                                             1429,
	"Accelerators":                                                             1428,
}

func TestNoFactIsLost(t *testing.T) {
	for f := range Facts() {
		count := 0
		for i := range All() {
			if i.Known(f) {
				count++
			}
		}
		floor, listed := known[f.String()]
		if !listed {
			t.Errorf("%s: known of %d types: list it", f, count)
		}
		if count < floor {
			t.Errorf("%s: known of %d types, was of %d", f, count, floor)
		}
	}
}
