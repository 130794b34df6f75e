package clijson

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/located"
)

// An Error is the fault for which a document was not decoded, or a request not
// encoded.
type Error struct {
	// Path names the member at fault as AWS spells it,
	// "BlockDeviceMappings[0].Ebs.Iops". It is empty for faults of the document
	// as a whole and of its syntax. A name that is not made of ASCII letters
	// and digits is quoted and cut.
	Path string

	// Offset is the number of bytes before the fault; Line and Column, in
	// characters, count from 1. All are 0 when there is no document to point
	// into, as for a request that cannot be encoded.
	Offset       int64
	Line, Column int

	// Message says what is wrong and what would be right. Of user data it holds
	// at most one character: the one that breaks JSON's syntax.
	Message string
}

// Error returns one line: "line 4, column 17: BlockDeviceMappings[0].Ebs.Iop:
// unknown member; did you mean "Iops"?".
func (e *Error) Error() string {
	s := e.Message
	if e.Path != "" {
		s = e.Path + ": " + s
	}
	if e.Line > 0 {
		s = fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, s)
	}
	return s
}

// unread is the error of a document that its reader did not yield.
type unread struct{ cause error }

func (e *unread) Error() string {
	cause, dots := cut(e.cause.Error(), maxCause)
	return "cannot read the request: " + format.Plain(cause) + dots
}

// Unwrap returns what the reader returned.
func (e *unread) Unwrap() error { return e.cause }

// Errors are the faults for which a document was not decoded, more than one and at
// most [MaxFaults], in its order.
type Errors []*Error

// Error returns how many faults there are, and a line for each.
func (es Errors) Error() string { return Lines(es) }

// Lines is what the Error of a list of faults returns: one by itself, several below
// their number.
func Lines[E error](faults []E) string {
	if len(faults) == 1 {
		return faults[0].Error()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d faults", len(faults))
	if len(faults) >= MaxFaults {
		b.WriteString(" or more")
	}
	for _, f := range faults {
		b.WriteString("\n\t" + f.Error())
	}
	return b.String()
}

// err returns the only fault by itself.
func (es Errors) err() error {
	if len(es) == 1 {
		return es[0]
	}
	return es
}

// faultAt returns an error at the given byte offset of a document.
func faultAt(doc []byte, offset int, path, message string) *Error {
	at := located.PositionOf(doc, offset)
	return &Error{Path: path, Offset: int64(offset), Line: at.Line, Column: at.Column, Message: message}
}

const (
	maxQuoted = 64      // bytes that an error repeats of a value
	maxCause  = 1 << 10 // bytes that it repeats of what a reader returned
)

// quote returns s in quotes, cut to [maxQuoted] bytes. All but ASCII is
// escaped, so that look-alikes show.
func quote(s string) string {
	head, dots := cut(s, maxQuoted)
	return strconv.QuoteToASCII(head) + dots
}

// cut returns the characters of s that fit into a number of bytes, and dots if
// that is not all of s.
func cut(s string, most int) (head, dots string) {
	if head, cut := format.Cut(s, most); cut {
		return head, "..."
	}
	return s, ""
}
