package clijson

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// A scanner reads the tokens of a document, each byte once. It takes nothing
// that is not JSON in UTF-8, and leaves it to [syntaxFault] to say why.
type scanner struct {
	doc []byte
	at  int // the offset of the next byte
}

// next skips white space and returns the byte behind it, at which the next
// token starts; 0 at the end of the document.
func (s *scanner) next() byte {
	for ; s.at < len(s.doc); s.at++ {
		switch c := s.doc[s.at]; c {
		case ' ', '\t', '\r', '\n':
		default:
			return c
		}
	}
	return 0
}

// take skips white space and reads c, if c is what follows.
func (s *scanner) take(c byte) bool {
	if s.next() != c {
		return false
	}
	s.at++
	return true
}

// word reads true, false or null.
func (s *scanner) word(w string) bool {
	if !bytes.HasPrefix(s.doc[s.at:], []byte(w)) {
		return false
	}
	s.at += len(w)
	return true
}

// number reads a number and returns it as it is spelled; nil if none follows.
func (s *scanner) number() []byte {
	start := s.at
	s.accept('-', '-')
	if !s.accept('0', '0') && s.digits() == 0 {
		return nil
	}
	if s.accept('.', '.') && s.digits() == 0 {
		return nil
	}
	if s.accept('e', 'e') || s.accept('E', 'E') {
		_ = s.accept('+', '+') || s.accept('-', '-')
		if s.digits() == 0 {
			return nil
		}
	}
	return s.doc[start:s.at]
}

func (s *scanner) digits() (n int) {
	for s.accept('0', '9') {
		n++
	}
	return n
}

// accept reads one byte if it is in a range.
func (s *scanner) accept(low, high byte) bool {
	if s.at == len(s.doc) || s.doc[s.at] < low || high < s.doc[s.at] {
		return false
	}
	s.at++
	return true
}

// skip reads over a value, whose brackets and texts tell where it ends. What stands
// between them is not looked at.
func (s *scanner) skip() error {
	for depth := 0; ; {
		switch c := s.next(); c {
		case 0:
			return malformed{}
		case '"':
			if _, ok := s.literal(); !ok {
				return malformed{}
			}
		case '{', '[':
			depth++
			s.at++
		case '}', ']':
			depth--
			s.at++
		case ',', ':':
			s.at++
		default:
			n := bytes.IndexAny(s.doc[s.at:], " \t\r\n,:]}")
			if n < 0 {
				n = len(s.doc) - s.at
			}
			s.at += n
		}
		if depth <= 0 {
			return nil
		}
	}
}

// A literal is a string as a document spells it.
type literal struct {
	raw   []byte // what stands between the quotes
	at    int    // the offset of the first quote
	plain bool   // raw is the text itself, and ASCII
}

// literal reads a string, if one follows.
func (s *scanner) literal() (l literal, ok bool) {
	l = literal{at: s.at, plain: true}
	if !s.accept('"', '"') {
		return l, false
	}
	for i := s.at; i < len(s.doc); {
		switch c := s.doc[i]; {
		case c == '"':
			l.raw, s.at = s.doc[s.at:i], i+1
			return l, true
		case c == '\\':
			n := escapeLen(s.doc[i:])
			if n == 0 {
				return l, false
			}
			l.plain = false
			i += n
		case c < ' ':
			return l, false
		case c < utf8.RuneSelf:
			i++
		default:
			r, n := utf8.DecodeRune(s.doc[i:])
			if r == utf8.RuneError && n == 1 {
				return l, false
			}
			l.plain = false
			i += n
		}
	}
	return l, false
}

// text returns the text that l spells. An escape that is half of a surrogate
// pair without the other half is no character: lone is the offset of the first
// such in the document, -1 if there is none, and U+FFFD stands for each.
func (l literal) text() (text []byte, lone int) {
	lone = -1
	if l.plain {
		return l.raw, lone
	}
	text = make([]byte, 0, len(l.raw))
	for i := 0; i < len(l.raw); {
		switch c := l.raw[i]; {
		case c != '\\':
			text = append(text, c)
			i++
		case l.raw[i+1] != 'u':
			text = append(text, unescaped[l.raw[i+1]])
			i += len(`\n`)
		default:
			unit := codeUnit(l.raw[i:])
			r, n := unit, unicodeEscape
			if utf16.IsSurrogate(unit) {
				if r = utf16.DecodeRune(unit, codeUnit(l.raw[i+n:])); r != utf8.RuneError {
					n += unicodeEscape
				} else if lone < 0 {
					lone = l.at + len(`"`) + i
				}
			}
			text = utf8.AppendRune(text, r)
			i += n
		}
	}
	return text, lone
}

// unescaped holds the character for which a letter stands behind a backslash.
var unescaped = [256]byte{
	'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t',
}

// unicodeEscape is the length of an escape in hexadecimal digits.
const unicodeEscape = len(`\u0000`)

// escapeLen returns the length of the escape that s starts with; 0 if it is
// none.
func escapeLen(s []byte) int {
	switch {
	case len(s) > 1 && unescaped[s[1]] != 0:
		return len(`\n`)
	case len(s) < unicodeEscape || s[1] != 'u':
		return 0
	}
	for _, c := range s[2:unicodeEscape] {
		if digit := c | 0x20; (c < '0' || c > '9') && (digit < 'a' || digit > 'f') {
			return 0
		}
	}
	return unicodeEscape
}

// codeUnit returns the UTF-16 code unit of the escape in hexadecimal digits
// that s starts with; -1 if it starts with none.
func codeUnit(s []byte) rune {
	if len(s) < unicodeEscape || s[0] != '\\' || s[1] != 'u' {
		return -1
	}
	unit, _ := strconv.ParseUint(string(s[2:unicodeEscape]), 16, 16)
	return rune(unit)
}
