package validate

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// locate finds what stands at path: its place, comparable with [slices.Compare]
// to order violations as the request is ordered, and its value, nil when
// nothing is set. It panics on a path that the request cannot have.
func locate(in *ec2.RunInstancesInput, path string) (place []int, value any) {
	v := reflect.ValueOf(in)
	for rest := path; rest != ""; {
		var step string
		step, rest, _ = strings.Cut(rest, ".")
		name, index, indexed := strings.Cut(step, "[")
		v = field(v, name, path)
		place = append(place, fieldIndex(v, name))
		v = v.FieldByName(name)
		if indexed {
			i, err := strconv.Atoi(strings.TrimSuffix(index, "]"))
			if err != nil || v.Kind() != reflect.Slice || i < 0 || i >= v.Len() {
				panic(fmt.Sprintf("validate: the request has no %q", path))
			}
			place = append(place, i)
			v = v.Index(i)
		}
	}
	if path == "" || strings.HasPrefix(path, "UserData") {
		return place, nil
	}
	return place, plain(v)
}

// field returns the struct that v is or points to, which must have the named
// field; below an absent member, everything is absent.
func field(v reflect.Value, name, path string) reflect.Value {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v = reflect.Zero(v.Type().Elem())
		} else {
			v = v.Elem()
		}
	}
	if v.Kind() != reflect.Struct || !v.FieldByName(name).IsValid() {
		panic(fmt.Sprintf("validate: a request has no member %q", path))
	}
	return v
}

func fieldIndex(v reflect.Value, name string) int {
	f, _ := v.Type().FieldByName(name)
	return f.Index[0]
}

// plain returns scalars by value, and nil for what is not set or not a scalar,
// so that a violation never holds a part of the request.
func plain(v reflect.Value) any {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	switch {
	case v.Kind() == reflect.Slice || v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[time.Time]():
		return nil
	case v.Kind() == reflect.String && v.Type().PkgPath() != "" && v.Len() == 0:
		return nil // an enumeration left out
	}
	return v.Interface()
}
