package annotate

import (
	"errors"

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

	places map[string]place // of the paths that the report names
	unread string           // why there is no report
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
	f.places = map[string]place{}
	note := func(path string) {
		at, end := value.Find(path)
		f.places[path] = place{at, end}
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
	f := File{Name: name, places: map[string]place{}}
	faults, several := errors.AsType[launch.DecodeErrors](err)
	if fault, one := errors.AsType[*launch.DecodeError](err); one && !several {
		faults = launch.DecodeErrors{fault}
	} else if err != nil && !several {
		faults = launch.DecodeErrors{{Message: err.Error()}}
	}
	for _, fault := range faults {
		if fault == nil {
			continue
		}
		f.Report.Violations = append(f.Report.Violations, violation(*fault))
		if _, placed := f.places[fault.Path]; !placed && fault.Line > 0 {
			at := located.PositionOf(document, int(fault.Offset))
			f.places[fault.Path] = place{at, at}
		}
	}
	return f
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
