// Package ruletest tests rules by the examples that they carry: the library's
// own, and those of a house.
//
//	func TestRules(t *testing.T) {
//		ruletest.Run(t, mine.Rules())   // the examples hold
//		ruletest.Style(t, mine.Rules()) // the rules read like the library's
//		ruletest.Agree(t, mine.Rules()) // each rule reads what it says it reads
//	}
package ruletest

import (
	"slices"
	"testing"

	"github.com/ec2launch/ec2launch/validate"
)

// Run runs the examples of all rules against all of them, in each edition in
// which they hold: good ones must break no rule, bad ones exactly their own, at
// exactly their path. Advice must be silent too on the examples of its own
// rule, but does not count against those of others.
//
// A rule that demands something of every request, such as an owner's tag, is
// broken by each example that lacks it. So all examples of a house have what
// such rules of the house demand, but for the bad ones of these rules
// themselves:
//
//	const owned = `"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"owner","Value":"search"}]}]`
//	...
//	Good: []validate.Example{{Spec: `{"InstanceType":"m6i.xlarge",` + owned + `}`}},
//
// Rules of a house are run beside the library's, so that what they demand is
// known to be what EC2 accepts:
//
//	ruletest.Run(t, house, validate.Also(launch.Rules()...))
func Run(t *testing.T, rules []*validate.Rule, opts ...validate.Option) {
	t.Helper()
	for _, edition := range validate.Editions() {
		v := Validator(t, rules, append(slices.Clone(opts), validate.In(edition), validate.Advise())...)
		for _, r := range rules {
			for _, s := range r.Subjects() {
				for _, x := range r.Good {
					expect(t, v, r, s, x, nil)
				}
				for _, x := range r.Bad {
					expect(t, v, r, s, x, []string{r.ID + " at " + x.At})
				}
			}
		}
	}
}

func expect(t *testing.T, v *validate.Validator, r *validate.Rule, s validate.Subject, x validate.Example, want []string) {
	t.Helper()
	if !slices.Contains(x.Editions(r), v.Edition()) {
		return
	}
	in, err := decodeExample(s, x)
	if err != nil {
		t.Errorf("%s: example %s: %v", r.ID, x.Spec, err)
		return
	}
	report := in.check(v)
	var got []string
	for _, f := range report.Violations {
		if f.Severity != validate.SeverityAdvice || f.Rule == r.ID {
			got = append(got, f.Rule+" at "+f.Path)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s: example %s in %v:\n got %v\nwant %v\n%s", r.ID, x.Spec, v.Edition(), got, want, report)
	}
}
