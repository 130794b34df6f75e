package clijson

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

// text decodes the string s, whose literal starts at offset at.
func (d *decoder) text(v reflect.Value, s string, at int) error {
	literal := d.doc[at:d.tokens.InputOffset()]
	if i := loneSurrogate(literal); i >= 0 {
		return d.fault(at+i, "the string holds half of a surrogate pair, which is no character")
	}
	if d.path.isUserData() && !d.base64UserData {
		v.SetString(base64.StdEncoding.EncodeToString([]byte(s)))
		return nil
	}
	for _, r := range s {
		if !allowed(r) && !d.fragment {
			return d.fault(at, "the string holds %U, which the XML of EC2's answers cannot", r)
		}
	}
	v.SetString(s)
	return nil
}

// allowed reports whether XML 1.0 has the character r. EC2 answers in XML: a tag with another character makes the
// answer to a successful launch unreadable.
func allowed(r rune) bool {
	if r < ' ' {
		return r == '\t' || r == '\n' || r == '\r'
	}
	return r != 0xFFFE && r != 0xFFFF
}

// loneSurrogate returns the offset, in a string literal, of an escape that is half of a surrogate pair without the other
// half, or -1. encoding/json replaces it silently.
func loneSurrogate(literal []byte) int {
	for i := 0; i < len(literal); i++ {
		if literal[i] != '\\' {
			continue
		}
		if unit := escaped(literal[i:]); utf16.IsSurrogate(unit) {
			if utf16.DecodeRune(unit, escaped(literal[i+escapeLen:])) == utf8.RuneError {
				return i
			}
			i += escapeLen
		}
		i++ // the character after the backslash
	}
	return -1
}

const escapeLen = len(`\u0000`)

// escaped returns the UTF-16 code unit of the escape, \u and four digits, that s, the rest of a literal, starts with, or -1.
func escaped(s []byte) rune {
	if s[0] != '\\' || s[1] != 'u' {
		return -1
	}
	unit, _ := strconv.ParseUint(string(s[2:escapeLen]), 16, 16)
	return rune(unit)
}

// integer decodes n, a number as it is spelled in the document.
func (d *decoder) integer(v reflect.Value, n json.Number, at int) error {
	i, err := strconv.ParseInt(n.String(), 10, 32)
	head, dots := cut(n.String())
	switch {
	case errors.Is(err, strconv.ErrRange):
		return d.fault(at, "%s%s is out of range; an integer from %d to %d expected", head, dots, math.MinInt32, math.MaxInt32)
	case err != nil:
		return d.fault(at, "integer expected, found %s%s; write it without fraction and exponent", head, dots)
	}
	v.SetInt(i)
	return nil
}

// timestamp decodes s in RFC 3339, to the form in UTC. The CLI's skeleton leaves out the zone.
func (d *decoder) timestamp(v reflect.Value, s string, at int) error {
	var t time.Time
	err := t.UnmarshalText([]byte(s))
	if err != nil {
		err = t.UnmarshalText([]byte(s + "Z"))
	}
	if t = t.UTC(); err != nil || t.Year() < 0 || t.Year() > 9999 {
		return d.fault(at, `timestamp expected, such as "2026-12-31T23:59:59Z", found %s`, quote(s))
	}
	v.Set(reflect.ValueOf(t))
	return nil
}

// mismatch says which type is wanted and which is found. It does not repeat the value, which may be user data.
func mismatch(want reflect.Type, found json.Token) string {
	has := "an object"
	switch found := found.(type) {
	case string:
		has = "a string"
		switch want.Kind() {
		case reflect.Int32, reflect.Bool:
			has += "; write it without quotes"
		case reflect.Slice:
			has += "; write it in brackets"
		}
	case json.Number:
		has = "a number"
		if want.Kind() == reflect.String {
			has += "; write it in quotes"
		}
	case bool:
		has = "a boolean"
		if want.Kind() == reflect.String {
			has += "; write it in quotes"
		}
	case json.Delim:
		if found == '[' {
			has = "a list"
		} else if want.Kind() == reflect.Slice {
			has += "; write it in brackets"
		}
	}
	return fmt.Sprintf("%s expected, found %s", form(want), has)
}

// form names the JSON that stands for a value of type t.
func form(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "string"
	case reflect.Int32:
		return "integer"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		return "list"
	}
	if t == timeType {
		return "timestamp in a string"
	}
	return "object"
}
