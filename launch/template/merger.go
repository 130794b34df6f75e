package template

import (
	"fmt"
	"reflect"
)

// A merger combines what two sides say, and notes where each part comes from.
type merger struct {
	reading doubt // what EC2 is taken to combine the other way
	origins map[string]Origin
	unsure  map[string]doubt // the parts that doubts make a difference to
}

func newMerger(reading doubt) *merger {
	return &merger{reading: reading, origins: map[string]Origin{}, unsure: map[string]doubt{}}
}

// A spot is where a part stands in what is merged, and on both sides, which
// differ in the positions of elements.
type spot struct{ merged, template, request string }

func (s spot) member(name string) spot {
	if s.merged == "" {
		return spot{name, name, name}
	}
	return spot{s.merged + "." + name, s.template + "." + name, s.request + "." + name}
}

func (s spot) element(merged, template, request int) spot {
	return spot{elementOf(s.merged, merged), elementOf(s.template, template), elementOf(s.request, request)}
}

func elementOf(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }

// structure merges two structures into a third. All three are of one type.
func (m *merger) structure(to, template, request reflect.Value, at spot) {
	for f := range to.Type().Fields() {
		if !f.IsExported() {
			continue
		}
		to, t, r := to.FieldByIndex(f.Index), template.FieldByIndex(f.Index), request.FieldByIndex(f.Index)
		switch at := at.member(f.Name); {
		case given(t) && given(r):
			m.both(to, t, r, at, f.Name, wayOf(f.Name, r))
		case given(t):
			m.take(to, t, at, fromTemplate)
		case given(r):
			m.take(to, r, at, fromRequest)
		default:
			to.Set(r) // an empty list or structure, as it came
		}
	}
}

// both merges what both sides give.
func (m *merger) both(to, template, request reflect.Value, at spot, name string, w way) {
	if m.matters(w, template, request, name) {
		m.unsure[at.merged] = w.doubt
	}
	method := w.method
	if w.doubt&m.reading != 0 {
		method = w.other
	}
	switch method {
	case replace:
		m.take(to, request, at, fromRequest)
	case keep:
		m.take(to, template, at, fromTemplate)
	case fields:
		m.origins[at.merged] = fromBoth(at)
		if to.Kind() == reflect.Pointer {
			to.Set(reflect.New(to.Type().Elem()))
			to, template, request = to.Elem(), template.Elem(), request.Elem()
		}
		m.structure(to, template, request, at)
	case join:
		m.origins[at.merged] = fromBoth(at)
		m.join(to, template, request, at, name)
	}
}

// matters reports whether the doubt about a way makes a difference.
func (m *merger) matters(w way, template, request reflect.Value, name string) bool {
	switch {
	case w.doubt == 0:
		return false
	case w.doubt == texts:
		return !isEmptyText(template)
	case w.method == fields || w.other == fields:
		return adds(reflect.Indirect(template), reflect.Indirect(request))
	}
	in := indexOf(name, request)
	for i := range template.Len() {
		if len(in[identity(name, template.Index(i))]) == 0 {
			return true
		}
	}
	return false
}

// join makes a list of the elements of both sides, those of the template first.
// An element that both have is merged, once: what one side repeats stays
// repeated.
func (m *merger) join(to, template, request reflect.Value, at spot, name string) {
	merged := reflect.MakeSlice(to.Type(), template.Len()+request.Len(), template.Len()+request.Len())
	placed, partners := make([]bool, request.Len()), indexOf(name, request)
	n := template.Len()
	for i := range template.Len() {
		t := template.Index(i)
		j := partners.take(identity(name, t))
		switch {
		case j < 0:
			m.take(merged.Index(i), t, at.element(i, i, 0), fromTemplate)
		case len(keys(name)) == 0:
			placed[j] = true
			m.take(merged.Index(i), t, at.element(i, i, j), fromRequest)
		default:
			placed[j] = true
			r := request.Index(j)
			m.both(merged.Index(i), t, r, at.element(i, i, j), "", elementWay(name, r))
		}
	}
	for j, already := range placed {
		if !already {
			m.take(merged.Index(n), request.Index(j), at.element(n, 0, j), fromRequest)
			n++
		}
	}
	to.Set(merged.Slice(0, n))
}

// take sets what one side gives, and notes the origin of all that is in it.
func (m *merger) take(to, from reflect.Value, at spot, side func(spot) Origin) {
	to.Set(from)
	m.note(from, at, side)
}

func (m *merger) note(v reflect.Value, at spot, side func(spot) Origin) {
	m.origins[at.merged] = side(at)
	switch {
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			m.note(v.Index(i), at.element(i, i, i), side)
		}
	case isStructure(v.Type()):
		v = reflect.Indirect(v)
		for f := range v.Type().Fields() {
			if member := v.FieldByIndex(f.Index); f.IsExported() && given(member) {
				m.note(member, at.member(f.Name), side)
			}
		}
	}
}
