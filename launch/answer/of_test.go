package answer_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// A reading is what a launcher goes by.
type reading struct {
	Class     answer.Class
	Code      string
	Status    int
	Answered  bool
	Instances answer.Instances
	Refused   bool
	Retry     bool
}

func read(err error) reading {
	a := answer.Of(err)
	return reading{a.Class, a.Code, a.Status, a.Answered, a.Instances, a.Refused(), a.Retry}
}

func TestAnswersThroughTheSDK(t *testing.T) {
	const html, broken = "<html><body><p>Bad gateway</p></body></html>", "<html><br><body>Bad gateway"
	for name, test := range map[string]struct {
		fault launchtest.Fault
		want  reading
	}{
		"capacity with the status of a server's fault": {
			launchtest.Refuse(500, "InsufficientInstanceCapacity", "m"),
			reading{answer.Capacity, "InsufficientInstanceCapacity", 500, true, answer.InstancesNone, true, true}},
		"capacity with the status of a client's fault": {
			launchtest.Refuse(400, "InsufficientInstanceCapacity", "m"),
			reading{answer.Capacity, "InsufficientInstanceCapacity", 400, true, answer.InstancesNone, true, true}},
		"throttled": {
			launchtest.Refuse(503, "RequestLimitExceeded", "m"),
			reading{answer.Throttling, "RequestLimitExceeded", 503, true, answer.InstancesNone, true, true}},
		"throttled, by a code with a prefix": {
			launchtest.Refuse(400, "Client.RequestLimitExceeded", "m"),
			reading{answer.Throttling, "RequestLimitExceeded", 400, true, answer.InstancesNone, true, true}},
		"429 without a body": {
			launchtest.Answer(429, "text/xml", ""),
			reading{answer.Throttling, "", 429, false, answer.InstancesUnknown, false, true}},
		"503 with a well-formed page": {
			launchtest.Answer(503, "text/html", html),
			reading{answer.Transient, "", 503, false, answer.InstancesUnknown, false, true}},
		"503 with a broken page": {
			launchtest.Answer(503, "text/html", broken),
			reading{answer.Transient, "", 503, false, answer.InstancesUnknown, false, true}},
		"400 without a body": {
			launchtest.Answer(400, "text/xml", ""),
			reading{answer.InvalidRequest, "", 400, false, answer.InstancesUnknown, false, false}},
		"403 with a well-formed page": {
			launchtest.Answer(403, "text/html", html),
			reading{answer.InvalidRequest, "", 403, false, answer.InstancesUnknown, false, false}},
		"400 with a broken page": {
			launchtest.Answer(400, "text/html", broken),
			reading{answer.InvalidRequest, "", 400, false, answer.InstancesUnknown, false, false}},
		"400 with a blank code": {
			launchtest.Refuse(400, "", "m"),
			reading{answer.InvalidRequest, "", 400, false, answer.InstancesUnknown, false, false}},
		"400 with blanks for a code": {
			launchtest.Refuse(400, "  ", "m"),
			reading{answer.InvalidRequest, "", 400, false, answer.InstancesUnknown, false, false}},
		"400 with a prefix for a code": {
			launchtest.Refuse(400, "Client.", "m"),
			reading{answer.InvalidRequest, "", 400, false, answer.InstancesUnknown, false, false}},
		"400 with prose for a code": {
			launchtest.Refuse(400, "Access denied by policy", "m"),
			reading{answer.InvalidRequest, "", 400, false, answer.InstancesUnknown, false, false}},
		"400 with another service's form": {
			launchtest.Answer(400, "text/xml", "<Error><Code>InvalidArgument</Code></Error>"),
			reading{answer.InvalidRequest, "", 400, false, answer.InstancesUnknown, false, false}},
		"a success cut short": {
			launchtest.Edit(func(b []byte) []byte { return b[:len(b)-60] }),
			reading{answer.Transient, "", 200, false, answer.InstancesExist, false, true}},
		"a success whose connection dies": {
			launchtest.DisconnectAfter(200),
			reading{answer.Transient, "", 200, false, answer.InstancesExist, false, true}},
		"no answer": {
			launchtest.ExecuteThen(launchtest.Disconnect()),
			reading{answer.Transient, "", 0, false, answer.InstancesUnknown, false, true}},
		"the token's instances have ended": {
			launchtest.Refuse(400, "IdempotentInstanceTerminated", "m"),
			reading{answer.Idempotency, "IdempotentInstanceTerminated", 400, true, answer.InstancesTerminated, false, false}},
		"the token belongs to another request": {
			launchtest.Refuse(400, "IdempotentParameterMismatch", "m"),
			reading{answer.Idempotency, "IdempotentParameterMismatch", 400, true, answer.InstancesExist, false, false}},
		"quota": {
			launchtest.Refuse(400, "VcpuLimitExceeded", "m"),
			reading{answer.Quota, "VcpuLimitExceeded", 400, true, answer.InstancesNone, true, false}},
		"the clock is off": {
			launchtest.Refuse(400, "RequestExpired", "m"),
			reading{answer.Auth, "RequestExpired", 400, true, answer.InstancesNone, true, true}},
		"the credentials have ended": {
			launchtest.Refuse(403, "ExpiredToken", "m"),
			reading{answer.Auth, "ExpiredToken", 403, true, answer.InstancesNone, true, false}},
		"a dry run has passed": {
			launchtest.Refuse(412, "DryRunOperation", "m"),
			reading{answer.DryRun, "DryRunOperation", 412, true, answer.InstancesNone, true, false}},
		"a group that is not visible": {
			launchtest.Refuse(400, "InvalidGroup.NotFound", "m"),
			reading{answer.NotReady, "InvalidGroup.NotFound", 400, true, answer.InstancesNone, true, true}},
		"two errors, of which the SDK shows the last": {
			launchtest.Answer(400, "text/xml", "<Response><Errors><Error><Code>MissingParameter</Code></Error>"+
				"<Error><Code>VcpuLimitExceeded</Code></Error></Errors></Response>"),
			reading{answer.Quota, "VcpuLimitExceeded", 400, true, answer.InstancesNone, true, false}},
		"a redirect": {
			launchtest.Answer(307, "text/html", html),
			reading{answer.Unknown, "", 307, false, answer.InstancesUnknown, false, false}},
	} {
		t.Run(name, func(t *testing.T) {
			err := failure(t, test.fault)
			if diff := cmp.Diff(test.want, read(err)); diff != "" {
				t.Errorf("read of %q (-want +got):\n%s", err, diff)
			}
		})
	}
}

