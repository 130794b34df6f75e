package instancetype

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// EBSOptimized is the support of EBS optimization: "unsupported", "supported"
// (it may be switched) or "default" (it is always on); "" when unknown.
func (i Info) EBSOptimized() types.EbsOptimizedSupport {
	return types.EbsOptimizedSupport(i.choice(FactEBSOptimized))
}

// EBSEncryption says whether encrypted volumes may be attached.
func (i Info) EBSEncryption() Answer { return i.answer(FactEBSEncryption) }

// NVMe says how volumes appear as NVMe devices: "unsupported", "supported" or
// "required"; "" when unknown.
func (i Info) NVMe() types.EbsNvmeSupport { return types.EbsNvmeSupport(i.choice(FactNVMe)) }

// MaxEBSVolumes is the number of volumes that may be attached. Where
// [Info.AttachmentLimitKind] is "shared", network interfaces and NVMe instance
// store volumes count against it too, so it is an upper bound.
func (i Info) MaxEBSVolumes() (n int32, ok bool) { return i.int32(FactMaxEBSVolumes) }

// AttachmentLimitKind says what [Info.MaxEBSVolumes] counts: "dedicated"
// (volumes only) or "shared"; "" when unknown.
func (i Info) AttachmentLimitKind() types.AttachmentLimitType {
	return types.AttachmentLimitType(i.choice(FactAttachmentLimit))
}

// EBSCards is the number of EBS cards.
func (i Info) EBSCards() (n int32, ok bool) { return i.int32(FactEBSCards) }

// EBSBaselineIOPS is the number of 16 KiB operations a second that the instance
// always reaches over all its volumes.
func (i Info) EBSBaselineIOPS() (n int32, ok bool) { return i.int32(FactEBSBaselineIOPS) }

// EBSMaxIOPS is the number of 16 KiB operations a second that the instance
// reaches at most.
func (i Info) EBSMaxIOPS() (n int32, ok bool) { return i.int32(FactEBSMaxIOPS) }

// EBSBaselineMbps is the bandwidth to EBS, in Mbit/s, that is always there.
func (i Info) EBSBaselineMbps() (n int32, ok bool) { return i.int32(FactEBSBaselineMbps) }

// EBSMaxMbps is the bandwidth to EBS, in Mbit/s, that the instance reaches at
// most.
func (i Info) EBSMaxMbps() (n int32, ok bool) { return i.int32(FactEBSMaxMbps) }

// EBSBaselineThroughput is the throughput to EBS, in MB/s, that is always
// there.
func (i Info) EBSBaselineThroughput() (n float64, ok bool) {
	return i.float64(FactEBSBaselineThroughput)
}

// EBSMaxThroughput is the throughput to EBS, in MB/s, that the instance reaches
// at most.
func (i Info) EBSMaxThroughput() (n float64, ok bool) { return i.float64(FactEBSMaxThroughput) }
