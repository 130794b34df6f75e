package template

import (
	"slices"
	"strings"
)

// An Origin says where a part of a merged request comes from: its path in the
// request, in the template data, or in both, whose parts come from either. The
// zero Origin is of what nothing sets.
type Origin struct {
	Request  string `json:"request,omitempty"`
	Template string `json:"template,omitempty"`
}

// String says which side it is: "request", "template", "both" or "neither".
func (o Origin) String() string {
	switch {
	case o.Request != "" && o.Template != "":
		return "both"
	case o.Request != "":
		return "request"
	case o.Template != "":
		return "template"
	}
	return "neither"
}

// Origin returns where the member at a path of [Merged.Input] comes from. The
// path in the template data is spelled as there.
func (m *Merged) Origin(path string) Origin {
	if m == nil {
		return Origin{}
	}
	rest := ""
	for at := path; at != ""; at = parent(at) {
		if o, known := m.origins[at]; known {
			rest = path[len(at):]
			if o.Request != "" {
				o.Request += rest
			}
			if o.Template != "" {
				o.Template = inData(o.Template + rest)
			}
			return o
		}
	}
	return Origin{}
}

// Unsure lists the parts of [Merged.Input] of which no page tells how the two
// sides combine: a device or a network interface that both name, where a member
// that only the template sets may or may not survive; a profile by name here and
// by ARN there; an empty text over one of the template; lists of licenses and of
// secondary interfaces. Rules do not judge them, see [Merged.Check].
func (m *Merged) Unsure() []string {
	if m == nil {
		return nil
	}
	return sorted(m.unsure)
}

// isUnsure reports whether a path lies in a part of which no page tells.
func (m *Merged) isUnsure(path string) bool {
	return slices.ContainsFunc(m.unsure, func(u string) bool {
		rest, within := strings.CutPrefix(path, u)
		return within && (rest == "" || rest[0] == '.' || rest[0] == '[')
	})
}
