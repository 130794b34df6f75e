package rules

import (
	"bytes"
	"encoding/base64"
	"strings"
)

// An encoding says how well a text is base64.
type encoding uint8

const (
	standardBase64 encoding = iota // padded, of the standard alphabet, with line breaks at most
	looseBase64                    // decoded by some: the URL alphabet, blanks, no padding or padding elsewhere
	notBase64
)

// base64Group is how many symbols encode three bytes; one that is left over
// encodes nothing.
const base64Group = 4

func encodingOf(text string) encoding {
	switch {
	case !decodable(text):
		return notBase64
	case irregular(text):
		return looseBase64
	}
	return standardBase64
}

// decodable reports whether a text is base64 at least as some decoders take it.
func decodable(text string) bool {
	symbols := countSymbols(text)
	others := countAny(text, "=", "\n", "\r", " ", "\t")
	return symbols+others == len(text) && symbols%base64Group != 1
}

// irregular reports whether a text is something else than base64 in the
// standard form, as far as can be told without looking at every character: it
// costs a tenth of [encodingOf].
func irregular(text string) bool {
	padding, breaks := countAny(text, "="), countAny(text, "\n", "\r")
	return countAny(text, " ", "\t", "-", "_") > 0 ||
		padding > 2 || (len(text)-breaks)%base64Group != 0 ||
		strings.Contains(strings.TrimRight(text, "=\r\n"), "=")
}

func countAny(text string, characters ...string) (n int) {
	for _, c := range characters {
		n += strings.Count(text, c)
	}
	return n
}

// countSymbols counts the characters that stand for data in the standard or
// the URL alphabet of base64.
func countSymbols(text string) (n int) {
	for i := range len(text) {
		n += int(base64Symbol[text[i]])
	}
	return n
}

// base64Symbol is 1 for the characters that countSymbols counts.
var base64Symbol = [256]uint8{
	'A': 1, 'B': 1, 'C': 1, 'D': 1, 'E': 1, 'F': 1, 'G': 1, 'H': 1, 'I': 1, 'J': 1, 'K': 1, 'L': 1, 'M': 1,
	'N': 1, 'O': 1, 'P': 1, 'Q': 1, 'R': 1, 'S': 1, 'T': 1, 'U': 1, 'V': 1, 'W': 1, 'X': 1, 'Y': 1, 'Z': 1,
	'a': 1, 'b': 1, 'c': 1, 'd': 1, 'e': 1, 'f': 1, 'g': 1, 'h': 1, 'i': 1, 'j': 1, 'k': 1, 'l': 1, 'm': 1,
	'n': 1, 'o': 1, 'p': 1, 'q': 1, 'r': 1, 's': 1, 't': 1, 'u': 1, 'v': 1, 'w': 1, 'x': 1, 'y': 1, 'z': 1,
	'0': 1, '1': 1, '2': 1, '3': 1, '4': 1, '5': 1, '6': 1, '7': 1, '8': 1, '9': 1,
	'+': 1, '/': 1, '-': 1, '_': 1,
}

// decodedLen is how many bytes so many symbols encode.
func decodedLen(symbols int) int64 { return int64(symbols) * 3 / 4 }

// encodedTwice reports whether decoded data is base64 of what user data begins
// with: a comment or shebang, markup, MIME, or the mark of gzip.
func encodedTwice(data []byte) bool {
	const beginning = 2 * base64Group // symbols, enough for each of them
	var start [beginning]byte
	n, _ := base64.StdEncoding.Decode(start[:], data[:min(len(data), beginning)])
	for _, mark := range [...]string{"#", "<", "MIME", "\x1f\x8b"} {
		if bytes.HasPrefix(start[:n], []byte(mark)) {
			return encodingOf(string(data)) == standardBase64
		}
	}
	return false
}
