package launch

import (
	"context"
	"errors"
	"fmt"

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
// It judges every call that launches instances or describes how to, as
// [CheckCall] does: RunInstances, CreateLaunchTemplate and its Version,
// CreateFleet, RequestSpotInstances, RequestSpotFleet. Other calls pass. The
// refusal wraps a [*validate.Error] in the SDK's operation error. Guard may be
// an option of a single call, too.
func Guard(o *ec2.Options) { guard{check: CheckCall}.add(o) }

// GuardWith is [Guard] with a validator and options of one's own. Of several
// guards, each judges: none takes the place of another. A nil validator or
// option refuses every call that is judged.
func GuardWith(v *validate.Validator, opts ...GuardOption) func(*ec2.Options) {
	g := guard{check: v.CheckCall}
	for _, o := range opts {
		if o == nil {
			g.fault = errors.New("launch: an option of GuardWith is nil")
			break
		}
		o(&g)
	}
	if g.observe && len(g.hooks) == 0 && g.fault == nil {
		g.fault = errors.New("launch: Observe needs OnReport or LogReports: nobody would see the report")
	}
	return g.add
}

// guard stands before all other steps of an SDK operation.
type guard struct {
	id      string
	check   func(any) (validate.Report, bool)
	observe bool
	hooks   []func(ctx context.Context, operation string, report validate.Report)
	fault   error // of its options
}

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
		hook(ctx, awsmiddleware.GetOperationName(ctx), report)
	}
	if g.observe {
		return nil
	}
	return report.Err()
}
