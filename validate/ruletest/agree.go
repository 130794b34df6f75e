package ruletest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/validate"
)

// Agree holds what each rule says of itself against what its check reads in the
// newest edition of the rule. On the examples of all rules, on the requests given
// besides (fragments, as examples are), and on variations of both, it tests that
//
//   - no member decides that the rule does not name: a set one is taken away, a
//     missing one is put in, as it stands in another request;
//   - no fact about the instance type decides that is not among its Facts: the
//     catalogue is asked to forget it;
//   - no violation stands at a member that is not among those constrained, and
//     the rule never fails, as it does on reading a limit that it does not list;
//   - no answer of the account makes the rule fail: none, and that there is no
//     such thing;
//   - an element of a list that the rule reports where it stands alone is also
//     reported behind one that the rule passes;
//   - what the rule says it reads decides somewhere, by itself: members that it
//     Reads, its Facts and its limits. If none of the requests shows that, add an
//     example; none can of a fact that is recorded of no type, which live facts may
//     have.
//
// A member is put in only as another request sets it. The examples of a few rules
// set few members: pass besides requests that set what a check might read, such as
// one that sets all that the launches of the house do.
//
// The instance type and the launch template need no mention where the check
// asks for them by [validate.Pass.InstanceType] and [validate.Pass.Templated].
func Agree(t testing.TB, rules []*validate.Rule, besides ...string) {
	t.Helper()
	if !wellFormed(t, rules) {
		return
	}
	subjects := map[validate.Subject]*agreement{}
	for _, s := range validate.Subjects() {
		subjects[s] = &agreement{subject: s, pool: pool{}, unlearned: map[instancetype.Fact]instancetype.Catalogue{}}
	}
	for _, r := range rules {
		for _, s := range r.Subjects() {
			for _, x := range slices.Concat(r.Good, r.Bad) {
				in, err := decodeExample(s, x)
				if err != nil {
					t.Errorf("%s: example %s: %v", r.ID, x.Spec, err)
					continue
				}
				subjects[s].requests = append(subjects[s].requests, in)
			}
		}
	}
	launches := subjects[validate.Launch]
	for _, spec := range besides {
		launches.requests = append(launches.requests, request{in: Request(t, spec)})
	}
	for _, a := range subjects {
		for _, in := range a.requests {
			a.pool.add(in)
		}
	}
	for _, r := range rules {
		if r.Check == nil {
			continue // the engine tests Members, and reads nothing else
		}
		for _, s := range r.Subjects() {
			for _, fault := range subjects[s].faults(t, r) {
				t.Errorf("%s: %s", r.ID, fault)
			}
		}
	}
}

// An agreement compares rules on a subject with what they say of themselves.
type agreement struct {
	subject   validate.Subject
	requests  []request
	pool      pool
	unlearned map[instancetype.Fact]instancetype.Catalogue
}

// A trial is the comparison of one rule.
type trial struct {
	*agreement
	rule    *validate.Rule
	v       *validate.Validator
	decided map[string]bool   // what of that which the rule names decides somewhere
	faults  map[string]string // by what is at fault, with a request that shows it
}

func (a *agreement) faults(t testing.TB, r *validate.Rule) []string {
	t.Helper()
	editions := r.Editions()
	newest := editions[len(editions)-1]
	validator := func(opts ...validate.Option) *validate.Validator {
		return Validator(t, []*validate.Rule{r}, append(opts, validate.In(newest), validate.Advise())...)
	}
	c := trial{a, r, validator(), map[string]bool{}, map[string]string{}}
	own := len(r.Good) + len(r.Bad)
	for _, in := range a.requests {
		c.mask(in)
	}
	for _, x := range slices.Concat(r.Good, r.Bad)[:own] {
		if in, err := decodeExample(c.subject, x); err == nil {
			c.graft(in)
			c.order(in)
		}
	}
	for _, asked := range r.Asks {
		c.ask(asked.Name())
	}
	if c.subject == validate.Launch {
		asking := a.asking(validator)
		for f := range instancetype.Facts() {
			c.forget(f, asking, validator(validate.Facts(a.without(t, f))))
		}
		c.readsInstanceType(validator(validate.Facts(nothing{})))
	}
	for l := range r.Figures() {
		n, ok := l.In(newest)
		c.move(l, ok, validator(validate.Override(l.ID, max(n-1, 0))), validator(validate.Override(l.ID, n+1)),
			validator(validate.Override(l.ID, 1<<40)), validator(validate.Override(l.ID, 0)))
	}
	c.undecided()

	var faults []string
	for what, shown := range c.faults {
		faults = append(faults, what+shown)
	}
	slices.Sort(faults)
	return faults
}

// verdict is what the rule reports, without words.
func verdict(v *validate.Validator, in request) string {
	var b strings.Builder
	for _, f := range in.check(v).Violations {
		fmt.Fprintf(&b, "%s %s %v\n", f.Path, f.Severity, f.With)
	}
	return b.String()
}

// words is what the rule reports, with its words.
func words(v *validate.Validator, in request) string { return in.check(v).String() }

// blame records that what decides, or is reported at, is not what the rule
// says.
func (c *trial) blame(in request, format string, args ...any) {
	what := fmt.Sprintf(format, args...)
	if _, blamed := c.faults[what]; !blamed {
		c.faults[what] = ", as in " + show(in.in)
	}
}

