package launch

import (
	"context"
	"fmt"

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
func Guard(o *ec2.Options) { GuardWith(standard())(o) }

// GuardWith is [Guard] with a validator of one's own. Of several guards, each
// judges: none takes the place of another. A nil validator refuses every
// request.
func GuardWith(v *validate.Validator) func(*ec2.Options) {
	return func(o *ec2.Options) {
		o.APIOptions = append(o.APIOptions, func(stack *middleware.Stack) error {
			return stack.Initialize.Add(guard{v, guardID(stack)}, middleware.Before)
		})
	}
}

// guardID returns an ID that no guard of the stack has.
func guardID(stack *middleware.Stack) string {
	for n := 1; ; n++ {
		id := fmt.Sprintf("ec2launch.Guard%d", n)
		if _, taken := stack.Initialize.Get(id); !taken {
			return id
		}
	}
}

// guard stands before all other steps of an SDK operation.
type guard struct {
	validator *validate.Validator
	id        string
}

// ID names the step within the SDK's stack.
func (g guard) ID() string { return g.id }

// HandleInitialize checks the request and passes it on unless it is invalid.
func (g guard) HandleInitialize(ctx context.Context, in middleware.InitializeInput,
	next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
	if request, ok := in.Parameters.(*ec2.RunInstancesInput); ok {
		if err := g.validator.Check(request).Err(); err != nil {
			return middleware.InitializeOutput{}, middleware.Metadata{}, err
		}
	}
	return next.HandleInitialize(ctx, in)
}
