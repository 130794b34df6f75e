package launchtest_test

import (
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// stoppedClock is a clock that goes only by hand.
type stoppedClock struct{ elapsed atomic.Int64 }

func (c *stoppedClock) now() time.Time {
	return time.Date(2026, time.September, 1, 12, 0, 0, 0, time.UTC).Add(time.Duration(c.elapsed.Load()))
}

func (c *stoppedClock) advance(d time.Duration) { c.elapsed.Add(int64(d)) }

func TestThrottle(t *testing.T) {
	once := func(o *ec2.Options) { o.Retryer = aws.NopRetryer{} }
	var token int
	run := func(count int32) func(*testing.T, *ec2.Client) error {
		return func(t *testing.T, client *ec2.Client) error {
			token++
			_, err := client.RunInstances(t.Context(), request(fmt.Sprint(token), count))
			return err
		}
	}
	describe := func(in *ec2.DescribeInstancesInput) func(*testing.T, *ec2.Client) error {
		return func(t *testing.T, client *ec2.Client) error {
			_, err := client.DescribeInstances(t.Context(), in)
			return err
		}
	}
	tests := []struct {
		reason string
		send   func(*testing.T, *ec2.Client) error
		passes int           // before the first refusal
		refill time.Duration // until one more passes
	}{
		{"requests", run(1), 5, 500 * time.Millisecond},
		{"instances", run(400), 2, 100 * time.Second},
		{"describe", describe(&ec2.DescribeInstancesInput{MaxResults: new(int32(5))}), 100, 50 * time.Millisecond},
		{"describe everything", describe(&ec2.DescribeInstancesInput{}), 50, 100 * time.Millisecond},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			clock := new(stoppedClock)
			srv := launchtest.Start(t, launchtest.Throttle(), launchtest.Clock(clock.now))
			client := srv.Client(once)
			for n := range test.passes {
				if err := test.send(t, client); err != nil {
					t.Fatalf("request %d: %v", n+1, err)
				}
			}
			refused := func() {
				t.Helper()
				if err := test.send(t, client); code(err) != "RequestLimitExceeded" {
					t.Errorf("at %v: got %v, want RequestLimitExceeded", time.Duration(clock.elapsed.Load()), err)
				}
			}
			refused()
			clock.advance(test.refill - time.Millisecond)
			refused()
			clock.advance(time.Millisecond)
			if err := test.send(t, client); err != nil {
				t.Errorf("after %v: %v", test.refill, err)
			}
			refused()
			// An idle hour fills the bucket and no more.
			clock.advance(time.Hour)
			for n := range test.passes {
				if err := test.send(t, client); err != nil {
					t.Errorf("request %d after an hour: %v", n+1, err)
				}
			}
			refused()
		})
	}
}

func TestThrottledTermination(t *testing.T) {
	clock := new(stoppedClock)
	srv := launchtest.Start(t, launchtest.Throttle(), launchtest.Clock(clock.now))
	all := ids(launch(t, srv, request("token", 600)).Instances)
	send := func(ids []string) string {
		_, err := srv.Client().TerminateInstances(t.Context(), &ec2.TerminateInstancesInput{InstanceIds: ids},
			func(o *ec2.Options) { o.Retryer = aws.NopRetryer{} })
		return code(err)
	}
	steps := []struct {
		after time.Duration
		ids   []string
		code  string
	}{
		{0, all, ""},
		{0, all, "RequestLimitExceeded"}, // 400 instances left
		{0, all[:400], ""},
		{0, all[:1], "RequestLimitExceeded"},
		{50 * time.Millisecond, all[:1], ""},
	}
	for n, step := range steps {
		clock.advance(step.after)
		if got := send(step.ids); got != step.code {
			t.Errorf("step %d: code %q, want %q", n+1, got, step.code)
		}
	}
}

func TestThrottledLaunchKeepsItsToken(t *testing.T) {
	clock := new(stoppedClock)
	srv := launchtest.Start(t, launchtest.Throttle(), launchtest.Clock(clock.now))
	launch(t, srv, request("first", 1000))
	if _, err := srv.Client().RunInstances(t.Context(), request("second", 1)); code(err) != "RequestLimitExceeded" {
		t.Fatalf("got %v, want RequestLimitExceeded", err)
	}
	clock.advance(time.Second)
	launch(t, srv, request("second", 1))
	launch(t, srv, request("first", 1000)) // A replay launches nothing and needs no room.
	if n := srv.Alive(); n != 1001 {
		t.Errorf("%d instances alive, want 1001", n)
	}
}
