package launcher_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// hidden keeps DescribeInstances from telling what runs.
func hidden(srv *launchtest.Server) {
	for range 10 {
		srv.Fail("DescribeInstances", refuse(403, "UnauthorizedOperation"))
	}
}

// An answer that is lost leaves the outcome unknown, whatever EC2 says to the
// same request afterwards.
func TestARefusalAfterALostAnswerIsNone(t *testing.T) {
	lost := map[string]launchtest.Fault{
		"closed":     launchtest.ExecuteThen(launchtest.Disconnect()),
		"status 500": launchtest.ExecuteThen(refuse(500, "InternalError")),
		"status 503": launchtest.ExecuteThen(refuse(503, "Unavailable")),
	}
	refusals := map[string]int{
		"InsufficientInstanceCapacity": 500, "InsufficientHostCapacity": 500, "VcpuLimitExceeded": 400, "InstanceLimitExceeded": 400,
		"UnauthorizedOperation": 403, "AuthFailure": 401, "RequestExpired": 400, "ExpiredToken": 400, "InvalidAMIID.NotFound": 400,
		"InvalidParameterValue": 400, "InvalidGroup.NotFound": 400, "RequestLimitExceeded": 503, "Throttling": 400, "OptInRequired": 403,
	}
	for how, fault := range lost {
		for code, status := range refusals {
			srv := launchtest.Start(t)
			again := refuse(status, code)
			srv.Fail("RunInstances", fault, again, again, again, again)
			hidden(srv)
			result, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base()))
			if err == nil || outcome(t, err) != launcher.Unknown || len(result.Unknown()) != 1 || srv.Alive() != 1 {
				t.Errorf("%s, then %s: %v with %d alive", how, code, err, srv.Alive())
			}
		}
	}
}

func TestEveryAttemptRefusedIsRefused(t *testing.T) {
	for name, faults := range map[string][]launchtest.Fault{
		"throttled three times":        {refuse(503, "RequestLimitExceeded"), refuse(503, "RequestLimitExceeded"), refuse(503, "RequestLimitExceeded")},
		"throttled, then no capacity":  {refuse(503, "RequestLimitExceeded"), refuse(500, "InsufficientInstanceCapacity")},
		"throttled, then unauthorized": {refuse(503, "RequestLimitExceeded"), refuse(403, "UnauthorizedOperation")},
	} {
		srv := launchtest.Start(t)
		srv.Fail("RunInstances", faults...)
		result, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base()))
		if err == nil || outcome(t, err) != launcher.Refused || srv.Alive() != 0 || result.Attempts[0].Requests != len(faults) {
			t.Errorf("%s: %v, %d alive", name, err, srv.Alive())
		}
	}
}

// A status of 400 to 499 is no refusal by itself.
func TestCodesThatLeaveTheOutcomeOpen(t *testing.T) {
	for _, code := range []string{"RequestTimeout", "RequestTimeoutException", "RetryableError", "ResourceNotReady", "", " ", "UnknownError", "IdempotentParameterMismatch"} {
		for _, status := range []int{400, 403, 408} {
			srv := launchtest.Start(t)
			fault := launchtest.ExecuteThen(refuse(status, code))
			srv.Fail("RunInstances", fault, fault, fault, fault, fault)
			hidden(srv)
			_, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base()))
			if err == nil || outcome(t, err) != launcher.Unknown {
				t.Errorf("%q with status %d: %v", code, status, err)
			}
			dry := launchtest.Start(t)
			dry.Fail("RunInstances", fault, fault, fault)
			if _, err := newLauncher(dry.Client()).DryRun(t.Context(), build(t, base())); err == nil || outcome(t, err) != launcher.Unknown {
				t.Errorf("dry run, %q with status %d: %v", code, status, err)
			}
		}
	}
}

