package launch_test

import (
	"bufio"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// A documented constraint on a call, with a call that breaks it and one that
// does not. Unless they are whole, both leave out what a minimal call has.
type documented struct {
	ID             string
	Call           string
	Whole          bool
	Invalid, Valid json.RawMessage
}

// notEnforced are constraints that no rule enforces, with the reason.
var notEnforced = map[string]string{
	"template-data-empty":              "data that is empty is not sent, and EC2 then names the missing parameter itself",
	"template-market-type-required":    "a request from the template may give the market type",
	"spot-valid-from-future":           "needs a clock",
	"fleet-overrides-subnet-zones":     "the account knows the zones of subnets",
	"fleet-requirements-overlap":       "overlapping sets stand in working configurations",
	"fleet-override-ebs-iops-required": "the template may give the IOPS of the same device",
	"fleet-capacity-block":             "nothing but memory says that other fleets refuse it",
	"spot-snapshot-encrypted":          "advice: the sentence is older than encryption at launch",
	"spotfleet-tg-count":               "an empty list is not sent",
	"spotfleet-overrides-unique":       "observed of CreateFleet alone",

	"fleet-override-placement-availabilityzone": "the fleets in the User Guide name their zones so",

	"requirements-vcpu-min-required-spotfleet": "Spot Fleet takes a range without Min for one without lower limit",
	"requirements-vcpu-min-required-spotspec":  "Spot Fleet takes a range without Min for one without lower limit",
}

// TestDocumentedConstraintsOfCalls holds the rules against a list of what is
// documented of templates, fleets and Spot requests, which was not made from
// them.
func TestDocumentedConstraintsOfCalls(t *testing.T) {
	f, err := os.Open("testdata/calls.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	v := ruletest.Validator(t, launch.Rules())
	seen := map[string]bool{}
	n := 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var c documented
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		seen[c.ID] = true
		if c.Valid != nil {
			if r := judged(t, v, c, c.Valid); len(r.Violations) > 0 {
				t.Errorf("%s: %s: %v", c.ID, c.Valid, r)
			}
		}
		if c.Invalid == nil {
			continue
		}
		n++
		caught := len(judged(t, v, c, c.Invalid).Violations) > 0
		if open := notEnforced[c.ID] != ""; caught == open {
			t.Errorf("%s: caught is %v, and it is listed as not enforced: %v", c.ID, caught, open)
		}
	}
	for id := range notEnforced {
		if !seen[id] {
			t.Errorf("%s is not documented", id)
		}
	}
	t.Logf("%d calls that break what is documented, %d of them not reported for a reason", n, len(notEnforced))
}

// judged reports on a call.
func judged(t *testing.T, v *validate.Validator, c documented, spec json.RawMessage) validate.Report {
	t.Helper()
	i := slices.IndexFunc(validate.Subjects(), func(s validate.Subject) bool { return s.String() == c.Call })
	subject := validate.Subjects()[i]
	in, err := ruletest.DecodeCall(subject, string(spec))
	if c.Whole {
		in = reflect.New(subject.Type()).Interface()
		err = clijson.DecodeCall(in, strings.NewReader(string(spec)))
	}
	if err != nil {
		t.Fatalf("%s: %v", spec, err)
	}
	report, _ := v.CheckCall(in)
	return report
}
