package ruletest

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/validate"
)

// An element is one of a list on the way to a path.
type element struct {
	list  string // the path of the list, with [] for the lists before it
	at    []int  // the positions in these
	index int    // its own position
	rest  string // of the path, behind its position
}

// elementsOn lists the elements on the way to a path.
func elementsOn(path string) (all []element) {
	var at []int
	list := ""
	for {
		head, tail, indexed := strings.Cut(path, "[")
		if !indexed {
			return all
		}
		position, rest, _ := strings.Cut(tail, "]")
		index, _ := strconv.Atoi(position)
		list += head
		all = append(all, element{list, slices.Clone(at), index, rest})
		at, list, path = append(at, index), list+"[]", rest
	}
}

// path is that of the element's member, with the element in another position.
func (e element) path(index int) string {
	return validate.At(e.list+"[]"+e.rest, append(slices.Clip(e.at), index)...)
}

// changed returns a copy of a request with another list in the place of the
// element's.
func (e element) changed(r request, to func(list reflect.Value) reflect.Value) request {
	c := copyOf(r.in)
	members.Walk(reflect.ValueOf(c).Elem(), e.list, func(m reflect.Value, at []int) {
		if slices.Equal(at, e.at) {
			m.Set(to(m))
		}
	})
	return request{c, r.account}
}

// of returns the element of a request.
func (e element) of(r request) (found reflect.Value) {
	members.Walk(reflect.ValueOf(r.in).Elem(), e.list, func(m reflect.Value, at []int) {
		if slices.Equal(at, e.at) {
			found = m.Index(e.index)
		}
	})
	return found
}

// order blames the rule where it reports an element of a list, also with another
// behind it that it passes, but not with that one before it.
func (c *trial) order(in request) {
	for _, v := range in.check(c.v).Violations {
		for _, e := range elementsOn(v.Path) {
			if !c.reports(e.changed(in, alone(e.of(in))), e.path(0)) {
				continue // it compares elements
			}
			for _, other := range c.pool.elements(e.list) {
				before := e.changed(in, func(list reflect.Value) reflect.Value {
					return reflect.AppendSlice(alone(other)(list), list)
				})
				behind := e.changed(in, func(list reflect.Value) reflect.Value { return reflect.Append(list, other) })
				if verdict(c.v, e.changed(in, alone(other))) == "" &&
					c.reports(behind, v.Path) && !c.reports(before, e.path(e.index+1)) {
					c.blame(before, "it does not report at %s, before which stands an element that it passes", member(v.Path))
				}
			}
		}
	}
}

// alone makes the list of one element that stands in the place of another list.
func alone(one reflect.Value) func(list reflect.Value) reflect.Value {
	return func(list reflect.Value) reflect.Value { return reflect.Append(reflect.Zero(list.Type()), one) }
}

// reports reports whether the rule reports at a path.
func (c *trial) reports(in request, path string) bool {
	for _, v := range in.check(c.v).Violations {
		if v.Path == path {
			return true
		}
	}
	return false
}

// elements lists the elements of the lists at a path.
func (p pool) elements(list string) (all []reflect.Value) {
	for _, l := range p[list] {
		for i := range l.Len() {
			all = append(all, l.Index(i))
		}
	}
	return all
}
