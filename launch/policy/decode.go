package policy

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/ec2launch/ec2launch/internal/located"
	"github.com/ec2launch/ec2launch/internal/nearest"
)

// decode puts a document into a policy, and names all that does not fit.
func decode(document located.Value) (Policy, faults) {
	var p Policy
	var d decoder
	d.value(document, "", reflect.ValueOf(&p).Elem())
	return p, d.faults
}

type decoder struct{ faults faults }

func (d *decoder) fault(at located.Position, path, format string, args ...any) {
	d.faults.addAt(at.Line, at.Column, path, format, args...)
}

// value decodes v, which stands at path.
func (d *decoder) value(v located.Value, path string, into reflect.Value) {
	switch want := kindOf(into.Kind()); {
	case v.Kind != want && v.Kind == located.Null:
		d.fault(v.At, path, "must be %s, not null; to require nothing, leave it out", want)
	case v.Kind != want:
		d.fault(v.At, path, "must be %s, not %s", want, v.Kind)
	case want == located.Switch:
		into.SetBool(v.Text == "true")
	case want == located.Text:
		into.SetString(v.Text)
	case want == located.Number:
		into.SetInt(d.maximum(v, path))
	case want == located.List:
		into.Set(reflect.MakeSlice(into.Type(), len(v.Items), len(v.Items)))
		for i, item := range v.Items {
			d.value(item, fmt.Sprintf("%s[%d]", path, i), into.Index(i))
		}
	default:
		d.object(v, path, into)
	}
}

// maximum decodes a number, which in a policy is always a maximum.
func (d *decoder) maximum(v located.Value, path string) int64 {
	n, err := strconv.ParseInt(v.Text, 10, 64)
	switch {
	case err != nil:
		d.fault(v.At, path, "must be a whole number in decimal digits")
	case n < 1:
		d.fault(v.At, path, belowOne)
	}
	return n
}

// object decodes the members of v into the fields of a struct.
func (d *decoder) object(v located.Value, path string, into reflect.Value) {
	names := fieldNames(into.Type())
	seen := map[string]located.Position{}
	for _, m := range v.Members {
		at := strings.TrimPrefix(path+"."+stepName(m.Name), ".")
		before, again := seen[m.Name]
		i := slices.Index(names, m.Name)
		switch {
		case again:
			d.fault(m.At, at, "repeated field; it stands already at line %d, column %d", before.Line, before.Column)
		case i < 0:
			d.fault(m.At, at, "unknown field; %s", instead(m.Name, names))
		default:
			d.value(m.Value, at, into.Field(i))
		}
		seen[m.Name] = m.At
	}
}

// kindOf is the kind of values that a field takes.
func kindOf(k reflect.Kind) located.Kind {
	switch k {
	case reflect.Bool:
		return located.Switch
	case reflect.Int64:
		return located.Number
	case reflect.String:
		return located.Text
	case reflect.Slice:
		return located.List
	default:
		return located.Object
	}
}

// fieldNames lists the names of a struct's fields in JSON.
func fieldNames(t reflect.Type) []string {
	var names []string
	for f := range t.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		names = append(names, name)
	}
	return names
}

// instead says which name would be right.
func instead(name string, known []string) string {
	if near := nearest.Names(name, known, 1); len(near) > 0 {
		return fmt.Sprintf("did you mean %q?", near[0])
	}
	return "must be one of " + strings.Join(known, ", ")
}

// stepName is a name as it stands in a path: bounded, and quoted unless it is
// made of letters, digits, hyphens and underscores.
func stepName(s string) string {
	const most = 64
	plain := func(c rune) bool {
		return c == '-' || c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	if s != "" && len(s) <= most && strings.IndexFunc(s, func(c rune) bool { return !plain(c) }) < 0 {
		return s
	}
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return strconv.QuoteToASCII(s)
}
