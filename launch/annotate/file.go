package annotate

import (
	"errors"
	"slices"

	"github.com/ec2launch/ec2launch/internal/located"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// A File is the report on a file. Those that [Locate] and [Undecoded] make know
// where each member stands; in one that is made by hand, violations stand at the
// file as a whole. One that [Unread] makes has no report.
type File struct {
	Name   string // its path, with slashes; "-" is standard input
	Report validate.Report

	places map[spot]place
	unread string // why there is no report
}

// Unread tells that a file could not be read, and why: a log of [SARIF] then says
// that the run failed, and [GitHub] writes an error. A nil error is an unknown
// one.
func Unread(name string, err error) File {
	if err == nil {
		err = errors.New("the file could not be read")
	}
	return File{Name: name, unread: err.Error()}
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

// Decode is the rule that a document breaks which is no request. It is not in
// the catalogue: [launch.DecodeCLI] says what it demands.
const Decode = "decode"

// Undecoded returns the report on a document that [launch.DecodeCLI] or
// [launch.DecodeCallCLI] refused with the error: a violation of the rule [Decode]
// for each [launch.DecodeError]. An error of another kind stands at no member.
func Undecoded(name string, document []byte, err error) File {
	f := File{Name: name, places: map[spot]place{}}
	faults := faultsOf(err)
	offsets := make([]int, len(faults))
	for i, fault := range faults {
		offsets[i] = int(fault.Offset)
	}
	places := located.Positions(document, offsets...)
	for i, fault := range faults {
		v := violation(*fault)
		f.Report.Violations = append(f.Report.Violations, v)
		if fault.Line > 0 {
			f.places[spot{v.Path, v.Message}] = place{places[i], places[i]}
		}
	}
	return f
}

// faultsOf lists the faults that an error tells of, at least one of every error.
func faultsOf(err error) (faults launch.DecodeErrors) {
	if all, ok := errors.AsType[launch.DecodeErrors](err); ok {
		faults = slices.DeleteFunc(slices.Clone(all), func(f *launch.DecodeError) bool { return f == nil })
	} else if one, ok := errors.AsType[*launch.DecodeError](err); ok && one != nil {
		faults = launch.DecodeErrors{one}
	}
	if len(faults) == 0 && err != nil {
		faults = launch.DecodeErrors{{Message: err.Error()}}
	}
	return faults
}

// violation presents the fault for which a document is no request.
func violation(fault launch.DecodeError) validate.Violation {
	path := fault.Path
	fault.Path = "" // else the message would repeat it
	return validate.Violation{
		Rule:     Decode,
		Severity: validate.SeverityError,
		Path:     path,
		Message:  fault.Error(),
		URL:      validate.Source{Shape: "RunInstances"}.URL(),
	}
}
