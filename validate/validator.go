package validate

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/lend"
	"github.com/ec2launch/ec2launch/internal/members"
)

// A Validator is a compiled set of rules. It is immutable and safe for
// concurrent use. It begins with [NewValidator]; the nil and the zero Validator
// refuse every request.
type Validator struct {
	program
	passes sync.Pool
}

// A program is all that a check is made of.
type program struct {
	edition Edition
	facts   instancetype.Catalogue
	rules   []compiled
	asking  []compiled                     // rules on launches that ask the account
	account Account                        // nil: none
	calls   [len(subjectNames)][]*compiled // rules on subjects other than Launch
	tests   members.Tests                  // of the rules without a Check
	strict  bool
	advise  bool
}

// NewValidator compiles rules, of which it keeps copies. It fails, naming every
// fault, on a rule that is not well formed (see [Rule]), on an ID given twice, on
// a [Range] that lets nothing in, on a Range or [Values] of a house that would
// refuse nothing, and on options that name a rule, limit or enumeration that no
// rule has.
//
// The rules are the library's, or parts of them; those of a house are given by
// [Also], whose failures refuse.
func NewValidator(rules []*Rule, opts ...Option) (*Validator, error) {
	own := make([]*Rule, len(rules))
	for i, r := range rules {
		own[i] = r.withoutExamples()
	}
	c := newConfig(own)
	for _, o := range opts {
		if o == nil {
			c.fault("an option is nil")
			continue
		}
		o(c)
	}
	c.vet()
	return c.compile()
}

// Lent is [NewValidator] for package launch alone. It neither copies the rules
// nor looks whether they are well formed: the tests of package launch do.
func Lent(k lend.Key, rules []*Rule) (*Validator, error) {
	if k == nil {
		return nil, errNotLent
	}
	return newConfig(rules).compile()
}

// LentLaunches is [Lent] for rules on launches. It has nothing of what checks
// other calls need.
func LentLaunches(k lend.Key, rules []*Rule) (*Validator, error) {
	if k == nil {
		return nil, errNotLent
	}
	return newConfig(rules).compileLaunches()
}

var errNotLent = errors.New("validate: only package launch lends its rules; use NewValidator")

// Edition returns the edition that v checks against.
func (v *Validator) Edition() Edition {
	if v == nil {
		return 0
	}
	return v.edition
}

// House reports whether the rule with an ID is one of a house, given by [Also].
func (v *Validator) House(id string) bool {
	if v == nil {
		return false
	}
	house := func(r compiled) bool { return r.house && r.ID == id }
	onCalls := func(rules []*compiled) bool {
		return slices.ContainsFunc(rules, func(r *compiled) bool { return house(*r) })
	}
	return slices.ContainsFunc(v.rules, house) || slices.ContainsFunc(v.asking, house) || slices.ContainsFunc(v.calls[:], onCalls)
}

// Check runs all rules on a request. It never modifies the request and never
// panics on one. While there is nothing to report, it allocates nothing. Of a
// request whose lists have more than 50,000 elements together, which EC2 never
// takes, it says that alone.
func (v *Validator) Check(in *ec2.RunInstancesInput) Report {
	switch {
	case v == nil || v.edition == 0:
		return v.refuse("validator-required", "ValidationError", "there is no validator: NewValidator makes one")
	case in == nil:
		return v.refuse("request-required", "MissingParameter", "there is no request to check")
	case members.Elements(in, maxElements) > maxElements:
		return v.refuseSize()
	}
	p := v.pass()
	p.Input = in
	p.runAll(p.plan(members.Judge(in, &v.tests)))
	return v.report(p)
}

// pass returns a Pass that has found nothing.
func (v *Validator) pass() *Pass {
	p, _ := v.passes.Get().(*Pass)
	if p == nil {
		p = new(Pass)
	}
	p.validator, p.Edition = v, v.edition
	return p
}

// report returns what a Pass has found, and keeps the Pass for another check.
func (v *Validator) report(p *Pass) Report {
	r := Report{Violations: p.found.violations(), Omitted: p.found.omitted, Edition: v.edition}
	p.clear()
	v.passes.Put(p)
	return r
}

// refuse reports why nothing could be checked.
func (v *Validator) refuse(rule, code, message string) Report {
	return Report{Violations: []Violation{{Rule: rule, Code: code, Message: message}}, Edition: v.Edition()}
}

// maxElements bounds the elements that the lists of a request have together,
// and so the work of a check. EC2 takes far fewer.
const maxElements = 50_000

// refuseSize refuses a request with more than [maxElements].
func (v *Validator) refuseSize() Report {
	return v.refuse("request-limit", "InvalidParameterValue", fmt.Sprintf(
		"the lists of the request must have at most %d elements together; EC2 takes far fewer, so nothing else was "+
			"checked", maxElements))
}

// plan lists the rules to run on a request that sets the given members, some of
// which have a value that fails its test: those planned for the request before,
// if it was alike.
func (p *Pass) plan(set, wrong members.Set) []*compiled {
	if p.set == set && p.wrong == wrong && len(p.rules) > 0 {
		return p.rules
	}
	p.set, p.wrong, p.rules = set, wrong, p.rules[:0]
	p.planned(p.validator.rules)
	if p.validator.account != nil {
		p.planned(p.validator.asking)
	}
	return p.rules
}

// planned adds those of the rules to the plan that run with what p.set and p.wrong hold.
func (p *Pass) planned(rules []compiled) {
	for i := range rules {
		if r := &rules[i]; p.set.Has(&r.all) && p.wrong.Has(&r.wrong) && (r.oneOf == members.Set{} || p.set.HasAny(&r.oneOf)) {
			p.rules = append(p.rules, r)
		}
	}
}

// runAll runs rules, also beyond those that fail.
func (p *Pass) runAll(rules []*compiled) {
	for len(rules) > 0 {
		rules = rules[p.run(rules):]
	}
}

// run runs rules and returns how many are done: all, or up to one that failed.
func (p *Pass) run(rules []*compiled) (done int) {
	defer func() {
		if cause := recover(); cause != nil {
			p.failed(cause)
		}
	}()
	for _, r := range rules {
		done++
		p.rule, p.beyond = r, nil
		r.check(p)
	}
	return done
}

// A fault is a failure of a rule that the engine itself finds, in words that
// hold nothing of the request.
type fault string

// failed reports that the rule itself failed. It has found nothing, and so a
// rule of a house, which was given to refuse, refuses; one of the library only
// warns, lest its fault refuse a launch. What the rule panicked with may hold
// values of the request, and is withheld.
func (p *Pass) failed(cause any) {
	v := Violation{Rule: p.rule.ID, Severity: SeverityWarning, Message: "the rule itself failed: it panicked"}
	if p.rule.house {
		v.Severity, v.Code = SeverityError, "ValidationError"
	}
	if f, ok := cause.(fault); ok {
		v.Message = "the rule itself failed: " + string(f)
	}
	if p.found.count(v.Severity) {
		p.found.all = append(p.found.all, finding{Violation: v})
	}
}
