package clijson

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// An EncodeOption changes how [Encode] writes.
type EncodeOption func(*encoder)

// Indent puts every member and item on a line of its own, indented by one more
// copy of indent at each level. Without it the result is one line.
func Indent(indent string) EncodeOption { return func(e *encoder) { e.indent = &indent } }

// Reveal writes user data as the plain text that the CLI takes. User data that
// is no text (that is, not base64 of UTF-8) is an error, as JSON cannot hold
// it: the CLI takes that from a file, by --user-data fileb://FILE.
func Reveal() EncodeOption { return func(e *encoder) { e.userData = plain } }

// RevealBase64 writes user data as the SDK holds it, in base64. It is the
// counterpart of [Base64UserData], and not what the CLI takes.
func RevealBase64() EncodeOption { return func(e *encoder) { e.userData = verbatim } }

// Encode returns in as JSON: the members that are set, in the order of the
// SDK's structs, timestamps in UTC. A pointer or list is set when it is not
// nil, an enumeration when it is not empty.
//
// By default user data is replaced by a note on its length, "[redacted 1234
// bytes]"; such a document is for reading and loses the user data when it is
// decoded again. An error is an [*Error] without a position: for a nil request,
// text that is not UTF-8, or a timestamp outside the years 0 to 9999.
func Encode(in *ec2.RunInstancesInput, opts ...EncodeOption) ([]byte, error) {
	if in == nil {
		return nil, &Error{Message: "no request to encode"}
	}
	return encode(reflect.ValueOf(in).Elem(), opts)
}

// EncodeCall is [Encode] for the input of another call, to which in points.
func EncodeCall(in any, opts ...EncodeOption) ([]byte, error) {
	v := reflect.ValueOf(in)
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
		return nil, &Error{Message: "no call to encode"}
	}
	return encode(v.Elem(), opts)
}

func encode(call reflect.Value, opts []EncodeOption) ([]byte, error) {
	const usual = 2048 // bytes that hold most requests
	e := &encoder{out: make([]byte, 0, usual), userData: redact}
	for _, opt := range opts {
		opt(e)
	}
	if err := e.value(call, shapeOfCall(call.Type())); err != nil {
		return nil, err
	}
	if e.indent == nil {
		return e.out, nil
	}
	var indented bytes.Buffer
	err := json.Indent(&indented, e.out, "", *e.indent)
	return indented.Bytes(), err
}

type encoder struct {
	out      []byte
	path     path
	userData func(encoded string) (string, error)
	indent   *string
}

func (e *encoder) fault(message string) error { return &Error{Path: e.path.String(), Message: message} }

// value appends v, whose structs have the given shape.
func (e *encoder) value(v reflect.Value, s *shape) error {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if t, ok := reflect.TypeAssert[time.Time](v); ok {
		text, err := t.UTC().MarshalText()
		if err != nil {
			return e.fault("the timestamp is outside the years 0 to 9999")
		}
		return e.text(string(text))
	}
	switch v.Kind() {
	case reflect.String:
		return e.text(v.String())
	case reflect.Int32:
		e.out = strconv.AppendInt(e.out, v.Int(), 10)
	case reflect.Float64:
		e.out = strconv.AppendFloat(e.out, v.Float(), 'f', -1, 64)
	case reflect.Bool:
		e.out = strconv.AppendBool(e.out, v.Bool())
	case reflect.Struct:
		return e.object(v, s)
	case reflect.Slice:
		return e.list(v, s)
	default:
		return e.fault(fmt.Sprintf("a %s has no form in JSON", v.Type()))
	}
	return nil
}

func (e *encoder) object(v reflect.Value, s *shape) error {
	depth := len(e.path)
	e.out = append(e.out, '{')
	first := true
	for _, m := range s.members {
		member := v.Field(m.index)
		if member.IsZero() {
			continue
		}
		if !first {
			e.out = append(e.out, ',')
		}
		first = false
		e.path = append(e.path[:depth], step{name: m.name})
		e.out = append(e.out, '"')
		e.out = append(e.out, m.name...)
		e.out = append(e.out, `":`...)
		if err := e.value(member, m.shape); err != nil {
			return err
		}
	}
	e.path = e.path[:depth]
	e.out = append(e.out, '}')
	return nil
}

func (e *encoder) list(v reflect.Value, s *shape) error {
	depth := len(e.path)
	e.out = append(e.out, '[')
	for i := range v.Len() {
		if i > 0 {
			e.out = append(e.out, ',')
		}
		e.path = append(e.path[:depth], step{index: i, isItem: true})
		if err := e.value(v.Index(i), s); err != nil {
			return err
		}
	}
	e.path = e.path[:depth]
	e.out = append(e.out, ']')
	return nil
}

func (e *encoder) text(s string) error {
	if e.path.isUserData() {
		var err error
		if s, err = e.userData(s); err != nil {
			return e.fault(err.Error())
		}
	}
	if !utf8.ValidString(s) {
		return e.fault("the text is not UTF-8")
	}
	e.out = appendLiteral(e.out, s)
	return nil
}

// appendLiteral appends s as a string of JSON. Like encoding/json, it escapes
// the two line breaks of Unicode, which JavaScript once took for ends of lines.
func appendLiteral(out []byte, s string) []byte {
	const hex = "0123456789abcdef"
	out = append(out, '"')
	written := 0
	for i, r := range s {
		switch {
		case r == '"', r == '\\':
			out = append(out, s[written:i]...)
			out = append(out, '\\', byte(r))
		case r < ' ' && escapeLetter[r] != 0:
			out = append(out, s[written:i]...)
			out = append(out, '\\', escapeLetter[r])
		case r < ' ', r == '\u2028', r == '\u2029':
			out = append(out, s[written:i]...)
			out = append(out, '\\', 'u', hex[r>>12], hex[r>>8&0xf], hex[r>>4&0xf], hex[r&0xf])
		default:
			continue
		}
		written = i + utf8.RuneLen(r)
	}
	out = append(out, s[written:]...)
	return append(out, '"')
}

// escapeLetter holds the letters that stand for control characters behind a
// backslash.
var escapeLetter = [' ']byte{'\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't'}

// Below are the ways to write user data. Their argument is the SDK's form.

func redact(encoded string) (string, error) {
	size := len(encoded)
	if text, err := base64.StdEncoding.DecodeString(encoded); err == nil {
		size = len(text)
	}
	return fmt.Sprintf("[redacted %d bytes]", size), nil
}

func plain(encoded string) (string, error) {
	text, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return "", errors.New("the user data of the request is not base64")
	}
	if !utf8.Valid(text) {
		return "", errors.New("the user data is not text, which JSON cannot hold; give it to the CLI by --user-data " +
			"fileb://FILE")
	}
	return string(text), nil
}

func verbatim(encoded string) (string, error) { return encoded, nil }
