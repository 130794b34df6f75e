package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// printers print one result.
var printers = map[string]func(io.Writer, result) error{"text": printText, "json": printJSON}

// printJSON prints one line.
func printJSON(w io.Writer, r result) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(r)
}

// printText prints a heading, and below it one line for each violation.
func printText(w io.Writer, r result) error {
	verdict := "valid"
	if !r.Valid {
		verdict = "invalid"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s (%s documentation)\n", r.File, verdict, r.Edition)
	if r.report == nil {
		fmt.Fprintf(&b, "  %s\n", r.Violations[0].Message)
	} else {
		for line := range strings.Lines(r.report.String()) {
			b.WriteString("  " + line)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
