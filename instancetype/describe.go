package instancetype

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// whole reports whether d is an answer as EC2 gives it rather than a part of
// one. Only a whole answer says no by leaving a member out: no GPUs, no
// bandwidth weightings, no SEV-SNP.
func whole(d *types.InstanceTypeInfo) bool {
	return d.VCpuInfo != nil && d.MemoryInfo != nil && d.ProcessorInfo != nil && d.NetworkInfo != nil &&
		d.EbsInfo != nil
}

// newRecord reads an answer of DescribeInstanceTypes, keeping nothing of it but
// strings. Members that are absent are not known.
func newRecord(d *types.InstanceTypeInfo, sources []Source) *record {
	r := &record{name: d.InstanceType, sources: sources}
	r.flag(FactBareMetal, d.BareMetal)
	r.flag(FactBurstable, d.BurstablePerformanceSupported)
	r.flag(FactCurrentGeneration, d.CurrentGeneration)
	r.flag(FactFreeTier, d.FreeTierEligible)
	r.flag(FactAutoRecovery, d.AutoRecoverySupported)
	r.flag(FactDedicatedHosts, d.DedicatedHostsSupported)
	r.flag(FactHibernation, d.HibernationSupported)
	r.flag(FactInstanceStore, d.InstanceStorageSupported)
	r.support(FactRebootMigration, string(d.RebootMigrationSupport))
	r.support(FactEnclaves, string(d.NitroEnclavesSupport))
	r.support(FactNitroTPM, string(d.NitroTpmSupport))
	r.support(FactPHC, string(d.PhcSupport))
	learnNames(r, FactBootModes, d.SupportedBootModes)
	learnNames(r, FactRootDevices, d.SupportedRootDeviceTypes)
	learnNames(r, FactVirtualizations, d.SupportedVirtualizationTypes)
	learnNames(r, FactUsageClasses, d.SupportedUsageClasses)
	if p := d.PlacementGroupInfo; p != nil {
		learnNames(r, FactPlacementStrategies, p.SupportedStrategies)
	}
	r.hypervisor(d)
	r.cpu(d)
	if m := d.MemoryInfo; m != nil {
		r.number64(FactMemoryMiB, m.SizeInMiB)
	}
	r.network(d)
	r.ebs(d.EbsInfo)
	r.store(d)
	r.devices(d)
	return r
}

// EC2 states no hypervisor for bare metal.
func (r *record) hypervisor(d *types.InstanceTypeInfo) {
	h := d.Hypervisor
	if h == "" && d.BareMetal != nil && *d.BareMetal {
		h = HypervisorNone
	}
	learnName(r, FactHypervisor, h)
}

func (r *record) cpu(d *types.InstanceTypeInfo) {
	if v := d.VCpuInfo; v != nil {
		r.number(FactVCPUs, v.DefaultVCpus)
		r.number(FactDefaultCores, v.DefaultCores)
		r.number(FactDefaultThreadsPerCore, v.DefaultThreadsPerCore)
		if len(v.ValidCores) > 0 {
			r.cores = slices.Sorted(slices.Values(v.ValidCores))
			r.learn(FactCores)
		}
		if len(v.ValidThreadsPerCore) > 0 {
			r.threads = slices.Sorted(slices.Values(v.ValidThreadsPerCore))
			r.learn(FactThreads)
		}
		if len(v.ValidCores) > 0 || whole(d) {
			r.setAnswer(FactCPUOptionsListed, answerOf(len(v.ValidCores) > 0))
		}
	}
	if p := d.ProcessorInfo; p != nil {
		learnNames(r, FactArchitectures, p.SupportedArchitectures)
		r.word(FactManufacturer, p.Manufacturer)
		r.decimal(FactClockGHz, p.SustainedClockSpeedInGhz)
		r.feature(FactAMDSEVSNP, d, types.SupportedAdditionalProcessorFeatureAmdSevSnp)
		r.feature(FactNestedVirtualization, d, types.SupportedAdditionalProcessorFeatureNestedVirtualization)
	}
}

func (r *record) feature(f Fact, d *types.InstanceTypeInfo, feature types.SupportedAdditionalProcessorFeature) {
	if has := slices.Contains(d.ProcessorInfo.SupportedFeatures, feature); has || whole(d) {
		r.setAnswer(f, answerOf(has))
	}
}

func (r *record) ebs(e *types.EbsInfo) {
	if e == nil {
		return
	}
	r.support(FactEBSEncryption, string(e.EncryptionSupport))
	learnName(r, FactEBSOptimized, e.EbsOptimizedSupport)
	learnName(r, FactNVMe, e.NvmeSupport)
	learnName(r, FactAttachmentLimit, e.AttachmentLimitType)
	r.number(FactMaxEBSVolumes, e.MaximumEbsAttachments)
	r.number(FactEBSCards, e.MaximumEbsCards)
	if o := e.EbsOptimizedInfo; o != nil {
		r.number(FactEBSBaselineMbps, o.BaselineBandwidthInMbps)
		r.number(FactEBSMaxMbps, o.MaximumBandwidthInMbps)
		r.number(FactEBSBaselineIOPS, o.BaselineIops)
		r.number(FactEBSMaxIOPS, o.MaximumIops)
		r.decimal(FactEBSBaselineThroughput, o.BaselineThroughputInMBps)
		r.decimal(FactEBSMaxThroughput, o.MaximumThroughputInMBps)
	}
}

func (r *record) store(d *types.InstanceTypeInfo) {
	if s := d.InstanceStorageInfo; s != nil {
		learnName(r, FactInstanceStoreNVMe, s.NvmeSupport)
		learnName(r, FactInstanceStoreEncryption, s.EncryptionSupport)
		r.number64(FactInstanceStoreGB, s.TotalSizeInGB)
		r.disks = make([]Disk, 0, len(s.Disks))
		for _, k := range s.Disks {
			r.disks = append(r.disks, Disk{value(k.Count), value(k.SizeInGB), k.Type})
		}
		r.learn(FactDisks)
	} else if d.InstanceStorageSupported != nil && !*d.InstanceStorageSupported {
		r.number64(FactInstanceStoreGB, new(int64(0)))
		r.disks = []Disk{}
		r.learn(FactDisks)
	}
}
