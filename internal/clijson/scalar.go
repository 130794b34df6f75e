package clijson

import (
	"encoding/base64"
	"errors"
	"fmt"
	"math"
	"reflect"
	"regexp"
	"strconv"
)

// redacted is what stands in the place of user data that is not shown.
var redacted = regexp.MustCompile(`^\[redacted \d+ bytes\]$`)

func (d *decoder) text(v reflect.Value) error {
	l, ok := d.literal()
	if !ok {
		return malformed{}
	}
	text, lone := l.text()
	if lone >= 0 {
		return d.report(lone, "the string holds half of a surrogate pair, which is no character")
	}
	if d.path.isUserData() && redacted.Match(text) {
		return d.report(l.at, "the request was printed without its user data; write it with RevealCLI to read it back")
	}
	if d.path.isUserData() && !d.base64UserData {
		v.SetString(base64.StdEncoding.EncodeToString(text))
		return nil
	}
	s := string(text)
	if !l.plain && !d.fragment {
		for _, r := range s {
			if !allowed(r) {
				return d.report(l.at, "the string holds %U, which the XML of EC2's answers cannot", r)
			}
		}
	}
	v.SetString(s)
	return nil
}

// allowed reports whether XML 1.0 has the character r. EC2 answers in XML: a
// tag with another character makes the answer to a successful launch
// unreadable.
func allowed(r rune) bool {
	if r < ' ' {
		return r == '\t' || r == '\n' || r == '\r'
	}
	return r != 0xFFFE && r != 0xFFFF
}

func (d *decoder) integer(v reflect.Value) error {
	at := d.at
	n := d.number()
	if n == nil {
		return malformed{}
	}
	i, err := strconv.ParseInt(string(n), 10, 32)
	switch {
	case errors.Is(err, strconv.ErrRange):
		return d.report(at, "%s is out of range; an integer from %d to %d expected", abbreviated(n), math.MinInt32,
			math.MaxInt32)
	case err != nil:
		return d.report(at, "integer expected, found %s; write it without fraction and exponent", abbreviated(n))
	}
	v.SetInt(i)
	return nil
}

func (d *decoder) decimal(v reflect.Value) error {
	at := d.at
	n := d.number()
	if n == nil {
		return malformed{}
	}
	f, err := strconv.ParseFloat(string(n), 64)
	if err != nil {
		return d.report(at, "%s is out of range", abbreviated(n))
	}
	v.SetFloat(f)
	return nil
}

// abbreviated returns a number as it is spelled, cut to [maxQuoted] bytes.
func abbreviated(number []byte) string {
	head, dots := cut(string(number), maxQuoted)
	return head + dots
}

func (d *decoder) boolean(v reflect.Value) error {
	isTrue := d.word("true")
	if !isTrue && !d.word("false") {
		return malformed{}
	}
	v.SetBool(isTrue)
	return nil
}

// mismatch says which type is wanted, and which is found by its first byte. It
// does not repeat the value, which may be user data.
func mismatch(want reflect.Type, first byte) string {
	has, hint := "a number", ""
	switch first {
	case '"':
		has = "a string"
	case '[':
		has = "a list"
	case '{':
		has = "an object"
	case 't', 'f':
		has = "a boolean"
	}
	switch kind := want.Kind(); {
	case first == '"' && (kind == reflect.Int32 || kind == reflect.Float64 || kind == reflect.Bool):
		hint = "; write it without quotes"
	case kind == reflect.String && first != '[' && first != '{':
		hint = "; write it in quotes"
	case kind == reflect.Slice && (first == '"' || first == '{'):
		hint = "; write it in brackets"
	}
	return fmt.Sprintf("%s expected, found %s%s", form(want), has, hint)
}

// form names the JSON that stands for a value of type t.
func form(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "string"
	case reflect.Int32:
		return "integer"
	case reflect.Float64:
		return "number"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		return "list"
	}
	if isTime(t) {
		return "timestamp in a string or in seconds since 1970"
	}
	return "object"
}
