package launchtest

import (
	"errors"
	"fmt"
	"maps"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	smithytime "github.com/aws/smithy-go/time"
)

//go:generate go run ./internal/gen -o wire_gen.go

// A parameter pairs the name that a request member has on the wire with its path in the SDK's input struct. N stands
// for the number of a list item in both, as it does in the EC2 API reference.
type parameter struct {
	wire string // "NetworkInterface.N.SecurityGroupId.N"
	path string // "NetworkInterfaces.N.Groups.N"
}

// maxItem bounds list numbers, so that one short parameter cannot ask for a huge list.
const maxItem = 10_000

// decode sets the members of input, a pointer to an SDK input struct, from the parameters of a request. It knows
// exactly the parameters of the table and refuses any other.
func decode(form url.Values, table []parameter, input any) error {
	for _, name := range slices.Sorted(maps.Keys(form)) {
		if name == "Action" || name == "Version" {
			continue
		}
		values := form[name]
		if len(values) != 1 {
			return refusal("InvalidQueryParameter", "The parameter %s is given %d times", clip(name), len(values))
		}
		path, items, err := locate(name, table)
		if err != nil {
			return err
		}
		if err := set(reflect.ValueOf(input).Elem(), path, items, values[0]); err != nil {
			return refusal("InvalidParameterValue", "Value %q for parameter %s is invalid: %v", clip(values[0]),
				clip(name), err)
		}
	}
	return nil
}

// locate finds a parameter by its wire name and returns its path together with the list indexes for each N in it.
func locate(name string, table []parameter) (path []string, items []int, err error) {
	segments := strings.Split(name, ".")
	for i, segment := range segments {
		if segment == "" || strings.Trim(segment, "0123456789") != "" {
			continue
		}
		n, err := strconv.Atoi(segment)
		if err != nil || n < 1 || n > maxItem {
			return nil, nil, refusal("InvalidParameterValue", "The list item number of parameter %s must be 1 to %d",
				clip(name), maxItem)
		}
		segments[i] = "N"
		items = append(items, n-1)
	}
	i, found := slices.BinarySearchFunc(table, strings.Join(segments, "."), func(p parameter, wire string) int {
		return strings.Compare(p.wire, wire)
	})
	if !found {
		return nil, nil, refusal("UnknownParameter", "The parameter %s is not recognized", clip(name))
	}
	return strings.Split(table[i].path, "."), items, nil
}

// set writes a value at a path below v, making the structures and list items on the way.
func set(v reflect.Value, path []string, items []int, value string) error {
	switch {
	case v.Kind() == reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		return set(v.Elem(), path, items, value)
	case len(path) == 0:
		return parse(v, value)
	case v.Kind() == reflect.Slice:
		if missing := items[0] + 1 - v.Len(); missing > 0 {
			v.Set(reflect.AppendSlice(v, reflect.MakeSlice(v.Type(), missing, missing)))
		}
		return set(v.Index(items[0]), path[1:], items[1:], value)
	default:
		return set(v.FieldByName(path[0]), path[1:], items, value)
	}
}

// parse sets v from the text that stands for it on the wire.
func parse(v reflect.Value, value string) error {
	switch v.Kind() {
	case reflect.String:
		v.SetString(value)
	case reflect.Bool:
		if value != "true" && value != "false" {
			return errors.New("want true or false")
		}
		v.SetBool(value == "true")
	case reflect.Int32, reflect.Int64:
		n, err := strconv.ParseInt(value, 10, v.Type().Bits())
		if err != nil {
			return fmt.Errorf("want a whole number of at most %d bits", v.Type().Bits())
		}
		v.SetInt(n)
	default:
		t, err := smithytime.ParseDateTime(value)
		if err != nil {
			return fmt.Errorf("want a time such as %s", time.Unix(0, 0).UTC().Format(time.RFC3339))
		}
		v.Set(reflect.ValueOf(t))
	}
	return nil
}
