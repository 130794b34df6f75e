package main

import (
	"errors"
	"io"
	"os"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// check reports on one file. The error says why it cannot be read.
func check(v *validate.Validator, file string, stdin io.Reader) (validate.Report, error) {
	in := stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return validate.Report{}, err
		}
		defer f.Close()
		in = f
	}
	request, err := launch.DecodeCLI(in)
	fault, undecoded := errors.AsType[*launch.DecodeError](err)
	switch {
	case err == nil:
		return v.Check(request), nil
	case !undecoded:
		return validate.Report{}, err
	case fault.Err != nil: // of the reader
		return validate.Report{}, fault.Err
	}
	return validate.Report{Edition: v.Edition(), Violations: []validate.Violation{violation(*fault)}}, nil
}

// violation presents the fault for which a file is no request as a violation.
func violation(fault launch.DecodeError) validate.Violation {
	path := fault.Path
	fault.Path = "" // else the message would repeat it
	return validate.Violation{
		Rule:     "decode",
		Severity: validate.SeverityError,
		Path:     path,
		Message:  fault.Error(),
		URL:      validate.Source{Shape: "RunInstances"}.URL(),
	}
}
