package launcher_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestAServerErrorThatPassesIsALaunchUnderOneToken(t *testing.T) {
	x := try(t)
	x.fail(refuse(500, "InternalError"), refuse(500, "InternalError"))
	x.launch(base()).succeeds(1, 3)
	var tokens []string
	for _, r := range x.srv.Requests() {
		tokens = append(tokens, r.ClientToken)
	}
	if diff := cmp.Diff([]string{tokens[0], tokens[0], tokens[0]}, tokens); diff != "" || tokens[0] == "" {
		t.Errorf("tokens (-want +got):\n%s", diff)
	}
}

func TestInstancesLaunchedBeforeALost500AreReportedOnce(t *testing.T) {
	x := try(t)
	x.fail(after(refuse(500, "InternalError")))
	x.launch(base().Count(count(3))).succeeds(3, 2)
}

func TestInstancesLaunchedBeforeAClosedConnectionAreReportedOnce(t *testing.T) {
	x := try(t)
	x.fail(after(launchtest.Disconnect()))
	x.launch(base().Count(count(3))).succeeds(3, 2)
}

func TestALaunchWhoseAnswersAreAllResetIsFound(t *testing.T) {
	x := try(t)
	x.fail(reset(), reset(), after(reset()))
	x.launch(base().Count(count(3))).succeeds(3, 3)
}

func TestALaunchWhoseAnswersAreAllResetIsUnknownUntilItIsFound(t *testing.T) {
	x := try(t)
	x.fail(reset(), reset(), after(reset()))
	x.srv.Fail("DescribeInstances", refuse(403, "UnauthorizedOperation"))
	e := x.launch(base().Count(count(3)))
	fault := e.fails(launcher.Unknown, answer.Transient, 3)
	most, ok := errors.AsType[*retry.MaxAttemptsError](e.err)
	if !ok || most.Attempt != 3 || !strings.Contains(fault.Error(), x.srv.Requests()[0].ClientToken) {
		t.Errorf("got %v, want the token and the attempts", fault)
	}
	e.settles(3)
}

func TestALaunchThatNeverArrivedIsUnknownUntilItIsSentAgain(t *testing.T) {
	x := try(t)
	x.fail(reset(), reset(), reset())
	e := x.launch(base().Count(count(3)))
	e.fails(launcher.Unknown, answer.Transient, 3)
	e.settles(3)
}

func TestThrottlingThatPassesIsALaunchAndTheClientWaitsItsOwnWay(t *testing.T) {
	x := try(t)
	x.fail(refuse(503, "RequestLimitExceeded"), refuse(503, "RequestLimitExceeded"))
	asked := new(asking)
	client := x.client(func(o *ec2.Options) {
		o.Retryer = retry.NewStandard(func(o *retry.StandardOptions) { o.Backoff = asked })
	})
	x.launchBy(t.Context(), x.launcher(client), base()).succeeds(1, 3)
	if diff := cmp.Diff([]string{"1 throttling", "2 throttling"}, asked.delays); diff != "" {
		t.Errorf("waits that the client's retryer was asked for (-want +got):\n%s", diff)
	}
}

// asking is a backoff that notes what it is asked for.
type asking struct{ delays []string }

func (a *asking) BackoffDelay(attempt int, err error) (time.Duration, error) {
	a.delays = append(a.delays, fmt.Sprint(attempt, " ", answer.Of(err).Class))
	return 0, nil
}

// The SDK gives a client a quota of retries, and says so in an error beside
// EC2's once it is used up.
func TestThrottlingForEverIsRefusedWithBoundedRequests(t *testing.T) {
	x := try(t)
	for range 1000 {
		x.fail(refuse(503, "RequestLimitExceeded"))
	}
	l := x.launcher(x.client(), launcher.WithoutLimits())
	spec := build(t, base())
	joined := false
	for range 60 {
		before := runs(x.srv)
		_, err := l.Launch(t.Context(), spec)
		fault, ok := errors.AsType[*launcher.Error](err)
		if !ok || fault.Outcome != launcher.Refused || fault.Answer.Class != answer.Throttling || !fault.Answer.Retry {
			t.Fatalf("got %v, want throttling that may be tried again", err)
		}
		if sent := runs(x.srv) - before; sent > maxRequests {
			t.Errorf("%d requests for one launch", sent)
		}
		joined = joined || strings.Contains(fault.Error(), "quota")
	}
	if !joined {
		t.Error("the client's quota of retries was never used up")
	}
}

