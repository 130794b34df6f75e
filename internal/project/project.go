// Package project carries what one structure of the SDK says over to another
// that says the same in other types: the data of a launch template onto a
// RunInstances request, and back.
package project

import (
	"fmt"
	"reflect"
	"strings"
)

// alias returns the other name of a member that the SDK spells in two ways, ""
// for all others.
func alias(name string) string {
	switch name {
	case "RamDiskId":
		return "RamdiskId"
	case "RamdiskId":
		return "RamDiskId"
	case "ElasticGpuSpecification":
		return "ElasticGpuSpecifications"
	case "ElasticGpuSpecifications":
		return "ElasticGpuSpecification"
	}
	return ""
}

// Onto sets in the structure that to points to what the structure that from
// points to sets: each member at the one of the same name. Values are shared,
// structures and lists are not. It returns the paths of the members that from
// sets and for which to has no place: none by that name, or one of another
// kind.
func Onto(to, from any) (lost []string) {
	structure(reflect.ValueOf(to).Elem(), reflect.ValueOf(from).Elem(), "", &lost)
	return lost
}

func structure(to, from reflect.Value, prefix string, lost *[]string) {
	for f := range from.Type().Fields() {
		value := from.FieldByIndex(f.Index)
		if !f.IsExported() || value.IsZero() || value.Kind() == reflect.Slice && value.Len() == 0 {
			continue
		}
		path := prefix + f.Name
		place := to.FieldByName(f.Name)
		if !place.IsValid() {
			place = to.FieldByName(alias(f.Name))
		}
		if !place.IsValid() || !assign(place, value, path, lost) {
			*lost = append(*lost, path)
		}
	}
}

// assign sets to, of another type than from perhaps, and reports whether both
// are of one kind.
func assign(to, from reflect.Value, path string, lost *[]string) bool {
	if to.Kind() != from.Kind() {
		return false
	}
	switch from.Kind() {
	case reflect.Pointer:
		if to.Type() == from.Type() && from.Elem().Kind() != reflect.Struct {
			to.Set(from)
			return true
		}
		place := reflect.New(to.Type().Elem())
		if !assign(place.Elem(), from.Elem(), path, lost) {
			return false
		}
		to.Set(place)
	case reflect.Slice:
		list := reflect.MakeSlice(to.Type(), from.Len(), from.Len())
		for i := range from.Len() {
			if !assign(list.Index(i), from.Index(i), fmt.Sprintf("%s[%d]", path, i), lost) {
				return false
			}
		}
		to.Set(list)
	case reflect.Struct:
		if to.Type() == from.Type() {
			to.Set(from)
			return true
		}
		structure(to, from, path+".", lost)
	default:
		if !from.Type().ConvertibleTo(to.Type()) {
			return false
		}
		to.Set(from.Convert(to.Type()))
	}
	return true
}

// Path returns the path in the type of a structure that stands for a path in
// another from which it was projected: the same, but for members that the two
// spell in two ways. ok is false where the structure has no such member.
func Path(t reflect.Type, path string) (there string, ok bool) {
	var steps []string
	for step := range strings.SplitSeq(path, ".") {
		name, index, _ := strings.Cut(step, "[")
		if t.Kind() != reflect.Struct {
			return "", false
		}
		f, known := t.FieldByName(name)
		if !known {
			f, known = t.FieldByName(alias(name))
		}
		if !known {
			return "", false
		}
		if index != "" {
			index = "[" + index
		}
		steps = append(steps, f.Name+index)
		for t = f.Type; t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice; t = t.Elem() {
		}
	}
	return strings.Join(steps, "."), true
}
