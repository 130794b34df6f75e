package clijson

import "reflect"

// maxItems is the greatest number of items in a list, and maxAllItems that in
// all lists of a request together.
const (
	maxItems    = 1_000
	maxAllItems = 10_000
)

// A decoder walks the call's structs and a document side by side. Each of
// its methods for a kind of value reads that value's tokens, and ends with
// [malformed] where they are no JSON.
type decoder struct {
	options
	scanner
	call  reflect.Type
	path  path  // the value at hand
	top   []int // members seen at the top of the document, by their index in the struct
	seen  []int // for each member of the objects that are open, where it stands; 0: not yet
	items int   // items seen in all lists

	faults []fault // so far
}

// malformed is the error for what is not JSON in UTF-8. [syntaxFault] says what
// is wrong with it.
type malformed struct{}

func (malformed) Error() string { return "not JSON in UTF-8" }

// document decodes the whole document into the struct v.
func (d *decoder) document(v reflect.Value) error {
	d.call = v.Type()
	if err := d.value(v, shapeOfCall(d.call)); err != nil {
		return err
	}
	if d.next(); d.at < len(d.doc) {
		return malformed{}
	}
	return nil
}

// value decodes the next value into v, whose structs have the given shape.
func (d *decoder) value(v reflect.Value, s *shape) error {
	first := d.next()
	if first == 'n' {
		return d.null()
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	isNumber := first == '-' || '0' <= first && first <= '9'
	switch kind := v.Kind(); {
	case isTime(v.Type()):
		switch {
		case first == '"':
			return d.timestamp(v)
		case isNumber:
			return d.seconds(v)
		}
	case kind == reflect.String:
		if first == '"' {
			return d.text(v)
		}
	case kind == reflect.Int32:
		if isNumber {
			return d.integer(v)
		}
	case kind == reflect.Float64:
		if isNumber {
			return d.decimal(v)
		}
	case kind == reflect.Bool:
		if first == 't' || first == 'f' {
			return d.boolean(v)
		}
	case kind == reflect.Struct:
		if first == '{' {
			return d.object(v, s)
		}
	case kind == reflect.Slice:
		if first == '[' {
			return d.list(v, s)
		}
	}
	if err := d.report(d.at, "%s", mismatch(v.Type(), first)); err != nil {
		return err
	}
	return d.skip()
}

// null accepts null where it unsets a member.
func (d *decoder) null() error {
	at := d.at
	switch {
	case !d.word("null"):
		return malformed{}
	case len(d.path) == 0:
		return d.report(at, "object expected, found null")
	case d.path[len(d.path)-1].isItem:
		return d.report(at, "null cannot be an item of a list; remove it")
	case d.fragment && len(d.path) == 1:
		return nil
	default:
		return d.report(at, "null is no value; to leave the member unset, leave it out")
	}
}

// object decodes the members of an object into the struct v.
func (d *decoder) object(v reflect.Value, s *shape) error {
	d.at++
	depth, open := len(d.path), len(d.seen)
	d.seen = append(d.seen, make([]int, len(s.members))...)
	for first := true; ; first = false {
		if more, err := d.more('}', first); !more {
			d.path, d.seen = d.path[:depth], d.seen[:open]
			return err
		}
		i, err := d.member(s, depth, d.seen[open:])
		switch {
		case err != nil:
		case i < 0:
			err = d.skip()
		default:
			if depth == 0 {
				d.top = append(d.top, i)
			}
			err = d.value(v.Field(s.members[i].index), s.members[i].shape)
		}
		if err != nil {
			return err
		}
	}
}

// member reads the name of a member and the colon, sets the path to the member,
// and returns the member's place in its shape, which it notes in seen; -1 if there
// is no such member, or it was seen already.
func (d *decoder) member(s *shape, depth int, seen []int) (int, error) {
	l, ok := d.literal()
	if !ok || !d.take(':') {
		return 0, malformed{}
	}
	name, _ := l.text()
	i, known := s.byName[string(name)]
	if !known {
		d.path = append(d.path[:depth], step{name: string(name)})
		return -1, d.report(l.at, "unknown member%s", suggestion(d.call, d.path, s.names()))
	}
	d.path = append(d.path[:depth], step{name: s.members[i].name})
	if seen[i] > 0 {
		return -1, d.repeated(l.at, seen[i])
	}
	seen[i] = l.at
	return i, nil
}

// list decodes the items of a list into the slice v. A list without items
// becomes a slice that is empty, not nil.
func (d *decoder) list(v reflect.Value, s *shape) error {
	d.at++
	depth := len(d.path)
	for i := 0; ; i++ {
		more, err := d.more(']', i == 0)
		d.path = d.path[:depth]
		if !more {
			if i == 0 {
				v.Set(reflect.MakeSlice(v.Type(), 0, 0))
			}
			return err
		}
		if d.items++; i == maxItems {
			return d.stop(d.at, "the list has more than %d items", maxItems)
		}
		if d.items > maxAllItems {
			return d.stop(d.at, "the lists of the request have more than %d items", maxAllItems)
		}
		d.path = append(d.path, step{index: i, isItem: true})
		v.Grow(1)
		v.SetLen(i + 1)
		if err := d.value(v.Index(i), s); err != nil {
			return err
		}
	}
}

// more goes to the next element of an object or list and reports true, or reads
// the bracket behind the last one.
func (d *decoder) more(bracket byte, first bool) (bool, error) {
	switch c := d.next(); {
	case c == bracket:
		d.at++
		return false, nil
	case first:
		return true, nil
	case c == ',':
		d.at++
		d.next()
		return true, nil
	}
	return false, malformed{}
}
