package inventory_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest/inventory"
)

// rules are what the examples hold against their inventory.
var rules = []*validate.Rule{{
	ID:      "house-count-limit",
	Summary: "a launch must have at most 5 instances",
	Source:  validate.Source{Page: "https://wiki.example.com/launches#count"},
	Code:    "UnauthorizedOperation",
	Members: []string{"MaxCount"},
	Tag:     "max=5",
}}

// list is an inventory of what the house's wiki demands.
const list = `[
	{
		"id": "at most five instances",
		"rules": ["house-count-limit"],
		"valid": {"MaxCount": 5},
		"invalid": {"MaxCount": 6},
		"cases": [{"name": "one", "valid": true, "spec": {"MaxCount": 1}}]
	},
	{"id": "the budget is not used up", "reason": "EC2 alone knows"}
]`

// TestTheListOfTheExamples is what the Example of Run advises.
func TestTheListOfTheExamples(t *testing.T) {
	file := filepath.Join(t.TempDir(), "inventory.json")
	if err := os.WriteFile(file, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	entries := inventory.Load(t, file)
	if len(entries) != 2 || entries[1].Reason != inventory.OnlineReason {
		t.Errorf("read %+v", entries)
	}
	inventory.Run(t, entries, rules)
}

// A list that was made from the documentation, and not from the rules, is held
// against them.
func ExampleRun() {
	TestInventory := func(t *testing.T) {
		inventory.Run(t, inventory.Load(t, "testdata/inventory.json"), rules)
	}
	_ = TestInventory // a function of a file of tests
	// Output:
}

// What an entry says, and which cases it has.
func ExampleEntry() {
	var entries []inventory.Entry
	if err := json.Unmarshal([]byte(list), &entries); err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range entries {
		fmt.Printf("%s: %q %q\n", e.ID, e.Rules, e.Reason)
		for _, c := range e.Cases {
			fmt.Println("-", c.Name, c.Valid, string(c.Spec))
		}
	}
	// Output:
	// at most five instances: ["house-count-limit"] ""
	// - one true {"MaxCount": 1}
	// the budget is not used up: [] "EC2 alone knows"
}
