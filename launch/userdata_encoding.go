package launch

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

func encodingOf(text string) encoding {
	const group = 4 // symbols of three bytes; one left over encodes nothing
	symbols := countSymbols(text)
	padding := strings.Count(text, "=")
	breaks := strings.Count(text, "\n") + strings.Count(text, "\r")
	blanks := strings.Count(text, " ") + strings.Count(text, "\t")
	switch {
	case symbols+padding+breaks+blanks != len(text) || symbols%group == 1:
		return notBase64
	case blanks > 0 || padding > 2 || (symbols+padding)%group != 0,
		strings.IndexByte(text, '-') >= 0 || strings.IndexByte(text, '_') >= 0,
		strings.IndexByte(strings.TrimRight(text, "=\r\n"), '=') >= 0:
		return looseBase64
	}
	return standardBase64
}

// countSymbols counts the characters that stand for data in the standard or
// the URL alphabet of base64.
func countSymbols(text string) (n int) {
	const (
		letters = 1<<26 - 1
		// A bit for each character from 0 and from 64 on.
		low  = uint64(1<<'+' | 1<<'-' | 1<<'/' | (1<<10-1)<<'0')
		high = uint64(letters<<('A'-64) | letters<<('a'-64) | 1<<('_'-64))
	)
	for i := range len(text) {
		c := text[i]
		n += int((low>>c | high>>(c-64)) & 1) // shifts of 64 and more leave nothing
	}
	return n
}

// decodedLen is how many bytes so many symbols encode.
func decodedLen(symbols int) int64 { return int64(symbols) * 3 / 4 }

// userDataBuffer holds the longest user data, and room for whole groups.
const userDataBuffer = 16<<10 + 2

// decodeUserData decodes as much into the buffer as it holds and is base64.
func decodeUserData(buffer []byte, encoded string) []byte {
	most := base64.StdEncoding.EncodedLen(len(buffer))
	n, _ := base64.StdEncoding.Decode(buffer, []byte(encoded[:min(len(encoded), most)]))
	return buffer[:n]
}

// encodedTwice reports whether decoded user data is base64 of what user data
// begins with: a comment or shebang, markup, MIME, or the mark of gzip.
func encodedTwice(data []byte) bool {
	const symbols = 8 // of the longest beginning, and a little more
	var start [symbols]byte
	if len(data) < symbols || encodingOf(string(data)) != standardBase64 {
		return false
	}
	n, _ := base64.StdEncoding.Decode(start[:], data[:symbols])
	for _, mark := range [...]string{"#", "<", "MIME", "\x1f\x8b"} {
		if bytes.HasPrefix(start[:n], []byte(mark)) {
			return true
		}
	}
	return false
}
