package template

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ec2launch/ec2launch/internal/located"
)

// sides are the paths of what the request and the template have to do with a
// violation.
type sides struct{ request, template []string }

func (s *sides) add(o Origin) {
	if o.Request != "" {
		s.request = append(s.request, o.Request)
	}
	if o.Template != "" {
		s.template = append(s.template, inTemplate+o.Template)
	}
}

// both reports whether each side has a part.
func (s *sides) both() bool { return len(s.request) > 0 && len(s.template) > 0 }

// String names what both sides say.
func (s *sides) String() string {
	return fmt.Sprintf(" (the request says %s, the launch template %s)", innermost(s.request), innermost(s.template))
}

// innermost lists up to three paths, without those of what holds another.
func innermost(paths []string) string {
	var list []string
	for _, path := range paths {
		holds := func(other string) bool { return other != path && located.Within(other, path) }
		if !slices.Contains(list, path) && !slices.ContainsFunc(paths, holds) {
			list = append(list, path)
		}
	}
	const named = 3
	if n := len(list) - named; n > 0 {
		list = append(list[:named], fmt.Sprintf("and %d more", n))
	}
	return strings.Join(list, ", ")
}
