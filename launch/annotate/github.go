package annotate

import (
	"fmt"
	"io"
	"strings"

	"github.com/ec2launch/ec2launch/validate"
)

// GitHub writes a workflow command of GitHub Actions for each violation, which
// annotates the line of the file in a pull request:
//
//	::error file=web.json,line=5,col=58,title=volume-iops-range::BlockDeviceMappings[1].Ebs.Iops = 2999: ...
//
// A violation of severity error makes an error, of warning a warning, and of
// advice a notice. Columns count characters. Without a file, the text begins with
// the place. GitHub shows ten of each kind a step.
func GitHub(w io.Writer, files ...File) error {
	var b strings.Builder
	for _, f := range files {
		for _, u := range f.unread {
			text := u.String()
			if f.file() != "" {
				text = unplaced(u)
			}
			fmt.Fprintf(&b, "::error %s%stitle=ec2launch::%s\n", f.file(), f.at(u.Line, u.Column), data.Replace(text))
		}
		for _, v := range f.Report.Violations {
			fmt.Fprintf(&b, "::%s %s::%s\n", command(v.Severity), f.properties(v), data.Replace(f.text(v)))
		}
		if f.Report.Omitted > 0 {
			fmt.Fprintf(&b, "::notice %stitle=ec2launch::and %d more\n", f.file(), f.Report.Omitted)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// text is what a command says of a violation: where it stands, too, if there is no
// file to point into.
func (f File) text(v validate.Violation) string {
	if line, column := f.Position(v); line > 0 && f.file() == "" {
		return fmt.Sprintf("line %d, column %d: %s", line, column, text(v))
	}
	return text(v)
}

func command(s validate.Severity) string {
	switch s {
	case validate.SeverityError:
		return "error"
	case validate.SeverityWarning:
		return "warning"
	}
	return "notice"
}

func (f File) properties(v validate.Violation) string {
	return f.file() + f.at(f.Position(v)) + "title=" + property.Replace(v.Rule)
}

// at are the properties that name a place in the file, each where it is known.
func (f File) at(line, column int) string {
	switch {
	case f.file() == "" || line == 0:
		return ""
	case column == 0:
		return fmt.Sprintf("line=%d,", line)
	}
	return fmt.Sprintf("line=%d,col=%d,", line, column)
}

// file is the property that names the file, which standard input has not.
func (f File) file() string {
	if f.Name == "" || f.Name == "-" {
		return ""
	}
	return "file=" + property.Replace(f.Name) + ","
}

// data and property escape what would end the text of a command, or one of its
// properties.
var (
	data     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
