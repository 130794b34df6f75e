package ruletest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/ec2launch/ec2launch/validate"
)

// said is the account of an example: it said what the example says, a moment
// ago.
type said map[string]map[string]any

// Find implements [validate.Account].
func (s said) Find(resource, id string) (found any, known bool) {
	found, known = s[resource][id]
	return found, known
}

// Read implements [validate.Account].
func (said) Read() (at time.Time, live bool) {
	return time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC), true
}

// without returns an account that did not say anything of a resource.
func (s said) without(resource string) said {
	rest := said{}
	for name, things := range s {
		if name != resource {
			rest[name] = things
		}
	}
	return rest
}

// denying returns an account that says that there are none of the things of a
// resource.
func (s said) denying(resource string) said {
	denied := s.without(resource)
	denied[resource] = map[string]any{}
	for id := range s[resource] {
		denied[resource][id] = nil
	}
	return denied
}

// decodeAccount reads the account of an example; nil is none.
func decodeAccount(text string) (said, error) {
	if text == "" {
		return nil, nil
	}
	var raw map[string]map[string]json.RawMessage
	if err := json.Unmarshal([]byte(text), &raw); err != nil {
		return nil, fmt.Errorf("account: %w", err)
	}
	account := said{}
	for _, r := range validate.Resources() {
		things, ok := raw[r.Name()]
		if !ok {
			continue
		}
		delete(raw, r.Name())
		account[r.Name()] = map[string]any{}
		for id, text := range things {
			if string(bytes.TrimSpace(text)) == "null" {
				account[r.Name()][id] = nil
				continue
			}
			thing := r.New()
			d := json.NewDecoder(bytes.NewReader(text))
			d.DisallowUnknownFields()
			if err := d.Decode(thing); err != nil {
				return nil, fmt.Errorf("account: %s %s: %w", r.Name(), id, err)
			}
			account[r.Name()][id] = thing
		}
	}
	for name := range raw {
		var known []string
		for _, r := range validate.Resources() {
			known = append(known, r.Name())
		}
		return nil, fmt.Errorf("account: there is no %s, only %s", name, strings.Join(known, ", "))
	}
	return account, nil
}