// Each of these is a mutant of Refused that launches twice.
func TestWhatIsNoRefusal(t *testing.T) {
	for _, test := range []struct {
		status int
		code   string
	}{
		{400, "RequestTimeout"}, {408, "RequestTimeoutException"}, {400, "RetryableError"}, {400, "ResourceNotReady"},
		{400, "IdempotentParameterMismatch"}, {400, "IdempotentInstanceTerminated"},
		{400, "InternalError"}, {400, "ServiceUnavailable"}, {400, "Unavailable"},
		{400, ""}, {400, "UnknownError"}, {400, "Client.UnknownError"},
		{500, "InternalError"}, {503, "Unavailable"}, {500, "NeverHeardOf"}, {502, "NeverHeardOf"},
		{500, "InvalidParameterValue"}, {503, "UnauthorizedOperation"}, {500, "VcpuLimitExceeded"}, {500, "DryRunOperation"},
		{500, "InsufficientNeverHeardOf"},
		{302, "InvalidParameterValue"}, {307, "InsufficientInstanceCapacity"}, {304, "RequestLimitExceeded"}, {600, "InvalidParameterValue"},
	} {
		if a := answer.Of(refusal(t, test.status, test.code, "m")); a.Refused() || a.Instances == answer.InstancesNone {
			t.Errorf("%q with status %d is taken for a refusal: %+v", test.code, test.status, a)
		} else if answered := test.status >= 400 && test.status < 600 && a.Code != ""; a.Answered != answered {
			t.Errorf("%q with status %d: Answered is %t, want %t", test.code, test.status, a.Answered, answered)
		}
	}
}

