package main

import (
	"errors"
	"io"
	"os"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// A result is what there is to say about one file.
type result struct {
	File       string      `json:"file"`
	Valid      bool        `json:"valid"`
	Edition    string      `json:"edition"`
	Violations []violation `json:"violations"`

	report *validate.Report
}

// A violation is a broken rule, or with the rule "decode" the fault for which
// the file is not a request.
type violation struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Path     string `json:"path"`
	Message  string `json:"message"`
	Code     string `json:"code"`
	URL      string `json:"url"`
}

// check returns an error only when the file cannot be read.
func check(v *validate.Validator, file string, stdin io.Reader) (result, error) {
	r := result{File: file, Edition: v.Edition().String(), Violations: []violation{}}
	in := io.NopCloser(stdin)
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return r, err
		}
		in = f
	}
	defer in.Close()
	request, err := launch.DecodeCLI(in)
	if fault, ok := errors.AsType[*launch.DecodeError](err); ok {
		if fault.Err != nil {
			return r, errors.Join(errors.New(file), fault.Err)
		}
		r.Violations = append(r.Violations, violation{Rule: "decode", Severity: "error", Path: fault.Path, Message: err.Error()})
		return r, nil
	}
	if err != nil {
		return r, err
	}
	report := v.Check(request)
	for _, f := range report.Violations {
		r.Violations = append(r.Violations, violation{f.Rule, f.Severity.String(), f.Path, f.Message, f.Code, f.URL})
	}
	r.Valid = report.Err() == nil
	r.report = report
	return r, nil
}
