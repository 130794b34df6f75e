package clijson

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"time"
)

// maxItems is the greatest number of items in a list, and maxAllItems that in all lists of a request together.
const (
	maxItems    = 1_000
	maxAllItems = 10_000
)

var timeType = reflect.TypeFor[time.Time]()

// A decoder walks the request's structs and a document side by side. Each of its methods for a kind of value consumes
// that value's tokens.
type decoder struct {
	options
	doc    []byte
	tokens *json.Decoder
	path   path     // the value at hand
	top    []string // members seen at the top of the document
	items  int      // items seen in all lists
}

func newDecoder(doc []byte, o options) *decoder {
	tokens := json.NewDecoder(bytes.NewReader(doc))
	tokens.UseNumber()
	return &decoder{options: o, doc: doc, tokens: tokens}
}

// fault returns an error about the value at hand, which starts at offset.
func (d *decoder) fault(offset int, format string, args ...any) error {
	return faultAt(d.doc, offset, d.path.String(), fmt.Sprintf(format, args...))
}

// start returns the offset at which the next token starts.
func (d *decoder) start() int { return skip(d.doc, int(d.tokens.InputOffset()), between) }

// next returns the next token and the offset at which it starts.
func (d *decoder) next() (json.Token, int, error) {
	at := d.start()
	token, err := d.tokens.Token()
	if err != nil {
		return nil, 0, d.fault(at, "%v", err)
	}
	return token, at, nil
}

// value decodes the next value into v.
func (d *decoder) value(v reflect.Value) error {
	token, at, err := d.next()
	if err != nil {
		return err
	}
	if token == nil {
		return d.null(at)
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	switch kind := v.Kind(); {
	case v.Type() == timeType:
		if s, ok := token.(string); ok {
			return d.timestamp(v, s, at)
		}
	case kind == reflect.String:
		if s, ok := token.(string); ok {
			return d.text(v, s, at)
		}
	case kind == reflect.Int32:
		if n, ok := token.(json.Number); ok {
			return d.integer(v, n, at)
		}
	case kind == reflect.Bool:
		if b, ok := token.(bool); ok {
			v.SetBool(b)
			return nil
		}
	case kind == reflect.Struct:
		if token == json.Delim('{') {
			return d.object(v)
		}
	case kind == reflect.Slice:
		if token == json.Delim('[') {
			return d.list(v)
		}
	}
	return d.fault(at, "%s", mismatch(v.Type(), token))
}

// null accepts null where it unsets a member.
func (d *decoder) null(at int) error {
	switch {
	case len(d.path) == 0:
		return d.fault(at, "object expected, found null")
	case d.path[len(d.path)-1].isItem:
		return d.fault(at, "null cannot be an item of a list; remove it")
	case d.fragment && len(d.path) == 1:
		return nil
	default:
		return d.fault(at, "null is no value; to leave the member unset, leave it out")
	}
}

// object decodes the members of an object into the struct v.
func (d *decoder) object(v reflect.Value) error {
	known := membersOf(v.Type())
	depth := len(d.path)
	seen := make([]int, len(known)) // the offset of each member; 0: not yet
	for d.tokens.More() {
		token, at, err := d.next()
		if err != nil {
			return err
		}
		name := token.(string)
		d.path = append(d.path[:depth], step{name: name})
		i := known.index(name)
		if i < 0 {
			return d.fault(at, "unknown member%s", suggestion(d.path, known))
		}
		if seen[i] > 0 {
			line, column := position(d.doc, seen[i])
			return d.fault(at, "repeated member; it stands already at line %d, column %d", line, column)
		}
		seen[i] = at
		if depth == 0 {
			d.top = append(d.top, name)
		}
		if err := d.value(v.FieldByIndex(known[i].Index)); err != nil {
			return err
		}
	}
	d.path = d.path[:depth]
	_, _, err := d.next()
	return err
}

// list decodes the items of a list into the slice v. A list without items becomes a slice that is empty, not nil.
func (d *decoder) list(v reflect.Value) error {
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	depth := len(d.path)
	for i := 0; d.tokens.More(); i++ {
		d.path = d.path[:depth]
		d.items++
		if i == maxItems {
			return d.fault(d.start(), "the list has more than %d items", maxItems)
		}
		if d.items > maxAllItems {
			return d.fault(d.start(), "the lists of the request have more than %d items", maxAllItems)
		}
		d.path = append(d.path, step{index: i, isItem: true})
		v.Grow(1)
		v.SetLen(i + 1)
		if err := d.value(v.Index(i)); err != nil {
			return err
		}
	}
	d.path = d.path[:depth]
	_, _, err := d.next()
	return err
}
