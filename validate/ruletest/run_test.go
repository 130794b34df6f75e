package ruletest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// A recorder notes what fails.
type recorder struct {
	testing.TB
	failures []string
}

func (*recorder) Helper() {}
func (r *recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}

// What fails in several editions alike is told once, without the advice of other
// rules.
func TestRunTellsOfAFailureOnce(t *testing.T) {
	wrong := *house[0]
	wrong.Good = []validate.Example{{Spec: `{"MaxCount":6}`}}
	r := &recorder{TB: t}
	ruletest.Run(r, []*validate.Rule{&wrong}, validate.Also(launch.Rules()...))
	want := `house-count-limit: example {"MaxCount":6} in ` + names(validate.Spring2023) + ":"
	if len(r.failures) != 1 || !strings.HasPrefix(r.failures[0], want) ||
		!strings.Contains(r.failures[0], "must be at most 5") || strings.Contains(r.failures[0], "advice") {
		t.Errorf("got %s", strings.Join(r.failures, "\n"))
	}
}

func TestRunTellsEditionsApart(t *testing.T) {
	wrong := *house[0]
	wrong.Bad = []validate.Example{{Spec: `{"MaxCount":5}`, At: "MaxCount"}}
	wrong.Range = &validate.Range{Max: &validate.Limit{ID: "house-count-max", Figures: []validate.Figure{{N: 4}, {Since: validate.Autumn2026, N: 5}}}}
	wrong.Good = nil
	r := &recorder{TB: t}
	ruletest.Run(r, []*validate.Rule{&wrong})
	want := " in " + names(validate.Autumn2026) + ":\n got []\nwant [house-count-limit at MaxCount]"
	if len(r.failures) != 1 || !strings.Contains(r.failures[0], want) {
		t.Errorf("got %q", r.failures)
	}
}

// names lists the editions from one on.
func names(from validate.Edition) string {
	var list []string
	for _, e := range validate.Editions() {
		if e >= from {
			list = append(list, e.String())
		}
	}
	return strings.Join(list, ", ")
}
