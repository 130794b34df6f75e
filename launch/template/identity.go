package template

import (
	"encoding/json"
	"reflect"
)

// keys names the members that tell the elements of a list apart. The first must
// be given, others are 0 where they are not.
func keys(list string) []string {
	switch list {
	case "BlockDeviceMappings":
		return []string{"DeviceName"}
	case "NetworkInterfaces", "SecondaryInterfaces":
		return []string{"DeviceIndex", "NetworkCardIndex"}
	case "TagSpecifications":
		return []string{"ResourceType"}
	case "Tags":
		return []string{"Key"}
	}
	return nil
}

// identity is what tells an element of a list from others, and is equal for two
// that are one: its keys, or all that it says. It is nil where the first key is
// not given.
func identity(list string, element reflect.Value) any {
	names := keys(list)
	switch {
	case len(names) > 0 && element.FieldByName(names[0]).IsZero():
		return nil
	case len(names) > 0:
		var id [2]any
		for i, name := range names {
			id[i] = plain(element.FieldByName(name))
		}
		return id
	case element.Kind() == reflect.Struct:
		text, err := json.Marshal(element.Interface())
		if err != nil {
			return nil
		}
		return string(text)
	}
	return element.Interface()
}

// plain is the value of a key; the zero value where it is not given.
func plain(v reflect.Value) any {
	switch {
	case v.Kind() != reflect.Pointer:
		return v.Interface()
	case v.IsNil():
		return reflect.Zero(v.Type().Elem()).Interface()
	}
	return v.Elem().Interface()
}

// An index has the positions of a list's elements by their identity.
type index map[any][]int

func indexOf(name string, list reflect.Value) index {
	positions := index{}
	for i := range list.Len() {
		if id := identity(name, list.Index(i)); id != nil {
			positions[id] = append(positions[id], i)
		}
	}
	return positions
}

// take returns the first position of an identity and removes it, -1 if there is
// none.
func (x index) take(id any) int {
	positions := x[id]
	if len(positions) == 0 {
		return -1
	}
	x[id] = positions[1:]
	return positions[0]
}
