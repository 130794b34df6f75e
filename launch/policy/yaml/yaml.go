// Package yaml reads policies from YAML. It is a module of its own, so that
// those who do without YAML do not import it.
package yaml

import (
	"bytes"
	"fmt"
	"io"

	"sigs.k8s.io/yaml"

	"github.com/ec2launch/ec2launch/launch/policy"
)

// Load reads a policy from YAML with the fields that [policy.Load] reads from
// JSON. Keys that stand twice are errors.
func Load(r io.Reader) (policy.Policy, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return policy.Policy{}, fmt.Errorf("policy: %w", err)
	}
	document, err := yaml.YAMLToJSONStrict(text)
	if err != nil {
		return policy.Policy{}, fmt.Errorf("policy: %w", err)
	}
	return policy.Load(bytes.NewReader(document))
}
