package launcher

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/answer"
)

// once is the client's own retryer, but for answers that asking again does not
// change: EC2 sends want of capacity as a server fault, and the SDK would ask
// three times.
type once struct{ aws.Retryer }

// IsErrorRetryable asks the client's retryer unless the answer is final.
func (r once) IsErrorRetryable(err error) bool {
	switch answer.Of(err).Class {
	case answer.Capacity, answer.Quota, answer.Idempotency:
		return false
	}
	return r.Retryer.IsErrorRetryable(err)
}

// GetAttemptToken asks the client's retryer.
func (r once) GetAttemptToken(ctx context.Context) (func(error) error, error) {
	if v2, ok := r.Retryer.(aws.RetryerV2); ok {
		return v2.GetAttemptToken(ctx)
	}
	return r.Retryer.GetInitialToken(), nil
}

// single is a retryer that does not.
type single struct{ once }

// MaxAttempts is one.
func (single) MaxAttempts() int { return 1 }

// retryOnce wraps the retryer of a call, so that the client's quota of retries
// stays in force. At most one request is sent if replay is set.
func retryOnce(replay bool) func(*ec2.Options) {
	return func(o *ec2.Options) {
		r := o.Retryer
		if r == nil {
			r = aws.NopRetryer{}
		}
		o.Retryer = once{r}
		if replay {
			o.Retryer, o.RetryMaxAttempts = single{once{r}}, 0
		}
	}
}
