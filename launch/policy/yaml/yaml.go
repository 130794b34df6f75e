// Package yaml reads policies from YAML. It is a module of its own, so that
// those who do without YAML do not import it:
//
//	go get github.com/ec2launch/ec2launch github.com/ec2launch/ec2launch/launch/policy/yaml
package yaml

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/ec2launch/ec2launch/launch/policy"
)

// maxBytes is the greatest length of a document, in YAML and as JSON.
const maxBytes = 256 << 10

// Load reads a policy from YAML with the fields that [policy.Load] reads from
// JSON, and as strictly: a second document, a merge key and a tag are faults, too.
// As in YAML 1.2, only true and false are Booleans: yes and on are texts.
// Aliases are read, and JSON is read as policy.Load reads it. A document has at most
// 256 KiB, as JSON and with what its aliases stand for, too. The faults of the
// [*policy.Error] have their lines and columns in the YAML; what is no YAML is one
// fault. Where r fails or the document is longer, the error is another.
func Load(r io.Reader) (policy.Policy, error) {
	if r == nil {
		return policy.Policy{}, errors.New("policy: there is no document to read")
	}
	text, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return policy.Policy{}, fmt.Errorf("policy: %w", err)
	}
	if len(text) > maxBytes {
		return policy.Policy{}, errors.New("policy: the document is longer than 256 KiB")
	}
	if json.Valid(text) {
		return policy.Load(bytes.NewReader(text))
	}
	root, err := parse(text)
	if err != nil {
		return policy.Policy{}, err
	}
	document, err := convert(root)
	if err != nil {
		return policy.Policy{}, err
	}
	p, err := policy.Load(bytes.NewReader(document.text))
	if wrong, ok := errors.AsType[*policy.Error](err); ok {
		for i, f := range wrong.Faults {
			wrong.Faults[i] = document.inYAML(f)
		}
	}
	return p, err
}

var errTooLong = errors.New("policy: the document is longer than 256 KiB as JSON with what its aliases stand for")
