// Package members knows the members of a RunInstances request by their paths:
// all that there are, and those that a given request sets.
//
// A path is spelled as AWS names the members, with [] for any element of a
// list: "BlockDeviceMappings[].Ebs.Iops".
package members

import (
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

//go:generate go run ../sdkgen members members_gen.go

// A Set says which members a request sets, in whichever element of a list.
// A pointer is set when it is not nil, a list when it has an element, and an
// enumeration when it is not empty.
type Set [words]uint64

func (s *Set) add(i int) { s[i/64] |= 1 << (i % 64) }

// Add adds all members of t.
func (s *Set) Add(t *Set) {
	for i := range s {
		s[i] |= t[i]
	}
}

// Has reports whether all members of t are in s. It does not branch between
// words: a check asks it of every rule.
func (s *Set) Has(t *Set) bool {
	var _ [3]struct{} = [words]struct{}{} // all words are compared below
	return t[0]&^s[0]|t[1]&^s[1]|t[2]&^s[2] == 0
}

// HasAny reports whether one of the members of t is in s.
func (s *Set) HasAny(t *Set) bool {
	return t[0]&s[0]|t[1]&s[1]|t[2]&s[2] != 0
}

// Paths lists every member, in the order of the SDK's structs.
func Paths() []string { return slices.Clone(paths[:]) }

// Known reports whether a request has a member at a path.
func Known(path string) bool {
	_, known := indexOf(path)
	return known
}

// SetOf returns the set of the given paths, without those that are unknown.
func SetOf(known ...string) (s Set) {
	for _, p := range known {
		if i, ok := indexOf(p); ok {
			s.add(i)
		}
	}
	return s
}

// A Kind is what the values of a member are.
type Kind uint8

const (
	Structure Kind = iota // none: the member is a structure, a list of them, or a time
	Text                  // *string
	Number                // *int32
	Switch                // *bool
)

// String names one value of the kind.
func (k Kind) String() string {
	return [...]string{"structure", "text", "number", "switch"}[k]
}

// A Test says whether a value is as it should be. What is nil tests nothing, and
// so the zero Test lets every value pass.
type Test struct {
	Bounds *Interval // of a number, or of the length of a text in characters
	Text   func(string) bool
	Number func(int32) bool
	Switch func(bool) bool
}

func (t *Test) text(s string) bool {
	return (t.Bounds == nil || t.Bounds.HasLength(s)) && (t.Text == nil || t.Text(s))
}

func (t *Test) number(n int32) bool {
	return (t.Bounds == nil || t.Bounds.Has(int64(n))) && (t.Number == nil || t.Number(n))
}

func (t *Test) toggle(b bool) bool { return t.Switch == nil || t.Switch(b) }

// And returns the test that passes what both t and u let pass.
func (t Test) And(u Test) Test {
	return Test{t.Bounds.and(u.Bounds), both(t.Text, u.Text), both(t.Number, u.Number), both(t.Switch, u.Switch)}
}

// both joins two tests, of which either may be nil.
func both[T any](a, b func(T) bool) func(T) bool {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return func(value T) bool { return a(value) && b(value) }
}

// An Interval is a range of numbers, both ends included.
type Interval struct{ Least, Most int64 }

// Has reports whether a number lies in the interval.
func (i *Interval) Has(n int64) bool { return i.Least <= n && n <= i.Most }

// HasLength reports whether the length of a text in characters lies in the
// interval. It counts them only where the number of bytes does not tell.
func (i *Interval) HasLength(s string) bool {
	fewest := int64(len(s)+utf8.UTFMax-1) / utf8.UTFMax
	return i.Least <= fewest && int64(len(s)) <= i.Most || i.Has(int64(utf8.RuneCountInString(s)))
}

// and returns what two intervals share, of which either may be nil.
func (i *Interval) and(j *Interval) *Interval {
	switch {
	case i == nil:
		return j
	case j == nil:
		return i
	}
	return &Interval{max(i.Least, j.Least), min(i.Most, j.Most)}
}

// Tests has a test for each member, nil where there is none.
type Tests [len(paths)]*Test

// Add has the values of the member at a path pass one more test, which is kept.
func (t *Tests) Add(path string, more *Test) {
	i, known := indexOf(path)
	switch {
	case !known:
	case t[i] == nil:
		t[i] = more
	default:
		t[i] = new(t[i].And(*more))
	}
}

// Of collects the members that a request sets.
func Of(in *ec2.RunInstancesInput) Set {
	set, _ := Judge(in, &Tests{})
	return set
}

// A Visitor is shown the values of a member that fail a test.
type Visitor interface {
	// Visit gets a *string, *int32 or *bool into the request, and the positions
	// in the lists on the way to it, of which there are that many.
	Visit(value any, at Position, lists int)
}

// A Position holds the positions in the lists on the way to a value.
type Position [4]int

// Values returns the function that tests every value that a request sets of the
// member at a path, of a list of texts each element, and what the values are. A
// member that is a [Structure] has no such function.
func Values(path string) (visit func(*ec2.RunInstancesInput, *Test, Visitor), kind Kind) {
	i, known := indexOf(path)
	if !known {
		return nil, Structure
	}
	return values[i].visit, values[i].kind
}

// Visit calls f with the positions in lists at which a request sets the member
// at a path.
func Visit(in *ec2.RunInstancesInput, path string, f func(at []int)) {
	Walk(reflect.ValueOf(in).Elem(), path, func(m reflect.Value, at []int) {
		if !m.IsZero() {
			f(at)
		}
	})
}

// Walk calls f with the member at a path of a structure of the SDK, set or not,
// and with its positions in lists: once for each element of the lists on the
// way, and not at all below what is absent.
func Walk(structure reflect.Value, path string, f func(member reflect.Value, at []int)) {
	walkTo(structure, path, nil, f)
}

func walkTo(v reflect.Value, path string, at []int, f func(reflect.Value, []int)) {
	step, rest, deeper := strings.Cut(path, ".")
	name, inList := strings.CutSuffix(step, "[]")
	m := v.FieldByName(name)
	switch {
	case !deeper:
		f(m, at)
	case inList:
		for i := range m.Len() {
			walkTo(m.Index(i), rest, append(slices.Clip(at), i), f)
		}
	case !m.IsNil():
		walkTo(m.Elem(), rest, at, f)
	}
}
