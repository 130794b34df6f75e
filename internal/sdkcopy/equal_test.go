package sdkcopy

import (
	"reflect"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// filled returns a request with every member set, and two items in each list.
func filled() *ec2.RunInstancesInput {
	var fill func(reflect.Value)
	fill = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem())
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fill(v.Index(0))
			fill(v.Index(1))
		case reflect.Struct:
			for f, member := range v.Fields() {
				if f.IsExported() {
					fill(member)
				}
			}
		case reflect.String:
			v.SetString("text")
		}
	}
	in := new(ec2.RunInstancesInput)
	fill(reflect.ValueOf(in).Elem())
	return in
}

// eachChange changes every value and drops every pointer and list below v, one
// at a time, and calls visit while it is so.
func eachChange(v reflect.Value, path string, visit func(path string)) {
	was := reflect.New(v.Type()).Elem()
	was.Set(v)
	change := func(value any) {
		v.Set(reflect.ValueOf(value).Convert(v.Type()))
		visit(path)
		v.Set(was)
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Slice:
		change(reflect.Zero(v.Type()).Interface())
	case reflect.String:
		change("another")
	case reflect.Int32:
		change(v.Int() + 1)
	case reflect.Bool:
		change(!v.Bool())
	}
	switch v.Kind() {
	case reflect.Pointer:
		eachChange(v.Elem(), path, visit)
	case reflect.Slice:
		v.Set(v.Slice(0, 1))
		visit(path)
		v.Set(was)
		eachChange(v.Index(v.Len()-1), path+"[]", visit)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			change(time.Unix(1, 0))
			return
		}
		for f, member := range v.Fields() {
			if f.IsExported() {
				eachChange(member, path+"."+f.Name, visit)
			}
		}
	}
}

func TestEqualCountsEveryMember(t *testing.T) {
	in, twin := filled(), filled()
	changes := 0
	eachChange(reflect.ValueOf(in).Elem(), "", func(path string) {
		changes++
		if Equal(in, twin) || Equal(twin, in) {
			t.Errorf("a change of %s does not count", path)
		}
	})
	if changes == 0 || !Equal(in, twin) {
		t.Errorf("after %d changes and their undoing, the requests differ", changes)
	}
}

func TestEqualTakesForTheSame(t *testing.T) {
	at := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	spot := func(until time.Time) *ec2.RunInstancesInput {
		return &ec2.RunInstancesInput{InstanceMarketOptions: &types.InstanceMarketOptionsRequest{
			SpotOptions: &types.SpotMarketOptions{ValidUntil: &until},
		}}
	}
	for _, tt := range []struct {
		name string
		a, b *ec2.RunInstancesInput
		want bool
	}{
		{"none", nil, nil, true},
		{"none and one that sets nothing", nil, new(ec2.RunInstancesInput), false},
		{"no list and an empty one", new(ec2.RunInstancesInput), &ec2.RunInstancesInput{SecurityGroups: []string{}},
			true},
		{"no struct and an empty one", new(ec2.RunInstancesInput),
			&ec2.RunInstancesInput{Placement: new(types.Placement)}, false},
		{"no text and an empty one", new(ec2.RunInstancesInput), &ec2.RunInstancesInput{KeyName: new("")}, false},
		{"one moment in two zones", spot(at), spot(at.In(time.FixedZone("", 3600))), true},
		{"two moments", spot(at), spot(at.Add(1)), false},
	} {
		if Equal(tt.a, tt.b) != tt.want || Equal(tt.b, tt.a) != tt.want {
			t.Errorf("%s: not %t", tt.name, tt.want)
		}
	}
}

// TestEqualOfNewerKinds: members of kinds that no request has so far count, and
// what is not exported does not.
func TestEqualOfNewerKinds(t *testing.T) {
	same := func(a, b extended) bool { return equal(reflect.ValueOf(a), reflect.ValueOf(b)) }
	if !same(newExtended(), newExtended()) {
		t.Error("twins differ")
	}
	for name, change := range map[string]func(*extended){
		"map":       func(e *extended) { e.Parts["p"].Names[0] = "x" },
		"interface": func(e *extended) { e.Part = 1 },
	} {
		other := newExtended()
		if change(&other); same(newExtended(), other) {
			t.Errorf("a change in a member of the kind %s does not count", name)
		}
	}
	type hidden struct{ secret int }
	if !equal(reflect.ValueOf(hidden{1}), reflect.ValueOf(hidden{2})) {
		t.Error("an unexported field counts")
	}
}

func TestEqualAllocatesNothing(t *testing.T) {
	in, twin := filled(), filled()
	if n := testing.AllocsPerRun(10, func() { Equal(in, twin) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// BenchmarkEqual compares with reflect.DeepEqual, which takes the time 1.
func BenchmarkEqual(b *testing.B) {
	in, twin := filled(), filled()
	b.ReportAllocs()
	for b.Loop() {
		Equal(in, twin)
	}
	start := time.Now()
	for range b.N {
		reflect.DeepEqual(in, twin)
	}
	b.ReportMetric(float64(b.Elapsed())/float64(time.Since(start)), "x-DeepEqual")
}
