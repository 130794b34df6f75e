// Package located reads JSON with the position of everything in it, so that
// what is said of a document can be said of a line and a column.
package located

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A Position is a place in a document. All count from 1. The zero Position is
// none.
type Position struct {
	Line   int
	Column int // in characters
	Unit   int // the column in code units of UTF-16, as editors count
}

// PositionOf returns the position of the byte at an offset.
func PositionOf(doc []byte, offset int) Position { return Positions(doc, offset)[0] }

// Positions returns the positions of the bytes at offsets, which may come in any
// order. It goes through the document once.
func Positions(doc []byte, offsets ...int) []Position {
	positions := make([]Position, len(offsets))
	order := make([]int, len(offsets))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(offsets[i], offsets[j]) })
	r := reader{doc: doc, here: start}
	for _, i := range order {
		positions[i] = r.advance(min(max(offsets[i], 0), len(doc)))
	}
	return positions
}

// A Kind is what a [Value] is.
type Kind uint8

const (
	Null Kind = iota
	Switch
	Number
	Text
	List
	Object
)

// String names one value of the kind.
func (k Kind) String() string {
	return [...]string{"null", "true or false", "a number", "a text", "a list", "an object"}[k]
}

// A Value is one value of a document.
type Value struct {
	Kind    Kind
	At, End Position // where it begins, and behind its last character
	Text    string   // of a Text, what it says; of a Number or Switch, as it is spelled
	Items   []Value  // of a List
	Members []Member // of an Object, in the order of the document
}

// A Member is a name and a value in an object.
type Member struct {
	Name    string
	At, End Position // where the name begins, and behind it
	Value   Value
}

// scalar reports whether v stands in one piece.
func (v Value) scalar() bool { return v.Kind < List }

// Find returns the place of what stands at a path such as
// "BlockDeviceMappings[0].Ebs.Iops": from the name of a member to the end of
// its value, if that is in one piece, else of the name; an item of a list from
// its beginning. Of what is not there it is the place of the nearest that is
// around it, which for the document as a whole is where it begins. A name given
// twice counts as the last.
func (v Value) Find(path string) (at, end Position) {
	at, end = v.place()
	for step := range steps(path) {
		if i, err := strconv.Atoi(step); err == nil && v.Kind == List {
			if i < 0 || i >= len(v.Items) {
				return at, end
			}
			v = v.Items[i]
			at, end = v.place()
			continue
		}
		m := v.member(step)
		if m == nil {
			return at, end
		}
		at, end, v = m.At, m.End, m.Value
		if v.scalar() {
			end = v.End
		}
	}
	return at, end
}

// place is where v stands: all of it in one piece, else its first character.
func (v Value) place() (at, end Position) {
	if v.scalar() {
		return v.At, v.End
	}
	return v.At, Position{v.At.Line, v.At.Column + 1, v.At.Unit + 1}
}

// member returns the last member of a name, nil if there is none.
func (v Value) member(name string) *Member {
	for i := len(v.Members) - 1; i >= 0; i-- {
		if v.Members[i].Name == name {
			return &v.Members[i]
		}
	}
	return nil
}

// steps yields the names and the positions in a path.
func steps(path string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for step := range strings.FieldsFuncSeq(path, func(c rune) bool { return c == '.' || c == '[' || c == ']' }) {
			if !yield(step) {
				return
			}
		}
	}
}
