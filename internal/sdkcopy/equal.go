package sdkcopy

import (
	"reflect"
	"time"
)

// Equal reports whether a and b are the same structure, member for member. An
// empty list is the same as none, and times are the same if they are the same
// moment. It compares by reflection, and so the members that an SDK adds, too.
func Equal[T any](a, b *T) bool {
	return equal(reflect.ValueOf(a), reflect.ValueOf(b))
}

// equal compares two values of one type.
func equal(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Struct:
		if t, ok := reflect.TypeAssert[time.Time](a); ok {
			u, _ := reflect.TypeAssert[time.Time](b)
			return t.Equal(u)
		}
		for i := range a.NumField() {
			if member := a.Field(i); member.CanInterface() && !equal(member, b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() && b.IsNil()
		}
		return equal(a.Elem(), b.Elem())
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !equal(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Map, reflect.Interface: // the SDK's request has none so far
		return reflect.DeepEqual(a.Interface(), b.Interface())
	}
	return a.Equal(b)
}
