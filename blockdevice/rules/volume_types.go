package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// A volumeType is what EBS documents of a type of volume. What a type does not
// take has no limits.
type volumeType struct {
	name         types.VolumeType
	size         span            // in GiB
	iops         span            // that can be provisioned
	iopsPerGiB   *validate.Limit // most IOPS for each GiB
	baseline     *validate.Limit // IOPS that it has without being asked, at any size
	throughput   span            // in MiB/s
	iopsPerMiB   *validate.Limit // fewest IOPS for each MiB/s
	iopsRequired bool            // it has no default
	boots        bool
	previous     bool // of the previous generation
}

var volumeTypes = [...]volumeType{
	{
		name: types.VolumeTypeGp3, boots: true,
		size: span{volumeSizeMin, gp3SizeMax},
		iops: span{gp3IOPSMin, gp3IOPSMax}, iopsPerGiB: gp3IOPSRatio, baseline: gp3IOPSMin,
		throughput: span{gp3ThroughputMin, gp3ThroughputMax}, iopsPerMiB: gp3ThroughputRatio,
	},
	{name: types.VolumeTypeGp2, boots: true, size: span{volumeSizeMin, gp2SizeMax}},
	{
		name: types.VolumeTypeIo1, boots: true, iopsRequired: true,
		size: span{ioSizeMin, io1SizeMax},
		iops: span{ioIOPSMin, io1IOPSMax}, iopsPerGiB: io1IOPSRatio,
	},
	{
		name: types.VolumeTypeIo2, boots: true, iopsRequired: true,
		size: span{ioSizeMin, io2SizeMax},
		iops: span{ioIOPSMin, io2IOPSMax}, iopsPerGiB: io2IOPSRatio,
	},
	{name: types.VolumeTypeSt1, size: span{hddSizeMin, hddSizeMax}},
	{name: types.VolumeTypeSc1, size: span{hddSizeMin, hddSizeMax}},
	{name: types.VolumeTypeStandard, boots: true, previous: true, size: span{volumeSizeMin, standardSizeMax}},
}

// typeOf finds a type by its name; nil for one that is left out, or unknown.
func typeOf(name types.VolumeType) *volumeType {
	for i := range volumeTypes {
		if format.Same(string(volumeTypes[i].name), string(name)) {
			return &volumeTypes[i]
		}
	}
	return nil
}

// typesThat names the types of which something holds: "gp3, io1 or io2".
func typesThat(holds func(*volumeType) bool) string {
	var names []string
	for i := range volumeTypes {
		if holds(&volumeTypes[i]) {
			names = append(names, string(volumeTypes[i].name))
		}
	}
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], ", ") + " or " + names[last]
	}
	return strings.Join(names, "")
}

func (t *volumeType) takesIOPS() bool       { return t.iops != span{} }
func (t *volumeType) takesThroughput() bool { return t.throughput != span{} }

// The limits that rules find in the table.

func sizeLimits() []*validate.Limit {
	return column(func(t *volumeType) []*validate.Limit { return t.size.ends() })
}

func iopsLimits() []*validate.Limit {
	return column(func(t *volumeType) []*validate.Limit { return t.iops.ends() })
}

func throughputLimits() []*validate.Limit {
	return column(func(t *volumeType) []*validate.Limit { return t.throughput.ends() })
}

func iopsRatioLimits() []*validate.Limit {
	return column(func(t *volumeType) []*validate.Limit {
		if t.iopsPerGiB == nil {
			return nil
		}
		return slices.Concat(t.size.ends(), t.iops.ends(), []*validate.Limit{t.iopsPerGiB, t.baseline})
	})
}

func throughputRatioLimits() []*validate.Limit {
	return column(func(t *volumeType) []*validate.Limit {
		if t.iopsPerMiB == nil {
			return nil
		}
		return slices.Concat(t.size.ends(), t.iops.ends(), t.throughput.ends(),
			[]*validate.Limit{t.iopsPerMiB, t.baseline})
	})
}

// column lists the limits of all types, each once.
func column(of func(*volumeType) []*validate.Limit) (limits []*validate.Limit) {
	for i := range volumeTypes {
		for _, l := range of(&volumeTypes[i]) {
			if l != nil && !slices.Contains(limits, l) {
				limits = append(limits, l)
			}
		}
	}
	return limits
}

// A span is a documented range, both ends included. The zero span is none.
type span struct{ min, max *validate.Limit }

func (s span) ends() []*validate.Limit { return []*validate.Limit{s.min, s.max} }

// broken returns the end that n is beyond; nil when it is within both, or the
// edition states none.
func (s span) broken(p *validate.Pass, n int32) *validate.Limit {
	if s == (span{}) {
		return nil
	}
	least, hasLeast := p.Limit(s.min)
	most, hasMost := p.Limit(s.max)
	switch {
	case hasLeast && int64(n) < least:
		return s.min
	case hasMost && int64(n) > most:
		return s.max
	}
	return nil
}

// text prints the range: "3000 to 80000".
func (s span) text(p *validate.Pass) string {
	least, _ := p.Limit(s.min)
	most, _ := p.Limit(s.max)
	return fmt.Sprintf("%d to %d", least, most)
}

// widest reaches from the lowest end that any type has to the highest.
func widest(p *validate.Pass, of func(*volumeType) span) (all span) {
	for i := range volumeTypes {
		s := of(&volumeTypes[i])
		if all == (span{}) || s == (span{}) {
			all = cmp.Or(all, s)
			continue
		}
		if least, _ := p.Limit(s.min); least < figure(p, all.min) {
			all.min = s.min
		}
		if most, _ := p.Limit(s.max); most > figure(p, all.max) {
			all.max = s.max
		}
	}
	return all
}

func figure(p *validate.Pass, l *validate.Limit) int64 {
	n, _ := p.Limit(l)
	return n
}

// inRange reports whether size, IOPS and throughput are each what the type
// takes. Ratios say nothing about others: they are reported already.
func (m *mapping) inRange(p *validate.Pass) bool {
	within := func(s span, n *int32) bool { return n == nil || s.broken(p, *n) == nil }
	return within(m.kind.size, m.Ebs.VolumeSize) && within(m.kind.iops, m.Ebs.Iops)
}
