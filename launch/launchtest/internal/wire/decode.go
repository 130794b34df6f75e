package wire

import (
	"encoding/base64"
	"errors"
	"fmt"
	"maps"
	"math"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	smithytime "github.com/aws/smithy-go/time"
)

// A parameter pairs the name that a request member has on the wire with its path in the SDK's input struct. N stands
// for the number of a list item in both, as it does in the EC2 API reference.
type parameter struct {
	wire string // "NetworkInterface.N.SecurityGroupId.N"
	path string // "NetworkInterfaces.N.Groups.N"
}

// maxItem bounds list numbers, so that one short parameter cannot ask for a huge list.
const maxItem = 10_000

// maxItems bounds the items of all lists of a request together, those left out
// before the highest number among them: numbers of lists within lists multiply.
const maxItems = 20_000

// Decode sets the members of input, a pointer to the SDK's input struct of an
// action, from the parameters of a request. It knows exactly the parameters that
// the SDK sends and refuses any other, or passes it over if lenient.
func Decode(form url.Values, action string, input any, lenient bool) error {
	table := parameters[action]
	room := maxItems
	for _, name := range slices.Sorted(maps.Keys(form)) {
		if name == "Action" || name == "Version" {
			continue
		}
		values := form[name]
		if len(values) != 1 {
			return Refuse("InvalidQueryParameter", "The parameter %s is given %d times", Clip(name), len(values))
		}
		path, items, err := locate(name, table)
		if err == errUnknown && lenient {
			continue
		}
		if err == errUnknown {
			return Refuse("UnknownParameter", "The parameter %s is not recognized", Clip(name))
		}
		if err != nil {
			return err
		}
		err = set(reflect.ValueOf(input).Elem(), path, items, values[0], &room)
		if err == errTooManyItems {
			return Refuse("InvalidParameterValue", "The lists of a request must have at most %d items together; %s exceeds that", maxItems, Clip(name))
		}
		if err != nil {
			return Refuse("InvalidParameterValue", "Value %q for parameter %s is invalid: %v", Clip(values[0]), Clip(name), err)
		}
	}
	return nil
}

// Actions returns the actions whose requests can be read and whose answers can
// be written, in alphabetical order.
func Actions() []string { return slices.Sorted(maps.Keys(parameters)) }

// errUnknown is what locate returns for a name that the table does not have.
var errUnknown = errors.New("unknown parameter")

// locate finds a parameter by its wire name and returns its path together with the list indexes for each N in it.
func locate(name string, table []parameter) (path []string, items []int, err error) {
	segments := strings.Split(name, ".")
	for i, segment := range segments {
		if segment == "" || strings.Trim(segment, "0123456789") != "" {
			continue
		}
		n, err := strconv.Atoi(segment)
		if err != nil || n < 1 || n > maxItem {
			return nil, nil, Refuse("InvalidParameterValue", "The list item number of parameter %s must be 1 to %d", Clip(name), maxItem)
		}
		segments[i] = "N"
		items = append(items, n-1)
	}
	i, found := slices.BinarySearchFunc(table, strings.Join(segments, "."), func(p parameter, wire string) int {
		return strings.Compare(p.wire, wire)
	})
	if !found {
		return nil, nil, errUnknown
	}
	return strings.Split(table[i].path, "."), items, nil
}

// errTooManyItems is what set returns when it may not make another item.
var errTooManyItems = errors.New("too many list items")

// set writes a value at a path below v, making the structures and list items on
// the way. It takes the items that it makes from room.
func set(v reflect.Value, path []string, items []int, value string, room *int) error {
	switch {
	case v.Kind() == reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		return set(v.Elem(), path, items, value, room)
	case len(path) == 0:
		return parse(v, value)
	case v.Kind() == reflect.Slice && path[0] == "N":
		if missing := items[0] + 1 - v.Len(); missing > 0 {
			if *room -= missing; *room < 0 {
				return errTooManyItems
			}
			v.Set(reflect.AppendSlice(v, reflect.MakeSlice(v.Type(), missing, missing)))
		}
		return set(v.Index(items[0]), path[1:], items[1:], value, room)
	default:
		return set(v.FieldByName(path[0]), path[1:], items, value, room)
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
	case reflect.Slice: // of bytes
		data, err := base64.StdEncoding.DecodeString(value)
		if err != nil {
			return errors.New("want base64")
		}
		v.SetBytes(data)
	case reflect.Float64:
		f, err := strconv.ParseFloat(value, 64)
		if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
			return errors.New("want a decimal number")
		}
		v.SetFloat(f)
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
