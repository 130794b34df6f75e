package launch

import (
	"errors"
	"slices"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/located"
	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/validate"
)

// maxFaults bounds the arguments that a report names, as reports bound
// violations.
const maxFaults = 100

// missing records that a method was given nothing for the member at path.
func (b Builder) missing(method, path, message string) Builder {
	b.faults = b.faults.Of(method, part.Fault{Path: path, Message: message, Missing: true})
	return b
}

// given records what is wrong with the value that a method was given for the
// member at path, if anything is, in place of what was wrong at the last call.
// The messages begin with lead.
func (b Builder) given(method, path, lead string, value any) Builder {
	faulty, ok := value.(interface{ Err() error })
	if !ok {
		b.faults = b.faults.Of(method)
		return b
	}
	err, made := part.Made(faulty.Err)
	faults, known := errors.AsType[part.Faults](err)
	if !made || !known && err != nil { // of a type of the program, in words that may hold anything
		return b.missing(method, path, method+" was given a value whose Err is not nil")
	}
	own := slices.Clone(faults)
	for i, f := range own {
		own[i].Path, own[i].Message = part.Below(path, f.Path), lead+f.Message
	}
	b.faults = b.faults.Of(method, own...)
	return b
}

// withFaults puts the arguments that the builder cannot use before what the
// rules found elsewhere. Where there is no spec to start from, all that they found
// follows from that.
func (b Builder) withFaults(r validate.Report) validate.Report {
	if len(b.faults) == 0 {
		return r
	}
	var found []validate.Violation
	for _, f := range b.faults {
		v := validate.Violation{
			Rule: "builder-argument-format", Path: f.Path, Message: format.Plain(f.Message), Code: "InvalidParameterValue",
		}
		if f.Missing {
			v.Rule, v.Code = "builder-argument-required", "MissingParameter"
		}
		found = append(found, v)
	}
	for _, v := range r.Violations {
		follows := func(f part.Fault) bool { return f.Method == fromSpec || f.Path != "" && located.Within(v.Path, f.Path) }
		if !slices.ContainsFunc(b.faults, follows) {
			found = append(found, v)
		}
	}
	most := min(len(found), maxFaults)
	r.Violations, r.Omitted = found[:most:most], r.Omitted+len(found)-most
	return r
}
