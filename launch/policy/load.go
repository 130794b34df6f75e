package policy

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/ec2launch/ec2launch/internal/located"
)

// maxBytes is the greatest length of a document.
const maxBytes = 1 << 20

// Load reads a policy from a JSON document of at most 1 MiB. It is strict: it
// refuses fields that a [Policy] does not have, repeated fields, null, values of
// another type, and all that [Policy.Rules] refuses. The error is then an [*Error]
// that names all faults with their places, at most 100; where r fails or the
// document is longer, it is another.
func Load(r io.Reader) (Policy, error) {
	if r == nil {
		return Policy{}, errors.New("policy: there is no document to read")
	}
	text, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return Policy{}, fmt.Errorf("policy: %w", err)
	}
	if len(text) > maxBytes {
		return Policy{}, errors.New("policy: the document is longer than 1 MiB")
	}
	document, err := located.JSON(text)
	if fault, ok := errors.AsType[*located.Error](err); ok {
		return Policy{}, &Error{[]Fault{{fault.At.Line, fault.At.Column, "", fault.Message}}}
	}
	p, found := decode(document)
	misshapen := slices.Clone(found)
	for _, f := range p.faults() {
		if slices.ContainsFunc(misshapen, f.follows) {
			continue
		}
		at, _ := document.Find(f.Path)
		found.addAt(at.Line, at.Column, f.Path, "%s", f.Message)
	}
	if len(found) > 0 {
		slices.SortStableFunc(found, func(a, b Fault) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
		return Policy{}, found.err()
	}
	return p, nil
}
