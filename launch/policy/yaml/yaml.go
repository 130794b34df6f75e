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
	"strings"

	"sigs.k8s.io/yaml"

	"github.com/ec2launch/ec2launch/launch/policy"
)

// maxBytes is the greatest length of a document.
const maxBytes = 1 << 20

// Load reads a policy from YAML with the fields that [policy.Load] reads from
// JSON, as strictly: keys that stand twice and a second document are errors,
// too. The faults of the [*policy.Error] have their places in the YAML; of what is
// no YAML, the line.
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
	root, err := only(text)
	if err != nil {
		return policy.Policy{}, unread(err)
	}
	document, err := yaml.YAMLToJSONStrict(text)
	if err != nil {
		return policy.Policy{}, unread(err)
	}
	p, err := policy.Load(bytes.NewReader(document))
	if wrong, ok := errors.AsType[*policy.Error](err); ok {
		places := places{}
		places.note("", root)
		for i, f := range wrong.Faults {
			at := places.of(f.Path)
			wrong.Faults[i].Line, wrong.Faults[i].Column = at.Line, at.Column
		}
		slices.SortStableFunc(wrong.Faults, func(a, b policy.Fault) int {
			return cmp.Or(a.Line-b.Line, a.Column-b.Column)
		})
	}
	return p, err
}

// unread is the error of a document that is no YAML, or not one alone, of which
// the parser's text may name the line.
func unread(err error) error {
	message := strings.Join(strings.Fields(strings.TrimPrefix(err.Error(), "yaml: ")), " ")
	return &policy.Error{Faults: []policy.Fault{{Message: message}}}
}
