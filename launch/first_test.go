package launch

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/rules"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// Check and CheckCall compile the rules by shorter ways than everybody else, with
// the same result.
func TestCheckFindsWhatAllRulesFind(t *testing.T) {
	all := ruletest.Validator(t, Rules())
	found := map[string]bool{}
	for _, r := range slices.Concat(launchRules(), callRules()) {
		for _, s := range r.Subjects() {
			for _, x := range slices.Concat(r.Good, r.Bad) {
				in, err := ruletest.DecodeCall(s, x.Spec)
				if err != nil {
					t.Fatalf("%s: %v", r.ID, err)
				}
				got, _ := CheckCall(in)
				for name, v := range map[string]*validate.Validator{
					"all rules": all, "all rules with no account": all.With(nil), "rules on all calls": standardForCalls(),
				} {
					if want, _ := v.CheckCall(in); !cmp.Equal(want, got) {
						t.Errorf("%s of %s (-%s +CheckCall):\n%s", x.Spec, r.ID, name, cmp.Diff(want, got))
					}
				}
				for _, v := range got.Violations {
					found[v.Rule] = true
				}
			}
		}
	}
	if most := len(launchRules()) + len(callRules()); len(found) < most*3/4 {
		t.Errorf("only %d of %d rules found anything", len(found), most)
	}
}

// Who has no key gets no rule that is not a copy.
func TestTheRulesAreLentToNobody(t *testing.T) {
	if lent := rules.Lend(nil); len(lent) > 0 {
		t.Errorf("%d rules are lent without a key", len(lent))
	}
	if _, err := validate.Lent(nil, Rules()); err == nil {
		t.Error("rules are kept without a copy, without a key")
	}
	if _, err := validate.LentLaunches(nil, Rules()); err == nil {
		t.Error("rules on launches are kept without a copy, without a key")
	}
}

// A catalogue that is not well formed says so each time.
func TestAFaultyCatalogueIsToldEachTime(t *testing.T) {
	var c compiled
	for range 2 {
		func() {
			defer func() {
				if cause, _ := recover().(string); !strings.Contains(cause, "no good") {
					t.Errorf("got %q", cause)
				}
			}()
			c.of(func() (*validate.Validator, error) { return nil, errors.New("no good") })
		}()
	}
}

// BenchmarkFirstCheck is what the first check in a process costs beside the
// check itself: the rules are compiled, by Check and by everybody else.
func BenchmarkFirstCheck(b *testing.B) {
	for _, by := range []struct {
		name    string
		compile func() (*validate.Validator, error)
	}{
		{"Check", compileLaunches},
		{"CheckCall", compileCalls},
		{"NewValidator", func() (*validate.Validator, error) { return validate.NewValidator(Rules()) }},
	} {
		b.Run(by.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := by.compile(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A house may read a figure of the library, of which it can only have a copy, and
// make a limit of its own of one.
func TestAHouseRuleReadsALimitOfTheLibrary(t *testing.T) {
	var limit *validate.Limit
	for _, r := range Rules() {
		for l := range r.Figures() {
			if l.ID == "gp3-iops-max" {
				limit = l
			}
		}
	}
	own := *limit
	own.ID, own.Figures = "house-iops-max", []validate.Figure{{N: 4000}}
	var read, readOwn int64
	v := ruletest.Validator(t, nil, validate.Also(&validate.Rule{
		ID: "house-iops-limit", Summary: "IOPS must be few", Source: limit.Source, Code: "InvalidParameterValue",
		Given: []string{"MaxCount"}, Limits: []*validate.Limit{limit, &own},
		Check: func(p *validate.Pass) {
			read, _ = p.Limit(limit)
			readOwn, _ = p.Limit(&own)
		},
	}))
	report := v.Check(ruletest.Request(t, `{}`))
	if most, _ := limit.In(validate.Latest); len(report.Violations) > 0 || read != most || readOwn != 4000 {
		t.Errorf("read %d and %d, and found %v", read, readOwn, report)
	}
}
