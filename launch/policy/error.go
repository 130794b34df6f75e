package policy

import (
	"fmt"
	"strings"

	"github.com/ec2launch/ec2launch/internal/located"
)

// An Error is all that is wrong with a policy.
type Error struct{ Faults []Fault }

// Error prints one fault on one line, and several below a line that counts them.
func (e *Error) Error() string {
	if e == nil || len(e.Faults) == 0 {
		return "policy: no faults"
	}
	if len(e.Faults) == 1 {
		return "policy: " + e.Faults[0].String()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "policy: %d faults", len(e.Faults))
	for _, f := range e.Faults {
		b.WriteString("\n\t" + f.String())
	}
	return b.String()
}

// A Fault is something wrong in a policy.
type Fault struct {
	Line, Column int    // where, both from 1, the column in characters; 0 where not known
	Path         string // of the field at fault, as JSON names it: "tags[0].pattern"; empty for the policy as a whole
	Message      string // what is wrong and what would be right
}

// String returns one line: "line 4, column 17: tags[0].pattern: must be ...".
func (f Fault) String() string {
	s := f.Message
	if f.Path != "" {
		s = f.Path + ": " + s
	}
	switch {
	case f.Column > 0:
		return fmt.Sprintf("line %d, column %d: %s", f.Line, f.Column, s)
	case f.Line > 0:
		return fmt.Sprintf("line %d: %s", f.Line, s)
	}
	return s
}

// follows reports whether f may follow from another fault: of the same value, of
// one within it, or of one around it. What is wrong with the policy as a whole
// follows from any.
func (f Fault) follows(other Fault) bool {
	return f.Path == "" || located.Within(f.Path, other.Path) || located.Within(other.Path, f.Path)
}

// maxFaults bounds what an [Error] lists.
const maxFaults = 100

// faults collects what is wrong.
type faults []Fault

func (fs *faults) add(path, format string, args ...any) { fs.addAt(0, 0, path, format, args...) }

func (fs *faults) addAt(line, column int, path, format string, args ...any) {
	if len(*fs) < maxFaults {
		*fs = append(*fs, Fault{line, column, path, fmt.Sprintf(format, args...)})
	}
}

// err is nil where nothing is wrong.
func (fs faults) err() error {
	if len(fs) == 0 {
		return nil
	}
	return &Error{fs}
}
