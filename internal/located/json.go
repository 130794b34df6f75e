package located

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// start is where every document begins.
var start = Position{1, 1, 1}

// An Error says why a document is not JSON.
type Error struct {
	At      Position // none where it is not known
	Message string
}

// Error returns one line: "line 4, column 17: the document ends too early".
func (e *Error) Error() string {
	if e.At == (Position{}) {
		return e.Message
	}
	return fmt.Sprintf("line %d, column %d: %s", e.At.Line, e.At.Column, e.Message)
}

// JSON reads a document of one value. It takes a byte order mark in front, and
// counts it as no character. The error is an [*Error].
func JSON(doc []byte) (Value, error) {
	doc = bytes.TrimPrefix(doc, []byte("\xef\xbb\xbf"))
	r := reader{doc: doc, here: start}
	if !utf8.Valid(doc) {
		return Value{}, &Error{Message: "the document is not UTF-8"}
	}
	if !json.Valid(doc) { // which bounds the depth, too
		return Value{}, r.syntaxFault()
	}
	r.tokens = json.NewDecoder(bytes.NewReader(doc))
	r.tokens.UseNumber()
	return r.value(), nil
}

// A reader reads a document that is known to be JSON.
type reader struct {
	doc    []byte
	tokens *json.Decoder
	offset int // of here
	here   Position
}

// advance moves to an offset, which must not lie behind.
func (r *reader) advance(offset int) Position {
	passed := r.doc[r.offset:offset]
	if newline := bytes.LastIndexByte(passed, '\n'); newline >= 0 {
		r.here.Line += bytes.Count(passed, []byte("\n"))
		r.here.Column, r.here.Unit = 1, 1
		passed = passed[newline+1:]
	}
	for _, c := range string(passed) {
		r.here.Column++
		r.here.Unit += max(1, utf16.RuneLen(c))
	}
	r.offset = offset
	return r.here
}

// token reads the next token, and says where it begins and ends.
func (r *reader) token() (token json.Token, at, end Position) {
	start := int(r.tokens.InputOffset())
	start += len(r.doc[start:]) - len(bytes.TrimLeft(r.doc[start:], " \t\r\n,:"))
	token, _ = r.tokens.Token()
	at = r.advance(start)
	return token, at, r.advance(int(r.tokens.InputOffset()))
}

func (r *reader) value() Value {
	token, at, end := r.token()
	v := Value{At: at, End: end}
	switch t := token.(type) {
	case bool:
		v.Kind, v.Text = Switch, fmt.Sprint(t)
	case json.Number:
		v.Kind, v.Text = Number, t.String()
	case string:
		v.Kind, v.Text = Text, t
	case json.Delim:
		if t == '[' {
			v.Kind = List
		} else {
			v.Kind = Object
		}
		for r.tokens.More() {
			if v.Kind == List {
				v.Items = append(v.Items, r.value())
				continue
			}
			name, at, end := r.token()
			v.Members = append(v.Members, Member{Name: name.(string), At: at, End: end, Value: r.value()})
		}
		_, _, v.End = r.token()
	}
	return v
}

// syntaxFault says where and why a document is not JSON.
func (r *reader) syntaxFault() error {
	err := json.Unmarshal(r.doc, new(any))
	syntax, ok := errors.AsType[*json.SyntaxError](err)
	if !ok {
		return &Error{Message: "the document is not JSON"}
	}
	message, at := Syntax(syntax), int(syntax.Offset)
	if at < len(r.doc) || at > 0 && syntax.Error() != "unexpected end of JSON input" {
		at-- // the offset counts the offending byte, too
	}
	if len(bytes.TrimSpace(r.doc)) == 0 {
		message = "the document is empty"
	}
	return &Error{r.advance(max(at, 0)), message}
}
