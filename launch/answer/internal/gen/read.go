package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A dictionary is the data file: data/README.md says what its members mean.
type dictionary struct {
	Sources map[string]string `json:"sources"`
	Actions map[string]string `json:"actions"`
	Codes   []code            `json:"codes"`
	Reasons []reason          `json:"reasons"`
}

type code struct {
	Code       string   `json:"code"`
	Class      string   `json:"class"`
	Fault      string   `json:"fault"`
	Status     int      `json:"status"`
	Instances  string   `json:"instances"`
	Retry      bool     `json:"retry"`
	OtherZone  bool     `json:"otherZone"`
	OtherType  bool     `json:"otherType"`
	Eventual   bool     `json:"eventual"`
	Action     string   `json:"action"`
	Note       string   `json:"note"`
	Operations []string `json:"operations"`
	Sources    []string `json:"sources"`
}

type reason struct {
	Code         string   `json:"code"`
	Class        string   `json:"class"`
	LaunchFailed bool     `json:"launchFailed"`
	Relaunch     bool     `json:"relaunch"`
	OtherZone    bool     `json:"otherZone"`
	OtherType    bool     `json:"otherType"`
	Action       string   `json:"action"`
	Note         string   `json:"note"`
	Sources      []string `json:"sources"`
}

// classes and instances are the words of the data file, each with the name of
// its constant.
var (
	classes = map[string]string{
		"unknown": "Unknown", "capacity": "Capacity", "quota": "Quota", "throttling": "Throttling",
		"not-ready":       "NotReady",
		"invalid-request": "InvalidRequest", "auth": "Auth", "transient": "Transient", "idempotency": "Idempotency",
		"dry-run": "DryRun",
	}
	instances = map[string]string{
		"": "InstancesNone", "unknown": "InstancesUnknown", "exist": "InstancesExist",
		"terminated": "InstancesTerminated",
	}
)

// read returns the data file's dictionary if it is sound: members known, codes
// sorted and distinct, words defined, and each definition used.
func read(data []byte) (dictionary, error) {
	var d dictionary
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&d); err != nil {
		return d, err
	}
	actions, sources := map[string]bool{}, map[string]bool{}
	check := func(code, previous, class, action string, from []string) error {
		switch {
		case code <= previous:
			return fmt.Errorf("%s stands after %s: codes are sorted, each once", code, previous)
		case classes[class] == "":
			return fmt.Errorf("%s: there is no class %q", code, class)
		case d.Actions[action] == "":
			return fmt.Errorf("%s: there is no action %q", code, action)
		case len(from) == 0:
			return fmt.Errorf("%s has no source", code)
		}
		actions[action] = true
		for _, source := range from {
			if d.Sources[source] == "" {
				return fmt.Errorf("%s: there is no source %q", code, source)
			}
			sources[source] = true
		}
		return nil
	}
	previous := ""
	for _, c := range d.Codes {
		if err := check(c.Code, previous, c.Class, c.Action, c.Sources); err != nil {
			return d, err
		}
		if instances[c.Instances] == "" {
			return d, fmt.Errorf("%s: there is no %q for instances", c.Code, c.Instances)
		}
		if !slices.Contains([]string{"client", "server", "either"}, c.Fault) {
			return d, fmt.Errorf("%s: there is no fault %q", c.Code, c.Fault)
		}
		previous = c.Code
	}
	previous = ""
	for _, r := range d.Reasons {
		if err := check(r.Code, previous, r.Class, r.Action, r.Sources); err != nil {
			return d, err
		}
		previous = r.Code
	}
	for _, name := range slices.Sorted(maps.Keys(d.Actions)) {
		if !actions[name] {
			return d, fmt.Errorf("no code has the action %q", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(d.Sources)) {
		if !sources[name] {
			return d, fmt.Errorf("no code has the source %q", name)
		}
	}
	return d, nil
}

// isFallback reports whether a code of the data file is the name of a fall-back
// rather than a code of EC2's.
func isFallback(code string) bool { return strings.ContainsAny(code, "(*") }
