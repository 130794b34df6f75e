package annotate

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/ec2launch/ec2launch/launch/policy"
	"github.com/ec2launch/ec2launch/validate"
)

// SARIF writes reports as a log of [SARIF 2.1.0], the form that code scanning and
// editors read. The rules describe what the reports name; but for [Decode], a rule
// that is not among them stands in the log with its ID and address alone.
//
// A violation of severity error has the level error, of warning warning, and of
// advice note. Its message is [validate.Violation.String], which for a violation
// of [Decode] leaves out the rule; its code, and the limit, values and facts that
// decided, are properties. Columns count code units of UTF-16, as SARIF does by
// default.
//
// [SARIF 2.1.0]: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
func SARIF(w io.Writer, rules []*validate.Rule, files ...File) error {
	r := run{ColumnKind: "utf16CodeUnits", Results: []result{}, Invocations: []invocation{{Successful: true}}}
	r.Tool.Driver = driver{Name: "ec2launch", URI: "https://github.com/ec2launch/ec2launch", Rules: []descriptor{}}
	for _, f := range files {
		for _, u := range f.unread {
			r.Invocations[0].Successful = false
			r.Invocations[0].Notes = append(r.Invocations[0].Notes, f.unreadable(u))
		}
		for _, v := range f.Report.Violations {
			r.Results = append(r.Results, f.result(v, r.Tool.Driver.rule(v, rules)))
		}
		if n := f.Report.Omitted; n > 0 {
			more := notification{Level: "note", Message: newMessage(fmt.Sprintf("and %d more in %q", n, f.Name))}
			r.Invocations[0].Notes = append(r.Invocations[0].Notes, more)
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(log{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []run{r},
	})
}

// rule returns the place of a violation's rule among those described, where it
// is added when it is not there.
func (d *driver) rule(v validate.Violation, rules []*validate.Rule) int {
	if i := slices.IndexFunc(d.Rules, func(r descriptor) bool { return r.ID == v.Rule }); i >= 0 {
		return i
	}
	described := descriptor{ID: v.Rule, URL: address(v.URL)}
	described.Default.Level = level(v.Severity)
	if i := slices.IndexFunc(rules, func(r *validate.Rule) bool { return r != nil && r.ID == v.Rule }); i >= 0 {
		described.Default.Level = level(rules[i].Severity)
		described.Summary = new(newMessage(rules[i].Summary))
	} else if v.Rule == Decode {
		described.Summary = new(newMessage("the document must be a request in the JSON that the AWS CLI takes"))
	}
	d.Rules = append(d.Rules, described)
	return len(d.Rules) - 1
}

func (f File) result(v validate.Violation, rule int) result {
	r := result{
		Rule: v.Rule, Index: rule, Level: level(v.Severity), Message: newMessage(text(v)),
		Properties: properties{v.Code, v.Limit, v.Values, v.Facts},
	}
	if f.Name != "" || v.Path != "" {
		r.Locations = []location{f.location(v.Path, f.place(v))}
	}
	for i, with := range v.With {
		l := f.location(with, f.places[spot{path: with}])
		l.ID, l.Message = new(i), new(newMessage("the other member: "+with))
		r.Related = append(r.Related, l)
	}
	return r
}

// unreadable notifies of why a file was not read. Its place has no column, which would
// be one of UTF-16.
func (f File) unreadable(u policy.Fault) notification {
	n := notification{Level: "error", Message: newMessage(unplaced(u))}
	if f.Name != "" {
		l := f.location("", place{})
		if u.Line > 0 {
			l.Physical.Region = &region{Line: u.Line}
		}
		n.Locations = []location{l}
	}
	return n
}

// location is where a member stands, in the file and in the request.
func (f File) location(member string, p place) location {
	var l location
	if f.Name != "" {
		l.Physical = &physical{Artifact: artifact{uri(f.Name)}}
		if p != (place{}) {
			l.Physical.Region = newRegion(p)
		}
	}
	if member != "" {
		l.Logical = []logical{{member, "member"}}
	}
	return l
}

func newRegion(p place) *region {
	r := &region{Line: p.at.Line, Column: p.at.Unit}
	if p.end != p.at {
		r.EndLine, r.EndColumn = p.end.Line, p.end.Unit
	}
	return r
}

func level(s validate.Severity) string {
	switch s {
	case validate.SeverityError:
		return "error"
	case validate.SeverityWarning:
		return "warning"
	}
	return "note"
}

// uri is the address of a file: relative as the name is, so that it leads from
// wherever the log is read.
func uri(name string) string {
	if name == "-" {
		return "stdin"
	}
	u := url.URL{Path: name}
	if path.IsAbs(name) {
		u.Scheme = "file"
	}
	return u.String()
}

// address is the address of a page, empty where it is none.
func address(page string) string {
	u, err := url.Parse(page)
	if err != nil || !u.IsAbs() {
		return ""
	}
	return u.String()
}

// newMessage escapes what SARIF would take for a placeholder or a link.
func newMessage(text string) message {
	text = strings.NewReplacer("{", "{{", "}", "}}").Replace(text)
	if strings.Contains(text, "](") {
		text = strings.NewReplacer("[", `\[`, "]", `\]`).Replace(text)
	}
	return message{text}
}
