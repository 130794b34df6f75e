package launcher

import (
	"fmt"
	"strings"
)

// causes are several errors, of which the text shows the first ones.
type causes []error

// maxCauses is how many causes a text shows.
const maxCauses = 10

// join returns nil for no errors.
func join(errs []error) error {
	switch len(errs) {
	case 0:
		return nil
	case 1:
		return errs[0]
	}
	return causes(errs)
}

// Error shows one cause a line.
func (c causes) Error() string { return c.under("") }

// under shows them without what they begin with, where that is said above.
func (c causes) under(said string) string {
	var b strings.Builder
	for i, err := range c {
		if i > 0 {
			b.WriteString("\n\t")
		}
		if i == maxCauses {
			fmt.Fprintf(&b, "and %d more", len(c)-i)
			break
		}
		if e, ok := err.(*Error); ok && e != nil && e.Batch != "" {
			fmt.Fprintf(&b, "batch %s: ", e.Batch)
		}
		b.WriteString(strings.TrimPrefix(message(err), said))
	}
	return b.String()
}

// Unwrap returns all of them.
func (c causes) Unwrap() []error { return c }
