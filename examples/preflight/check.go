package main

import (
	"bytes"
	"errors"
	"io"
	"os"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// check reports on one file, of the call that it is known to be, nil where its
// members tell. The error says why it cannot be read.
func check(j judge, edition validate.Edition, file string, stdin io.Reader, known *call) (validate.Report, error) {
	in := stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return validate.Report{}, err
		}
		defer f.Close()
		in = f
	}
	document, err := readDocument(in)
	if err != nil {
		return validate.Report{}, err
	}
	if known == nil {
		known = new(recognize(document))
	}
	input := known.new()
	err = launch.DecodeCallCLI(bytes.NewReader(document), input)
	fault, undecoded := errors.AsType[*launch.DecodeError](err)
	switch {
	case err == nil:
		return j(input)
	case !undecoded:
		return validate.Report{}, err
	}
	return validate.Report{Edition: edition, Violations: []validate.Violation{violation(*fault)}}, nil
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
