package launch

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/validate"
)

// A Builder collects a request. Every method returns a changed copy and leaves
// its receiver as it was, so that one base can be forked freely, also by many
// goroutines at once.
//
// The same rules hold for its methods and those of all that it is given:
//
//   - A method sets what it is named for, in place of what an earlier call set.
//     A zero value, such as [metadata.Options]{}, takes that back. What
//     RequireIMDSv2 sets holds whatever is called later, unless Edit changes it.
//   - Where a request holds a list, the method adds to it: SecondaryInterface,
//     License, Tags, SecurityGroups. What has a name replaces its namesake:
//     Device by the device name, Tags by the key.
//   - A switch takes a bool. Without the call, EC2 or the launch template
//     decides.
//   - An argument that no request can hold, such as nil or an IPv4 address where
//     IPv6 is due, is an error of [Builder.Build] until a later call of the
//     method replaces it.
//
// A Builder starts from [FromImage], [FromTemplate], [FromInput] or [FromSpec].
// The zero Builder is an empty request, which Build refuses.
type Builder struct {
	request
	faults part.Faults // with paths of the request
	imdsv2 bool        // RequireIMDSv2 was called
}

// FromInput starts from a request of the SDK's own shape, of which it takes a
// copy. UserData is base64 there, and stays as it is. Nil is an empty request.
func FromInput(in *ec2.RunInstancesInput) Builder {
	if in == nil {
		return Builder{}
	}
	return Builder{request: newRequest(sdkcopy.RunInstancesInput(*in))}
}

// FromSpec starts from the request of a spec. What RequireIMDSv2 set in the
// builder of the spec still holds. The zero Spec, which has no request, is an error
// of [Builder.Build]; the rules say nothing then.
func FromSpec(s Spec) Builder {
	if s.IsZero() {
		return Builder{}.missing(fromSpec, "", "FromSpec must be given a Spec that Build returned, not the zero Spec")
	}
	b := FromInput(s.Input())
	b.imdsv2 = s.imdsv2
	return b
}

// fromSpec names what was given the zero Spec.
const fromSpec = "FromSpec"

// Edit changes the request by hand, for what no other method can say. The
// function works on a private copy, which is copied again afterwards, so that
// it may keep what it was given and give what it keeps.
func (b Builder) Edit(edit func(in *ec2.RunInstancesInput)) Builder {
	if edit == nil {
		return b.missing("Edit", "", "Edit must be given a function")
	}
	in := b.reveal()
	edit(in)
	b.request, b.faults = newRequest(sdkcopy.RunInstancesInput(*in)), b.faults.Of("Edit")
	o := b.in.MetadataOptions
	b.imdsv2 = b.imdsv2 && o != nil && o.HttpTokens == types.HttpTokensStateRequired
	return b
}

// Build checks the request against all rules in their [validate.Latest]
// edition. Unless one of severity error is broken, it returns the Spec, whose
// warnings are in [Spec.Warnings]: a type that is not known, above all. Otherwise
// the error is a [*validate.Error] with all violations of that severity, but
// without the warnings: a service that shows these beside a refusal calls
// [Builder.Check], too.
func (b Builder) Build() (Spec, error) { return b.BuildWith(standard()) }

// BuildWith is like [Builder.Build], with a validator of one's own: another
// edition, house rules, live facts. A nil validator refuses.
func (b Builder) BuildWith(v *validate.Validator) (Spec, error) {
	report := b.CheckWith(v)
	if err := report.Err(); err != nil {
		return Spec{}, err
	}
	return Spec{request: new(newRequest(*b.reveal())), warnings: report.Violations, imdsv2: b.imdsv2}, nil
}

// Check reports all that is wrong with the request so far, warnings included,
// whether or not Build returns a Spec: first the arguments that the builder
// cannot use, then what the rules found in the order of the request.
func (b Builder) Check() validate.Report { return b.CheckWith(standard()) }

// CheckWith is like [Builder.Check], with a validator of one's own. A nil
// validator refuses.
func (b Builder) CheckWith(v *validate.Validator) validate.Report {
	return b.withFaults(v.Check(b.reveal())) // a copy, which a rule may keep
}

// Equal reports whether b and c are the same request so far, as [Spec.Equal] does,
// have refused the same arguments, and had RequireIMDSv2 called on both or on
// neither.
func (b Builder) Equal(c Builder) bool {
	return b.request.equal(&c.request) && slices.Equal(b.faults, c.faults) && b.imdsv2 == c.imdsv2
}

// apply writes what a method was given for the member at path. members copies
// those that it may write from one request into another, and nothing else
// reaches the builder: a type of the program may embed one of the library's.
func (b Builder) apply(method, path string, p part.Part, members func(to, from *ec2.RunInstancesInput)) Builder {
	var lent ec2.RunInstancesInput
	members(&lent, &b.in)
	written, ok := part.Written(p, lent)
	if !ok {
		return b.missing(method, path, method+" must not be given nil")
	}
	members(&b.in, &written)
	return b.given(method, path, "", p)
}
