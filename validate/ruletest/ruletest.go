// Package ruletest tests rules by the examples that they carry: the library's
// own, and those of a house.
//
//	func TestRules(t *testing.T) { ruletest.Run(t, mine.Rules()) }
package ruletest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/validate"
)

// Minimal is the request that the examples of rules are fragments of.
const Minimal = `{"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large","MinCount":1,"MaxCount":1}`

// Check completes a fragment to a request, as the examples of rules are
// completed, and returns what the rules find.
func Check(t testing.TB, rules []*validate.Rule, spec string, opts ...validate.Option) []validate.Violation {
	t.Helper()
	v, err := validate.NewValidator(rules, opts...)
	if err != nil {
		t.Fatal(err)
	}
	in, err := Decode(spec)
	if err != nil {
		t.Fatal(err)
	}
	return v.Check(in).Violations
}

// Broken lists violations by what is stable of them: the rule, the path, and the
// paths of the other members, separated by blanks.
func Broken(violations []validate.Violation) []string {
	var broken []string
	for _, v := range violations {
		broken = append(broken, strings.Join(append([]string{v.Rule, v.Path}, v.With...), " "))
	}
	return broken
}

// Decode completes an example to a request.
func Decode(spec string) (*ec2.RunInstancesInput, error) { return decode(spec) }

func decode(spec string, opts ...clijson.Option) (*ec2.RunInstancesInput, error) {
	in, err := clijson.Decode(strings.NewReader(Minimal))
	if err != nil {
		return nil, err
	}
	return in, clijson.DecodeFragment(in, strings.NewReader(spec), opts...)
}

// Run runs the examples of all rules against all of them, in each edition they
// belong to: good ones must break no rule, bad ones exactly their own, at
// exactly their path. Advice must be silent too on the examples of its own
// rule, but does not count against those of others.
func Run(t *testing.T, rules []*validate.Rule, opts ...validate.Option) {
	t.Helper()
	for _, edition := range validate.Editions() {
		opts := append(slices.Clone(opts), validate.In(edition), validate.Advise())
		v, err := validate.NewValidator(rules, opts...)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rules {
			if !slices.Contains(r.Editions(), edition) {
				continue
			}
			for _, ex := range r.Good {
				expect(t, v, r, ex, nil)
			}
			for _, ex := range r.Bad {
				expect(t, v, r, ex, []string{r.ID + " at " + ex.At})
			}
		}
	}
}

func expect(t *testing.T, v *validate.Validator, r *validate.Rule, ex validate.Example, want []string) {
	t.Helper()
	if ex.In != 0 && ex.In != v.Edition() {
		return
	}
	var opts []clijson.Option
	if ex.Base64 {
		opts = append(opts, clijson.Base64UserData())
	}
	in, err := decode(ex.Spec, opts...)
	if err != nil {
		t.Errorf("%s: example %s: %v", r.ID, ex.Spec, err)
		return
	}
	report := v.Check(in)
	var got []string
	for _, f := range report.Violations {
		if f.Severity != validate.SeverityAdvice || f.Rule == r.ID {
			got = append(got, f.Rule+" at "+f.Path)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s: example %s in %v:\n got %v\nwant %v\n%s", r.ID, ex.Spec, v.Edition(), got, want, report)
	}
}

// aspects are the last words of rule IDs.
var aspects = []string{
	"range", "required", "conflict", "format", "length", "unique", "values",
	"unsupported", "ignored", "deprecated", "retired", "reserved", "limit", "ratio", "unknown", "advice",
}

// Style tests what makes rules read alike: IDs that end in one of the agreed
// aspects, summaries that say must of what EC2 refuses and should of all else,
// without a full stop, examples of both kinds, and examples whose path is one of
// the rule's members.
func Style(t *testing.T, rules []*validate.Rule) {
	t.Helper()
	for _, r := range rules {
		for _, fault := range faults(r) {
			t.Errorf("%s: %s", r.ID, fault)
		}
	}
}

func faults(r *validate.Rule) []string {
	var faults []string
	wrong := func(bad bool, format string, args ...any) {
		if bad {
			faults = append(faults, fmt.Sprintf(format, args...))
		}
	}
	aspect := r.ID[strings.LastIndexByte(r.ID, '-')+1:]
	wrong(!slices.Contains(aspects, aspect), "the ID ends in %q, not in one of %v", aspect, aspects)
	wrong((aspect == "advice") != (r.Severity == validate.SeverityAdvice), "the ID of advice, and of nothing else, ends in -advice")
	wrong(strings.HasSuffix(r.Summary, "."), "the summary ends in a full stop")
	word := "must"
	if r.Severity != validate.SeverityError {
		word = "should"
	}
	wrong(!strings.Contains(r.Summary, word), "the summary of a rule of severity %v does not say %q", r.Severity, word)
	wrong(len(r.Members) == 0, "no members are named")
	wrong(len(r.Good) == 0, "there is no good example")
	wrong(len(r.Bad) == 0, "there is no bad example")
	for _, ex := range r.Good {
		wrong(ex.At != "", "the good example %s names a path", ex.Spec)
	}
	for _, ex := range r.Bad {
		wrong(!slices.Contains(r.Members, member(ex.At)), "the bad example at %s is at none of the members", ex.At)
	}
	return faults
}

// member turns the path of a violation into that of a member: positions become
// [], except that of the last step, where it stands for the list.
func member(path string) string {
	var b strings.Builder
	for rest := path; rest != ""; {
		head, tail, indexed := strings.Cut(rest, "[")
		b.WriteString(head)
		if !indexed {
			break
		}
		if _, rest, _ = strings.Cut(tail, "]"); rest != "" {
			b.WriteString("[]")
		}
	}
	return b.String()
}
