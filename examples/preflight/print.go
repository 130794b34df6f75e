package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/annotate"
	"github.com/ec2launch/ec2launch/launch/catalogue"
	"github.com/ec2launch/ec2launch/validate"
)

// A format is a form of the output.
type format struct {
	print func(c command, w io.Writer, files ...annotate.File) error
	whole bool // prints all files at once, rather than each when it is checked
	marks bool // annotates files, also those of a faulty policy
	// unread is what is printed of a file that could not be read, where something is.
	unread func(name string, err error) annotate.File
}

func parseFormat(name string) (format, error) {
	switch name {
	case "text":
		return format{print: command.printText}, nil
	case "json":
		return format{print: command.printJSON, unread: unread}, nil
	case "sarif":
		return format{print: command.printSARIF, whole: true, marks: true, unread: annotate.Unread}, nil
	case "github":
		return format{print: command.printGitHub, marks: true, unread: annotate.Unread}, nil
	}
	return format{}, errors.New("must be text, json, sarif or github")
}

// printText prints a verdict on each file, and below it a line for each
// violation.
func (c command) printText(w io.Writer, files ...annotate.File) error {
	var b strings.Builder
	for _, f := range files {
		fmt.Fprintf(&b, "%s: %s (edition %s)\n", oneLine(f.Name), c.verdict(f.Report), f.Report.Edition)
		for _, v := range f.Report.Violations {
			fmt.Fprintf(&b, "  %s: %s%s\n", v.Severity, at(f, v), v)
		}
		if f.Report.Omitted > 0 {
			fmt.Fprintf(&b, "  and %d more\n", f.Report.Omitted)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// at says where a document cannot be read as a request, which may be at no member.
func at(f annotate.File, v validate.Violation) string {
	line, column := f.Position(v)
	if v.Rule != annotate.Decode || line == 0 {
		return ""
	}
	return fmt.Sprintf("line %d, column %d: ", line, column)
}

// oneLine escapes what would end the line that a text stands in, such as the
// name of a file, or write elsewhere on a terminal.
func oneLine(text string) string {
	if !strings.ContainsFunc(text, unicode.IsControl) {
		return text
	}
	quoted := strconv.Quote(text)
	return quoted[1 : len(quoted)-1]
}

func (c command) verdict(r validate.Report) string {
	switch {
	case r.Err() != nil:
		return "invalid"
	case !c.passes(r):
		return "valid, but fails on warnings"
	}
	return "valid"
}

// printJSON prints a line for each file: the report in the library's own form,
// behind the file and the verdict, with the place of each violation.
func (c command) printJSON(w io.Writer, files ...annotate.File) error {
	enc := json.NewEncoder(w)
	for _, f := range files {
		r := f.Report
		violations := []placed{} // never null
		for _, v := range r.Violations {
			line, column := f.Position(v)
			violations = append(violations, placed{v, line, column})
		}
		err := enc.Encode(struct {
			File       string           `json:"file"`
			Valid      bool             `json:"valid"`
			Passed     bool             `json:"passed"`
			Edition    validate.Edition `json:"edition"`
			Violations []placed         `json:"violations"`
			Omitted    int              `json:"omitted,omitempty"`
		}{f.Name, r.Err() == nil, c.passes(r), r.Edition, violations, r.Omitted})
		if err != nil {
			return err
		}
	}
	return nil
}

// unread is a file that could not be read, as one that breaks the rule "unread".
func unread(name string, err error) annotate.File {
	why := validate.Violation{Rule: "unread", Severity: validate.SeverityError, Message: err.Error()}
	return annotate.File{Name: name, Report: validate.Report{Violations: []validate.Violation{why}}}
}

// A placed violation has its place behind its members, where that is known.
type placed struct {
	validate.Violation
	Line   int `json:"line,omitempty"`
	Column int `json:"column,omitempty"`
}

func (c command) printSARIF(w io.Writer, files ...annotate.File) error {
	return annotate.SARIF(w, append(launch.Rules(), c.house...), files...)
}

func (command) printGitHub(w io.Writer, files ...annotate.File) error {
	return annotate.GitHub(w, files...)
}

func (c command) printRules(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(catalogue.Entries(append(launch.Rules(), c.house...)))
}
