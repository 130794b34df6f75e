package service_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/answer"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

// status is the HTTP status for what went wrong with a launch. After 400, 409 and
// 500, nothing was launched. After 503 and 504, instances may run, as the outcome
// in the body says: only the same request under the same Idempotency-Key may
// follow, never one under a new key or without one. With 422, the key is that of
// another launch, or of one whose instances have ended.
func status(err error) int {
	failed, ok := errors.AsType[*launcher.Error](err)
	if !ok {
		return unsent(err)
	}
	if _, ours := errors.AsType[*validate.Error](err); ours && failed.Outcome == launcher.Refused {
		return http.StatusBadRequest // a guard of the client, with rules of a house
	}
	switch failed.Answer.Class {
	case answer.Idempotency:
		return http.StatusUnprocessableEntity
	case answer.Capacity, answer.Quota, answer.Throttling:
		return http.StatusServiceUnavailable
	}
	if failed.Outcome != launcher.Refused {
		return http.StatusGatewayTimeout
	}
	switch failed.Answer.Class {
	case answer.InvalidRequest:
		return http.StatusBadRequest
	case answer.NotReady: // what the request names is not there, or in use
		return http.StatusConflict
	default: // answer.Auth: the service may not launch; or nothing was sent
		return http.StatusInternalServerError
	}
}

// unsent is the status for what never reached the launcher: a document that is
// no request, or breaks rules.
func unsent(err error) int {
	_, undecoded := errors.AsType[*launch.DecodeErrors](err)
	_, refused := errors.AsType[*validate.Error](err)
	if undecoded || refused {
		return http.StatusBadRequest
	}
	return http.StatusInternalServerError
}

func TestStatus(t *testing.T) {
	failed := func(outcome launcher.Outcome, code string) error {
		return &launcher.Error{Outcome: outcome, Answer: answer.Answer{Meaning: answer.OfCode(code)}}
	}
	_, faults := launch.DecodeCLI(strings.NewReader(`{"ImageID":""}`))
	for _, tt := range []struct {
		err  error
		want int
	}{
		{faults, 400},
		{&validate.Error{}, 400},
		{failed(launcher.Refused, "InvalidParameterValue"), 400},
		{&launcher.Error{Outcome: launcher.Refused, Answer: answer.Answer{Meaning: answer.OfCode("UnauthorizedOperation")}, Err: &validate.Error{}}, 400},
		{failed(launcher.Refused, "InvalidAMIID.NotFound"), 409},
		{failed(launcher.Refused, "UnauthorizedOperation"), 500},
		{&launcher.Error{Outcome: launcher.Refused, Err: context.Canceled}, 500},
		{failed(launcher.Refused, "InsufficientInstanceCapacity"), 503},
		{failed(launcher.Refused, "VcpuLimitExceeded"), 503},
		{failed(launcher.Refused, "RequestLimitExceeded"), 503},
		{failed(launcher.Launched, "InsufficientInstanceCapacity"), 503},
		{failed(launcher.Unknown, "InsufficientInstanceCapacity"), 503},
		{failed(launcher.Unknown, answer.NoAnswer), 504},
		{failed(launcher.Unknown, "InvalidParameterValue"), 504},
		{failed(launcher.Unknown, "UnauthorizedOperation"), 504},
		{&launcher.Error{Err: context.DeadlineExceeded}, 504},
		{&launcher.Error{Err: &validate.Error{}}, 504}, // refused by a guard, after an earlier request
		{failed(launcher.Unknown, "IdempotentParameterMismatch"), 422},
		{failed(launcher.Unknown, "IdempotentInstanceTerminated"), 422},
		{errors.New("something else"), 500},
	} {
		if got := status(fmt.Errorf("launching: %w", tt.err)); got != tt.want {
			t.Errorf("%v: got %d, want %d", tt.err, got, tt.want)
		}
	}
}

// TestTheSameKeyLaunchesOnce sends a request again, and another under its key.
func TestTheSameKeyLaunchesOnce(t *testing.T) {
	srv := launchtest.New()
	defer srv.Close()
	service := launches(launcher.New(srv.Client()))
	post := func(count int) *httptest.ResponseRecorder {
		request := httptest.NewRequest("POST", "/launches", strings.NewReader(fmt.Sprintf(
			`{"ImageId": "ami-0abcdef1234567890", "InstanceType": "m7i.large", "MinCount": %d, "MaxCount": %[1]d}`, count)))
		request.Header.Set("Idempotency-Key", "crawl-7")
		response := httptest.NewRecorder()
		service.ServeHTTP(response, request)
		return response
	}
	first, again := post(2), post(2)
	if first.Code != 201 || again.Code != 201 || first.Body.String() != again.Body.String() {
		t.Errorf("got %d %s and %d %s", first.Code, first.Body, again.Code, again.Body)
	}
	if other := post(3); other.Code != 422 || len(srv.Instances()) != 2 {
		t.Errorf("got %d %s with %d instances", other.Code, other.Body, len(srv.Instances()))
	}
}

func TestWhatNoLaunchCanBeIsTheCallersMistake(t *testing.T) {
	srv := launchtest.New()
	defer srv.Close()
	service := launches(launcher.New(srv.Client()))
	const one = `{"ImageId": "ami-0abcdef1234567890", "InstanceType": "m7i.large"`
	for name, c := range map[string]struct {
		document string
		keys     []string
	}{
		"an empty key":          {one + `}`, []string{""}},
		"a key of two lines":    {one + `}`, []string{"a\nb"}},
		"a long key":            {one + `}`, []string{strings.Repeat("k", 257)}},
		"a client token":        {one + `, "ClientToken": "a"}`, nil},
		"a dry run":             {one + `, "DryRun": true}`, nil},
		"more than one request": {one + `, "MinCount": 2000, "MaxCount": 2000}`, nil},
	} {
		request := httptest.NewRequest("POST", "/launches", strings.NewReader(c.document))
		request.Header["Idempotency-Key"] = c.keys
		response := httptest.NewRecorder()
		service.ServeHTTP(response, request)
		if response.Code != 400 || len(srv.Requests()) > 0 {
			t.Errorf("%s: got %d %s", name, response.Code, response.Body)
		}
	}
}