// The credentials end between two attempts, and STS refuses new ones.
func TestCredentialsThatEndBetweenAttempts(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.ExecuteThen(launchtest.Disconnect()))
	hidden(srv)
	asked := 0
	client := srv.Client(func(o *ec2.Options) {
		o.Credentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			if asked++; asked == 1 {
				return aws.Credentials{AccessKeyID: "a", SecretAccessKey: "b"}, nil
			}
			return aws.Credentials{}, &smithy.OperationError{ServiceID: "STS", OperationName: "AssumeRole", Err: &smithyhttp.ResponseError{
				Response: &smithyhttp.Response{Response: &http.Response{StatusCode: 403}},
				Err:      &smithy.GenericAPIError{Code: "AccessDenied", Message: "no"},
			}}
		})
	})
	_, err := newLauncher(client).Launch(t.Context(), build(t, base()))
	if err == nil || outcome(t, err) != launcher.Unknown || srv.Alive() != 1 {
		t.Errorf("got %v with %d alive", err, srv.Alive())
	}
}

func TestDiallingThatFailsIsRefused(t *testing.T) {
	unused, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	unused.Close()
	srv := launchtest.Start(t)
	client := srv.Client(func(o *ec2.Options) { o.BaseEndpoint = aws.String("http://" + unused.Addr().String()) })
	result, err := newLauncher(client).Launch(t.Context(), build(t, base()))
	if err == nil || outcome(t, err) != launcher.Refused || result.Attempts[0].Requests != 0 {
		t.Errorf("got %v", err)
	}
}

// wrapper is a client of one's own around the SDK's.
type wrapper struct {
	launcher.API
	run func(context.Context, *ec2.RunInstancesInput, ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error)
}

func (w wrapper) RunInstances(ctx context.Context, in *ec2.RunInstancesInput, opts ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
	return w.run(ctx, in, opts...)
}

