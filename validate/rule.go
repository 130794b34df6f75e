package validate

import "github.com/ec2launch/ec2launch/instancetype"

// A Rule is one documented constraint on a request. It is a value: it carries
// its documentation, its examples and its check, which is exactly one of Tag,
// Values and Check. Rules are shared and never modified.
type Rule struct {
	// ID is stable and in kebab-case, the subject first and then the aspect:
	// "volume-iops-range".
	ID string
	// Summary says what must hold, in one sentence without a full stop. It is
	// the message of a Tag rule.
	Summary string
	// Reading says how an ambiguous sentence of the documentation is read.
	Reading string
	// Source is the passage that states the constraint.
	Source Source

	// Severity says what EC2 does with a request that breaks the rule. The zero
	// value is SeverityError.
	Severity Severity
	// Code is the error code that EC2 answers with; empty below SeverityError
	// where EC2 does not answer with an error.
	Code string
	// CodeBasis says how sure Code is.
	CodeBasis Basis
	// Since and Until bound the editions that state the constraint, both
	// included. Zero is unbounded.
	Since, Until Edition

	// Members are the paths of all members that the rule constrains or reads,
	// the constrained one first, spelled as AWS spells them, with [] for any
	// element of a list: "BlockDeviceMappings[].Ebs.Iops".
	Members []string
	// When lists the members without which the rule has nothing to say: it is
	// run only on requests that set all of them, wherever in a list. Nil runs
	// on every request.
	When []string
	// Facts are the facts about the instance type that the rule rests on. They
	// bound its severity: a fact that AWS may have switched on since it was
	// recorded only warns, unless it comes from a live catalogue or the
	// validator is strict; a volatile one never rejects.
	Facts []instancetype.Fact
	// Limits are the dated figures that Check reads.
	Limits []*Limit
	// Secret withholds the value of the member from reports.
	Secret bool

	// Tag is a go-playground/validator tag that each of Members must satisfy
	// where it is set; of a list of strings, each element. Beside the built-in
	// tags there are those of this package, see the package comment.
	Tag string
	// Values are the only ones that each of Members may have where it is set.
	Values *Values
	// Check looks at the request and reports what it finds. It must not modify
	// the request, and must not allocate when it finds nothing. Nothing
	// interrupts it; when it panics, the report says so and goes on.
	Check func(*Pass)

	// Good are requests that break no rule at all; Bad ones break this rule
	// and no other.
	Good, Bad []Example
}

// An Example is a request in the shape that the AWS CLI reads. It is a
// fragment: the members it leaves out are those of a minimal valid request,
// and a null removes a member of that request.
type Example struct {
	Spec string  // JSON, with user data in plain text unless Base64
	At   string  // the path of the violation, for a bad example
	In   Edition // the only edition in which the example holds; zero: all of the rule's
	// Base64 says that UserData stands as the SDK takes it, rather than as the
	// CLI does, in plain text.
	Base64 bool
}

// holds reports whether the rule belongs to an edition.
func (r *Rule) holds(e Edition) bool {
	return r.Since <= e && (r.Until == 0 || e <= r.Until)
}

// Editions lists the editions that state the constraint.
func (r *Rule) Editions() []Edition {
	var in []Edition
	for _, e := range Editions() {
		if r.holds(e) {
			in = append(in, e)
		}
	}
	return in
}
