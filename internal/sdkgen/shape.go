package main

import (
	"cmp"
	"iter"
	"reflect"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

var request = reflect.TypeFor[ec2.RunInstancesInput]()

// structs lists every struct type reachable from the request, by name.
func structs() []reflect.Type {
	var found []reflect.Type
	var visit func(reflect.Type)
	visit = func(t reflect.Type) {
		t = elem(t)
		if !isStruct(t) || slices.Contains(found, t) {
			return
		}
		found = append(found, t)
		for f := range members(t) {
			visit(f.Type)
		}
	}
	visit(request)
	slices.SortFunc(found, func(a, b reflect.Type) int { return cmp.Compare(a.Name(), b.Name()) })
	return found
}

// members yields the exported fields of a struct, in the SDK's order.
func members(t reflect.Type) iter.Seq[reflect.StructField] {
	return func(yield func(reflect.StructField) bool) {
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() && !yield(f) {
				return
			}
		}
	}
}

// elem strips pointers and slices.
func elem(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

// isStruct tells structs of the request from times, which are plain values.
func isStruct(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t != reflect.TypeFor[time.Time]()
}
