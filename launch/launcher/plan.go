package launcher

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/launch"
)

// A Plan is a launch cut into batches, each with its client token. It is data:
// it can be printed, stored as JSON and run by another process on another
// machine, with the spec it was made from. It holds no user data, but the
// fingerprint of the spec.
//
// Nothing changes a Plan; it is safe for concurrent use. The zero Plan has no
// batches, and running it is an error.
type Plan struct {
	launchID     string
	fingerprint  string
	min, max     int
	batches      []Batch
	alternatives []Alternative
	divisible    bool
	rollBack     bool
	warnings     []string

	own string // the client token of the spec, where that is to be sent
}

// maxRequest is the most instances that one request asks for: as many as EC2
// launches at once.
const maxRequest = 1000

// maxPlan is the most instances of a plan.
const maxPlan = 100_000

// Plan cuts a launch into batches. The launch ID, 1 to 256 printable
// characters, names the launch: the same spec under the same ID is launched
// once. Equal arguments make equal plans.
//
// An empty ID makes a new one. A spec with a client token of its own cannot be
// planned, since every batch needs one, nor one that asks for a dry run, nor one
// whose fixed addresses or interfaces suit a single instance if it asks for more.
// With [RollBack], specs are refused whose instances cannot be ended cleanly:
// those protected from termination, persistent Spot requests, and launch
// templates, whose values are not known.
func (l Launcher) Plan(spec launch.Spec, launchID string, opts ...PlanOption) (Plan, error) {
	s, err := settingsWith(l, opts)
	if err != nil {
		return Plan{}, fmt.Errorf("plan: %w", err)
	}
	if launchID == "" {
		launchID = newLaunchID()
	}
	if in := spec.Input(); in != nil && in.ClientToken != nil {
		return Plan{}, errors.New("plan: the spec has a client token; leave it out, since the plan makes one for " +
			"each batch")
	}
	if err := refuseDryRun(spec); err != nil {
		return Plan{}, fmt.Errorf("plan: %w", err)
	}
	plan, err := newPlan(spec, launchID, s)
	if err != nil {
		return Plan{}, fmt.Errorf("plan: %w", err)
	}
	return plan, nil
}

func newPlan(spec launch.Spec, launchID string, s settings) (Plan, error) {
	in := spec.Input()
	if in == nil {
		return Plan{}, errEmptySpec
	}
	if err := checkLaunchID(launchID); err != nil {
		return Plan{}, err
	}
	p := Plan{
		launchID:     launchID,
		fingerprint:  spec.Fingerprint(),
		min:          int(aws.ToInt32(in.MinCount)),
		max:          int(aws.ToInt32(in.MaxCount)),
		alternatives: slices.Clone(s.alternatives),
		rollBack:     s.rollBack,
	}
	if p.min < 1 || p.max < p.min || p.max > maxPlan {
		return Plan{}, fmt.Errorf("the spec asks for %d to %s; want 1 to %d", p.min, counted(p.max, "instance"), maxPlan)
	}
	p.divisible = p.max > 1 && (s.split || togetherness(in) == "")
	size := p.max
	if p.divisible {
		size = s.batchSize
	}
	err := errors.Join(checkSingle(in), checkAlternatives(in, p.alternatives))
	if size > maxRequest {
		err = errors.Join(err, fmt.Errorf("%d instances in one request, since %s; EC2 launches at most %d at once: use "+
			"Split", size, togetherness(in), maxRequest))
	}
	if p.rollBack {
		err = errors.Join(err, checkRollBack(in))
		p.warnings = leftBehind(in)
	}
	if err != nil {
		return Plan{}, err
	}
	for i, n := range divide(p.max, size) {
		b := Batch{Path: strconv.Itoa(i), Min: floor(p.min, p.max, n), Max: n}
		b.Token = token(launchID, b.Path, b.Attempt)
		p.batches = append(p.batches, b)
	}
	return p, nil
}

// checkLaunchID says what is wrong with a launch ID.
func checkLaunchID(id string) error {
	if id == "" || len(id) > 256 || !utf8.ValidString(id) || format.Plain(id) != id {
		return fmt.Errorf("launch ID %.64q, of %s: must have 1 to 256 printable characters", id, counted(len(id), "byte"))
	}
	return nil
}

// LaunchID returns the ID that all client tokens are made from.
func (p Plan) LaunchID() string { return p.launchID }

// Fingerprint returns the [launch.Spec.Fingerprint] of the spec.
func (p Plan) Fingerprint() string { return p.fingerprint }

// Min returns the spec's MinCount.
func (p Plan) Min() int { return p.min }

// Max returns the spec's MaxCount: the sum over all batches.
func (p Plan) Max() int { return p.max }

// Batches returns a copy of the batches in their order.
func (p Plan) Batches() []Batch { return slices.Clone(p.batches) }

// Alternatives returns a copy of the alternatives in their order.
func (p Plan) Alternatives() []Alternative { return slices.Clone(p.alternatives) }

// RollsBack reports whether the plan was made with [RollBack].
func (p Plan) RollsBack() bool { return p.rollBack }

// Warnings returns what a roll-back would leave behind: volumes and network
// interfaces that outlive their instances.
func (p Plan) Warnings() []string { return slices.Clone(p.warnings) }

// IsZero reports whether p is the zero Plan.
func (p Plan) IsZero() bool { return len(p.batches) == 0 }

// matches says why the plan cannot be run with a spec.
func (p Plan) matches(spec launch.Spec) error {
	switch {
	case p.IsZero():
		return errors.New("the Plan is empty: use Launcher.Plan")
	case spec.IsZero():
		return errEmptySpec
	case spec.Fingerprint() != p.fingerprint:
		return errOtherSpec
	}
	return nil
}

var errOtherSpec = errors.New("give the Spec that the Plan was made from: their fingerprints differ")

// request returns the request of a batch: nothing but the plan, the spec and
// the batch decides what is in it.
func (p Plan) request(spec launch.Spec, b Batch) (*ec2.RunInstancesInput, error) {
	in := spec.Input()
	if b.Attempt > 0 {
		if err := p.alternatives[b.Attempt-1].change(in); err != nil {
			return nil, err
		}
	}
	in.MinCount, in.MaxCount = new(int32(b.Min)), new(int32(b.Max))
	in.ClientToken = new(b.Token)
	in.DryRun = nil
	return in, nil
}

// find returns where the batch of that path lies, or -1.
func (p Plan) find(path string) int {
	return slices.IndexFunc(p.batches, func(b Batch) bool { return b.Path == path })
}

// replace returns the plan with other batches in the place of one.
func (p Plan) replace(i int, with ...Batch) Plan {
	p.batches = slices.Replace(slices.Clone(p.batches), i, i+1, with...)
	return p
}
