package launch

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// Check compiles the rules on launches by a shorter way than everybody else, with
// the same result.
func TestCheckFindsWhatAllRulesFind(t *testing.T) {
	all, err := validate.NewValidator(Rules())
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, r := range launchRules() {
		for _, x := range append(r.Good[:len(r.Good):len(r.Good)], r.Bad...) {
			in, err := ruletest.Decode(x.Spec)
			if err != nil {
				t.Fatalf("%s: %v", r.ID, err)
			}
			got := Check(in)
			if diff := cmp.Diff(got, all.With(nil).Check(in)); diff != "" {
				t.Errorf("%s of %s (-Check +with no account):\n%s", x.Spec, r.ID, diff)
			}
			if diff := cmp.Diff(all.Check(in), got); diff != "" {
				t.Errorf("%s of %s (-all rules +Check):\n%s", x.Spec, r.ID, diff)
			}
			for _, v := range got.Violations {
				found[v.Rule] = true
			}
		}
	}
	if len(found) < len(launchRules())/2 {
		t.Errorf("only %d rules found anything", len(found))
	}
}

// BenchmarkFirstCheck is what the first check in a process costs beside the
// check itself: the rules are compiled, by Check and by everybody else.
func BenchmarkFirstCheck(b *testing.B) {
	for name, compile := range map[string]func() (*validate.Validator, error){
		"Check":        compileLaunches,
		"CheckCall":    compileCalls,
		"NewValidator": func() (*validate.Validator, error) { return validate.NewValidator(Rules()) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := compile(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A house may read a figure of the library, of which it can only have a copy.
func TestAHouseRuleReadsALimitOfTheLibrary(t *testing.T) {
	var limit *validate.Limit
	for _, r := range Rules() {
		for l := range r.Figures() {
			if l.ID == "gp3-iops-max" {
				limit = l
			}
		}
	}
	var read int64
	v, err := validate.NewValidator(nil, validate.Also(&validate.Rule{
		ID: "house-iops-limit", Summary: "IOPS must be few", Source: limit.Source, Code: "InvalidParameterValue",
		Given: []string{"MaxCount"}, Limits: []*validate.Limit{limit},
		Check: func(p *validate.Pass) { read, _ = p.Limit(limit) },
	}))
	if err != nil {
		t.Fatal(err)
	}
	in, err := ruletest.Decode(`{}`)
	if err != nil {
		t.Fatal(err)
	}
	if report := v.Check(in); len(report.Violations) > 0 || read != 80_000 {
		t.Errorf("read %d, and found %v", read, report)
	}
}
