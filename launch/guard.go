package launch

import (
	"context"
	"errors"
	"fmt"
	"slices"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go/middleware"

	"github.com/ec2launch/ec2launch/validate"
)

// Guard makes a client refuse invalid requests before credentials are fetched
// and anything is sent, whoever built them:
//
//	client := ec2.NewFromConfig(cfg, launch.Guard)
//
// It judges the calls that [CheckCall] does: RunInstances, CreateLaunchTemplate and
// its Version, CreateFleet, RequestSpotInstances, RequestSpotFleet. Others pass, also
// those that change a fleet, such as ModifyFleet and ModifySpotFleetRequest. It judges
// the input as the caller gives it, and does not see what a middleware of one's own
// makes of it. The refusal wraps a [*validate.Error] in the SDK's operation error.
// Guard may be an option of a single call, too.
func Guard(o *ec2.Options) { guard{check: CheckCall}.add(o) }

// GuardWith is [Guard] with a validator and options of one's own. Of several
// guards, each judges: none takes the place of another. A nil validator, and
// options that are nil or lack what they need, refuse every call that is judged,
// by an error that names all such options.
func GuardWith(v *validate.Validator, opts ...GuardOption) func(*ec2.Options) {
	g := guard{check: v.CheckCall}
	if v == nil {
		g.wrong("GuardWith must be given a validator, not nil")
	}
	for i, o := range opts {
		if o == nil {
			g.wrong(fmt.Sprintf("option %d of GuardWith is nil", i+1))
			continue
		}
		o(&g)
	}
	if g.observe && len(g.hooks) == 0 {
		g.wrong("Observe needs OnReport or LogReports: nobody would see the report")
	}
	return g.add
}

// guard stands before all other steps of an SDK operation.
type guard struct {
	id      string
	check   func(any) (validate.Report, bool)
	observe bool
	hooks   []func(ctx context.Context, operation string, report validate.Report)
	fault   error // of its options: all that is wrong with them
}

// wrong adds to what is wrong with the options.
func (g *guard) wrong(what string) { g.fault = errors.Join(g.fault, errors.New("launch: "+what)) }

// add puts the guard into a client's, or a call's, options.
func (g guard) add(o *ec2.Options) {
	o.APIOptions = append(o.APIOptions, func(stack *middleware.Stack) error {
		step := g
		step.id = freeID(stack)
		return stack.Initialize.Add(step, middleware.Before)
	})
}

// freeID returns an ID that no guard of the stack has.
func freeID(stack *middleware.Stack) string {
	for n := 1; ; n++ {
		id := fmt.Sprintf("ec2launch.Guard%d", n)
		if _, taken := stack.Initialize.Get(id); !taken {
			return id
		}
	}
}

// ID names the step within the SDK's stack.
func (g guard) ID() string { return g.id }

// HandleInitialize checks the request and passes it on unless it is invalid.
func (g guard) HandleInitialize(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
	if err := g.judge(ctx, in.Parameters); err != nil {
		return middleware.InitializeOutput{}, middleware.Metadata{}, err
	}
	return next.HandleInitialize(ctx, in)
}

func (g guard) judge(ctx context.Context, in any) error {
	report, covered := g.check(in)
	switch {
	case !covered:
		return nil
	case g.fault != nil:
		return g.fault
	}
	for _, hook := range g.hooks {
		hook(ctx, awsmiddleware.GetOperationName(ctx), copied(report))
	}
	if g.observe {
		return nil
	}
	return report.Err()
}

// copied returns a report for a hook, which may change it.
func copied(r validate.Report) validate.Report {
	r.Violations = slices.Clone(r.Violations)
	for i := range r.Violations {
		v := &r.Violations[i]
		v.With, v.Facts = slices.Clone(v.With), slices.Clone(v.Facts)
	}
	return r
}
