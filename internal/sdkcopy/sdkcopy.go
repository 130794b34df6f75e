// Package sdkcopy copies the structs of a RunInstances request deeply, so that
// nothing that enters or leaves the library is shared with its caller, and
// compares them.
//
// There is one function for each struct reachable from [ec2.RunInstancesInput];
// they are generated from the SDK's own types. A program may use an SDK with
// members that the generated code does not know yet: a struct that has more
// fields than it had then is copied by reflection.
package sdkcopy

//go:generate go run ../sdkgen copy copy_gen.go

import "reflect"

// pointer returns a pointer to a copy of what p points to.
func pointer[T any](p *T) *T {
	if p == nil {
		return nil
	}
	return new(*p)
}

// has reports whether the struct T has that many fields.
func has[T any](fields int) bool { return reflect.TypeFor[T]().NumField() == fields }

// reflected returns a deep copy of the struct in.
func reflected[T any](in T) T {
	unshare(reflect.ValueOf(&in).Elem())
	return in
}

// OfAny returns a pointer to a deep copy of the structure that p points to.
func OfAny(p any) any { return unshared(reflect.ValueOf(p)).Interface() }

// unshare puts copies in the place of all that v points to.
func unshare(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if member := v.Field(i); member.CanSet() {
				unshare(member)
			}
		}
	case reflect.Pointer:
		if !v.IsNil() {
			p := reflect.New(v.Type().Elem())
			p.Elem().Set(v.Elem())
			unshare(p.Elem())
			v.Set(p)
		}
	case reflect.Interface:
		if !v.IsNil() {
			v.Set(unshared(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			list := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(list, v)
			for i := range list.Len() {
				unshare(list.Index(i))
			}
			v.Set(list)
		}
	case reflect.Map:
		if !v.IsNil() {
			m := reflect.MakeMapWithSize(v.Type(), v.Len())
			for key, value := range v.Seq2() {
				m.SetMapIndex(key, unshared(value))
			}
			v.Set(m)
		}
	}
}

// unshared returns a deep copy of v.
func unshared(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	unshare(out)
	return out
}
