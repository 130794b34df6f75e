// Package ruletest tests rules by the examples that they carry: the library's
// own, and those of a house.
//
//	func TestRules(t *testing.T) {
//		ruletest.Run(t, mine.Rules(), validate.Also(launch.Rules()...)) // the examples hold, beside the library's rules
//		ruletest.Style(t, mine.Rules())                                 // the rules read like the library's
//		ruletest.Agree(t, mine.Rules())                                 // each rule reads what it says it reads
//	}
//
// In every function the rules that are tested are the first argument; those that
// run beside them are given by [validate.Also].
package ruletest

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/validate"
)

// Run runs the examples of all rules against all of them, in each edition in
// which they hold: good ones must break no rule, bad ones exactly their own, at
// exactly their path. Advice must be silent too on the examples of its own
// rule, but does not count against those of others. No rule may modify a request.
//
// An example holds in the editions of its rule, unless it has a Since or Until. One
// with what AWS added after spring 2023, such as a newer instance type, needs Since:
// [validate.Autumn2026], since the library's rules of [validate.Spring2023] refuse it.
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
// known to be what EC2 accepts. Run takes the house's as the rules, since it is
// their examples that it runs; [validate.NewValidator] takes the library's:
//
//	ruletest.Run(t, house, validate.Also(launch.Rules()...))
//
// The rules that package launch/policy makes need no Run: it tests them one by
// one, and the examples of one break others. [Check] tests what a policy refuses:
//
//	found := ruletest.Check(t, policyRules, `{"MaxCount":6}`, validate.Also(launch.Rules()...))
func Run(t testing.TB, rules []*validate.Rule, opts ...validate.Option) {
	t.Helper()
	var editions []*validate.Validator
	for _, e := range validate.Editions() {
		editions = append(editions, Validator(t, rules, append(slices.Clone(opts), validate.In(e), validate.Advise())...))
	}
	for _, r := range rules {
		for _, s := range r.Subjects() {
			for _, x := range r.Good {
				expect(t, editions, r, s, x, nil)
			}
			for _, x := range r.Bad {
				expect(t, editions, r, s, x, []string{r.ID + " at " + x.At})
			}
		}
	}
}

// A failure is what an example breaks that it should not, or the other way round.
type failure struct {
	got        []string
	violations string   // with their words, those of the first edition
	editions   []string // in which it is so
}

// expect tests an example in each edition in which it holds, and tells once of what
// several have alike.
func expect(t testing.TB, editions []*validate.Validator, r *validate.Rule, s validate.Subject, x validate.Example, want []string) {
	t.Helper()
	in, err := decodeExample(s, x)
	if err != nil {
		t.Errorf("%s: example %s: %v", r.ID, x.Spec, err)
		return
	}
	if len(x.Editions(r)) == 0 {
		t.Errorf("%s: example %s holds in no edition of the rule, by its Since and Until", r.ID, x.Spec)
	}
	before := copyOf(in.in)
	var failures []failure
	for _, v := range editions {
		if !slices.Contains(x.Editions(r), v.Edition()) {
			continue
		}
		var f failure
		for _, found := range in.check(v).Violations {
			if found.Severity != validate.SeverityAdvice || found.Rule == r.ID {
				f.got = append(f.got, found.Rule+" at "+found.Path)
				f.violations += "\n" + found.String()
			}
		}
		if slices.Equal(f.got, want) {
			continue
		}
		i := slices.IndexFunc(failures, func(other failure) bool { return slices.Equal(other.got, f.got) })
		if i < 0 {
			i, failures = len(failures), append(failures, f)
		}
		failures[i].editions = append(failures[i].editions, v.Edition().String())
	}
	if !reflect.DeepEqual(in.in, before) {
		t.Errorf("%s: example %s: a rule modifies the request, to %s", r.ID, x.Spec, show(in.in))
	}
	for _, f := range failures {
		t.Errorf("%s: example %s in %s:\n got %v\nwant %v%s", r.ID, x.Spec, strings.Join(f.editions, ", "), f.got, want, f.violations)
	}
}
