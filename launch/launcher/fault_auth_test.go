package launcher_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestAClockThatIsWrongIsCorrectedUnderOneToken(t *testing.T) {
	x := try(t)
	x.fail(dated(time.Now().Add(time.Hour), refuse(401, "AuthFailure")))
	x.launch(base()).succeeds(1, 2)
	if first, second := x.srv.Requests()[0], x.srv.Requests()[1]; first.ClientToken != second.ClientToken {
		t.Error("the second request has another token")
	}
}

func TestARequestThatHasExpiredIsRefusedAndNotSentAgain(t *testing.T) {
	x := try(t)
	x.always(dated(time.Now().Add(time.Hour), refuse(400, "RequestExpired")))
	fault := x.launch(base()).fails(launcher.Refused, answer.Auth, 1)
	if action := strings.ToLower(fault.Answer.Action); !strings.Contains(action, "clock") || !strings.Contains(action, "credentials") {
		t.Errorf("the advice is %q", fault.Answer.Action)
	}
}

func TestCredentialsThatExpireBetweenBatchesKeepWhatWasLaunchedAndResume(t *testing.T) {
	byOne(t)
	for _, code := range []string{"RequestExpired", "ExpiredToken"} {
		x := try(t)
		x.fail(launchtest.Pass(), launchtest.Pass(), refuse(400, code))
		var disk store
		l := x.launcher(x.client(), launcher.Concurrency(1), launcher.Save(disk.save))
		e := x.launchBy(t.Context(), l, base().Count(launch.Exactly(50)), launcher.Split(), launcher.BatchSize(10))
		e.fails(launcher.Launched, answer.Auth, 3)
		distinct(t, x.srv, e.result, 20)

		result, err := l.Run(t.Context(), disk.plan(t), e.spec)
		if err != nil {
			t.Errorf("resumed: %v", err)
		}
		distinct(t, x.srv, result, 50)
	}
}

// The SDK asks STS for new credentials before it sends again: what STS says is
// not what EC2 says.
func TestCredentialsThatExpireBetweenAttemptsLeaveALostAnswerUnknown(t *testing.T) {
	x := try(t)
	x.fail(after(launchtest.Disconnect()))
	hidden(x.srv)
	e := x.launchBy(t.Context(), x.launcher(x.client(expiring(1))), base().Count(count(3)))
	fault := e.fails(launcher.Unknown, answer.Auth, 1)
	if fault.Answer.Answered {
		t.Errorf("the answer of STS is taken for that of EC2: %v", fault)
	}
}

// expiring gives credentials so many times, and then none: STS refuses them.
func expiring(times int) func(*ec2.Options) {
	return func(o *ec2.Options) {
		o.Credentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			if times--; times < 0 {
				return aws.Credentials{}, refusedBySTS()
			}
			return aws.Credentials{AccessKeyID: "launchtest", SecretAccessKey: "launchtest"}, nil
		})
	}
}

func refusedBySTS() error {
	return &smithy.OperationError{ServiceID: "STS", OperationName: "AssumeRole", Err: &smithyhttp.ResponseError{
		Response: &smithyhttp.Response{Response: &http.Response{StatusCode: 403}},
		Err:      &smithy.GenericAPIError{Code: "AccessDenied", Message: "no"},
	}}
}

func TestALongAuthorizationMessageIsCutAndReachedByUnwrapping(t *testing.T) {
	encoded := strings.Repeat("aZ9-", 1<<10)
	x := try(t)
	x.fail(launchtest.Refuse(403, "UnauthorizedOperation", "You are not authorized. Encoded authorization failure message: "+encoded))
	e := x.launch(base())
	e.fails(launcher.Refused, answer.Auth, 1)
	if text := printed(e.err, e.result) + x.log.String(); strings.Contains(text, "aZ9-aZ9-") || !strings.Contains(e.err.Error(), "[4096 characters]") {
		t.Errorf("got %.300v", e.err)
	}
	if api, ok := errors.AsType[smithy.APIError](e.err); !ok || !strings.Contains(api.ErrorMessage(), encoded) {
		t.Error("the whole message cannot be reached by unwrapping")
	}
}
