package clijson

import (
	"fmt"

	"github.com/ec2launch/ec2launch/internal/located"
)

// MaxFaults is the greatest number of faults that are found in a document.
const MaxFaults = 20

// A fault is an [Error] of which the place is still to be worked out.
type fault struct {
	path    string
	offset  int
	first   int // where a repeated member stands already; 0 of other faults
	message string
}

// enough is the error that ends the search for faults.
type enough struct{}

func (enough) Error() string { return "enough faults" }

// report notes a fault of the value at hand, behind which d reads on unless there
// are enough.
func (d *decoder) report(offset int, format string, args ...any) error {
	return d.note(fault{offset: offset, message: fmt.Sprintf(format, args...)})
}

// repeated notes that the member at hand stands already at first.
func (d *decoder) repeated(offset, first int) error {
	return d.note(fault{offset: offset, first: first, message: "repeated member; it stands already at "})
}

// stop notes a fault that ends the search for others.
func (d *decoder) stop(offset int, format string, args ...any) error {
	d.report(offset, format, args...)
	return enough{}
}

func (d *decoder) note(f fault) error {
	f.path = d.path.String()
	if d.faults = append(d.faults, f); len(d.faults) == MaxFaults {
		return enough{}
	}
	return nil
}

// placed returns the faults with their places.
func (d *decoder) placed() Errors {
	var offsets []int
	for _, f := range d.faults {
		offsets = append(offsets, f.offset, f.first)
	}
	places := located.Positions(d.doc, offsets...)
	errs := make(Errors, len(d.faults))
	for i, f := range d.faults {
		at, first := places[2*i], places[2*i+1]
		if f.first > 0 {
			f.message += fmt.Sprintf("line %d, column %d", first.Line, first.Column)
		}
		errs[i] = &Error{Path: f.path, Offset: int64(f.offset), Line: at.Line, Column: at.Column, Message: f.message}
	}
	return errs
}
