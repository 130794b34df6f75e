package members

import (
	"reflect"
	"strings"
	"time"
)

// PathsIn lists every member of a type of structure of the SDK and of all below
// it, in the SDK's order.
func PathsIn(t reflect.Type) []string { return pathsIn(t, "") }

func pathsIn(t reflect.Type, prefix string) (paths []string) {
	for f := range t.Fields() {
		if !f.IsExported() {
			continue
		}
		path := prefix + f.Name
		paths = append(paths, path)
		if below := under(f.Type); isStructure(below) {
			if f.Type.Kind() == reflect.Slice {
				path += "[]"
			}
			paths = append(paths, pathsIn(below, path+".")...)
		}
	}
	return paths
}

// In finds the member at a path of a type of structure.
func In(t reflect.Type, path string) (member reflect.Type, known bool) {
	step, rest, deeper := strings.Cut(path, ".")
	name, inList := strings.CutSuffix(step, "[]")
	f, known := t.FieldByName(name)
	switch {
	case !known || !f.IsExported():
		return nil, false
	case !deeper:
		return f.Type, !inList
	case !isStructure(under(f.Type)) || inList != (f.Type.Kind() == reflect.Slice):
		return nil, false
	}
	return In(under(f.Type), rest)
}

// SetIn reports whether the structure that p points to sets the member at a
// path, in whichever element of a list.
func SetIn(p any, path string) (set bool) {
	Walk(reflect.ValueOf(p).Elem(), path, func(m reflect.Value, _ []int) {
		set = set || !m.IsZero() && (m.Kind() != reflect.Slice || m.Len() > 0)
	})
	return set
}

// ElementsIn is [Elements] for the structure that p points to.
func ElementsIn(p any, most int) int { return elements(reflect.ValueOf(p), most) }

func elements(v reflect.Value, most int) (n int) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return elements(v.Elem(), most)
		}
	case reflect.Slice:
		n = v.Len()
		for i := 0; i < v.Len() && n <= most; i++ {
			n += elements(v.Index(i), most-n)
		}
	case reflect.Struct:
		for f, member := range v.Fields() {
			if f.IsExported() && n <= most {
				n += elements(member, most-n)
			}
		}
	}
	return n
}

// ValuesIn is [Values] for a type of structure, which visit gets a pointer to.
func ValuesIn(t reflect.Type, path string) (visit func(any, *Test, Visitor), kind Kind) {
	member, known := In(t, path)
	if !known {
		return nil, Structure
	}
	switch under(member).Kind() {
	case reflect.String:
		kind = Text
	case reflect.Int32:
		kind = Number
	case reflect.Bool:
		kind = Switch
	default:
		return nil, Structure
	}
	return func(p any, test *Test, v Visitor) {
		Walk(reflect.ValueOf(p).Elem(), path, func(m reflect.Value, at []int) {
			if m.Kind() != reflect.Slice {
				test.value(m, at, v)
				return
			}
			for i := range m.Len() {
				test.value(m.Index(i), append(at[:len(at):len(at)], i), v)
			}
		})
	}, kind
}

// value shows a visitor a value that is set and fails the test.
func (t *Test) value(m reflect.Value, at []int, v Visitor) {
	if m.Kind() == reflect.Pointer {
		if m = m.Elem(); !m.IsValid() {
			return
		}
	} else if m.Kind() == reflect.String && m.Type().PkgPath() != "" && m.Len() == 0 {
		return // an enumeration left out
	}
	var position Position
	n := copy(position[:], at)
	var value any
	holds := true
	switch m.Kind() {
	case reflect.String:
		s := m.String()
		value, holds = &s, t.text(s)
	case reflect.Int32:
		i := int32(m.Int())
		value, holds = &i, t.number(i)
	case reflect.Bool:
		b := m.Bool()
		value, holds = &b, t.toggle(b)
	}
	if !holds {
		v.Visit(value, position, n)
	}
}

// under strips pointers and lists.
func under(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

// isStructure tells structures from times, which are plain values.
func isStructure(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t != reflect.TypeFor[time.Time]()
}
