package validate

import (
	"iter"
	"slices"

	"github.com/ec2launch/ec2launch/instancetype"
)

// A Rule is one constraint on a request, documented by AWS or set by a house.
// It is a value: it carries its documentation, its examples and its check. A
// [Validator] works on copies of its rules.
//
// These fields are mandatory; all others may be left out:
//
//   - ID, Summary and Source;
//   - Code, for a rule of [SeverityError];
//   - Members, or Given instead of it or beside it;
//   - exactly one of Tag, Range, Values and Check.
type Rule struct {
	// ID is stable and in kebab-case, the subject first and then the aspect:
	// "volume-iops-range".
	ID string
	// Summary says what must hold, in one sentence without a full stop. It is
	// the message of a Tag rule, from its "must" or "should" on where the member
	// is named before.
	Summary string
	// Reading says how an ambiguous sentence of the documentation is read.
	Reading string
	// Source is the passage that states the constraint: AWS's, or one's own.
	Source Source

	// Severity says what EC2 does with a request that breaks the rule. The zero
	// value is SeverityError.
	Severity Severity
	// Code is the error code that EC2 answers with; optional below
	// SeverityError, since EC2 may answer with none. A rule of a house has the
	// code that callers shall see, such as UnauthorizedOperation, with which
	// EC2 answers where a policy forbids a launch.
	Code string
	// CodeBasis says how sure Code is.
	CodeBasis Basis
	// Since and Until bound the editions that state the constraint, both
	// included. Zero is unbounded.
	Since, Until Edition

	// On names what the rule judges; none is a [Launch]. The paths of the rule
	// are those of each of them.
	On []Subject

	// Members, Given, When and Reads name all members that the rule depends
	// on, each once, by their paths as AWS spells them, with [] for any element
	// of a list: "BlockDeviceMappings[].Ebs.Iops". Package ruletest holds them
	// against what the rule really reads.
	//
	// Members are what the rule constrains: it reports at them. A Tag, Range or
	// Values tests those that are set; a Check may also report one that the request
	// leaves out.
	Members []string
	// Given is for a Check alone. Its members are constrained as Members are, and
	// decide whether the rule runs: it does not on a request that sets none of them.
	Given []string
	// When lists members that the rule does not constrain. It runs only on requests
	// that set all of these; a member of the elements of a list is set where one
	// element sets it.
	When []string
	// Reads lists members that the rule does not constrain either, and that decide
	// what it reports. It runs whether they are set or not. The instance type and
	// the launch template need not be listed where the rule asks for them by
	// [Pass.InstanceType] and [Pass.Templated].
	Reads []string

	// Facts are the facts about the instance type that the rule rests on. They
	// bound its severity: a fact that AWS may have changed since it was
	// recorded only warns, unless it comes from a live catalogue or the
	// validator is strict; a volatile one never rejects.
	Facts []instancetype.Fact
	// Asks lists what the rule asks the account for, see [Resource.Of]. Such a
	// rule runs only on a validator that has an account ([Validator.With]); what
	// the account did not say must keep it silent. Age says how the answers
	// change, which bounds the severity.
	Asks []Asked
	Age  Age
	// Limits are the dated figures that Check reads by [Pass.Limit], and LimitsOf
	// those that it finds in a table. Where the edition states no figure, the Check
	// must report nothing on its account. [Pass.Beyond] names one in a report.
	Limits   []*Limit
	LimitsOf func() []*Limit
	// Secret withholds the value of the member from reports.
	Secret bool

	// Tag is a test that each of Members must pass where it is set; of a list
	// of strings, each element. The package comment lists the tags. A member that
	// the request leaves out passes here, as by Range and Values; a Check can
	// demand one.
	Tag string
	// Range bounds each of Members where it is set: a number by its value, a
	// text by its length in characters.
	Range *Range
	// Values are the only ones that each of Members may have where it is set.
	Values *Values
	// Check looks at [Pass.Input], or for a rule with On at [Pass.Call] (see
	// [CallOf]), and reports what it finds. It must not modify
	// the request, nor keep it or the Pass, and must not allocate when it finds
	// nothing. Nothing interrupts it. When it fails, see [Also].
	Check func(*Pass)

	// Good are requests that break no rule at all; Bad ones break this rule
	// and no other.
	Good, Bad []Example
}

