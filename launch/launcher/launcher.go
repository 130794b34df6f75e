package launcher

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
)

// A Launcher sends specs. It is immutable and safe for concurrent use; its
// copies share the request limits. The zero Launcher has no client and refuses
// to launch.
type Launcher struct {
	api      API
	limits   *limiter
	settings settings
	invalid  error // what is wrong with the options of New
}

// New returns a Launcher that sends through a client, for instance
// [ec2.NewFromConfig]. New itself does not fail: the error of a wrong option is
// returned by everything that is done with the Launcher.
func New(client API, opts ...Option) Launcher {
	l := Launcher{api: client}
	l.settings, l.invalid = with(defaults(), opts)
	l.settings.fixed = true
	if l.settings.limits {
		l.limits = newLimiter(l.settings.clock)
	}
	return l
}

// settingsWith returns the settings of the Launcher changed by options, and
// what is wrong with those or with the options of New.
func settingsWith[O Option](l Launcher, opts []O) (settings, error) {
	base := l.settings
	if !base.fixed {
		base = defaults()
		base.fixed = true
	}
	s, err := with(base, opts)
	return s, errors.Join(l.invalid, err)
}

var errEmptySpec = errors.New("the Spec is empty: use Builder.Build")

// ready says why nothing can be sent.
func (l Launcher) ready(ctx context.Context) error {
	switch client, real := l.api.(*ec2.Client); {
	case l.api == nil || real && client == nil:
		return errors.New("the Launcher has no client: use launcher.New")
	case ctx == nil:
		return errors.New("the context is nil")
	}
	return ctx.Err()
}

// readySpec says besides why a spec cannot be sent.
func (l Launcher) readySpec(ctx context.Context, spec launch.Spec) error {
	if err := l.ready(ctx); err != nil {
		return err
	}
	in := spec.Input()
	switch {
	case in == nil:
		return errEmptySpec
	case in.ClientToken != nil && *in.ClientToken == "":
		return errors.New("the client token is empty: leave it out or give one")
	}
	return nil
}

// readyLaunch says besides why a spec cannot be launched.
func (l Launcher) readyLaunch(ctx context.Context, spec launch.Spec) error {
	if err := l.readySpec(ctx, spec); err != nil {
		return err
	}
	return refuseDryRun(spec)
}

// refuseDryRun refuses a spec that is not meant to launch.
func refuseDryRun(spec launch.Spec) error {
	if in := spec.Input(); in != nil && aws.ToBool(in.DryRun) {
		return errors.New("the spec asks for a dry run: use Launcher.DryRun, or Builder.DryRun(false) to launch")
	}
	return nil
}

// clock returns the clock to wait by.
func (l Launcher) clock() Clock {
	if l.settings.clock == nil {
		return system{}
	}
	return l.settings.clock
}
