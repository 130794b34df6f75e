package clijson

import (
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/internal/nearest"
)

// A shape is what a struct of the request holds.
type shape struct {
	members []member // in the SDK's order
	byName  map[string]int
}

// A member is an exported field of a struct.
type member struct {
	name  string
	index int    // of the field
	shape *shape // of the struct or structs in it, if any
}

func (s *shape) names() []string {
	names := make([]string, len(s.members))
	for i, m := range s.members {
		names[i] = m.name
	}
	return names
}

// shapes holds the shapes of calls, by their type, from their first use on.
var shapes sync.Map

// shapeOfCall returns the shape of the input of a call.
func shapeOfCall(t reflect.Type) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	s, _ := shapes.LoadOrStore(t, shapeOf(t, make(map[reflect.Type]*shape)))
	return s.(*shape)
}

// shapeOf returns the shape of the struct that t is or leads to, if any. It
// works out each shape once, and keeps them in known.
func shapeOf(t reflect.Type, known map[reflect.Type]*shape) *shape {
	switch {
	case t.Kind() == reflect.Pointer, t.Kind() == reflect.Slice:
		return shapeOf(t.Elem(), known)
	case t.Kind() != reflect.Struct, isTime(t):
		return nil
	case known[t] != nil:
		return known[t]
	}
	s := &shape{byName: make(map[string]int)}
	known[t] = s
	for f := range t.Fields() {
		if f.IsExported() {
			s.byName[f.Name] = len(s.members)
			s.members = append(s.members, member{f.Name, f.Index[0], shapeOf(f.Type, known)})
		}
	}
	return s
}

// suggestion says what the unknown name at the end of p may stand for: a member
// of nearly that name, or the same member in another place of the call.
func suggestion(call reflect.Type, p path, known []string) string {
	name := p[len(p)-1].name
	near := nearest.Names(name, known, 2)
	if len(near) > 0 && strings.EqualFold(near[0], name) {
		near = near[:1]
	}
	if len(near) > 0 {
		return fmt.Sprintf(`; did you mean "%s"?`, strings.Join(near, `" or "`))
	}
	var places []string
	for _, m := range members.PathsIn(call) {
		dot := strings.LastIndexByte(m, '.')
		switch {
		case m[dot+1:] != name:
		case dot < 0:
			places = append(places, "the request itself")
		default:
			places = append(places, m[:dot])
		}
	}
	if len(places) == 0 || len(places) > 2 {
		return ""
	}
	return "; it belongs in " + strings.Join(places, " or ")
}