// An Example is a request in the shape that the AWS CLI reads. It is a
// fragment: the members it leaves out are those of a minimal valid request,
// and a null removes a member of that request.
type Example struct {
	Spec string // JSON, with user data in plain text unless Base64
	At   string // the path of the violation, for a bad example
	// Since and Until bound the editions in which the example holds, both
	// included. Zero is as unbounded as the rule.
	Since, Until Edition
	// Account is what the account said, as JSON: things by the name of their
	// [Resource] and by what identifies them, null where there is none:
	// {"Subnet":{"subnet-0a1b2c3d":{"VpcId":"vpc-0a1b2c3d"}}}. Empty is no
	// account.
	Account string
	// Base64 says that UserData stands as the SDK takes it, rather than as the
	// CLI does, in plain text.
	Base64 bool
}

// holds reports whether an edition states the constraint.
func (r *Rule) holds(e Edition) bool { return e >= r.Since && (r.Until == 0 || e <= r.Until) }

// Subjects lists what the rule judges.
func (r *Rule) Subjects() []Subject {
	if r == nil || len(r.On) == 0 {
		return []Subject{Launch}
	}
	return slices.Clone(r.On)
}

// Editions lists the editions that state the constraint.
func (r *Rule) Editions() []Edition { return Example{}.Editions(r) }

// Editions lists the editions in which the example of a rule holds.
func (x Example) Editions(r *Rule) []Edition {
	if r == nil {
		return nil
	}
	return between(max(r.Since, x.Since), earlier(r.Until, x.Until))
}

// earlier is the earlier of two bounds, of which zero is none.
func earlier(a, b Edition) Edition {
	if a == 0 || b == 0 {
		return max(a, b)
	}
	return min(a, b)
}

func between(since, until Edition) []Edition {
	return slices.DeleteFunc(Editions(), func(e Edition) bool { return e < since || until != 0 && e > until })
}

// Constrained yields the members at which the rule reports.
func (r *Rule) Constrained() iter.Seq[string] {
	return r.each(func() [][]string { return [][]string{r.Members, r.Given} })
}

// Named yields every member that the rule names.
func (r *Rule) Named() iter.Seq[string] {
	return r.each(func() [][]string { return [][]string{r.Members, r.Given, r.When, r.Reads} })
}

// each yields what lists hold; of a nil rule, nothing.
func (r *Rule) each(lists func() [][]string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if r == nil {
			return
		}
		for _, list := range lists() {
			for _, m := range list {
				if !yield(m) {
					return
				}
			}
		}
	}
}

// Figures yields the dated figures of the rule: those of Limits, LimitsOf and
// Range.
func (r *Rule) Figures() iter.Seq[*Limit] {
	return func(yield func(*Limit) bool) {
		if r == nil {
			return
		}
		list := r.Limits
		if r.LimitsOf != nil {
			list = slices.Concat(list, r.LimitsOf())
		}
		for _, l := range list {
			if !yield(l) {
				return
			}
		}
		if r.Range != nil {
			_ = (r.Range.Min == nil || yield(r.Range.Min)) && (r.Range.Max == nil || yield(r.Range.Max))
		}
	}
}

// findLimits makes Limits of what LimitsOf finds, once and for all. It reports false
// where that panics.
func (r *Rule) findLimits() (ok bool) {
	defer func() { ok = recover() == nil }()
	if of := r.LimitsOf; of != nil {
		r.LimitsOf = nil
		r.Limits = slices.Concat(r.Limits, of())
	}
	return true
}

// Clone copies rules, with all that they hold: what is done to the copies does
// not reach the originals.
func Clone(rules []*Rule) []*Rule {
	copies := make([]*Rule, len(rules))
	for i, r := range rules {
		copies[i] = r.clone()
	}
	return copies
}

func (r *Rule) clone() *Rule {
	c := r.withoutExamples()
	if c != nil {
		c.Good, c.Bad = slices.Clone(r.Good), slices.Clone(r.Bad)
	}
	return c
}

// withoutExamples copies what a validator needs.
func (r *Rule) withoutExamples() *Rule {
	if r == nil {
		return nil
	}
	c := *r
	c.Good, c.Bad = nil, nil
	c.On = slices.Clone(r.On)
	c.Members, c.Given = slices.Clone(r.Members), slices.Clone(r.Given)
	c.When, c.Reads = slices.Clone(r.When), slices.Clone(r.Reads)
	c.Asks = slices.Clone(r.Asks)
	c.Facts, c.Limits = slices.Clone(r.Facts), cloned(r.Limits)
	if of := r.LimitsOf; of != nil {
		c.LimitsOf = func() []*Limit { return cloned(of()) }
	}
	if r.Range != nil {
		c.Range = &Range{r.Range.Min.clone(), r.Range.Max.clone()}
	}
	c.Values = r.Values.clone()
	return &c
}
