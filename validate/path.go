package validate

import (
	"reflect"
	"strconv"
	"strings"
	"time"
)

// locate finds what stands at a path of the structure that a pointer points
// to: its place, comparable with [slices.Compare] to order violations as the
// request is ordered, and its value, nil when nothing is set. ok is false for a
// path that the request cannot have.
func locate(structure any, path string) (place []int, value any, ok bool) {
	v, place, ok := walk(structure, path)
	if !ok || path == "" || strings.HasSuffix(path, "UserData") {
		return place, nil, ok
	}
	return place, plain(v), true
}

// walk follows a path through a structure, and notes the places of its steps.
func walk(structure any, path string) (v reflect.Value, place []int, ok bool) {
	v = reflect.ValueOf(structure)
	for rest := path; rest != ""; {
		var step string
		step, rest, _ = strings.Cut(rest, ".")
		name, index, indexed := strings.Cut(step, "[")
		v = pointedTo(v)
		if v.Kind() != reflect.Struct {
			return v, nil, false
		}
		f, known := v.Type().FieldByName(name)
		if !known {
			return v, nil, false
		}
		place = append(place, f.Index[0])
		v = v.FieldByIndex(f.Index)
		if indexed {
			i, err := strconv.Atoi(strings.TrimSuffix(index, "]"))
			if err != nil || v.Kind() != reflect.Slice || i < 0 || i >= v.Len() {
				return v, nil, false
			}
			place = append(place, i)
			v = v.Index(i)
		}
	}
	return v, place, true
}

// pointedTo returns the struct that v is or points to; below an absent member,
// everything is absent.
func pointedTo(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Pointer {
		return v
	}
	if v.IsNil() {
		return reflect.Zero(v.Type().Elem())
	}
	return v.Elem()
}

// plain returns a text as string, a number as int64, a switch as bool and a
// time as [time.Time] in UTC, or as text beyond the years 0 to 9999; nil for
// what is not set or none of these, so that a violation never holds a part of
// the request.
func plain(v reflect.Value) any {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.String:
		if v.Type().PkgPath() != "" && v.Len() == 0 {
			return nil // an enumeration left out
		}
		return v.String()
	case reflect.Int32:
		return v.Int()
	case reflect.Bool:
		return v.Bool()
	}
	if t, ok := reflect.TypeAssert[time.Time](v); ok {
		if t = t.UTC(); t.Year() < 0 || t.Year() > 9999 {
			return t.Format(time.RFC3339Nano) // which JSON has no time for
		}
		return t
	}
	return nil
}
