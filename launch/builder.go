package launch

import (
	"reflect"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/validate"
)

// A Builder collects a request. Every method returns a changed copy and leaves
// its receiver as it was, so that one base can be forked freely, also by many
// goroutines at once. Later calls win over earlier ones where a member holds
// one value, and add where it holds a list.
//
// A Builder starts from [FromImage], [FromTemplate] or [FromInput]. The zero
// Builder is an empty request, which [Builder.Build] refuses.
type Builder struct {
	request
	faults []validate.Violation
}

// FromInput starts from a request of the SDK's own shape, of which it takes a
// copy. UserData is base64 there, and stays as it is. Nil is an empty request.
func FromInput(in *ec2.RunInstancesInput) Builder {
	if in == nil {
		return Builder{}
	}
	return Builder{request: newRequest(sdkcopy.RunInstancesInput(*in))}
}

// Edit changes the request by hand, for what no other method can say. The
// function works on a private copy, which is copied again afterwards, so that
// it may keep what it was given and give what it keeps.
func (b Builder) Edit(edit func(in *ec2.RunInstancesInput)) Builder {
	if edit == nil {
		return b.fault("", "Edit must be given a function")
	}
	in := b.reveal()
	edit(in)
	b.request = newRequest(sdkcopy.RunInstancesInput(*in))
	return b
}

// Build checks the request against all rules in their [validate.Latest]
// edition. Unless one of severity error is broken, it returns the Spec. The
// error is a [*validate.Error] with all violations of that severity. Warnings
// are in [Spec.Warnings]: a type that is not known, above all.
func (b Builder) Build() (Spec, error) { return b.BuildWith(standard()) }

// BuildWith is like [Builder.Build], with a validator of one's own: another
// edition, house rules, live facts. A nil validator refuses.
func (b Builder) BuildWith(v *validate.Validator) (Spec, error) {
	report := v.Check(b.reveal()) // a copy, which a rule may keep
	report.Violations = slices.Concat(b.faults, report.Violations)
	if err := report.Err(); err != nil {
		return Spec{}, err
	}
	return Spec{request: new(newRequest(*b.reveal())), warnings: report.Violations}, nil
}

// A part is what an area's builder makes: it writes itself into a request,
// shares nothing with it, and never writes through what the request holds.
type part interface {
	Apply(in *ec2.RunInstancesInput)
}

// apply writes a part that a method was given for the member at path.
func (b Builder) apply(path string, p part) Builder {
	if isNil(p) {
		return b.fault(path, "nil was given to the builder")
	}
	p.Apply(&b.in)
	return b
}

// isNil reports whether v is nil or a nil pointer, which has no value whose
// methods could be called.
func isNil(v any) bool {
	r := reflect.ValueOf(v)
	return !r.IsValid() || r.Kind() == reflect.Pointer && r.IsNil()
}

// fault records a misuse of the builder for [Builder.Build] to report, once for
// each path.
func (b Builder) fault(path, message string) Builder {
	if slices.ContainsFunc(b.faults, func(v validate.Violation) bool { return v.Path == path }) {
		return b
	}
	b.faults = append(slices.Clip(b.faults), validate.Violation{
		Rule:    "builder-argument-required",
		Path:    path,
		Message: message,
		Code:    "MissingParameter",
	})
	return b
}