func TestThrottlingWithAPrefixedCodeIsThrottling(t *testing.T) {
	for _, status := range []int{503, 400} {
		x := try(t)
		x.fail(refuse(status, "Client.RequestLimitExceeded"))
		x.launch(base()).succeeds(1, 2)

		x = try(t)
		x.always(refuse(status, "Client.RequestLimitExceeded"))
		e := x.launch(base())
		e.fails(launcher.Refused, answer.Throttling, 3)
		if status == 400 {
			e.waited(time.Second, 2*time.Second)
		}
	}
}

func TestStatus429WithoutABodyIsSentAgainByTheSDKAlone(t *testing.T) {
	x := try(t)
	x.always(empty(429))
	e := x.launch(base())
	e.fails(launcher.Unknown, answer.Throttling, 3)
	e.waited()

	x = try(t)
	x.fail(empty(429), empty(429))
	x.launch(base()).succeeds(1, 3)
}

// waited fails the test unless the launcher has waited so long, each give or
// take a half.
func (x *trial) waited(want ...time.Duration) {
	x.Helper()
	slept := x.clock.slept()
	if len(slept) != len(want) {
		x.Fatalf("waited %v, want about %v", slept, want)
	}
	for i, d := range slept {
		if d < want[i]/2 || d >= want[i]*3/2 {
			x.Errorf("waited %v, want about %v", slept, want)
		}
	}
}

func TestStatus503AsAPageIsTransient(t *testing.T) {
	for _, fault := range []launchtest.Fault{page(503), brokenPage(503)} {
		x := try(t)
		x.fail(after(fault), fault)
		x.launch(base()).succeeds(1, 3)

		x = try(t)
		x.fail(fault, fault, fault)
		e := x.launch(base())
		if fault := e.fails(launcher.Unknown, answer.Transient, 3); fault.Answer.Status != 503 {
			t.Errorf("status %d: %v", fault.Answer.Status, fault)
		}
		e.settles(1)
	}
}

// No EC2 wrote it, so that a launch may lie behind.
func TestStatus400ThatEC2DidNotWriteIsUnknown(t *testing.T) {
	for _, fault := range []launchtest.Fault{empty(400), page(400), brokenPage(400)} {
		for _, launched := range []bool{false, true} {
			x := try(t)
			if launched {
				fault = after(fault)
			}
			x.fail(fault)
			hidden(x.srv)
			e := x.launch(base())
			if fault := e.fails(launcher.Unknown, answer.InvalidRequest, 1); !strings.Contains(fault.Error(), "400") {
				t.Errorf("the error does not say the status: %v", fault)
			}
		}
	}
}

func TestOfTwoErrorsInAnAnswerTheLastCounts(t *testing.T) {
	x := try(t)
	x.fail(launchtest.Answer(400, "text/xml", `<Response><Errors>`+
		`<Error><Code>InvalidParameterValue</Code><Message>one</Message></Error>`+
		`<Error><Code>VcpuLimitExceeded</Code><Message>two</Message></Error></Errors></Response>`))
	x.launch(base()).fails(launcher.Refused, answer.Quota, 1)
}

func TestARedirectIsNotFollowed(t *testing.T) {
	for _, status := range []int{301, 302, 303, 307, 308} {
		x := try(t)
		asked := 0
		other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked++ }))
		t.Cleanup(other.Close)
		x.fail(after(handle(func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, other.URL, status)
		})))
		hidden(x.srv)
		x.launch(base()).fails(launcher.Unknown, answer.Unknown, 1)
		if asked != 0 {
			t.Errorf("status %d was followed", status)
		}
	}
}

func TestAMillionNestedElementsEndInTime(t *testing.T) {
	byOne(t)
	x := try(t)
	x.fail(after(launchtest.Answer(200, "text/xml", nested("<RunInstancesResponse>"))))
	x.launch(base()).succeeds(1, 2)

	x = try(t)
	x.fail(after(launchtest.Answer(400, "text/xml", nested("<Response><Errors><Error>"))))
	hidden(x.srv)
	x.launch(base()).fails(launcher.Unknown, answer.InvalidRequest, 1)
}

func TestAnEndpointThatIsNotThereIsRefused(t *testing.T) {
	x := try(t)
	for _, url := range []string{"http://127.0.0.1:1", "http://nowhere.invalid"} {
		client := x.client(func(o *ec2.Options) { o.BaseEndpoint = aws.String(url) })
		x.launchBy(t.Context(), x.launcher(client), base()).fails(launcher.Refused, answer.Transient, 0)
	}
}
