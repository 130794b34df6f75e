package launchtest_test

import (
	"context"
	"testing"
	"time"

	ec2launch "github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestASkippingClockSkipsWhatItIsAskedToWait(t *testing.T) {
	clock := new(launchtest.SkippingClock)
	before := clock.Now()
	if err := clock.Sleep(t.Context(), 24*time.Hour); err != nil {
		t.Fatal(err)
	}
	clock.Sleep(t.Context(), -time.Hour)
	if passed := clock.Now().Sub(before); passed < 24*time.Hour || passed > 25*time.Hour {
		t.Errorf("%v have passed", passed)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if err := clock.Sleep(ended, 24*time.Hour); err != context.Canceled || clock.Now().Sub(before) > 25*time.Hour {
		t.Errorf("after the end of the context: %v, at %v", err, clock.Now())
	}
}

// A server and a launcher on the same time agree on what EC2's limits allow.
func TestALauncherKeepsToTheLimitsOfAServerOnTheSameClock(t *testing.T) {
	clock := new(launchtest.SkippingClock)
	srv := launchtest.Start(t, launchtest.Throttle(), launchtest.Clock(clock.Now))
	spec := launchtest.Valid(t, good.Count(ec2launch.Exactly(1500)))
	result, err := launcher.New(srv.Client(), launcher.WithClock(clock)).Launch(t.Context(), spec, launcher.Split())
	if err != nil || len(result.IDs()) != 1500 {
		t.Errorf("%v, %d instances", err, len(result.IDs()))
	}
}
