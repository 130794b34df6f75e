package launch

import (
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go/document"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/network"
)

// sameInput compares requests of the SDK member by member.
var sameInput = cmpopts.IgnoreTypes(document.NoSerde{})

// fill gives every reachable member of v a value.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 8))
		fill(v.Index(0))
		fill(v.Index(1))
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Date(2027, 1, 2, 3, 4, 5, 0, time.UTC)))
			return
		}
		for f, member := range v.Fields() {
			if f.IsExported() {
				fill(member)
			}
		}
	case reflect.String:
		v.SetString("eA==")
	case reflect.Int32:
		v.SetInt(1)
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic("no value for a " + v.Kind().String())
	}
}

// full is a request with every member set.
func full() *ec2.RunInstancesInput {
	in := new(ec2.RunInstancesInput)
	fill(reflect.ValueOf(in).Elem())
	return in
}

// addresses maps every pointer and array that v reaches to its path.
func addresses(v reflect.Value, path string, into map[uintptr]string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			into[v.Pointer()] = path
			addresses(v.Elem(), path, into)
		}
	case reflect.Slice:
		if v.Len() > 0 {
			into[v.Pointer()] = path
		}
		for i := range v.Len() {
			addresses(v.Index(i), fmt.Sprintf("%s[%d]", path, i), into)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for f, member := range v.Fields() {
			if f.IsExported() {
				addresses(member, path+"."+f.Name, into)
			}
		}
	}
}

// shared lists the paths of a at which it shares memory with b.
func shared(a, b *ec2.RunInstancesInput) []string {
	of := func(in *ec2.RunInstancesInput) map[uintptr]string {
		m := map[uintptr]string{}
		addresses(reflect.ValueOf(in), "", m)
		return m
	}
	var paths []string
	inB := of(b)
	for p, path := range of(a) {
		if _, ok := inB[p]; ok {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

func TestCopySharesNothing(t *testing.T) {
	in := full()
	out := new(sdkcopy.RunInstancesInput(*in))
	if diff := cmp.Diff(in, out, sameInput); diff != "" {
		t.Errorf("the copy differs: %s", diff)
	}
	if paths := shared(in, out); len(paths) > 0 {
		t.Errorf("the copy shares %v", paths)
	}
}

func TestBordersShareNothing(t *testing.T) {
	in := full()
	b := FromInput(in)
	spec := Spec{request: &b.request}
	var kept *ec2.RunInstancesInput
	edited := b.Edit(func(in *ec2.RunInstancesInput) { kept = in })
	for name, out := range map[string]*ec2.RunInstancesInput{
		"FromInput":         b.reveal(),
		"Spec.Input":        spec.Input(),
		"Builder.Edit":      edited.reveal(),
		"what Edit is lent": kept,
		"FromSpec":          FromSpec(spec).reveal(),
	} {
		if diff := cmp.Diff(in, out, sameInput); diff != "" {
			t.Errorf("%s changes the request: %s", name, diff)
		}
		for _, other := range []*ec2.RunInstancesInput{in, &b.in, spec.Input()} {
			if paths := shared(out, other); len(paths) > 0 {
				t.Errorf("%s shares %v", name, paths)
			}
		}
	}
	if paths := shared(kept, &edited.in); len(paths) > 0 {
		t.Errorf("the builder keeps what Edit was lent: %v", paths)
	}
}

// methods lists the exported methods of Builder that return a Builder.
func methods() []reflect.Method {
	t := reflect.TypeFor[Builder]()
	var found []reflect.Method
	for m := range t.Methods() {
		if m.Type.NumOut() == 1 && m.Type.Out(0) == t {
			found = append(found, m)
		}
	}
	return found
}

// TestForksAreIndependent forks one base twice by every method, and the first
// fork twice again, whose lists have room to grow in place, and shows that the
// base and the forks are what they were.
func TestForksAreIndependent(t *testing.T) {
	base := FromInput(full())
	before := base.reveal()
	for _, m := range methods() {
		first, second := argumentsOf(t, m, 0), argumentsOf(t, m, 1)
		one := call(m, base, first)
		was := one.reveal()
		call(m, base, second)
		two := call(m, one, first)
		twoWas := two.reveal()
		call(m, one, second)
		if diff := cmp.Diff(twoWas, two.reveal(), sameInput); diff != "" {
			t.Errorf("%s on a fork of a fork changed its twin: %s", m.Name, diff)
		}
		if diff := cmp.Diff(before, base.reveal(), sameInput); diff != "" {
			t.Errorf("%s changed its receiver: %s", m.Name, diff)
		}
		if diff := cmp.Diff(was, one.reveal(), sameInput); diff != "" {
			t.Errorf("%s on a fork changed the other: %s", m.Name, diff)
		}
	}
}

// TestArgumentsAreNotKept changes what a method was given, through every slice,
// and shows that the builder does not notice.
func TestArgumentsAreNotKept(t *testing.T) {
	for _, m := range methods() {
		args := argumentsOf(t, m, 1)
		b := call(m, FromInput(nil), args)
		was := b.reveal()
		for _, arg := range args {
			if arg.Kind() == reflect.Slice {
				for i := range arg.Len() {
					arg.Index(i).SetZero()
				}
			}
		}
		if diff := cmp.Diff(was, b.reveal(), sameInput); diff != "" {
			t.Errorf("%s keeps its argument: %s", m.Name, diff)
		}
	}
}

func TestBuilderIsConcurrent(t *testing.T) {
	base := everything()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, m := range methods() {
				_ = call(m, base, argumentsOf(t, m, 0)).String()
			}
			_, _ = base.Build()
		})
	}
	wg.Wait()
}

