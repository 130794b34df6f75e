package launcher

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/answer"
)

// maxFilter is the most values of a filter.
const maxFilter = 200

// maxPages bounds a listing that does not come to its end.
const maxPages = 1000

// find returns the instances that were launched under client tokens, or under
// one that begins with group, unless that is empty. EC2 takes * and ? in a
// filter for other characters, so that it may show more.
func (l Launcher) find(ctx context.Context, s settings, group string, tokens ...string) ([]types.Instance, error) {
	asked := tokens
	if group != "" {
		asked = append(slices.Clip(tokens), group+"*")
	}
	found, err := l.list(ctx, s, "client-token", asked)
	return slices.DeleteFunc(found, func(i types.Instance) bool {
		t := aws.ToString(i.ClientToken)
		return !slices.Contains(tokens, t) && (group == "" || !strings.HasPrefix(t, group))
	}), err
}

// list returns all instances that one of the values of a filter fits, as far as
// EC2 shows them: one that it does not show is no error.
func (l Launcher) list(ctx context.Context, s settings, filter string, values []string) ([]types.Instance, error) {
	seen := &Result{}
	for chunk := range slices.Chunk(values, maxFilter) {
		in := ec2.DescribeInstancesInput{
			Filters:    []types.Filter{{Name: aws.String(filter), Values: chunk}},
			MaxResults: aws.Int32(1000),
		}
		restarted := false
		for page := 0; ; page++ {
			if page == maxPages {
				return seen.Instances, errors.New("the listing of instances has no end")
			}
			asked := in // the SDK may write to it
			out, err := l.describe(ctx, s, &asked)
			if err != nil && answer.Of(err).Code == "InvalidNextToken" && in.NextToken != nil && !restarted {
				in.NextToken, restarted = nil, true
				continue
			}
			if err != nil {
				return seen.Instances, err
			}
			for _, r := range out.Reservations {
				seen.see(r.Instances)
			}
			if in.NextToken = out.NextToken; aws.ToString(in.NextToken) == "" {
				break
			}
		}
	}
	return seen.Instances, nil
}

// describe makes one call, bounded in time and by the limits.
func (l Launcher) describe(ctx context.Context, s settings,
	in *ec2.DescribeInstancesInput) (*ec2.DescribeInstancesOutput, error) {
	return ask(ctx, l, s, describeRequests,
		func(ctx context.Context, opts ...func(*ec2.Options)) (*ec2.DescribeInstancesOutput, error) {
			return l.api.DescribeInstances(ctx, in, opts...)
		})
}

// ask makes one call that launches nothing. The end of the context ends it.
func ask[Out any](ctx context.Context, l Launcher, s settings, of limit,
	call func(context.Context, ...func(*ec2.Options)) (*Out, error)) (*Out, error) {
	end, err := l.limits.take(ctx, of, 1)
	if err != nil {
		return nil, err
	}
	defer end(true)
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	out, err := called(ctx, func() (*Out, error) { return call(ctx, s.sdk...) })
	if err == nil && out == nil {
		err = errNothing
	}
	return out, newSecret(nil).clean(err)
}
