package launcher

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
)

// DryRun asks EC2 whether the caller may launch the spec, as one request for
// all its instances, and launches nothing. The error is nil when EC2 answers
// that the launch would have succeeded, and an [*Error] otherwise: Refused when
// EC2 said no, and Unknown when it did not answer, or answered as if it had
// launched; then the result has the instances. The attempt in the result is
// Refused also when the error is nil, since it launched nothing. The spec's
// client token is not used up, and what is unknown of a dry run cannot be settled.
// Whether the spec asks for a dry run itself makes no difference.
func (l Launcher) DryRun(ctx context.Context, spec launch.Spec, opts ...RunOption) (*Result, error) {
	result := &Result{}
	s, err := settingsWith(l, opts)
	if err == nil {
		err = l.readySpec(ctx, spec)
	}
	if err != nil {
		return result, nothing(err)
	}
	in := spec.Input()
	in.DryRun = new(true)
	in.ClientToken = new(token(newLaunchID(), "dry-run", 0))
	a := Attempt{Token: *in.ClientToken, Min: int(aws.ToInt32(in.MinCount)), Max: int(aws.ToInt32(in.MaxCount))}
	secret := newSecret(in.UserData)
	r := l.run(ctx, in, s, false)
	for _, out := range r.answers {
		result.see(out.Instances)
	}
	a.Requests, a.IDs = r.requests, result.IDs()
	switch {
	case len(r.answers) > 0:
		r.err = fmt.Errorf("the dry run was answered as a launch, of instances %q", a.IDs)
	case answer.Of(r.err).Class == answer.DryRun:
		a.Outcome = Refused
		result.Attempts = []Attempt{a}
		return result, nil
	case r.refused:
		a.Outcome = Refused
	}
	a.Err = newError(a, r.err, secret)
	a.Err.Token = "" // to settle it would launch
	result.Attempts = []Attempt{a}
	return result, a.Err
}
