// Package secret recognises secrets in text by forms that are unlikely to be
// anything else. It allocates nothing.
package secret

import (
	"bytes"
	"iter"
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
)

// Shortest is the length of the shortest secret, an access key.
const Shortest = 20

// In says what kind of secret a text holds: "an AWS access key", "a private
// key" or "a bearer token"; empty when none is found. Its time is linear.
func In(text []byte) string {
	switch {
	case len(text) < Shortest:
		return ""
	case accessKey(text):
		return "an AWS access key"
	case privateKey(text):
		return "a private key"
	case bearerToken(text):
		return "a bearer token"
	}
	return ""
}

// accessKey looks for AKIA or ASIA and 16 more capitals and digits, with none
// before and behind. It searches from the second letter on, as most text has
// fewer of these than of A.
func accessKey(text []byte) bool {
	for _, mark := range [...]string{"KIA", "SIA"} {
		for at := range matches(text, mark) {
			start := at - 1
			if start < 0 || text[start] != 'A' || start > 0 && capitalOrDigit(text[start-1]) {
				continue
			}
			key := text[start:min(start+Shortest+1, len(text))]
			if leading(key, capitalOrDigit) == Shortest {
				return true
			}
		}
	}
	return false
}

// privateKey looks for the header of a private key in PEM, in which some words
// may say of what kind it is. Most text has fewer of these capitals than of
// dashes.
func privateKey(text []byte) bool {
	const longest = 64 // bytes of a header before the two words
	for at := range matches(text, "PRIVATE KEY") {
		line := text[max(0, at-longest):at]
		line = line[bytes.LastIndexByte(line, '\n')+1:]
		if bytes.Contains(line, []byte("-----BEGIN ")) {
			return true
		}
	}
	return false
}

// bearerToken looks for an HTTP credential: the word Bearer and a token of a
// length that words do not have. A reference to a variable is none.
func bearerToken(text []byte) bool {
	const shortest = 20
	for _, scheme := range [...]string{"Bearer ", "bearer ", "BEARER "} {
		for start := range matches(text, scheme) {
			token := bytes.TrimLeft(text[start+len(scheme):], " ")
			if leading(token[:min(shortest, len(token))], tokenCharacter) == shortest {
				return true
			}
		}
	}
	return false
}

// matches yields where a text holds a pattern.
func matches(text []byte, pattern string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for start := 0; ; start++ {
			next := bytes.Index(text[start:], []byte(pattern))
			if next < 0 {
				return
			}
			if start += next; !yield(start) {
				return
			}
		}
	}
}

// leading counts the characters of a kind that a text begins with.
func leading(text []byte, kind func(byte) bool) int {
	for i, c := range text {
		if !kind(c) {
			return i
		}
	}
	return len(text)
}

func capitalOrDigit(c byte) bool { return 'A' <= c && c <= 'Z' || format.Digit(c) }

func tokenCharacter(c byte) bool {
	return letter(c) || format.Digit(c) || strings.IndexByte("-._~+/=", c) >= 0
}

func letter(c byte) bool { return format.Lower(c | 0x20) }
