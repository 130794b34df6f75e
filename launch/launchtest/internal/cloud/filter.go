package cloud

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// maxFilterValues is the documented number of filter values in one request.
const maxFilterValues = 200

// A filter is one filter of a request, ready to be matched.
type filter struct {
	path   [][]int // indexes of members; lists on the way are walked
	tag    string  // key of the tag to look at, where path is that of the tags
	tagged bool
	values []string
}

type filters []filter

// compile reads the filters of an action's request for things of type V. It
// refuses those that the action does not serve, and more values than EC2 takes.
func compile[V any](given []types.Filter, action string) (filters, error) {
	table := filterTables[action]
	var compiled filters
	count := 0
	for _, f := range given {
		name := value(f.Name)
		path, known := table[name]
		c := filter{values: f.Values}
		if key, ok := strings.CutPrefix(name, "tag:"); ok && table["tag-key"] != "" {
			c.tag, c.tagged, known = key, true, true
			path, _, _ = strings.Cut(table["tag-key"], ".")
		}
		if !known {
			return nil, wire.Refuse("InvalidParameterValue", "The filter '%s' is invalid, or launchtest does not serve it; it serves %s",
				wire.Clip(name), strings.Join(slices.Sorted(maps.Keys(table)), ", "))
		}
		c.path = resolve(reflect.TypeFor[V](), path)
		if count += len(f.Values); count > maxFilterValues {
			return nil, wire.Refuse("FilterLimitExceeded", "The maximum number of filter values specified on a single call is %d", maxFilterValues)
		}
		compiled = append(compiled, c)
	}
	return compiled, nil
}

// resolve returns the index of each member on a path below a type.
func resolve(t reflect.Type, path string) [][]int {
	var indexes [][]int
	for member := range strings.SplitSeq(path, ".") {
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		f, _ := t.FieldByName(member)
		indexes = append(indexes, f.Index)
		t = f.Type
	}
	return indexes
}

// match reports whether a thing, given by a pointer, matches every filter: each
// by at least one of its values.
func (fs filters) match(thing any) bool {
	for _, f := range fs {
		have := f.lookUp(reflect.ValueOf(thing).Elem())
		matches := func(pattern string) bool {
			return slices.ContainsFunc(have, func(s string) bool { return match(pattern, s) })
		}
		if !slices.ContainsFunc(f.values, matches) {
			return false
		}
	}
	return true
}

// lookUp returns the values of a thing that the filter looks at.
func (f filter) lookUp(thing reflect.Value) []string {
	var values []string
	if !f.tagged {
		leaves(thing, f.path, &values)
		return values
	}
	for _, tag := range thing.FieldByIndex(f.path[0]).Interface().([]types.Tag) {
		if value(tag.Key) == f.tag {
			values = append(values, value(tag.Value))
		}
	}
	return values
}

// leaves collects the texts at a path below v. What a thing does not have, no
// filter value matches.
func leaves(v reflect.Value, path [][]int, texts *[]string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			leaves(v.Elem(), path, texts)
		}
	case reflect.Slice:
		for i := range v.Len() {
			leaves(v.Index(i), path, texts)
		}
	case reflect.Struct:
		if t, ok := v.Interface().(time.Time); ok {
			*texts = append(*texts, t.UTC().Format("2006-01-02T15:04:05.000Z"))
			return
		}
		leaves(v.FieldByIndex(path[0]), path[1:], texts)
	case reflect.String:
		if v.String() != "" {
			*texts = append(*texts, v.String())
		}
	case reflect.Bool:
		*texts = append(*texts, strconv.FormatBool(v.Bool()))
	case reflect.Float64:
		*texts = append(*texts, strconv.FormatFloat(v.Float(), 'f', -1, 64))
	default:
		*texts = append(*texts, strconv.FormatInt(v.Int(), 10))
	}
}
