package rules

import (
	"cmp"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// A span is a documented range, both ends included.
type span struct{ min, max *validate.Limit }

var (
	initializationRates = span{initializationRateMin, initializationRateMax}
	throughputs         = span{gp3ThroughputMin, gp3ThroughputMax}
)

// sizes is the range of VolumeSize in GiB. Of an inherited type, it is that of
// all types together.
func sizes(t types.VolumeType) (s span, ok bool) {
	switch t {
	case types.VolumeTypeGp2:
		return span{volumeSizeMin, gp2SizeMax}, true
	case types.VolumeTypeGp3, "":
		return span{volumeSizeMin, gp3SizeMax}, true
	case types.VolumeTypeIo1:
		return span{ioSizeMin, io1SizeMax}, true
	case types.VolumeTypeIo2:
		return span{ioSizeMin, io2SizeMax}, true
	case types.VolumeTypeSt1, types.VolumeTypeSc1:
		return span{hddSizeMin, hddSizeMax}, true
	case types.VolumeTypeStandard:
		return span{volumeSizeMin, standardSizeMax}, true
	}
	return span{}, false
}

// iops is the range of Iops of the types whose IOPS are provisioned.
func iops(t types.VolumeType) (s span, ok bool) {
	switch t {
	case types.VolumeTypeGp3:
		return span{gp3IOPSMin, gp3IOPSMax}, true
	case types.VolumeTypeIo1:
		return span{ioIOPSMin, io1IOPSMax}, true
	case types.VolumeTypeIo2:
		return span{ioIOPSMin, io2IOPSMax}, true
	}
	return span{}, false
}

// ends returns both ends; ok is false in an edition that does not state them.
func (s span) ends(p *validate.Pass) (least, most int64, ok bool) {
	least, okMin := p.Limit(s.min)
	most, okMax := p.Limit(s.max)
	return least, most, okMin && okMax
}

// holds reports whether n is in the range, or the edition states none.
func (s span) holds(p *validate.Pass, n int32) bool {
	least, most, ok := s.ends(p)
	return !ok || least <= int64(n) && int64(n) <= most
}

// kind names a type of volume in messages.
func kind(t types.VolumeType) string { return cmp.Or(string(t), "EBS") }
