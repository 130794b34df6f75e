package launch

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go/middleware"

	"github.com/ec2launch/ec2launch/validate"
)

// Guard makes a client refuse invalid RunInstances requests before anything is
// sent, whoever built them:
//
//	client := ec2.NewFromConfig(cfg, launch.Guard)
//
// The refusal wraps a [*validate.Error] in the SDK's operation error.
func Guard(o *ec2.Options) { GuardWith(nil)(o) }

// GuardWith is [Guard] with a validator of one's own. Nil is the standard one.
func GuardWith(v *validate.Validator) func(*ec2.Options) {
	return func(o *ec2.Options) {
		o.APIOptions = append(o.APIOptions, func(stack *middleware.Stack) error {
			if _, guarded := stack.Initialize.Get(guardID); guarded {
				return nil
			}
			return stack.Initialize.Add(guard{v}, middleware.Before)
		})
	}
}

const guardID = "ec2launch.Guard"

// guard stands before all other steps of an SDK operation.
type guard struct{ validator *validate.Validator }

// ID names the step within the SDK's stack.
func (guard) ID() string { return guardID }

// HandleInitialize checks the request and passes it on unless it is invalid.
func (g guard) HandleInitialize(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
	if request, ok := in.Parameters.(*ec2.RunInstancesInput); ok {
		v := g.validator
		if v == nil {
			v = standard()
		}
		if err := v.Check(request).Err(); err != nil {
			return middleware.InitializeOutput{}, middleware.Metadata{}, err
		}
	}
	return next.HandleInitialize(ctx, in)
}
