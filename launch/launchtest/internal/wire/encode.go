package wire

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"reflect"
	"strconv"
	"sync"
	"time"

	smithytime "github.com/aws/smithy-go/time"
)

// An element pairs a member of one of the SDK's output structs with the name of
// the element that stands for it in a document.
type element struct {
	member string // "SecurityGroups"
	name   string // "groupSet"
	item   string // "item"; empty where the member is no list
}

// Encode returns the document that answers an action with output, a pointer to
// the SDK's output struct. A nil member leaves no trace in it, nor does an empty
// string that is none of a pointer. A list of the output itself is there though
// it is empty: clients count on it.
func Encode(action, requestID string, output any) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	b.WriteString("<" + action + `Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">`)
	text(&b, "requestId", requestID)
	v := reflect.ValueOf(output).Elem()
	for _, e := range layout(v.Type()) {
		member := v.Field(e.index)
		if member.Kind() == reflect.Slice && member.IsNil() {
			member = reflect.MakeSlice(member.Type(), 0, 0)
		}
		write(&b, e.element, member)
	}
	b.WriteString("</" + action + "Response>")
	return b.Bytes()
}

// layouts holds the layout of every struct that was encoded.
var layouts sync.Map // of []placed by reflect.Type

// placed is an element with the index of its member in the struct.
type placed struct {
	element
	index int
}

// layout returns the elements of a struct type in the order of its members.
// Members that a newer SDK has added are not among them.
func layout(t reflect.Type) []placed {
	if known, ok := layouts.Load(t); ok {
		return known.([]placed)
	}
	var elements []placed
	for _, e := range answers[t.Name()] {
		if f, ok := t.FieldByName(e.member); ok {
			elements = append(elements, placed{e, f.Index[0]})
		}
	}
	layouts.Store(t, elements)
	return elements
}

// write writes one element, and nothing for what is not set.
func write(b *bytes.Buffer, e element, v reflect.Value) {
	name := e.name
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		if v = v.Elem(); v.Kind() == reflect.String {
			text(b, name, v.String())
			return
		}
		write(b, e, v)
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		if v.Type().Elem().Kind() == reflect.Uint8 {
			text(b, name, base64.StdEncoding.EncodeToString(v.Bytes()))
			return
		}
		begin(b, name)
		for i := range v.Len() {
			write(b, element{name: e.item}, v.Index(i))
		}
		end(b, name)
	case reflect.Struct:
		if t, ok := v.Interface().(time.Time); ok {
			text(b, name, smithytime.FormatDateTime(t))
			return
		}
		begin(b, name)
		for _, e := range layout(v.Type()) {
			write(b, e.element, v.Field(e.index))
		}
		end(b, name)
	case reflect.String:
		if v.String() != "" {
			text(b, name, v.String())
		}
	case reflect.Bool:
		text(b, name, strconv.FormatBool(v.Bool()))
	case reflect.Float64:
		text(b, name, strconv.FormatFloat(v.Float(), 'f', -1, 64))
	default:
		text(b, name, strconv.FormatInt(v.Int(), 10))
	}
}

// begin writes the start of an element.
func begin(b *bytes.Buffer, name string) {
	b.WriteByte('<')
	b.WriteString(name)
	b.WriteByte('>')
}

// end writes the end of an element.
func end(b *bytes.Buffer, name string) {
	b.WriteString("</")
	b.WriteString(name)
	b.WriteByte('>')
}

// text writes an element that holds text.
func text(b *bytes.Buffer, name, s string) {
	begin(b, name)
	if plain(s) {
		b.WriteString(s)
	} else {
		xml.EscapeText(b, []byte(s))
	}
	end(b, name)
}

// plain reports whether s is printable ASCII that stands for itself.
func plain(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ', c > '~', c == '<', c == '>', c == '&', c == '"', c == '\'':
			return false
		}
	}
	return true
}
