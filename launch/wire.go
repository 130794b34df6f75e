package launch

import (
	"context"
	"sync/atomic"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go/middleware"
)

// withoutBodyLog keeps the SDK from logging the request's body, which holds the
// user data.
func withoutBodyLog(o *ec2.Options) { o.ClientLogMode &^= aws.LogRequestWithBody }

// A wire notices whether a call of the SDK's client got as far as sending.
// Credentials that cannot be had, for instance, end it before.
type wire struct{ watched, sent atomic.Bool }

// watch is an option of the call.
func (w *wire) watch(o *ec2.Options) {
	w.watched.Store(true)
	o.APIOptions = append(o.APIOptions, func(stack *middleware.Stack) error {
		return stack.Deserialize.Add(w, middleware.After)
	})
}

// untouched reports whether it is sure that nothing was sent.
func (w *wire) untouched() bool { return w.watched.Load() && !w.sent.Load() }

// ID names the step within the SDK's stack.
func (*wire) ID() string { return "ec2launch.Wire" }

// HandleDeserialize is the last step before the HTTP client.
func (w *wire) HandleDeserialize(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
	w.sent.Store(true)
	return next.HandleDeserialize(ctx, in)
}
