// Package yaml reads policies from YAML. It is a module of its own, so that
// those who do without YAML do not import it:
//
//	go get github.com/ec2launch/ec2launch github.com/ec2launch/ec2launch/launch/policy/yaml
package yaml

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/ec2launch/ec2launch/launch/policy"
)

// maxBytes is the greatest length of a document.
const maxBytes = 1 << 20

// Load reads a policy from YAML with the fields that [policy.Load] reads from
// JSON, and as strictly. A second document is a fault, too. The faults of the
// [*policy.Error] have their lines and columns in the YAML; what is no
// YAML is one fault, with its line where the document has at most 64 KiB.
func Load(r io.Reader) (policy.Policy, error) {
	if r == nil {
		return policy.Policy{}, errors.New("policy: there is no document to read")
	}
	text, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return policy.Policy{}, fmt.Errorf("policy: %w", err)
	}
	if len(text) > maxBytes {
		return policy.Policy{}, errors.New("policy: the document is longer than 1 MiB")
	}
	at, err := only(text)
	if err != nil {
		return policy.Policy{}, err
	}
	document, err := asJSON(text)
	if err != nil {
		return policy.Policy{}, err
	}
	p, err := policy.Load(bytes.NewReader(document))
	if wrong, ok := errors.AsType[*policy.Error](err); ok {
		for i, f := range wrong.Faults {
			node := at.of(f.Path)
			wrong.Faults[i].Line, wrong.Faults[i].Column = node.Line, node.Column
		}
		slices.SortStableFunc(wrong.Faults, func(a, b policy.Fault) int {
			return cmp.Or(a.Line-b.Line, a.Column-b.Column)
		})
	}
	return p, err
}
