package launch

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"
)

// API is the one call that a [Launcher] makes. [*ec2.Client] has it.
type API interface {
	RunInstances(context.Context, *ec2.RunInstancesInput, ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error)
}

// A Launcher sends specs. It is immutable and safe for concurrent use. The
// zero Launcher has no client and refuses to launch.
type Launcher struct {
	api     API
	timeout time.Duration
}

// DefaultTimeout bounds one launch, the SDK's retries included.
const DefaultTimeout = time.Minute

// NewLauncher sends through a client, for instance [ec2.NewFromConfig].
func NewLauncher(client API) Launcher { return Launcher{api: client, timeout: DefaultTimeout} }

// Timeout changes how long one launch may take, the SDK's retries included.
// Zero leaves it to the context.
func (l Launcher) Timeout(d time.Duration) Launcher {
	l.timeout = d
	return l
}

// Launch sends the spec once; what the SDK sends again after a failure carries
// the same client token, which EC2 launches for once. The token is the spec's,
// or a new one: two launches of a spec without a token are two launches.
//
// The error is an [*Error], which says whether EC2 refused, so that nothing
// runs, or whether that is unknown. Then the result has what was seen: it is
// nil only when nothing was sent.
//
// Of the options, those that make the SDK log the request's body do not apply,
// since it holds the user data.
func (l Launcher) Launch(ctx context.Context, s Spec, opts ...func(*ec2.Options)) (*Result, error) {
	in, err := l.ready(ctx, s)
	if err != nil {
		return nil, &Error{Outcome: Refused, Err: err}
	}
	if aws.ToBool(in.DryRun) {
		return nil, &Error{Outcome: Refused, Err: errors.New("the spec asks for a dry run: use Launcher.DryRun")}
	}
	if in.ClientToken == nil {
		in.ClientToken = new(newToken())
	}
	result := &Result{Token: *in.ClientToken}
	out, outcome, err := l.send(ctx, in, opts)
	if err != nil {
		return result, &Error{Outcome: outcome, Token: result.Token, Err: err}
	}
	result.ReservationID = aws.ToString(out.ReservationId)
	result.Instances = out.Instances
	if err := result.verify(in); err != nil {
		return result, &Error{Outcome: Unknown, Token: result.Token, Err: err}
	}
	return result, nil
}

// DryRun asks EC2 whether the caller may launch the spec, and launches
// nothing. It returns nil when EC2 answers that the launch would have
// succeeded, and an [*Error] otherwise: Unknown only when it launched all the
// same. The spec's client token is not used up.
func (l Launcher) DryRun(ctx context.Context, s Spec, opts ...func(*ec2.Options)) error {
	in, err := l.ready(ctx, s)
	if err != nil {
		return &Error{Outcome: Refused, Err: err}
	}
	in.DryRun = new(true)
	in.ClientToken = new(newToken())
	out, _, err := l.send(ctx, in, opts)
	if fault, ok := errors.AsType[smithy.APIError](err); ok && fault.ErrorCode() == "DryRunOperation" {
		return nil
	}
	if err != nil {
		return &Error{Outcome: Refused, Token: *in.ClientToken, Err: err}
	}
	return &Error{Outcome: Unknown, Token: *in.ClientToken, Err: dryRunLaunched(out.Instances)}
}

// ready returns the request to send, or why nothing can be sent.
func (l Launcher) ready(ctx context.Context, s Spec) (*ec2.RunInstancesInput, error) {
	switch {
	case l.api == nil || l.api == API((*ec2.Client)(nil)):
		return nil, errors.New("the Launcher has no client: use NewLauncher")
	case ctx == nil:
		return nil, errors.New("the context is nil")
	case s.IsZero():
		return nil, errors.New("the Spec is empty: use Builder.Build")
	}
	in := s.Input()
	if in.ClientToken != nil && *in.ClientToken == "" {
		return nil, errors.New("the client token is empty: leave it out or give one")
	}
	return in, ctx.Err()
}

// send makes the call. Of an error, it tells the outcome.
func (l Launcher) send(ctx context.Context, in *ec2.RunInstancesInput, opts []func(*ec2.Options)) (*ec2.RunInstancesOutput, Outcome, error) {
	if l.timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, l.timeout)
		defer cancel()
	}
	var wire wire
	opts = append(slices.Clip(opts), withoutBodyLog, wire.watch)
	out, err := l.api.RunInstances(ctx, in, opts...)
	if err == nil && out == nil {
		err = errors.New("the client returned neither an answer nor an error")
	}
	switch {
	case err == nil:
		return out, Unknown, nil
	case wire.untouched():
		return nil, Refused, err
	}
	return nil, outcomeOf(err), err
}

// newToken returns a client token that no other launch has.
func newToken() string { return "ec2launch-" + rand.Text() }

// A Result is what a launch brought to light.
type Result struct {
	Token         string           // the client token that was sent
	ReservationID string           // empty when there was no answer
	Instances     []types.Instance // as EC2 answered
}

// IDs returns the distinct IDs of the instances.
func (r *Result) IDs() []string { return distinctIDs(r.Instances) }
