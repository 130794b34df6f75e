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

// printJSON prints one line.
func printJSON(w io.Writer, file string, r validate.Report) error {
	type violation struct {
		Rule     string            `json:"rule"`
		Severity validate.Severity `json:"severity"`
		Path     string            `json:"path"`
		Message  string            `json:"message"`
		Code     string            `json:"code"`
		URL      string            `json:"url"`
	}
	violations := []violation{} // never null
	for _, v := range r.Violations {
		violations = append(violations, violation{v.Rule, v.Severity, v.Path, v.Message, v.Code, v.URL})
	}
	return json.NewEncoder(w).Encode(struct {
		File       string      `json:"file"`
		Valid      bool        `json:"valid"`
		Edition    string      `json:"edition"`
		Violations []violation `json:"violations"`
	}{file, r.Err() == nil, r.Edition.String(), violations})
}

func printRules(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(catalogue.Entries(launch.Rules()))
}
