package launch

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/validate/ruletest"
	"github.com/ec2launch/ec2launch/validate/ruletest/inventory"
)

// The examples of all areas run against the rules of all areas.
func TestRules(t *testing.T) { ruletest.Run(t, Rules()) }

func TestStyle(t *testing.T) { ruletest.Style(t, Rules()) }

// The message of a Tag rule is its summary, or what the summary says of the member.
func TestMessagesOfTagRulesAreSentences(t *testing.T) {
	judged := 0
	for _, r := range Rules() {
		for _, x := range r.Bad {
			in, err := ruletest.DecodeCall(r.Subjects()[0], x.Spec)
			if r.Tag == "" || err != nil {
				continue
			}
			report, _ := CheckCall(in)
			for _, v := range report.Violations {
				if v.Rule != r.ID {
					continue
				}
				whole := strings.HasPrefix(v.Message, "must ") || strings.HasPrefix(v.Message, "should ") ||
					strings.HasPrefix(v.Message, r.Summary)
				if judged++; !whole {
					t.Errorf("%s: %s", r.ID, v.Message)
				}
			}
		}
	}
	if judged < 40 {
		t.Errorf("only %d messages were judged", judged)
	}
}

// inventories are the parts of the inventory of documented constraints.
var inventories = []string{
	"rules/testdata", "cpu/rules/testdata", "market/rules/testdata", "metadata/rules/testdata", "placement/rules/testdata", "tags/rules/testdata",
	"../blockdevice/rules/testdata", "../network/rules/testdata",
}

func entries(t *testing.T) []inventory.Entry {
	t.Helper()
	var all []inventory.Entry
	for _, dir := range inventories {
		all = append(all, inventory.Load(t, filepath.Join(dir, "inventory.json"))...)
	}
	return all
}

// The examples and boundary cases of the whole inventory run against the rules
// of all areas.
func TestInventory(t *testing.T) { inventory.Run(t, entries(t), Rules()) }

// TestInventoryIsEnforced keeps the list of what no rule enforces short and
// reasoned: an entry has rules that exist, or a reason.
func TestInventoryIsEnforced(t *testing.T) {
	known := map[string]bool{}
	for _, r := range Rules() {
		known[r.ID] = true
	}
	seen := map[string]bool{}
	var open []string
	for _, e := range entries(t) {
		if seen[e.ID] {
			t.Errorf("%s: listed twice", e.ID)
		}
		seen[e.ID] = true
		for _, id := range e.Rules {
			if !known[id] {
				t.Errorf("%s: there is no rule %s", e.ID, id)
			}
		}
		if len(e.Rules) == 0 {
			if e.Reason == "" || e.Reason == "?" {
				t.Errorf("%s: neither a rule nor a reason", e.ID)
			}
			if e.Reason != inventory.OnlineReason {
				open = append(open, e.ID)
			}
		}
	}
	if len(seen) != 423 {
		t.Errorf("the inventory has %d entries, want 423", len(seen))
	}
	slices.Sort(open)
	want := []string{
		"blockdev-root-name-matches-ami", "cpu-amd-sev-snp-boot-mode", "cpu-license-included-minimum-advice",
		"cpu-nested-virtualization-windows", "ebs-encryption-type", "hibernation-ami-virtualization",
		"hibernation-memory-windows", "hibernation-root-device-type", "image-architecture-type", "image-boot-mode",
		"image-ena-required", "image-nitrotpm-type", "image-root-device-type", "image-virtualization-type",
		"protection-stop-instance-store",
	}
	if diff := cmp.Diff(want, open); diff != "" {
		t.Errorf("decidable in part, but deliberately not enforced: %s", diff)
	}
}
