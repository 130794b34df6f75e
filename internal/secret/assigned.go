package secret

import (
	"bytes"
	"strings"
)

// Assigned reports whether a text gives a literal value to a name that
// announces a secret, as in PASSWORD=hunter2 or "password: hunter2". A value
// that is a variable or the output of a command is none.
func Assigned(text []byte) bool {
	for i, c := range text {
		if c != '=' && c != ':' {
			continue
		}
		value := text[i+1:]
		if c == ':' {
			var spaced bool
			if value, spaced = bytes.CutPrefix(value, []byte(" ")); !spaced {
				continue
			}
		}
		if literal(value) && announces(text[:i]) {
			return true
		}
	}
	return false
}

// literal reports whether a value begins that is neither empty nor filled in
// when it is used.
func literal(value []byte) bool {
	if len(value) > 0 && (value[0] == '"' || value[0] == '\'') {
		value = value[1:]
	}
	return len(value) > 0 && strings.IndexByte(" \t\r\n\"'$`<{!=", value[0]) < 0
}

// announces reports whether a text ends in a name for secrets.
func announces(text []byte) bool {
	for _, name := range [...]string{"password", "passwd", "secret", "token", "apikey", "api_key", "api-key",
		"access_key", "private_key"} {
		if start := len(text) - len(name); start >= 0 && equalFold(text[start:], name) {
			return true
		}
	}
	return false
}

// equalFold compares with a name in lower case, and folds the letters of ASCII
// only.
func equalFold(text []byte, name string) bool {
	for i, c := range text {
		if letter(c) {
			c |= 0x20
		}
		if c != name[i] {
			return false
		}
	}
	return true
}