func TestARefusalWithACodeThatIsNotKnown(t *testing.T) {
	for _, test := range []struct {
		status int
		code   string
		want   answer.Class
		retry  bool
	}{
		{400, "NeverHeardOf", answer.InvalidRequest, false},
		{403, "NeverHeardOf", answer.InvalidRequest, false},
		{429, "NeverHeardOf", answer.Throttling, true},
		{400, "NeverHeardOfLimitExceeded", answer.Quota, false},
		{400, "InsufficientNeverHeardOf", answer.Capacity, true},
	} {
		a := answer.Of(refusal(t, test.status, test.code, "m"))
		if a.Class != test.want || a.Retry != test.retry || !a.Refused() || a.Known || a.Code != test.code {
			t.Errorf("%q with status %d: got %+v, want a refusal of class %s with Retry %t", test.code, test.status, a, test.want, test.retry)
		}
	}
}

// A code that contradicts its status neither refuses nor invites a changed
// request.
func TestAContradictionLeavesItOpen(t *testing.T) {
	a := answer.Of(refusal(t, 500, "UnsupportedOperation", "m"))
	if a.Class != answer.InvalidRequest || a.Refused() || a.OtherType || !a.Retry || !strings.Contains(a.Action, "same client token") {
		t.Errorf("got %+v, want class %s, open, to be sent again as it is", a, answer.InvalidRequest)
	}
	a = answer.Of(refusal(t, 302, "InsufficientInstanceCapacity", "m"))
	if a.Class != answer.Capacity || a.Refused() || a.OtherZone || a.OtherType || a.Retry {
		t.Errorf("got %+v, want class %s and nothing to do elsewhere", a, answer.Capacity)
	}
}

