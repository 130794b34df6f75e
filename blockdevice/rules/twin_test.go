package rules

import (
	"math"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// fits says of a volume, in the figures and formulas of the User Guide, whether
// its size, IOPS and throughput are ones that its type has.
func fits(in validate.Edition, kind types.VolumeType, size, iops, throughput int64) bool {
	now := in >= validate.Autumn2026
	switch kind {
	case types.VolumeTypeGp3:
		if now {
			return 1 <= size && size <= 65_536 && 3000 <= iops && iops <= 80_000 && 125 <= throughput && throughput <= 2000 &&
				(iops == 3000 || iops <= 500*size) && 4*throughput <= iops
		}
		return 1 <= size && size <= 16_384 && 3000 <= iops && iops <= 16_000 && 125 <= throughput && throughput <= 1000 &&
			(iops == 3000 || iops <= 500*size) && 4*throughput <= iops
	case types.VolumeTypeIo1:
		return 4 <= size && size <= 16_384 && 100 <= iops && iops <= 64_000 && iops <= 50*size
	case types.VolumeTypeIo2:
		if now {
			return 4 <= size && size <= 65_536 && 100 <= iops && iops <= 256_000 && iops <= 1000*size
		}
		return 4 <= size && size <= 16_384 && 100 <= iops && iops <= 64_000 && iops <= 1000*size
	case types.VolumeTypeGp2:
		return 1 <= size && size <= 16_384
	case types.VolumeTypeSt1, types.VolumeTypeSc1:
		return 125 <= size && size <= 16_384
	default:
		return 1 <= size && size <= 1024
	}
}

// A twin compares the rules with fits, in every edition.
type twin map[validate.Edition]*validate.Validator

func newTwin(tb testing.TB) twin {
	t := twin{}
	for _, edition := range validate.Editions() {
		v, err := validate.NewValidator(Rules(), validate.In(edition))
		if err != nil {
			tb.Fatal(err)
		}
		t[edition] = v
	}
	return t
}

// compare reports whether the rules and fits agree on a volume.
func (t twin) compare(tb testing.TB, kind types.VolumeType, size, iops, throughput int32) bool {
	volume := &types.EbsBlockDevice{VolumeType: kind, VolumeSize: &size}
	switch kind {
	case types.VolumeTypeGp3:
		volume.Throughput = &throughput
		fallthrough
	case types.VolumeTypeIo1, types.VolumeTypeIo2:
		volume.Iops = &iops
	}
	in := &ec2.RunInstancesInput{BlockDeviceMappings: []types.BlockDeviceMapping{{DeviceName: new("/dev/sdf"), Ebs: volume}}}
	agree := true
	for edition, v := range t {
		report := v.Check(in)
		if want := fits(edition, kind, int64(size), int64(iops), int64(throughput)); (report.Err() == nil) != want {
			agree = false
			tb.Errorf("%s of %d GiB, %d IOPS and %d MiB/s in %v: fits is %t\n%s", kind, size, iops, throughput, edition, want, report)
		}
	}
	return agree
}

// about lists numbers and their neighbours.
func about(numbers ...int32) (all []int32) {
	for _, n := range numbers {
		all = append(all, n-1, n, n+1)
	}
	return append(all, math.MinInt32, 0, math.MaxInt32)
}

// figuresOf lists the figures of a rule in all editions, so that the formulas are
// asked at those, too, that somebody changes.
func figuresOf(id string) (figures []int32) {
	for _, r := range Rules() {
		if r.ID != id {
			continue
		}
		for l := range r.Figures() {
			for _, f := range l.Figures {
				figures = append(figures, int32(f.N))
			}
		}
	}
	slices.Sort(figures)
	return slices.Clip(slices.Compact(figures))
}

func TestVolumesAgainstTheFormulasOfTheUserGuide(t *testing.T) {
	const most = 10
	twin, wrong := newTwin(t), 0
	compare := func(kind types.VolumeType, size, iops, throughput int32) {
		if twin.compare(t, kind, size, iops, throughput) {
			return
		}
		if wrong++; wrong == most {
			t.Fatalf("the rules and the function fits differ on %d volumes, and perhaps on more", most)
		}
	}
	ofSize, ofIOPS, ofThroughput := figuresOf("volume-size-range"), figuresOf("volume-iops-range"), figuresOf("volume-throughput-range")
	for _, kind := range types.VolumeType("").Values() {
		sizes := about(append(ofSize, 6, 8, 20, 64, 160, 256, 1280)...)
		if !slices.Contains([]types.VolumeType{"gp3", "io1", "io2"}, kind) {
			for _, size := range sizes {
				compare(kind, size, 0, 0)
			}
			continue
		}
		for _, size := range sizes {
			for _, iops := range about(append(ofIOPS, 200, 500, 4000, 8000, 20_000, 50*size, 500*size, 1000*size)...) {
				if kind != types.VolumeTypeGp3 {
					compare(kind, size, iops, 0)
					continue
				}
				for _, throughput := range about(append(ofThroughput, 750, iops/4)...) {
					compare(kind, size, iops, throughput)
				}
			}
		}
	}
}

// FuzzVolumes compares with the formulas at any numbers.
func FuzzVolumes(f *testing.F) {
	f.Add(uint8(0), int32(7), int32(3500), int32(125))
	f.Add(uint8(1), int32(2147483647), int32(-2147483648), int32(2147483647))
	f.Add(uint8(2), int32(13), int32(650), int32(0))
	twin := newTwin(f)
	kinds := types.VolumeType("").Values()
	f.Fuzz(func(t *testing.T, kind uint8, size, iops, throughput int32) {
		twin.compare(t, kinds[int(kind)%len(kinds)], size, iops, throughput)
	})
}
