package validate

import (
	"errors"
	"slices"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/members"
)

// A Validator is a compiled set of rules. It is immutable and safe for
// concurrent use. It begins with [NewValidator]; the zero Validator has no
// rules.
type Validator struct {
	edition Edition
	facts   instancetype.Catalogue
	rules   []compiled
	raised  map[string]int64
	strict  bool
	advise  bool
	passes  sync.Pool
}

// compiled is a rule ready to run.
type compiled struct {
	rule  *Rule
	when  members.Set
	check func(*Pass)
}

// NewValidator compiles rules. It fails, naming every fault, on a rule that is
// not well formed (see [Rule]), on an ID given twice, and on options that name
// a rule, limit or enumeration that no rule has.
func NewValidator(rules []*Rule, opts ...Option) (*Validator, error) {
	c := config{
		edition: Latest,
		facts:   instancetype.Embedded(),
		rules:   slices.Clone(rules),
		raised:  map[string]int64{},
		allowed: map[string][]string{},
	}
	for _, o := range opts {
		if o == nil {
			return nil, errors.New("validate: an option is nil")
		}
		o(&c)
	}
	return c.compile()
}

// nilRequest is the one rule that the engine itself has: nothing else can be
// said about a request that is not there.
var nilRequest = &Rule{ID: "request-required", Code: "MissingParameter"}

// Check runs all rules on a request. It never modifies the request, never
// panics on one, and costs no allocation when there is nothing to report.
func (v *Validator) Check(in *ec2.RunInstancesInput) Report {
	r := Report{Edition: v.edition}
	r.Violations, r.Omitted = v.check(in)
	return r
}

func (v *Validator) check(in *ec2.RunInstancesInput) ([]Violation, int) {
	p, _ := v.passes.Get().(*Pass)
	if p == nil {
		p = new(Pass)
	}
	*p = Pass{Input: in, Edition: v.edition, validator: v}
	if in == nil {
		p.rule = nilRequest
		p.Reportf("", "there is no request to check")
	} else {
		set := members.Of(in)
		for next := 0; next < len(v.rules); {
			next = v.run(p, &set, next)
		}
	}
	vs, omitted := p.found.violations(), p.found.omitted
	*p = Pass{}
	v.passes.Put(p)
	return vs, omitted
}

// run runs the rules from the given one on and returns where to go on: behind
// the last, or behind one that panicked. A rule that panics has found nothing
// that a request could be refused for, so it only warns.
func (v *Validator) run(p *Pass, set *members.Set, from int) (next int) {
	defer func() {
		if fault := recover(); fault != nil {
			p.rule = &Rule{ID: p.rule.ID, Severity: SeverityWarning}
			p.Reportf("", "the rule itself failed: %v", fault)
			next = p.at + 1
		}
	}()
	for i := from; i < len(v.rules); i++ {
		if r := &v.rules[i]; set.Has(&r.when) {
			p.rule, p.at = r.rule, i
			r.check(p)
		}
	}
	return len(v.rules)
}

// Edition returns the edition that v checks against.
func (v *Validator) Edition() Edition { return v.edition }
