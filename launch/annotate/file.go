package annotate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/ec2launch/ec2launch/internal/located"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/policy"
	"github.com/ec2launch/ec2launch/validate"
)

// A File is the report on a file. Those that [Locate] and [Undecoded] make know
// where each member stands; in one that is made by hand, violations stand at the
// file as a whole. One that [Unread] makes has no report.
type File struct {
	Name   string // its path, with slashes; "-" is standard input
	Report validate.Report

	places map[spot]place
	unread []policy.Fault // why there is no report
}

// Unread tells that a file could not be read, and why: a log of [SARIF] then says
// that the run failed, and [GitHub] writes an error. Of a [policy.Error], each fault
// is told at its line. A nil error is an unknown one.
func Unread(name string, err error) File {
	if wrong, ok := errors.AsType[*policy.Error](err); ok && wrong != nil && len(wrong.Faults) > 0 {
		return File{Name: name, unread: slices.Clone(wrong.Faults)}
	}
	if err == nil {
		err = errors.New("the file could not be read")
	}
	return File{Name: name, unread: []policy.Fault{{Message: err.Error()}}}
}

// unplaced is what is wrong, without the place.
func unplaced(f policy.Fault) string {
	f.Line, f.Column = 0, 0
	return f.String()
}

// A spot is what has a place: a member that the report names, by its path, or a fault
// of a document, which may share its path with others, by its message, too.
type spot struct{ path, message string }

// place finds where a violation stands; the zero place is nowhere.
func (f File) place(v validate.Violation) place {
	if p, ok := f.places[spot{v.Path, v.Message}]; ok {
		return p
	}
	return f.places[spot{path: v.Path}]
}

// A place is where something stands. Its end is its beginning where nobody
// knows it.
type place struct{ at, end located.Position }

// Position returns where a violation of the report stands, from 1, the column in
// characters; both are 0 where that is not known.
func (f File) Position(v validate.Violation) (line, column int) {
	p := f.place(v)
	return p.at.Line, p.at.Column
}

// Locate returns the report on the request or the input of another call that
// stands in a document of JSON, with the place of each member that the report
// names. A member that is absent stands where the nearest one does that is
// around it. In a document that is no JSON, members have no place.
func Locate(name string, document []byte, report validate.Report) File {
	f := File{Name: name, Report: report}
	value, err := located.JSON(document)
	if err != nil {
		return f
	}
	f.places = map[spot]place{}
	note := func(path string) {
		at, end := value.Find(path)
		f.places[spot{path: path}] = place{at, end}
	}
	for _, v := range report.Violations {
		note(v.Path)
		for _, with := range v.With {
			note(with)
		}
	}
	return f
}

// Decode is the ID of the rule that a document breaks when it cannot be read as a
// request. It is not in the catalogue: [launch.DecodeCLI] says what it demands.
const Decode = "decode"

// Undecoded returns the report on a document that cannot be read as a request:
// err is what [launch.DecodeCLI] or [launch.DecodeCallCLI] returned for it. Each
// [launch.DecodeError] becomes a violation of the rule [Decode] with its place,
// numbered if others read alike; an error of another kind becomes one without.
// Where [launch.DecodeErrors.More] reports true, the last violation says, as
// advice, that there may be more.
func Undecoded(name string, document []byte, err error) File {
	f := File{Name: name, places: map[spot]place{}}
	faults, more := faultsOf(err)
	var offsets []int
	for _, fault := range faults {
		offsets = append(offsets, int(fault.Offset), endOfToken(document, int(fault.Offset)))
	}
	places := located.Positions(document, offsets...)
	for i, fault := range faults {
		v := violation(*fault)
		for n := 2; f.has(v); n++ {
			v.Message = fmt.Sprintf("%s (%d)", fault.Message, n)
		}
		f.Report.Violations = append(f.Report.Violations, v)
		if fault.Line > 0 {
			f.places[spot{v.Path, v.Message}] = place{places[2*i], places[2*i+1]}
		}
	}
	if more {
		v := violation(launch.DecodeError{
			Message: fmt.Sprintf("only the first %d faults are told; there may be more behind them", len(faults)),
		})
		v.Severity = validate.SeverityAdvice
		f.Report.Violations = append(f.Report.Violations, v)
	}
	return f
}

// has reports whether a violation with this path and message has a place already.
func (f File) has(v validate.Violation) bool {
	_, known := f.places[spot{v.Path, v.Message}]
	return known
}

// endOfToken returns where the token of JSON ends that begins at an offset; the
// offset itself where none does.
func endOfToken(document []byte, offset int) int {
	if offset < 0 || offset >= len(document) {
		return offset
	}
	d := json.NewDecoder(bytes.NewReader(document[offset:]))
	if _, err := d.Token(); err != nil {
		return offset
	}
	return offset + int(d.InputOffset())
}

// faultsOf lists the faults that an error tells of, at least one of every error, and
// whether there may be more.
func faultsOf(err error) (faults []*launch.DecodeError, more bool) {
	if all, ok := errors.AsType[*launch.DecodeErrors](err); ok && all != nil {
		faults, more = slices.DeleteFunc(slices.Clone(all.Faults), func(f *launch.DecodeError) bool { return f == nil }), all.More()
	} else if one, ok := errors.AsType[*launch.DecodeError](err); ok && one != nil {
		faults = []*launch.DecodeError{one}
	}
	if len(faults) == 0 && err != nil {
		faults = []*launch.DecodeError{{Message: err.Error()}}
	}
	return faults, more
}

// violation presents the fault for which a document is no request.
func violation(fault launch.DecodeError) validate.Violation {
	return validate.Violation{
		Rule:     Decode,
		Severity: validate.SeverityError,
		Path:     fault.Path,
		Message:  fault.Message,
		URL:      validate.Source{Shape: "RunInstances"}.URL(),
	}
}

// text is what an annotation says of a violation, whose place stands beside it. Where
// an annotation is shown without its rule, as in the logs of GitHub Actions, the text
// has it.
func text(v validate.Violation) string {
	if v.Rule == Decode {
		return v.ErrorMessage()
	}
	return v.String()
}