func TestAnAnswerJoinedWithTheQuotaOfRetries(t *testing.T) {
	err := decoded(t, canned{503, errorBody("RequestLimitExceeded", "m")}, func(o *ec2.Options) {
		o.RetryMaxAttempts = 0
		o.Retryer = retry.NewStandard(func(o *retry.StandardOptions) { o.RateLimiter = ratelimit.NewTokenRateLimit(1) })
	})
	if _, ok := errors.AsType[ratelimit.QuotaExceededError](err); !ok {
		t.Fatalf("the SDK did not join its quota error: %v", err)
	}
	want := reading{answer.Throttling, "RequestLimitExceeded", 503, true, answer.InstancesNone, true, true}
	if diff := cmp.Diff(want, read(err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestJoinedErrors(t *testing.T) {
	full := refusal(t, 500, "InsufficientInstanceCapacity", "m")
	quota := refusal(t, 400, "VcpuLimitExceeded", "m")
	broken := refusal(t, 500, "InternalError", "m")
	silent := errors.New("something else")
	for name, test := range map[string]struct {
		err     error
		code    string
		refused bool
	}{
		"the first refusal counts":                 {errors.Join(full, quota), "InsufficientInstanceCapacity", true},
		"what tells nothing does not count":        {errors.Join(silent, quota, silent), "VcpuLimitExceeded", true},
		"an open answer counts before a refusal":   {errors.Join(full, broken), "InternalError", false},
		"in any order":                             {errors.Join(broken, full), "InternalError", false},
		"so does a lost connection":                {errors.Join(full, io.ErrUnexpectedEOF), "", false},
		"so does an error without a response":      {errors.Join(full, &smithy.GenericAPIError{Code: "MissingParameter"}), "MissingParameter", false},
		"deep in the chain":                        {fmt.Errorf("batch: %w", errors.Join(silent, fmt.Errorf("%w: %w", full, broken))), "InternalError", false},
		"within one response":                      {response(400, errors.Join(silent, &smithy.GenericAPIError{Code: "VcpuLimitExceeded"})), "VcpuLimitExceeded", true},
		"nothing joined":                           {errors.Join(silent), "", false},
		"an empty list and a list that holds none": {joined{nil, nil}, "", false},
	} {
		t.Run(name, func(t *testing.T) {
			a := answer.Of(test.err)
			if a.Code != test.code || a.Refused() != test.refused {
				t.Errorf("got code %q, refused %t, want %q, %t", a.Code, a.Refused(), test.code, test.refused)
			}
		})
	}
}

// response is the SDK's error of a response with a status.
func response(status int, err error) error {
	return &awshttp.ResponseError{RequestID: "req-2", ResponseError: &smithyhttp.ResponseError{
		Response: &smithyhttp.Response{Response: &http.Response{StatusCode: status}},
		Err:      err,
	}}
}

type joined []error

func (joined) Error() string     { return "joined" }
func (j joined) Unwrap() []error { return j }

// An API error proves nothing: code on this side of the wire makes them too.
func TestErrorsThatEC2DidNotSend(t *testing.T) {
	for name, test := range map[string]struct {
		err  error
		want answer.Class
	}{
		"a test double's":  {&smithy.GenericAPIError{Code: "InsufficientInstanceCapacity", Fault: smithy.FaultServer}, answer.Capacity},
		"with a fault set": {&smithy.GenericAPIError{Code: "InvalidParameterValue", Fault: smithy.FaultClient}, answer.InvalidRequest},
		"within an operation": {&smithy.OperationError{ServiceID: "EC2", OperationName: "RunInstances",
			Err: &smithy.GenericAPIError{Code: "VcpuLimitExceeded"}}, answer.Quota},
		"within the response to something else": {response(400, &smithy.OperationError{ServiceID: "EC2", OperationName: "RunInstances",
			Err: &smithy.GenericAPIError{Code: "VcpuLimitExceeded"}}), answer.Quota},
		"of a code that is not known": {&smithy.GenericAPIError{Code: "NeverHeardOf"}, answer.Unknown},
		"a guard's":                   {guarded(t), answer.InvalidRequest},
		"serialisation":               {&smithy.SerializationError{Err: errors.New("m")}, answer.Unknown},
		"any":                         {errors.New("m"), answer.Unknown},
	} {
		t.Run(name, func(t *testing.T) {
			a := answer.Of(test.err)
			if a.Class != test.want || a.Answered || a.Refused() || a.Instances != answer.InstancesUnknown || a.Status != 0 {
				t.Errorf("got %+v, want class %s and nothing known of instances", a, test.want)
			}
		})
	}
}

// guarded is the refusal of a guard before anything is sent.
func guarded(t *testing.T) error {
	srv := launchtest.Start(t)
	in := request()
	in.MaxCount = new(int32(0))
	_, err := srv.Client(launch.Guard).RunInstances(t.Context(), in)
	if err == nil || len(srv.Requests()) != 0 {
		t.Fatalf("the guard let %d requests pass: %v", len(srv.Requests()), err)
	}
	return err
}

// The SDK asks other services for credentials within each attempt.
func TestAnotherServicesAnswerIsNotEC2s(t *testing.T) {
	for _, test := range []struct {
		status int
		code   string
		want   answer.Class
	}{
		{403, "ExpiredToken", answer.Auth},
		{403, "AccessDenied", answer.Auth},
		{400, "InvalidParameterValue", answer.Auth},
		{401, "UnauthorizedException", answer.Auth},
		{400, "", answer.Auth},
		{400, "Throttling", answer.Throttling},
		{500, "InternalFailure", answer.Transient},
		{503, "", answer.Transient},
	} {
		sts := &smithy.OperationError{ServiceID: "STS", OperationName: "AssumeRole",
			Err: response(test.status, &smithy.GenericAPIError{Code: test.code})}
		err := decoded(t, canned{200, ""}, func(o *ec2.Options) {
			o.Credentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
				return aws.Credentials{}, sts
			})
		})
		a := answer.Of(err)
		if a.Class != test.want || a.Answered || a.Refused() || a.Instances != answer.InstancesUnknown || a.Code != test.code || a.Status != test.status {
			t.Errorf("%d %q: got %+v, want class %s and nothing known of instances", test.status, test.code, a, test.want)
		}
	}
}

func TestLostConnectionsAndContexts(t *testing.T) {
	want := reading{Class: answer.Transient, Retry: true}
	t.Run("cancelled while EC2 is silent", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		srv := launchtest.Start(t)
		srv.Fail("RunInstances", func(asked http.Handler) http.Handler {
			cancel()
			return launchtest.Hang()(asked)
		})
		_, err := srv.Client(once).RunInstances(ctx, request())
		if diff := cmp.Diff(want, read(err)); diff != "" {
			t.Errorf("read of %v (-want +got):\n%s", err, diff)
		}
	})
	for name, err := range map[string]error{
		"deadline":       context.DeadlineExceeded,
		"cancel":         fmt.Errorf("batch: %w", context.Canceled),
		"sdk's cancel":   &aws.RequestCanceledError{Err: errors.New("m")},
		"smithy's":       &smithy.CanceledError{Err: errors.New("m")},
		"not sent":       &smithyhttp.RequestSendError{Err: errors.New("m")},
		"end of file":    io.EOF,
		"unexpected end": &smithy.DeserializationError{Err: io.ErrUnexpectedEOF},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(want, read(err)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestNoErrorSaysNothing(t *testing.T) {
	if diff := cmp.Diff(answer.Answer{}, answer.Of(nil)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if (answer.Answer{}).Refused() {
		t.Error("the zero Answer is a refusal")
	}
}

func TestAMeaningAloneIsNoAnswer(t *testing.T) {
	if (answer.Answer{Meaning: answer.OfCode("VcpuLimitExceeded")}).Refused() {
		t.Error("a code that nobody answered is a refusal")
	}
}

// A nil pointer in an error panics in its methods.
func TestBrokenErrorsSayNothing(t *testing.T) {
	for _, err := range []error{
		(*smithy.GenericAPIError)(nil),
		(*smithy.OperationError)(nil),
		(*awshttp.ResponseError)(nil),
		&awshttp.ResponseError{},
		&awshttp.ResponseError{ResponseError: &smithyhttp.ResponseError{}},
		&smithyhttp.ResponseError{Response: &smithyhttp.Response{}},
		fmt.Errorf("wrapped: %w", (*smithy.GenericAPIError)(nil)),
		errors.Join(refusal(t, 400, "VcpuLimitExceeded", "m"), (*smithy.GenericAPIError)(nil)),
	} {
		if diff := cmp.Diff(answer.Answer{}, answer.Of(err)); diff != "" {
			t.Errorf("%T (-want +got):\n%s", err, diff)
		}
	}
}

func TestAnswerPrintsOnOneLineWithoutTheMessage(t *testing.T) {
	for _, test := range []struct {
		err  error
		want string
	}{
		{refusal(t, 400, "VcpuLimitExceeded", "secret"), `quota: VcpuLimitExceeded, status 400, request "req-1"`},
		{decoded(t, canned{503, "secret"}), "transient: status 503"},
		{errors.New("secret"), "unknown"},
		{nil, "unknown"},
		{refusal(t, 400, "Code\nwith secret", "secret"), `invalid-request: status 400, request "req-1"`},
	} {
		if got := answer.Of(test.err).String(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
