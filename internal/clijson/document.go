package clijson

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/ec2launch/ec2launch/internal/located"
)

// readDocument reads all of r.
func readDocument(r io.Reader, maxBytes int) ([]byte, error) {
	doc, err := readAll(r, maxBytes)
	if err != nil {
		return nil, &unread{err}
	}
	if len(doc) > maxBytes {
		return nil, faultAt(doc, maxBytes, "", fmt.Sprintf("the request is longer than %d bytes", maxBytes))
	}
	return doc, nil
}

// syntaxFault says why a document is not one JSON value in UTF-8.
func syntaxFault(doc []byte) error {
	if err := encodingFault(doc); err != nil {
		return err
	}
	if skip(doc, 0) == len(doc) {
		return faultAt(doc, len(doc), "", "the document is empty; one JSON object expected")
	}
	first := json.NewDecoder(bytes.NewReader(doc))
	err := first.Decode(new(json.RawMessage))
	syntax, ok := errors.AsType[*json.SyntaxError](err)
	switch {
	case err == nil:
		return faultAt(doc, skip(doc, int(first.InputOffset())), "",
			"more data after the request; one JSON object expected")
	case !ok:
		return faultAt(doc, len(doc), "", "the document ends in the middle of the request")
	default:
		// The offset of a SyntaxError counts the offending byte, too.
		offset := int(syntax.Offset) - 1
		return faultAt(doc, offset, "", located.Syntax(syntax)+hint(doc, offset))
	}
}

// readAll reads r to its end, but at most one byte more than maxBytes. Unlike
// [io.ReadAll] it ends also when r returns neither bytes nor an error for ever.
func readAll(r io.Reader, maxBytes int) ([]byte, error) {
	if r == nil {
		return nil, errors.New("nil reader")
	}
	r = io.LimitReader(r, int64(maxBytes)+1)
	doc := make([]byte, 0, 4096)
	for idle := 0; idle < 100; idle++ {
		if len(doc) == cap(doc) {
			grown := make([]byte, len(doc), 4*len(doc))
			copy(grown, doc)
			doc = grown
		}
		n, err := r.Read(doc[len(doc):cap(doc)])
		if n > 0 {
			idle = -1
		}
		doc = doc[:len(doc)+n]
		if err == io.EOF {
			return doc, nil
		}
		if err != nil {
			return doc, err
		}
	}
	return doc, io.ErrNoProgress
}

// encodingFault says why a document is not UTF-8, if it is none. encoding/json
// would replace it silently.
func encodingFault(doc []byte) error {
	switch {
	case bytes.HasPrefix(doc, []byte("\xef\xbb\xbf")):
		return faultAt(doc, 0, "", "the document starts with a UTF-8 byte order mark; save it without one")
	case bytes.HasPrefix(doc, []byte("\xff\xfe")), bytes.HasPrefix(doc, []byte("\xfe\xff")),
		bytes.HasPrefix(doc, []byte("{\x00")), bytes.HasPrefix(doc, []byte("\x00{")):
		return faultAt(doc, 0, "", "the document is encoded in UTF-16; save it in UTF-8")
	}
	if utf8.Valid(doc) {
		return nil
	}
	for i := 0; i < len(doc); {
		r, size := utf8.DecodeRune(doc[i:])
		if r == utf8.RuneError && size == 1 {
			return faultAt(doc, i, "", fmt.Sprintf("invalid UTF-8: byte 0x%02x at offset %d", doc[i], i))
		}
		i += size
	}
	return nil
}

// hint says what would be right for the usual slips in JSON written by hand.
func hint(doc []byte, offset int) string {
	if offset > 0 && doc[offset-1] == '\\' {
		return `; in a string, a backslash is written \\`
	}
	switch doc[offset] {
	case '/', '#':
		return "; JSON has no comments"
	case '\'':
		return "; names and strings take double quotes"
	case '\n', '\r':
		return `; in a string, a line break is written \n`
	case '}', ']':
		if bytes.HasSuffix(bytes.TrimRight(doc[:offset], white), []byte(",")) {
			return "; no comma may follow the last member or item"
		}
	}
	return ""
}

// white is JSON's white space.
const white = " \t\r\n"

// skip returns the offset of the first byte, from offset on, that is not white
// space.
func skip(doc []byte, offset int) int {
	s := scanner{doc: doc, at: offset}
	s.next()
	return s.at
}
