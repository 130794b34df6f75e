package members

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/google/go-cmp/cmp"
)

// fill sets about half of the members below v.
func fill(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if r.IntN(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem())
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), r.IntN(3), 3))
		for i := range v.Len() {
			fill(r, v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for f, member := range v.Fields() {
			if f.IsExported() {
				fill(r, member)
			}
		}
	case reflect.String:
		v.SetString([]string{"", "x"}[r.IntN(2)])
	}
}

// walk is the slow twin of what is generated: it collects the members that are
// set, and the places of their values, by reflection.
func walk(v reflect.Value, path, place string, set map[string]bool, values map[string][]string) {
	for f, member := range v.Fields() {
		if !f.IsExported() {
			continue
		}
		path, place := path+f.Name, place+f.Name
		switch {
		case member.Kind() == reflect.Slice:
			set[path] = set[path] || member.Len() > 0
			for i := range member.Len() {
				below(member.Index(i), path, path+"[].", fmt.Sprintf("%s[%d]", place, i), set, values)
			}
		case !member.IsZero():
			set[path] = true
			below(reflect.Indirect(member), path, path+".", place, set, values)
		}
	}
}

func below(v reflect.Value, path, prefix, place string, set map[string]bool, values map[string][]string) {
	switch {
	case v.Type() == reflect.TypeFor[time.Time]():
	case v.Kind() == reflect.Struct:
		walk(v, prefix, place+".", set, values)
	default:
		values[path] = append(values[path], fmt.Sprintf("%s=%v", place, v))
	}
}

// visitor notes the places of what it is shown.
type visitor struct {
	path  string
	found []string
}

func (v *visitor) Visit(value any, at Position, lists int) {
	place := v.path
	for _, i := range at[:lists] {
		if !strings.Contains(place, "[]") {
			place += "[]" // of a list of texts
		}
		place = strings.Replace(place, "[]", fmt.Sprintf("[%d]", i), 1)
	}
	v.found = append(v.found, fmt.Sprintf("%s=%v", place, reflect.ValueOf(value).Elem()))
}

func TestAgainstReflection(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		in := new(ec2.RunInstancesInput)
		fill(r, reflect.ValueOf(in).Elem())
		wantSet, wantValues := map[string]bool{}, map[string][]string{}
		walk(reflect.ValueOf(in).Elem(), "", "", wantSet, wantValues)
		got := Of(in)
		for _, path := range Paths() {
			if one := SetOf(path); got.Has(&one) != wantSet[path] || got.HasAny(&one) != wantSet[path] {
				t.Errorf("%s is set: got %t, want %t", path, got.Has(&one), wantSet[path])
			}
			each, kind := Values(path)
			if kind == Structure {
				if len(wantValues[path]) > 0 {
					t.Errorf("%s has values, but none are shown", path)
				}
				continue
			}
			var tests Tests
			tests.Add(path, &Test{Text: never[string], Number: never[int32], Switch: never[bool]})
			set, wrong := Judge(in, &tests)
			if want := SetOf(path); set != got || (wrong == want) != wantSet[path] || wrong != want &&
				wrong != (Set{}) {
				t.Errorf("%s: what is set and wrong is %v and %v", path, set, wrong)
			}
			v := &visitor{path: path}
			each(in, &Test{Text: never[string], Number: never[int32], Switch: never[bool]}, v)
			if diff := cmp.Diff(wantValues[path], v.found); diff != "" {
				t.Errorf("%s: %s", path, diff)
			}
		}
	}
}

// never is a test that nothing passes.
func never[T any](T) bool { return false }

func TestTestsOfOneMemberMustAllPass(t *testing.T) {
	least, most := &Interval{2, math.MaxInt64}, &Interval{math.MinInt64, 4}
	for _, tt := range []struct {
		tests []Test
		name  string
		wrong bool
	}{
		{nil, "", false},
		{[]Test{{Bounds: least}}, "a", true},
		{[]Test{{Bounds: least}}, "ab", false},
		{[]Test{{Bounds: least}}, "ü", true},
		{[]Test{{Bounds: most}}, "üüüü", false},
		{[]Test{{Bounds: most}}, "abcde", true},
		{[]Test{{Bounds: least}, {Bounds: most}}, "a", true},
		{[]Test{{Bounds: least}, {Bounds: most}}, "abcde", true},
		{[]Test{{Bounds: least}, {Bounds: most}}, "abc", false},
		{[]Test{{Bounds: least}, {Text: never[string]}}, "abc", true},
		{[]Test{{Text: always[string]}, {Text: never[string]}}, "abc", true},
		{[]Test{{Text: never[string]}, {Text: always[string]}}, "abc", true},
		{[]Test{{Text: always[string]}, {Text: always[string]}}, "abc", false},
	} {
		var tests Tests
		for _, test := range tt.tests {
			tests.Add("KeyName", &test)
		}
		_, wrong := Judge(&ec2.RunInstancesInput{KeyName: &tt.name}, &tests)
		if got := wrong != (Set{}); got != tt.wrong {
			t.Errorf("%q with %d tests is wrong: got %t, want %t", tt.name, len(tt.tests), got, tt.wrong)
		}
	}
}

func always[T any](T) bool { return true }

func TestSetOf(t *testing.T) {
	if unknown := SetOf("minCount"); unknown != (Set{}) || Known("minCount") || !Known("MinCount") {
		t.Error("minCount is known")
	}
	paths := Paths()
	if !slices.Contains(paths, "BlockDeviceMappings[].Ebs.Iops") {
		t.Error("the paths are not those of a request")
	}
	if paths[0] = "changed"; Paths()[0] == "changed" {
		t.Error("Paths is shared")
	}
}

// Both counts are that of a walk through all that there is.
func TestElements(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		in := new(ec2.RunInstancesInput)
		fill(r, reflect.ValueOf(in).Elem())
		want := counted(reflect.ValueOf(in).Elem())
		if got, in := Elements(in, math.MaxInt), ElementsIn(in, math.MaxInt); got != want || in != want {
			t.Errorf("%d and %d elements, want %d", got, in, want)
		}
		for most := range want {
			if got, in := Elements(in, most), ElementsIn(in, most); got <= most || in <= most || got > want || in > want {
				t.Errorf("of %d elements, more than %d: got %d and %d", want, most, got, in)
			}
		}
	}
}

func counted(v reflect.Value) (n int) {
	switch v.Kind() {
	case reflect.Slice:
		n = v.Len()
		for i := range v.Len() {
			n += counted(v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			n = counted(v.Elem())
		}
	case reflect.Struct:
		for f, member := range v.Fields() {
			if f.IsExported() {
				n += counted(member)
			}
		}
	}
	return n
}
