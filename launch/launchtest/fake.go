package launchtest

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// A Fake stands in for an [ec2.Client] in code that asks for an interface with
// the one method RunInstances. It is a [Server] without a port, called through
// the SDK's client: it enforces the same rules, takes the same faults and keeps
// the same record. Make one with [NewFake]; it need not be closed.
type Fake struct {
	*Server
	client *ec2.Client
}

// NewFake makes a fake. Like [New], it panics for options that make no sense.
func NewFake(opts ...Option) *Fake {
	s := New(opts...)
	return &Fake{s, ec2.New(ec2.Options{}, s.Offline)}
}

// RunInstances launches as the server does.
func (f *Fake) RunInstances(ctx context.Context, in *ec2.RunInstancesInput, optFns ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
	return f.client.RunInstances(ctx, in, optFns...)
}
