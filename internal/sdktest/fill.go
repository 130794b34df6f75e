// Package sdktest makes requests of the SDK for tests and finds what values
// share.
package sdktest

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// A Filler gives members values. A function that is nil gives the same value
// each time. The zero Filler fills each list with two elements.
type Filler struct {
	Text     func() string
	Number   func() int64
	Switch   func() bool
	Time     func() time.Time
	Elements int // of each list; 0 is two
}

// Full is a request with every member set, texts to base64.
func Full() *ec2.RunInstancesInput {
	in := new(ec2.RunInstancesInput)
	Filler{}.Fill(reflect.ValueOf(in).Elem())
	return in
}

// Fill sets v and every member that it reaches. It panics on a kind that no
// member of the SDK's requests has.
func (f Filler) Fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.Fill(v.Elem())
	case reflect.Slice:
		n := f.Elements
		if n == 0 {
			n = 2
		}
		v.Set(reflect.MakeSlice(v.Type(), n, 4*n)) // with room to grow in place
		for i := range n {
			f.Fill(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(or(f.Time, time.Date(2027, 1, 2, 3, 4, 5, 0, time.UTC))))
			return
		}
		for field, member := range v.Fields() {
			if field.IsExported() {
				f.Fill(member)
			}
		}
	case reflect.String:
		v.SetString(or(f.Text, "eA=="))
	case reflect.Int32, reflect.Int64:
		v.SetInt(or(f.Number, 1))
	case reflect.Float64:
		v.SetFloat(float64(or(f.Number, 1)))
	case reflect.Bool:
		v.SetBool(or(f.Switch, true))
	default:
		panic("no value for a " + v.Kind().String())
	}
}

func or[T any](value func() T, otherwise T) T {
	if value == nil {
		return otherwise
	}
	return value()
}

// Set sets the member at a path, of the first element of each list on the way,
// and all that is below it.
func Set(in *ec2.RunInstancesInput, path string) {
	v := reflect.ValueOf(in).Elem()
	for step := range strings.SplitSeq(path, ".") {
		switch v.Kind() {
		case reflect.Pointer:
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		case reflect.Slice:
			if v.Len() == 0 {
				v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			}
			v = v.Index(0)
		}
		v = v.FieldByName(strings.TrimSuffix(step, "[]"))
	}
	Filler{}.Fill(v)
}

// Shared lists the paths at which a reaches memory that b reaches, too.
func Shared(a, b any) (paths []string) {
	inB := map[uintptr]string{}
	addresses(reflect.ValueOf(b), "", func(p uintptr, path string) { inB[p] = path })
	addresses(reflect.ValueOf(a), "", func(p uintptr, path string) {
		if _, shared := inB[p]; shared {
			paths = append(paths, path)
		}
	})
	return paths
}

// addresses yields where the memory lies that v reaches.
func addresses(v reflect.Value, path string, yield func(uintptr, string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			yield(v.Pointer(), path)
			addresses(v.Elem(), path, yield)
		}
	case reflect.Slice:
		if v.Len() > 0 {
			yield(v.Pointer(), path)
		}
		for i := range v.Len() {
			addresses(v.Index(i), fmt.Sprintf("%s[%d]", path, i), yield)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for f, member := range v.Fields() {
			if f.IsExported() {
				addresses(member, path+"."+f.Name, yield)
			}
		}
	}
}