func call(m reflect.Method, b Builder, args []reflect.Value) Builder {
	in := append([]reflect.Value{reflect.ValueOf(b)}, args...)
	if m.Type.IsVariadic() {
		return m.Func.CallSlice(in)[0].Interface().(Builder)
	}
	return m.Func.Call(in)[0].Interface().(Builder)
}

// The types below embed what the library seals, and write where they should
// not: through what the request holds, and later through what they were lent.
type (
	foreignConfig struct {
		network.Config
		kept *[]*ec2.RunInstancesInput
	}
	foreignMarket struct {
		market.Market
		kept *[]*ec2.RunInstancesInput
	}
	foreignPlacement struct {
		placement.Placement
		kept *[]*ec2.RunInstancesInput
	}
	foreignMapping struct {
		blockdevice.Mapping
		kept *types.EbsBlockDevice
	}
)

func (f foreignConfig) Apply(in *ec2.RunInstancesInput) {
	f.Config.Apply(in)
	spoil(in, f.kept, "spoilt")
}
func (f foreignMarket) Apply(in *ec2.RunInstancesInput) {
	f.Market.Apply(in)
	spoil(in, f.kept, "spoilt")
}
func (f foreignPlacement) Apply(in *ec2.RunInstancesInput) {
	f.Placement.Apply(in)
	spoil(in, f.kept, "spoilt")
}

func (f foreignMapping) Map(string) types.BlockDeviceMapping {
	return types.BlockDeviceMapping{DeviceName: new("another"), Ebs: f.kept}
}

// spoil writes a text wherever a request leads, and keeps it.
func spoil(in *ec2.RunInstancesInput, kept *[]*ec2.RunInstancesInput, text string) {
	*kept = append(*kept, in)
	in.ImageId, in.UserData = new(text), new(text)
	for _, m := range in.BlockDeviceMappings {
		*m.DeviceName = text
	}
	for _, s := range in.TagSpecifications {
		*s.Tags[0].Key = text
	}
	if in.CapacityReservationSpecification != nil {
		*in.CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId = text
	}
	if in.Placement != nil && in.Placement.AvailabilityZone != nil {
		*in.Placement.AvailabilityZone = text
	}
}

func TestTypesThatEmbedTheLibrarysReachNeitherBaseNorForks(t *testing.T) {
	const id = "cr-0123456789abcdef0"
	base := m7i().UserDataText("text").Device("/dev/sdf", blockdevice.GP2(blockdevice.GiB(8))).Tags(tags.Instance(tags.T{"a": "1"})).
		CapacityReservation(market.ReservationID(id)).Placement(placement.Zone("us-east-1a"))
	twin, before := base.KeyName("twin"), base.reveal()
	var kept []*ec2.RunInstancesInput
	ebs := &types.EbsBlockDevice{VolumeSize: new(int32(9))}
	forks := []Builder{
		base.Network(foreignConfig{network.InSubnet("subnet-1"), &kept}),
		base.Market(foreignMarket{market.Spot(), &kept}),
		base.Placement(foreignPlacement{placement.Zone("us-east-1b"), &kept}),
		base.Device("/dev/sdg", foreignMapping{blockdevice.NoDevice(), ebs}),
	}
	if *forks[0].in.SubnetId != "subnet-1" || forks[1].in.InstanceMarketOptions.MarketType != "spot" || *forks[3].in.BlockDeviceMappings[1].DeviceName != "/dev/sdg" {
		t.Errorf("the values embedded count for nothing: %v", forks)
	}
	was := fmt.Sprint(forks)
	for _, in := range kept {
		spoil(in, new([]*ec2.RunInstancesInput), "spoilt later")
	}
	*ebs.VolumeSize = 10
	if fmt.Sprint(forks) != was {
		t.Errorf("what was lent is kept:\n%v\n%v", was, forks)
	}
	for _, b := range append(forks, base, twin) {
		if got := b.reveal(); *got.ImageId != *before.ImageId || *got.UserData != *before.UserData || *got.BlockDeviceMappings[0].DeviceName != "/dev/sdf" {
			t.Errorf("%v is spoilt", b)
		}
	}
	if diff := cmp.Diff(before, base.reveal(), sameInput); diff != "" {
		t.Errorf("the base was written to: %s", diff)
	}
	if *twin.in.Placement.AvailabilityZone != "us-east-1a" {
		t.Error("a fork was written to")
	}
}