// inspect checks what the rule reports on a request.
func (c *trial) inspect(in request) {
	for _, v := range in.check(c.v).Violations {
		switch m := member(v.Path); {
		case strings.HasPrefix(v.Message, "the rule itself failed"):
			c.blame(in, "%s", v.Message)
		case !slices.Contains(slices.Collect(c.rule.Constrained()), m):
			c.blame(in, "it reports at %s, which it does not constrain", m)
		}
	}
}

// mask takes away, one by one, the members that a request sets.
func (c *trial) mask(in request) {
	c.inspect(in)
	before := verdict(c.v, in)
	for _, m := range set(in.in) {
		for _, without := range in.masked(m) {
			c.compare(m, before, in, without)
		}
	}
}

// graft puts in, one by one, the members that a request leaves out.
func (c *trial) graft(in request) {
	before := verdict(c.v, in)
	for _, m := range members.PathsIn(c.subject.Type()) {
		for _, with := range c.pool.grafted(in, m) {
			c.compare(m, before, in, with)
		}
	}
}

// compare blames a member that decides although the rule does not name it.
func (c *trial) compare(m, before string, in, changed request) {
	c.inspect(changed)
	if verdict(c.v, changed) == before {
		return
	}
	c.decided[m] = true
	covers := func(named string) bool { return named == m || below(named, m) }
	if slices.ContainsFunc(slices.Collect(c.rule.Named()), covers) {
		return
	}
	if c.subject == validate.Launch && (m == "InstanceType" || m == "LaunchTemplate" || below(m, "LaunchTemplate") && !templated(changed)) {
		return // asked by the Pass; see readsInstanceType
	}
	c.blame(in, "%s decides, which it does not name", m)
}

func templated(in request) bool {
	t := in.in.(*ec2.RunInstancesInput).LaunchTemplate
	return t != nil && (t.LaunchTemplateId != nil || t.LaunchTemplateName != nil || t.Version != nil)
}

// readsInstanceType blames the instance type where it decides although nothing
// is known of it.
func (c *trial) readsInstanceType(ignorant *validate.Validator) {
	for _, in := range c.requests {
		launch, ok := in.in.(*ec2.RunInstancesInput)
		if !ok || launch.InstanceType == "" || slices.Contains(slices.Collect(c.rule.Named()), "InstanceType") {
			continue
		}
		before := verdict(ignorant, in)
		for _, changed := range in.masked("InstanceType") {
			if verdict(ignorant, changed) != before {
				c.blame(in, "InstanceType decides, which it does not name")
			}
		}
	}
}

// asking lists the requests on which a rule asks the catalogue, which alone facts
// can decide.
func (a *agreement) asking(validator func(...validate.Option) *validate.Validator) (requests []request) {
	asked := false
	v := validator(validate.Facts(noting{&asked}))
	for _, in := range a.requests {
		asked = false
		if in.check(v); asked {
			requests = append(requests, in)
		}
	}
	return requests
}

// forget blames a fact that decides although the rule does not list it.
func (c *trial) forget(f instancetype.Fact, asking []request, without *validate.Validator) {
	for _, in := range asking {
		if verdict(c.v, in) == verdict(without, in) {
			continue
		}
		if slices.Contains(c.rule.Facts, f) {
			c.decided[f.String()] = true
			return
		}
		c.blame(in, "the fact %s decides, which it does not list", f)
	}
}

// ask notes whether what the account says of a resource decides anything, and
// checks the rule where the account says nothing of it, or that there is none.
func (c *trial) ask(resource string) {
	for _, in := range c.requests {
		if in.account == nil {
			continue
		}
		silent := request{in.in, in.account.without(resource)}
		c.inspect(silent)
		c.inspect(request{in.in, in.account.denying(resource)})
		if words(c.v, in) != words(c.v, silent) {
			c.decided["the "+resource] = true
		}
	}
}

// move notes whether a limit decides anything.
func (c *trial) move(l *validate.Limit, stated bool, moved ...*validate.Validator) {
	if !stated {
		c.decided[l.ID] = true // of another edition
		return
	}
	for _, in := range c.requests {
		for _, v := range moved {
			if words(v, in) != words(c.v, in) {
				c.decided[l.ID] = true
				return
			}
		}
	}
}

// undecided blames what the rule says it reads and nothing shows.
func (c *trial) undecided() {
	const silent = ", which it names, decides in none of the requests"
	for _, m := range c.rule.Reads {
		if !c.decided[m] {
			c.faults[m+silent] = ""
		}
	}
	for _, f := range c.rule.Facts {
		if !c.decided[f.String()] && recorded(f) {
			c.faults["the fact "+f.String()+silent] = ""
		}
	}
	for _, asked := range c.rule.Asks {
		if what := "the " + asked.Name(); !c.decided[what] {
			c.faults[what+silent] = ""
		}
	}
	for l := range c.rule.Figures() {
		if !c.decided[l.ID] {
			c.faults["the limit "+l.ID+silent] = ""
		}
	}
}

// recorded reports whether the embedded table has a fact of any type.
func recorded(f instancetype.Fact) bool {
	for info := range instancetype.All() {
		if info.Known(f) {
			return true
		}
	}
	return false
}