func TestClientsOfOnesOwnAreNeverRefused(t *testing.T) {
	refusal := &smithy.GenericAPIError{Code: "InsufficientInstanceCapacity", Message: "no"}
	for name, run := range map[string]func(context.Context, *ec2.RunInstancesInput, ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error){
		"one that returns a refusal": func(context.Context, *ec2.RunInstancesInput, ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
			return nil, refusal
		},
		"one that looks only at the options": func(_ context.Context, _ *ec2.RunInstancesInput, opts ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
			var o ec2.Options
			for _, opt := range opts {
				opt(&o)
			}
			return nil, refusal
		},
		"one that returns nothing": func(context.Context, *ec2.RunInstancesInput, ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
			return nil, nil
		},
		"one that panics": func(context.Context, *ec2.RunInstancesInput, ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
			panic("broken")
		},
	} {
		srv := launchtest.Start(t)
		result, err := newLauncher(wrapper{srv.Client(), run}).Launch(t.Context(), build(t, base()))
		if err == nil || outcome(t, err) != launcher.Unknown || len(result.Unknown()) != 1 {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestAnswersBesideAnErrorAreKept(t *testing.T) {
	srv := launchtest.Start(t)
	client := srv.Client()
	out := wrapper{client, func(ctx context.Context, in *ec2.RunInstancesInput, opts ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
		out, err := client.RunInstances(ctx, in, opts...)
		return out, errors.Join(err, errors.New("the audit log is full"))
	}}
	lost := wrapper{client, func(ctx context.Context, in *ec2.RunInstancesInput, opts ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
		client.RunInstances(ctx, in, opts...)
		return nil, errors.New("the audit log is full")
	}}
	for name, api := range map[string]launcher.API{"both returned": out, "the answer dropped": lost} {
		result, _ := newLauncher(api).Launch(t.Context(), build(t, base()))
		if len(result.IDs()) != 1 {
			t.Errorf("%s: the result names %v", name, result.IDs())
		}
	}
}

// Middleware that changes what decides about launching twice is found before
// anything is sent.
func TestMiddlewareThatChangesTheRequest(t *testing.T) {
	for name, change := range map[string]func(*ec2.RunInstancesInput){
		"token":            func(in *ec2.RunInstancesInput) { in.ClientToken = new("mine") },
		"no token":         func(in *ec2.RunInstancesInput) { in.ClientToken = nil },
		"empty token":      func(in *ec2.RunInstancesInput) { in.ClientToken = new("") },
		"more instances":   func(in *ec2.RunInstancesInput) { in.MaxCount = new(int32(5)) },
		"a lower MinCount": func(in *ec2.RunInstancesInput) { in.MinCount = new(int32(1)) },
		"a dry run":        func(in *ec2.RunInstancesInput) { in.DryRun = new(true) },
	} {
		srv := launchtest.Start(t)
		client := srv.Client(func(o *ec2.Options) {
			o.APIOptions = append(o.APIOptions, func(stack *middleware.Stack) error {
				return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("change", func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
					change(in.Parameters.(*ec2.RunInstancesInput))
					return next.HandleInitialize(ctx, in)
				}), middleware.After)
			})
		})
		_, err := newLauncher(client).Launch(t.Context(), build(t, base().Count(count(2))))
		if err == nil || outcome(t, err) != launcher.Refused || !strings.Contains(err.Error(), "the client changed") || len(srv.Requests()) != 0 {
			t.Errorf("%s: got %v after %d requests", name, err, len(srv.Requests()))
		}
	}
}

// What asking again does not change is asked once, whatever the client
// would do; real transients keep the client's attempts.
func TestCapacityAndQuotaReachTheWireOnce(t *testing.T) {
	for _, most := range []int{0, 3, 10} {
		for code, want := range map[string]int{"InsufficientInstanceCapacity": 1, "VcpuLimitExceeded": 1, "InternalError": max(most, 3)} {
			if most == 0 {
				want = map[bool]int{true: 1, false: 3}[want == 1]
			}
			srv := launchtest.Start(t)
			for range 20 {
				srv.Fail("RunInstances", refuse(500, code))
			}
			hidden(srv)
			client := srv.Client(func(o *ec2.Options) { o.RetryMaxAttempts = most })
			if _, err := newLauncher(client).Launch(t.Context(), build(t, base())); err == nil {
				t.Fatal("no error")
			}
			if got := runs(srv); got != want {
				t.Errorf("%s with %d attempts at most: %d requests, want %d", code, most, got, want)
			}
		}
	}
}

// runs counts the requests that launch.
func runs(srv *launchtest.Server) int {
	n := 0
	for _, r := range srv.Requests() {
		if r.Action == "RunInstances" {
			n++
		}
	}
	return n
}

// again is an HTTP client that sends what fails once more, unseen by the SDK.
type again struct{ aws.HTTPClient }

func (a again) Do(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	send := func() (*http.Response, error) {
		copied := r.Clone(r.Context())
		copied.Body = io.NopCloser(bytes.NewReader(body))
		return a.HTTPClient.Do(copied)
	}
	if response, err := send(); err == nil {
		return response, nil
	}
	return send()
}

func TestAnHTTPClientThatSendsAgain(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.ExecuteThen(launchtest.Disconnect()), refuse(400, "VcpuLimitExceeded"))
	hidden(srv)
	client := srv.Client(func(o *ec2.Options) { o.HTTPClient = again{o.HTTPClient} })
	if _, err := newLauncher(client).Launch(t.Context(), build(t, base())); err == nil || outcome(t, err) != launcher.Unknown || runs(srv) != 2 {
		t.Errorf("got %v after %d requests", err, runs(srv))
	}
}

// Whatever the client is told about tokens and retries.
func TestBrokenOptionsOfAClient(t *testing.T) {
	for name, set := range map[string]func(*ec2.Options){
		"constant token provider": func(o *ec2.Options) { o.IdempotencyTokenProvider = constant{} },
		"no token provider":       func(o *ec2.Options) { o.IdempotencyTokenProvider = nil },
		"no retryer":              func(o *ec2.Options) { o.Retryer = nil },
		"no retries":              func(o *ec2.Options) { o.Retryer = aws.NopRetryer{} },
	} {
		srv := launchtest.Start(t)
		for range 2 {
			if _, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base()), launcher.SDK(set)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if srv.Alive() != 2 {
			t.Errorf("%s: %d alive, want 2", name, srv.Alive())
		}
	}
}

