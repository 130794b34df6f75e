package launcher

import (
	"encoding/json"
	"strings"
	"testing"
)

// A checksum that fits does not make a plan of what no plan says.
func TestPlansThatWereChangedWithTheirChecksumAreRefused(t *testing.T) {
	for name, change := range map[string]func(*planJSON){
		"a path of lines":        func(doc *planJSON) { doc.Batches[1].Path = "1\nok" },
		"a path of words":        func(doc *planJSON) { doc.Batches[1].Path = "one" },
		"a path below zero":      func(doc *planJSON) { doc.Batches[1].Path = "-1" },
		"a path written twice":   func(doc *planJSON) { doc.Batches[1].Path = "01" },
		"a third half":           func(doc *planJSON) { doc.Batches[1].Path = "1.2" },
		"an open path":           func(doc *planJSON) { doc.Batches[1].Path = "1." },
		"a path without an end":  func(doc *planJSON) { doc.Batches[1].Path = "1" + strings.Repeat(".0", maxHalvings+1) },
		"no path":                func(doc *planJSON) { doc.Batches[1].Path = "" },
		"one path twice":         func(doc *planJSON) { doc.Batches[1].Path = "0" },
		"a batch of none":        func(doc *planJSON) { doc.Batches[1].Min = 0 },
		"more than asked for":    func(doc *planJSON) { doc.Batches[1].Max++ },
		"no alternative":         func(doc *planJSON) { doc.Batches[1].Attempt = 2 },
		"before the spec":        func(doc *planJSON) { doc.Batches[1].Attempt = -1 },
		"an empty alternative":   func(doc *planJSON) { doc.Alternatives[0] = Alternative{} },
		"an alternative of tabs": func(doc *planJSON) { doc.Alternatives[0].Zone = "us-east-1b\t" },
		"a warning of lines":     func(doc *planJSON) { doc.Warnings = []string{"none\nok"} },
		"a fingerprint of lines": func(doc *planJSON) { doc.Fingerprint = "a\x1b[2J" },
		"a launch ID of lines":   func(doc *planJSON) { doc.LaunchID = "a\nb" },
		"no batches":             func(doc *planJSON) { doc.Batches = nil },
		"another version":        func(doc *planJSON) { doc.Version++ },
	} {
		doc := planJSON{
			Version: planVersion, LaunchID: "a", Fingerprint: "b", Min: 1, Max: 20, Divisible: true,
			Alternatives: []Alternative{{Zone: "us-east-1b"}},
			Batches:      []Batch{{Path: "0", Min: 1, Max: 10}, {Path: "1.1", Min: 1, Max: 10, Attempt: 1}},
		}
		if p, err := readSealed(t, doc); err != nil || p.IsZero() {
			t.Fatalf("the plan itself: %v", err)
		}
		change(&doc)
		if p, err := readSealed(t, doc); err == nil || !p.IsZero() || strings.ContainsAny(err.Error(), "\n\x1b\t") {
			t.Errorf("%s: got %v with %d batches", name, err, len(p.Batches()))
		}
	}
}

// readSealed reads a plan with the tokens and the checksum that fit it.
func readSealed(t *testing.T, doc planJSON) (p Plan, err error) {
	t.Helper()
	for i, b := range doc.Batches {
		doc.Batches[i].Token = token(doc.LaunchID, b.Path, b.Attempt)
	}
	doc.Checksum = doc.sum()
	text, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	return p, json.Unmarshal(text, &p)
}

func TestZeroValuesReadBack(t *testing.T) {
	type all struct {
		Plan    Plan
		Result  Result
		Error   *Error
		Attempt Attempt
	}
	text, err := json.Marshal(all{})
	if err != nil {
		t.Fatal(err)
	}
	read := all{Plan: Plan{launchID: "a", batches: []Batch{{Path: "0"}}}, Error: &Error{Token: "a"}}
	if err := json.Unmarshal(text, &read); err != nil || !read.Plan.IsZero() || read.Error != nil || read.Result.IDs() != nil {
		t.Errorf("%v: got %+v from %s", err, read, text)
	}
	kept := Error{Token: "a"}
	if err := json.Unmarshal([]byte("null"), &kept); err != nil || kept.Token != "a" || kept.Err != nil {
		t.Errorf("%v: null changed an error to %+v", err, kept)
	}
}

func TestNothingIsReadIntoNil(t *testing.T) {
	for name, err := range map[string]error{
		"Plan":    (*Plan)(nil).UnmarshalJSON([]byte("null")),
		"Error":   (*Error)(nil).UnmarshalJSON([]byte("{}")),
		"Outcome": (*Outcome)(nil).UnmarshalText([]byte("refused")),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
