// Package unittest shows how to test launch code of one's own: what it sends,
// what it makes of a refusal, and that a lost answer costs no second launch.
package unittest_test

import (
	"context"
	"errors"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/network"
)

// launchWorkers stands for the code under test. A launch whose outcome is
// unknown is settled under the same client token, for which EC2 launches once.
func launchWorkers(ctx context.Context, l launcher.Launcher, n int32) ([]string, error) {
	workers := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeC7iLarge).
		Network(network.InSubnet("subnet-0123456789abcdef0")).
		Count(launch.Exactly(n))
	spec, err := workers.Build()
	if err != nil {
		return nil, err
	}
	result, err := l.Launch(ctx, spec)
	if failed, ok := errors.AsType[*launcher.Error](err); ok && failed.Outcome == launcher.Unknown {
		result, err = l.Settle(ctx, spec, failed)
	}
	if err != nil {
		return nil, err
	}
	return result.IDs(), nil
}

func TestRequest(t *testing.T) {
	srv := launchtest.Start(t)
	if _, err := launchWorkers(t.Context(), launcher.New(srv.Client()), 3); err != nil {
		t.Fatal(err)
	}
	got := srv.Requests()[0].Input()
	want := &ec2.RunInstancesInput{
		ImageId:      new("ami-0abcdef1234567890"),
		InstanceType: types.InstanceTypeC7iLarge,
		MinCount:     new(int32(3)),
		MaxCount:     new(int32(3)),
		SubnetId:     new("subnet-0123456789abcdef0"),
		ClientToken:  got.ClientToken, // new for each launch
	}
	if diff := launchtest.Diff(want, got); diff != "" {
		t.Errorf("sent (-want +got):\n%s", diff)
	}
}

func TestFaults(t *testing.T) {
	lost := launchtest.ExecuteThen(launchtest.Disconnect())
	tests := []struct {
		name     string
		capacity int
		faults   []launchtest.Fault // one an attempt; the SDK makes three
		alive    int                // 0: the launch fails
	}{
		{"nothing goes wrong", 3, nil, 3},
		{"the SDK's retry settles it", 3, []launchtest.Fault{lost}, 3},
		{"the second launch settles it", 3, []launchtest.Fault{lost, lost, lost}, 3},
		{"a proxy answers in EC2's place", 3, []launchtest.Fault{launchtest.Answer(200, "text/html", "<html>")}, 3},
		{"no capacity", 2, nil, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", tt.capacity))
			srv.Fail("RunInstances", tt.faults...)
			ids, err := launchWorkers(t.Context(), launcher.New(srv.Client()), 3)
			if (err != nil) != (tt.alive == 0) || len(ids) != tt.alive || srv.Alive() != tt.alive {
				t.Errorf("launched %v, %v; alive: %d, want %d", ids, err, srv.Alive(), tt.alive)
			}
		})
	}
}
