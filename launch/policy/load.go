package policy

import (
	"encoding/json"
	"fmt"
	"io"
)

// Load reads a policy from JSON. Fields that a [Policy] does not have are
// errors, and so is anything behind it.
func Load(r io.Reader) (Policy, error) {
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	var p Policy
	if err := d.Decode(&p); err != nil {
		return Policy{}, fmt.Errorf("policy: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return Policy{}, fmt.Errorf("policy: there is more than one JSON value")
	}
	return p, p.faults()
}
