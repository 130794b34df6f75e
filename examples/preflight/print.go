package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/catalogue"
	"github.com/ec2launch/ec2launch/validate"
)

// A printer prints the report on one file.
type printer func(w io.Writer, file string, r validate.Report) error

func parseFormat(name string) (printer, error) {
	switch name {
	case "text":
		return printText, nil
	case "json":
		return printJSON, nil
	}
	return nil, errors.New("must be text or json")
}

// printText prints a verdict, and below it a line for each violation.
func printText(w io.Writer, file string, r validate.Report) error {
	verdict := "valid"
	if r.Err() != nil {
		verdict = "invalid"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s (edition %s)\n", file, verdict, r.Edition)
	for _, v := range r.Violations {
		fmt.Fprintf(&b, "  %s: %s\n", v.Severity, v)
	}
	if r.Omitted > 0 {
		fmt.Fprintf(&b, "  and %d more\n", r.Omitted)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// printJSON prints one line: the report in the library's own form, behind the
// file and the verdict.
func printJSON(w io.Writer, file string, r validate.Report) error {
	if r.Violations == nil {
		r.Violations = []validate.Violation{} // never null
	}
	return json.NewEncoder(w).Encode(struct {
		File       string               `json:"file"`
		Valid      bool                 `json:"valid"`
		Edition    validate.Edition     `json:"edition"`
		Violations []validate.Violation `json:"violations"`
		Omitted    int                  `json:"omitted,omitempty"`
	}{file, r.Err() == nil, r.Edition, r.Violations, r.Omitted})
}

func printRules(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(catalogue.Entries(launch.Rules()))
}
