package blockdevice_test

import (
	"reflect"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ec2launch/ec2launch/blockdevice"
)

// TestMapSharesNothing writes through everything that a mapping points to.
func TestMapSharesNothing(t *testing.T) {
	for _, c := range constructed {
		want := c.mapping.Map("/dev/sdf")
		clobber(reflect.ValueOf(new(c.mapping.Map("/dev/sdf"))).Elem())
		if diff := difference(want, c.mapping.Map("/dev/sdf")); diff != "" {
			t.Errorf("%T: -want +got:\n%s", c.mapping, diff)
		}
	}
}

// clobber zeroes what v points to, at any depth.
func clobber(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			clobber(v.Elem())
			v.Elem().SetZero()
		}
	case reflect.Struct:
		for f, value := range v.Fields() {
			if f.IsExported() {
				clobber(value)
			}
		}
	}
}

// TestFork calls every method of a half-built value, each on the same one, and
// compares it with what it was.
func TestFork(t *testing.T) {
	for _, base := range []any{
		blockdevice.GP2(blockdevice.FromSnapshot(snapshot)).KMSKey("alias/data").DeleteOnTermination(false).EBSCardIndex(2).
			AvailabilityZone("z").AvailabilityZoneID("z"),
		blockdevice.GP3(blockdevice.GiB(8)).IOPS(4000).Throughput(500).KMSKey("alias/data").DeleteOnTermination(false).EBSCardIndex(2).
			AvailabilityZone("z").AvailabilityZoneID("z"),
		blockdevice.Inherit().GrowTo(8).VolumeType("gp3").IOPS(4000).Throughput(500).InitializationRate(100).
			KMSKey("alias/data").DeleteOnTermination(false).EBSCardIndex(2),
		blockdevice.FromSnapshot(snapshot).GrowTo(8).InitializationRate(100).OutpostARN("arn"),
	} {
		want, v := mapped(base), reflect.ValueOf(base)
		for i := range v.NumMethod() {
			m := v.Type().Method(i)
			if m.Type.NumOut() != 1 || m.Type.Out(0) != v.Type() {
				continue
			}
			var args []reflect.Value
			for p := range m.Type.NumIn() - 1 {
				args = append(args, sample(m.Type.In(p+1)))
			}
			changed := v.Method(i).Call(args)[0].Interface()
			if diff := difference(want, mapped(base)); diff != "" {
				t.Errorf("%T.%s changes its receiver: -want +got:\n%s", base, m.Name, diff)
			}
			alreadySo := m.Name == "Encrypted"
			if !alreadySo && difference(want, mapped(changed)) == "" {
				t.Errorf("%T.%s changes nothing", base, m.Name)
			}
		}
	}
}

func mapped(v any) types.BlockDeviceMapping {
	if s, ok := v.(blockdevice.Snapshot); ok {
		v = blockdevice.GP3(s)
	}
	return v.(blockdevice.Mapping).Map("/dev/sdf")
}

// sample is an argument that no base has.
func sample(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.String:
		v.SetString("other")
	case reflect.Bool:
		v.SetBool(true)
	default:
		v.SetInt(7)
	}
	return v
}

func difference(want, got types.BlockDeviceMapping) string {
	return cmp.Diff(want, got, cmpopts.IgnoreUnexported(types.BlockDeviceMapping{}, types.EbsBlockDevice{}))
}