type constant struct{}

func (constant) GetIdempotencyToken() (string, error) { return "x", nil }

func TestAnswersThatDoNotAddUp(t *testing.T) {
	instances := func(ids ...string) *ec2.RunInstancesOutput {
		out := &ec2.RunInstancesOutput{}
		for _, id := range ids {
			out.Instances = append(out.Instances, types.Instance{InstanceId: new(id)})
			if id == "" {
				out.Instances[len(out.Instances)-1].InstanceId = nil
			}
		}
		return out
	}
	for _, tt := range []struct {
		name string
		out  *ec2.RunInstancesOutput
		want launcher.Outcome
		ids  int
	}{
		{"one without an ID", instances("i-1", ""), launcher.Unknown, 1},
		{"more than asked for", instances("i-1", "i-2", "i-3"), launcher.Launched, 3},
		{"fewer than asked for", instances("i-1"), launcher.Launched, 1},
		{"one twice", instances("i-1", "i-1"), launcher.Unknown, 1},
		{"none", instances(), launcher.Unknown, 0},
	} {
		srv := launchtest.Start(t)
		api := wrapper{srv.Client(), func(context.Context, *ec2.RunInstancesInput, ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
			return tt.out, nil
		}}
		result, err := newLauncher(api).Launch(t.Context(), build(t, base().Count(count(2))))
		if err == nil || outcome(t, err) != tt.want || len(result.IDs()) != tt.ids {
			t.Errorf("%s: got %v and %v", tt.name, result.IDs(), err)
		}
	}
}

func TestErrorsSayWhatIsKnown(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", refuse(400, "Client.VcpuLimitExceeded"))
	_, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base()))
	e, ok := errors.AsType[*launcher.Error](err)
	if !ok {
		t.Fatal(err)
	}
	got := fmt.Sprint(e.Outcome, " ", e.Answer.Class, " ", e.Answer.Code, " ", e.Answer.Status, " ", e.Answer.RequestID, " ", e.Batch, " ", e.Requests, " ", e.Token == srv.Requests()[0].ClientToken)
	if want := "refused quota VcpuLimitExceeded 400 00000000-0000-4000-8000-000000000001 0 1 true"; got != want || e.Answer.Action == "" {
		t.Errorf("got %s, want %s", got, want)
	}
	if response, ok := errors.AsType[*smithyhttp.ResponseError](err); !ok || response.HTTPStatusCode() != 400 || response.Response.Request != nil {
		t.Errorf("got %v: want the HTTP response without its request", response)
	}
}

// What is sent again under a token is bounded.
func TestReplaysAreSentOnce(t *testing.T) {
	srv := launchtest.Start(t)
	empty := launchtest.ExecuteThen(launchtest.Answer(200, "text/xml", ""))
	broken := launchtest.ExecuteThen(refuse(500, "InternalError"))
	srv.Fail("RunInstances", broken, broken, empty, broken, broken, broken)
	hidden(srv)
	result, err := newLauncher(srv.Client()).Launch(t.Context(), build(t, base()))
	if err == nil || outcome(t, err) != launcher.Unknown || runs(srv) != 4 || result.Attempts[0].Requests != 4 {
		t.Errorf("%d requests, %d by the result: %v", runs(srv), result.Attempts[0].Requests, err)
	}

	all := launchtest.Start(t)
	all.Fail("RunInstances", broken, broken, empty, empty, empty, empty)
	hidden(all)
	if _, err := newLauncher(all.Client()).Launch(t.Context(), build(t, base())); err == nil || runs(all) != 5 {
		t.Errorf("%d requests, want 3 of the SDK and 2 more: %v", runs(all), err)
	}
}
