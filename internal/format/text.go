package format

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Lower reports whether c is a lower-case letter of ASCII.
func Lower(c byte) bool { return 'a' <= c && c <= 'z' }

// Digit reports whether c is a digit of ASCII.
func Digit(c byte) bool { return '0' <= c && c <= '9' }

// Cut returns as many characters from the front of s as fit into a number of
// bytes, and whether that leaves any out.
func Cut(s string, most int) (head string, cut bool) {
	if len(s) <= most {
		return s, false
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most], true
}

// TrimLeft returns s without the characters of a kind that it begins with.
// Unlike [strings.TrimLeft], it need not index a set of characters first.
func TrimLeft(s string, kind func(byte) bool) string {
	for i := range len(s) {
		if !kind(s[i]) {
			return s[i:]
		}
	}
	return ""
}

// Same reports whether two names are the same. It compares the last bytes first, in
// which most names of one kind and length differ: gp2, gp3.
func Same(a, b string) bool {
	last := len(a) - 1
	return last == len(b)-1 && (last < 0 || a[last] == b[last]) && a == b
}

// MadeOf reports whether s has only ASCII letters and digits, and the
// characters in others.
func MadeOf(s, others string) bool {
	for i := range len(s) {
		if c := s[i]; !Lower(c|0x20) && !Digit(c) && strings.IndexByte(others, c) < 0 {
			return false
		}
	}
	return true
}

// ASCII reports whether s is made of ASCII characters only.
func ASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Printable reports whether s is made of printable ASCII characters only.
func Printable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// EqualFold reports whether s and t are the same but for the case of ASCII
// letters; the Kelvin sign is no k.
func EqualFold(s, t string) bool {
	return len(s) == len(t) && ASCII(s) && ASCII(t) && strings.EqualFold(s, t)
}

// Text reports whether s can travel in EC2's XML answers: valid UTF-8 without
// the characters that XML 1.0 excludes.
func Text(s string) bool {
	if Printable(s) {
		return true // as most texts are
	}
	if !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return false
		}
	}
	return true
}

// Plain escapes what would tear a line apart or not show as it is: line breaks,
// other control characters, and those that hide or turn round what follows.
// What is not UTF-8 becomes U+FFFD.
func Plain(s string) string {
	if Printable(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if strconv.IsPrint(r) {
			b.WriteRune(r)
		} else {
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		}
	}
	return b.String()
}
