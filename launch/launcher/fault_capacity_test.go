package launcher_test

import (
	"errors"
	"net/http"
	"strconv"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/network"
)

// lacking tries a launch without capacity that EC2 refuses with this status:
// one request says so, and an alternative is asked for under another token.
func lacking(t *testing.T, status int) {
	t.Helper()
	x := try(t)
	x.fail(refuse(status, "InsufficientInstanceCapacity"))
	fault := x.launch(base()).fails(launcher.Refused, answer.Capacity, 1)
	if !fault.Answer.OtherZone || !fault.Answer.OtherType {
		t.Errorf("the answer does not point at other zones and types: %+v", fault.Answer)
	}

	x = try(t, launchtest.Subnet(subnetB, "us-east-1b"))
	x.fail(refuse(status, "InsufficientInstanceCapacity"))
	x.launch(base().Count(count(3)).Network(network.InSubnet(subnetA)),
		launcher.Alternatives(launcher.Alternative{Subnet: subnetB})).succeeds(3, 2)
	if first, second := x.srv.Requests()[0], x.srv.Requests()[1]; first.ClientToken == second.ClientToken {
		t.Error("the alternative has the token of what was refused")
	}
}

func TestCapacityRefusedWithStatus500IsAskedForOnce(t *testing.T) { lacking(t, 500) }

func TestCapacityRefusedWithStatus400IsAskedForOnce(t *testing.T) { lacking(t, 400) }

// noCapacityInTheThird has the third of five batches refused.
func noCapacityInTheThird(x *trial) {
	x.fail(launchtest.Pass(), launchtest.Pass(), refuse(500, "InsufficientInstanceCapacity"))
}

func TestABatchWithoutCapacityIsLeftOutWhereTheRestIsEnough(t *testing.T) {
	byOne(t)
	x := try(t)
	noCapacityInTheThird(x)
	x.launch(base().Count(launch.Between(40, 50)), launcher.BatchSize(10), launcher.Concurrency(1)).succeeds(40, 5)
}

func TestAShortfallKeepsWhatWasLaunched(t *testing.T) {
	byOne(t)
	x := try(t)
	noCapacityInTheThird(x)
	e := x.launch(base().Count(launch.Exactly(50)), launcher.Split(), launcher.BatchSize(10), launcher.Concurrency(1))
	e.fails(launcher.Launched, answer.Capacity, 3)
	if short, ok := errors.AsType[*launcher.Shortfall](e.err); !ok || *short != (launcher.Shortfall{Got: 20, Min: 50, Max: 50}) {
		t.Errorf("got %v, want a shortfall", e.err)
	}
	distinct(t, x.srv, e.result, 20)
}

func TestAShortfallRollsBackWhatWasLaunchedIfAskedFor(t *testing.T) {
	for _, at := range []int{1, 4} {
		x := try(t)
		noCapacityInTheThird(x)
		e := x.launch(base().Count(launch.Exactly(50)), launcher.Split(), launcher.BatchSize(10), launcher.Concurrency(at), launcher.RollBack())
		if _, ok := errors.AsType[*launcher.Shortfall](e.err); !ok || x.srv.Alive() != 0 || len(e.result.Orphans) != 0 {
			t.Errorf("%d at a time: %d alive, orphans %q, %v", at, x.srv.Alive(), e.result.Orphans, e.err)
		}
		if launched := len(x.srv.Instances()); len(e.result.Terminated) != launched || len(e.result.IDs()) != launched {
			t.Errorf("%d at a time: %d launched, %d terminated, %d in the result", at, launched, len(e.result.Terminated), len(e.result.IDs()))
		}
	}
}

// What is unknown may still come, unless the rest is too little anyway.
func TestABatchThatIsUnknownIsListedAndTheOthersKept(t *testing.T) {
	byOne(t)
	for _, tt := range []struct {
		count   launch.Count
		batches int
	}{{launch.Exactly(50), 3}, {launch.Between(10, 50), 5}} {
		x := try(t)
		x.fail(launchtest.Pass(), launchtest.Pass(), after(reset()), after(reset()), after(reset()))
		x.srv.Fail("DescribeInstances", refuse(403, "UnauthorizedOperation"))
		e := x.launch(base().Count(tt.count), launcher.Split(), launcher.BatchSize(10), launcher.Concurrency(1))
		fault := e.fails(launcher.Unknown, answer.Transient, tt.batches+2)
		unknown := e.result.Unknown()
		if len(unknown) != 1 || unknown[0].Batch != "2" || unknown[0].Max != 10 || fault.Token != unknown[0].Token {
			t.Errorf("unknown are %v: %v", unknown, fault)
		}
		if launched := (tt.batches - 1) * 10; len(e.result.IDs()) != launched || x.srv.Alive() != launched+10 {
			t.Errorf("%d in the result, %d alive", len(e.result.IDs()), x.srv.Alive())
		}
		e.settles(tt.batches * 10)
	}
}

// upTo refuses requests for more than n instances.
func upTo(n int) launchtest.Fault {
	return func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if most, err := strconv.Atoi(r.Form.Get("MaxCount")); err != nil || most > n {
				asked = refuse(400, "ResourceCountExceeded")(asked)
			}
			asked.ServeHTTP(w, r)
		})
	}
}

func TestABatchThatIsTooLargeIsHalvedUntilItIsNot(t *testing.T) {
	byOne(t)
	x := try(t)
	x.always(upTo(25))
	x.launch(base().Count(launch.Exactly(200)), launcher.Split(), launcher.Concurrency(1)).succeeds(200, 2+4+8)

	x = try(t)
	x.always(upTo(1))
	x.launch(base().Count(launch.Exactly(9)), launcher.Split(), launcher.Concurrency(1)).succeeds(9, 17)
}

func TestABatchThatIsTooLargeInAnySizeIsHalvedSevenTimesAtMost(t *testing.T) {
	x := try(t)
	x.always(upTo(0))
	x.always(upTo(0))
	e := x.launch(base().Count(launch.Between(1, 1000)), launcher.BatchSize(1000), launcher.Concurrency(1))
	fault, ok := errors.AsType[*launcher.Error](e.err)
	if !ok || fault.Outcome != launcher.Refused || x.srv.Alive() != 0 {
		t.Errorf("got %v", e.err)
	}
	if fault.Answer.Code != "ResourceCountExceeded" || runs(x.srv) > 8 {
		t.Errorf("%d requests: %v", runs(x.srv), fault)
	}
}

func TestAQuotaInTheSecondBatchEndsTheLaunch(t *testing.T) {
	for _, rollBack := range []bool{false, true} {
		x := try(t)
		x.fail(launchtest.Pass(), refuse(400, "VcpuLimitExceeded"))
		opts := []launcher.Option{launcher.Split(), launcher.BatchSize(10), launcher.Concurrency(1)}
		alive := 10
		if rollBack {
			opts, alive = append(opts, launcher.RollBack()), 0
		}
		e := x.launch(base().Count(launch.Exactly(50)), opts...)
		e.fails(launcher.Launched, answer.Quota, 2)
		if x.srv.Alive() != alive || len(e.result.IDs()) != 10 {
			t.Errorf("roll-back %v: %d alive, %q in the result", rollBack, x.srv.Alive(), e.result.IDs())
		}
	}
}
