package launcher_test

import (
	"testing"
	"time"

	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// appearing tries a launch with a resource that EC2 does not see yet: it is
// refused, or sent again under its token for as long as asked for.
func appearing(t *testing.T, fault launchtest.Fault, class answer.Class) {
	t.Helper()
	x := try(t)
	x.fail(fault, fault, fault)
	x.launch(base()).fails(launcher.Refused, class, 1)

	x = try(t)
	x.fail(fault, fault, fault)
	e := x.launchAwaiting(2 * time.Minute)
	if e.err != nil || runs(x.srv) != 4 {
		t.Errorf("%v after %d requests", e.err, runs(x.srv))
	}
	distinct(t, x.srv, e.result, 1)
	for _, r := range x.srv.Requests() {
		if r.ClientToken != x.srv.Requests()[0].ClientToken {
			t.Error("it was sent again under another token")
		}
	}

	x = try(t)
	x.always(fault)
	begun := x.clock.Now()
	e = x.launchAwaiting(2 * time.Minute)
	if outcome(t, e.err) != launcher.Refused || len(e.result.Unknown()) != 0 || x.srv.Alive() != 0 {
		t.Errorf("one that never appears: %v", e.err)
	}
	if took := x.clock.Now().Sub(begun); took < 2*time.Minute || took > 3*time.Minute || runs(x.srv) > 20 {
		t.Errorf("one that never appears: %d requests in %v", runs(x.srv), took)
	}

	x = try(t)
	x.fail(fault, after(launchtest.Disconnect()), fault, fault, fault)
	hidden(x.srv)
	if e = x.launchAwaiting(time.Minute); e.err != nil && outcome(t, e.err) != launcher.Unknown {
		t.Errorf("one whose launch was not answered: %v", e.err)
	}
}

// launchAwaiting launches one instance, awaiting resources. It looks for fewer
// lies than launch: a token may cost more requests.
func (x *trial) launchAwaiting(d time.Duration) end {
	x.Helper()
	l, spec := x.launcher(x.client()), build(x.T, base().UserDataText(canary))
	result, err := l.Launch(x.Context(), spec, launcher.AwaitResources(d))
	expectNone(x.T, canary, printed(err, result)+chain(err)+x.log.String())
	return end{x, l, spec, result, err}
}

func TestAnInstanceProfileThatEC2DoesNotSeeYetIsAwaitedIfAskedFor(t *testing.T) {
	appearing(t, launchtest.Refuse(400, "InvalidParameterValue", "Value (web) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name"), answer.InvalidRequest)
}

func TestASecurityGroupThatEC2DoesNotSeeYetIsAwaitedIfAskedFor(t *testing.T) {
	appearing(t, launchtest.Refuse(400, "InvalidGroup.NotFound", "The security group 'sg-0123456789abcdef0' does not exist"), answer.NotReady)
}
