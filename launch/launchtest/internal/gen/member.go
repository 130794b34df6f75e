package main

import (
	"fmt"
	"iter"
	"reflect"
	"slices"
	"time"
)

// item stands in a path for the number of a list item, as N does in the EC2 API reference.
const item = "N"

// members yields the path of each member of a request that holds a value rather than a structure, for instance
// [NetworkInterfaces N Ipv6Addresses N Ipv6Address]. It ends with an error at a type the endpoint could not decode.
func members(t reflect.Type) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		walk(t, nil, yield)
	}
}

func walk(t reflect.Type, path []string, yield func([]string, error) bool) bool {
	switch {
	case t == reflect.TypeFor[time.Time]():
		return yield(slices.Clone(path), nil)
	case t.Kind() == reflect.Pointer:
		return walk(t.Elem(), path, yield)
	case t == reflect.TypeFor[[]byte]():
		return yield(slices.Clone(path), nil)
	case t.Kind() == reflect.Slice:
		return walk(t.Elem(), append(path, item), yield)
	case t.Kind() == reflect.Struct:
		for f := range t.Fields() {
			if f.IsExported() && !walk(f.Type, append(path, f.Name), yield) {
				return false
			}
		}
		return true
	}
	switch t.Kind() {
	case reflect.String, reflect.Bool, reflect.Int32, reflect.Int64, reflect.Float64:
		return yield(slices.Clone(path), nil)
	}
	yield(nil, fmt.Errorf("%v: no decoding for type %s", path, t))
	return false
}

// fill gives the member at path a value other than its zero, making the structures and single-item lists on the way.
func fill(v reflect.Value, path []string) {
	switch {
	case v.Type() == reflect.TypeFor[time.Time]():
		v.Set(reflect.ValueOf(time.Unix(1, 0)))
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), path)
	case v.Type() == reflect.TypeFor[[]byte]():
		v.SetBytes([]byte("x"))
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), path[1:])
	case v.Kind() == reflect.Struct:
		fill(v.FieldByName(path[0]), path[1:])
	case v.Kind() == reflect.String:
		v.SetString("x")
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.Kind() == reflect.Float64:
		v.SetFloat(1)
	default:
		v.SetInt(1)
	}
}
