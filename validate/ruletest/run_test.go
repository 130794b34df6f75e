package ruletest_test

import (
	"fmt"
	"slices"
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

func TestExamplesThatHoldInNoEditionFail(t *testing.T) {
	for name, x := range map[string]validate.Example{
		"Since behind Until":          {Since: validate.Autumn2026, Until: validate.Spring2023},
		"Since an edition of no name": {Since: validate.Latest + 1},
		"behind the rule's Until":     {Since: validate.Autumn2026},
	} {
		dated := *house[0]
		dated.Until = validate.Spring2023
		x.Spec = `{"MaxCount":4}`
		dated.Good = append(dated.Good[:1:1], x)
		r := &recorder{TB: t}
		ruletest.Run(r, []*validate.Rule{&dated})
		want := `house-count-limit: example {"MaxCount":4} holds in no edition of the rule, by its Since and Until`
		if len(r.failures) != 1 || r.failures[0] != want {
			t.Errorf("%s: got %q", name, r.failures)
		}
	}
}

func TestRulesThatModifyARequestFail(t *testing.T) {
	modifies := *house[0]
	modifies.Range = nil
	modifies.Check = func(p *validate.Pass) {
		if *p.Input.MaxCount > 5 {
			p.Reportf("MaxCount", "must be at most 5")
			p.Input.KeyName = new("ops")
		}
	}
	r := &recorder{TB: t}
	ruletest.Run(r, []*validate.Rule{&modifies})
	want := `house-count-limit: example {"MaxCount":6}: a rule modifies the request, to {`
	if len(r.failures) != 1 || !strings.HasPrefix(r.failures[0], want) || !strings.Contains(r.failures[0], `"KeyName":"ops"`) {
		t.Errorf("got %q", r.failures)
	}
}

// A rule that no validator takes fails the test, which goes on.
func TestRulesThatAreNotWellFormedFail(t *testing.T) {
	never, unknown := *house[0], *house[0]
	never.Since, never.Until = validate.Autumn2026, validate.Spring2023
	unknown.Since = validate.Latest + 1
	for want, wrong := range map[string]*validate.Rule{
		"validate: a rule is nil": nil,
		`validate: rule "house-count-limit": no edition lies between Since and Until`: &never,
		`validate: rule "house-count-limit": its Since is no edition that there is`:   &unknown,
	} {
		agree, style := &recorder{TB: t}, &recorder{TB: t}
		ruletest.Agree(agree, []*validate.Rule{wrong})
		ruletest.Style(style, []*validate.Rule{wrong})
		if got := append(agree.failures, style.failures...); !slices.Equal(got, []string{want, want}) {
			t.Errorf("got %q, want %q twice", got, want)
		}
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
