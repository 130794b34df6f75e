package launcher

import (
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// An Option changes how launches go. [New] takes every option, as the default
// of all that is done with the Launcher; [Launcher.Launch] takes those that a
// single launch can have. An option that cannot be makes the call fail before
// anything is sent.
type Option interface{ apply(*settings) error }

// A PlanOption shapes the requests. [Launcher.Plan] takes these alone, and
// keeps them in the plan.
type PlanOption interface {
	Option
	shapesPlan()
}

// A RunOption tells how requests are sent and watched. What works on a plan
// takes these alone.
type RunOption interface {
	Option
	drivesRun()
}

type (
	option     func(*settings) error
	planOption struct{ option }
	runOption  struct{ option }
)

func (o option) apply(s *settings) error { return o(s) }
func (planOption) shapesPlan()           {}
func (runOption) drivesRun()             {}

// settings is what the options decide.
type settings struct {
	// Shared by all launches of a Launcher.
	fixed  bool // options for these come too late
	clock  Clock
	limits bool

	// The plan.
	batchSize    int
	split        bool
	alternatives []Alternative
	rollBack     bool

	// The run.
	launchID    string
	sdk         []func(*ec2.Options)
	timeout     time.Duration
	grace       time.Duration
	concurrency int
	save        func(Plan) error
	progress    func(Event)
	log         *slog.Logger
	wait        Until
	waitFor     time.Duration
	settleFor   time.Duration
	rollBackFor time.Duration
	resources   time.Duration
}

func defaults() settings {
	return settings{
		clock:       system{},
		limits:      true,
		batchSize:   100,
		timeout:     time.Minute,
		grace:       10 * time.Second,
		concurrency: 4,
		log:         slog.New(slog.DiscardHandler),
		waitFor:     10 * time.Minute,
		settleFor:   time.Minute,
		rollBackFor: time.Minute,
	}
}

// with returns the settings changed by options, and what is wrong with those.
func with[O Option](s settings, opts []O) (settings, error) {
	s.sdk = slices.Clip(s.sdk)
	var errs []error
	for i, opt := range opts {
		if Option(opt) == nil {
			errs = append(errs, fmt.Errorf("option %d of %d is nil", i+1, len(opts)))
			continue
		}
		errs = append(errs, opt.apply(&s))
	}
	return s, errors.Join(errs...)
}

// WithClock replaces the clock of the machine. It is an option of [New].
func WithClock(c Clock) Option {
	return option(func(s *settings) error {
		switch {
		case s.fixed:
			return errors.New("WithClock: is an option of New")
		case c == nil:
			return errors.New("WithClock: the clock is nil")
		}
		s.clock = contained{c}
		return nil
	})
}

// WithoutLimits sends as fast as the network takes it. By default all launches
// of a Launcher together keep to the request limits that EC2 documents for an
// account and Region:
//
//	RunInstances        5 requests, and 2 more a second; 1000 instances, and 2 more a second
//	TerminateInstances  100 requests, and 5 more a second; 1000 instances, and 20 more a second
//	Describe calls      100 requests, and 20 more a second
//
// It is an option of [New].
func WithoutLimits() Option {
	return option(func(s *settings) error {
		if s.fixed {
			return errors.New("WithoutLimits: is an option of New")
		}
		s.limits = false
		return nil
	})
}

// BatchSize is the most instances that one request of a split launch asks for:
// 1 to 1000, by default 100, as EC2's documentation recommends.
func BatchSize(n int) PlanOption {
	return planOption{func(s *settings) error {
		if n < 1 || n > maxRequest {
			return fmt.Errorf("BatchSize: %d; want 1 to %d", n, maxRequest)
		}
		s.batchSize = n
		return nil
	}}
}

// Split lets every launch of more than [BatchSize] instances be cut into
// batches. By default only a launch is cut that means the same in parts: one of
// a range of counts. These stay one request, of up to 1000 instances:
//
//   - a launch of an exact number, which EC2 fulfils as a whole or not at all;
//     once cut, a part of it may be launched, see [Shortfall] and [RollBack];
//   - instances of a placement group without partition, or on a host, which one
//     request places together;
//   - a launch from a template, whose values are not known.
func Split() PlanOption {
	return planOption{func(s *settings) error {
		s.split = true
		return nil
	}}
}

// Alternatives are tried in their order when EC2 refuses a batch for want of
// capacity, each with a client token of its own, and never while the outcome of
// the one before is unknown. A plan with alternatives needs [Save] to run.
func Alternatives(alternatives ...Alternative) PlanOption {
	alternatives = slices.Clone(alternatives)
	return planOption{func(s *settings) error {
		s.alternatives = alternatives
		return nil
	}}
}

// RollBack terminates what a launch has launched if that is fewer than the
// MinCount of the spec, not counting what ends or is late while [Wait] waits.
// By default it is kept: terminating cannot be undone, and a launch that fell
// short can be run again. One that was rolled back cannot: its launch ID, or the
// spec's client token, is used up, and a new launch needs a new one. What such a
// launch leaves Unknown, [Launcher.Reconcile] looks for and [Launcher.Terminate]
// ends; [Launcher.Run] and [Launcher.Settle] might launch it.
//
// It ends instances of this launch's client tokens only. Whoever runs the same
// plan at the same time sees the same instances and loses them too. Specs whose
// instances cannot be ended cleanly are refused, see [Launcher.Plan].
func RollBack() PlanOption {
	return planOption{func(s *settings) error {
		s.rollBack = true
		return nil
	}}
}

// LaunchID names a launch of [Launcher.Launch], as an idempotency key does: the same
// call with the same ID launches once, whatever becomes of the process in between. It
// has 1 to 256 printable characters. By default every launch is a new one. A plan has
// an ID of its own.
//
// No call knows what an earlier one with its ID has sent. So none of its errors is
// [Refused]: what EC2 refuses, and what is not sent, is [Unknown], and the error says
// that an earlier call may have launched. [Launcher.Reconcile] then looks for what that
// launched. Whoever must tell a refusal for sure stores what was sent: a plan with this
// ID, run with [Save].
//
// LaunchID goes with neither [Alternatives] nor [Save]: a launch that must know which
// were tried is a plan. The same ID with a spec for another subnet or zone launches
// again, since client tokens are zonal; a stored plan refuses such a spec, see
// [Launcher.Run].
func LaunchID(id string) Option {
	return option(func(s *settings) error {
		if !s.fixed {
			return errors.New("LaunchID: is an option of Launch")
		}
		if err := checkLaunchID(id); err != nil {
			return err
		}
		s.launchID = id
		return nil
	})
}

// SDK adds options to the SDK's calls. Those that make the SDK log the bodies
// of requests do not apply, since these hold the user data.
func SDK(optFns ...func(*ec2.Options)) RunOption {
	optFns = slices.Clone(optFns)
	return runOption{func(s *settings) error {
		if slices.ContainsFunc(optFns, func(f func(*ec2.Options)) bool { return f == nil }) {
			return errors.New("SDK: an option is nil")
		}
		s.sdk = append(s.sdk, optFns...)
		return nil
	}}
}

// Timeout bounds each request, the SDK's retries included, whether or not the
// context has a deadline. The default is a minute; it must be positive.
func Timeout(d time.Duration) RunOption {
	return positive("Timeout", d, func(s *settings) { s.timeout = d })
}

// Grace is how long a request that is on its way may still be answered after
// the context is done: EC2 carries it out all the same. The default is 10
// seconds; zero is none.
func Grace(d time.Duration) RunOption {
	return runOption{func(s *settings) error {
		if d < 0 {
			return fmt.Errorf("Grace: %v; want zero or more", d)
		}
		s.grace = d
		return nil
	}}
}

// Concurrency is how many batches are sent at a time: 1 to 5, by default 4.
func Concurrency(n int) RunOption {
	return runOption{func(s *settings) error {
		if n < 1 || n > 5 {
			return fmt.Errorf("Concurrency: %d; want 1 to 5", n)
		}
		s.concurrency = n
		return nil
	}}
}

// Save is called with the plan before each step that a resumed run must know
// of: before a batch is sent the first time, and before it is tried otherwise
// after a refusal. Whoever resumes then resumes the plan saved last. If it
// fails, the step is not taken.
//
// Two runs of one plan at the same time must not both save: what the one knows
// to be refused, the other may launch, and an [Alternative] then launches
// besides. Have it fail where the plan has been saved by someone else since it
// was read.
//
// Without it a run cannot know what an earlier one has sent: a batch that EC2
// refuses now, or that is not sent, is Unknown, not Refused.
func Save(f func(Plan) error) RunOption {
	return runOption{func(s *settings) error {
		if f == nil {
			return errors.New("Save: the function is nil")
		}
		s.save = f
		return nil
	}}
}

// Progress is called after every attempt of a batch, one call at a time, from
// the goroutine that called the launcher. A call that panics is the last one;
// the launch goes on and its error says so.
func Progress(f func(Event)) RunOption {
	return runOption{func(s *settings) error {
		if f == nil {
			return errors.New("Progress: the function is nil")
		}
		s.progress = f
		return nil
	}}
}

// Logger has every attempt logged: what was launched at level Info, what was
// not at level Warn. By default nothing is logged.
func Logger(l *slog.Logger) RunOption {
	return runOption{func(s *settings) error {
		if l == nil {
			return errors.New("Logger: the logger is nil")
		}
		s.log = l
		return nil
	}}
}

// Wait has a launch that has launched MinCount instances at least wait for all
// of them, see [Launcher.Wait].
func Wait(until Until) RunOption {
	return runOption{func(s *settings) error {
		if until != Running && until != StatusOK {
			return fmt.Errorf("Wait: no state %d; want Running or StatusOK", until)
		}
		s.wait = until
		return nil
	}}
}

// WaitFor bounds the wait. The default is 10 minutes; it must be positive.
func WaitFor(d time.Duration) RunOption {
	return positive("WaitFor", d, func(s *settings) { s.waitFor = d })
}

// SettleFor is how long [Launcher.Reconcile] looks for instances before it
// takes what it sees for all there is. The default is a minute, to allow for
// EC2's eventual consistency; it must be positive.
func SettleFor(d time.Duration) RunOption {
	return positive("SettleFor", d, func(s *settings) { s.settleFor = d })
}

// AwaitResources is for a spec that names resources that were created just now,
// such as a security group or an instance profile. A request that EC2 refuses
// because it does not see one of them yet is sent again, under its token, for as
// long as d, which must be positive. Two minutes are enough for most resources.
// By default such a refusal is final.
func AwaitResources(d time.Duration) RunOption {
	return positive("AwaitResources", d, func(s *settings) { s.resources = d })
}

// RollBackFor bounds a roll-back, which goes on when the context is done. The
// default is a minute; it must be positive.
func RollBackFor(d time.Duration) RunOption {
	return positive("RollBackFor", d, func(s *settings) { s.rollBackFor = d })
}

func positive(name string, d time.Duration, set func(*settings)) RunOption {
	return runOption{func(s *settings) error {
		if d <= 0 {
			return fmt.Errorf("%s: %v; want more than zero", name, d)
		}
		set(s)
		return nil
	}}
}
