package wire

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"iter"
	"reflect"
	"slices"
	"strconv"
	"strings"
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
	for e, member := range elements(v) {
		if member.Kind() == reflect.Slice && member.IsNil() {
			member = reflect.MakeSlice(member.Type(), 0, 0)
		}
		write(&b, e, member)
	}
	b.WriteString("</" + action + "Response>")
	return b.Bytes()
}

// elements yields the members of a struct that are in the table of its type,
// each with its element. Members that a newer SDK has added are not.
func elements(v reflect.Value) iter.Seq2[element, reflect.Value] {
	return func(yield func(element, reflect.Value) bool) {
		table := answers[v.Type().Name()]
		for i := range v.NumField() {
			member := v.Type().Field(i).Name
			at := slices.IndexFunc(table, func(e element) bool { return e.member == member })
			if at < 0 {
				continue
			}
			e := table[at]
			table = table[at+1:] // Both are in the same order.
			if !yield(e, v.Field(i)) {
				return
			}
		}
	}
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
		b.WriteString("<" + name + ">")
		for i := range v.Len() {
			write(b, element{name: e.item}, v.Index(i))
		}
		b.WriteString("</" + name + ">")
	case reflect.Struct:
		if t, ok := v.Interface().(time.Time); ok {
			text(b, name, smithytime.FormatDateTime(t))
			return
		}
		b.WriteString("<" + name + ">")
		for e, member := range elements(v) {
			write(b, e, member)
		}
		b.WriteString("</" + name + ">")
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

// text writes an element that holds text.
func text(b *bytes.Buffer, name, s string) {
	b.WriteString("<" + name + ">")
	if strings.ContainsAny(s, "<>&\"'\r\n\t") || !plain(s) {
		xml.EscapeText(b, []byte(s))
	} else {
		b.WriteString(s)
	}
	b.WriteString("</" + name + ">")
}

// plain reports whether every character of s is one of printable ASCII.
func plain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' })
}
