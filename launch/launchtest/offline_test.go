package launchtest_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestOfflineAnswersLikeThePort(t *testing.T) {
	once := func(o *ec2.Options) { o.Retryer = aws.NopRetryer{} }
	for name, fault := range map[string]launchtest.Fault{
		"as asked":           launchtest.Pass(),
		"refused":            launchtest.Refuse(http.StatusForbidden, "UnauthorizedOperation", "no"),
		"lost":               launchtest.ExecuteThen(launchtest.Disconnect()),
		"cut within":         launchtest.DisconnectAfter(100),
		"cut before":         launchtest.DisconnectAfter(0),
		"redirected":         func(http.Handler) http.Handler { return http.RedirectHandler("/elsewhere", http.StatusFound) },
		"a page":             launchtest.Answer(http.StatusBadGateway, "text/html", "<html>"),
		"nothing":            launchtest.Answer(http.StatusOK, "", ""),
		"edited to the half": launchtest.Edit(func(document []byte) []byte { return document[:len(document)/2] }),
	} {
		t.Run(name, func(t *testing.T) {
			port, offline := launchtest.Start(t), launchtest.Start(t)
			port.Fail("RunInstances", fault)
			offline.Fail("RunInstances", fault)
			_, want := port.Client(once).RunInstances(t.Context(), request("token", 2))
			_, got := ec2.New(ec2.Options{}, offline.Offline, once).RunInstances(t.Context(), request("token", 2))
			if (want == nil) != (got == nil) || port.Alive() != offline.Alive() {
				t.Errorf("with a port: %v and %d alive; offline: %v and %d alive", want, port.Alive(), got, offline.Alive())
			}
			if name == "refused" && code(got) != "UnauthorizedOperation" {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestOfflineEndsWithItsContextAndItsServer(t *testing.T) {
	srv := launchtest.Start(t)
	arrived := make(chan struct{}, 3)
	hang := func(asked http.Handler) http.Handler {
		arrived <- struct{}{}
		return launchtest.Hang()(asked)
	}
	srv.Fail("RunInstances", hang, hang)
	client := ec2.New(ec2.Options{}, srv.Offline, func(o *ec2.Options) { o.Retryer = aws.NopRetryer{} })
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-arrived
		cancel()
	}()
	if _, err := client.RunInstances(ctx, request("token", 1)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	go func() {
		<-arrived
		srv.Close()
	}()
	if _, err := client.RunInstances(t.Context(), request("token", 1)); err == nil {
		t.Error("answered by a closed server")
	}
	if _, err := client.RunInstances(t.Context(), request("token", 1)); err == nil {
		t.Error("answered after the close")
	}
}

func TestCloseDoesNotWaitForAnAnswerThatNobodyReadsOffline(t *testing.T) {
	srv := launchtest.New()
	srv.Fail("RunInstances", launchtest.Answer(http.StatusOK, "text/xml", strings.Repeat("x", 1<<20)))
	var o ec2.Options
	srv.Offline(&o)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, *o.BaseEndpoint+"/?Action=RunInstances", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := o.HTTPClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	srv.Close()
	if _, err := io.ReadAll(answer.Body); err == nil {
		t.Error("the whole answer came from a closed server")
	}
}

func TestFakeEnforcesTheSameRules(t *testing.T) {
	var api interface {
		RunInstances(context.Context, *ec2.RunInstancesInput, ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error)
	}
	fake := launchtest.NewFake(launchtest.Capacity("us-east-1a", 3))
	api = fake
	first, err := api.RunInstances(t.Context(), request("token", 2))
	if err != nil {
		t.Fatal(err)
	}
	again, err := api.RunInstances(t.Context(), request("token", 2))
	if err != nil || *again.Instances[0].InstanceId != *first.Instances[0].InstanceId || fake.Alive() != 2 {
		t.Errorf("%v, and %d alive", err, fake.Alive())
	}
	if _, err := api.RunInstances(t.Context(), request("token", 1)); code(err) != "IdempotentParameterMismatch" {
		t.Errorf("got %v", err)
	}
	if _, err := api.RunInstances(t.Context(), request("other", 2)); code(err) != "InsufficientInstanceCapacity" {
		t.Errorf("got %v", err)
	}
	if in := fake.LastRequest("RunInstances").Input(); in == nil || *in.ClientToken != "other" {
		t.Errorf("recorded %v", in)
	}
}

func TestLastRequestOfNone(t *testing.T) {
	srv := launchtest.Start(t)
	if r := srv.LastRequest(""); r.Input() != nil || r.Form() != nil || r.Action != "" {
		t.Errorf("got %v", r)
	}
	launch(t, srv, request("token", 1))
	describe(t, srv, &ec2.DescribeInstancesInput{})
	if r := srv.LastRequest("RunInstances"); r.ClientToken != "token" {
		t.Errorf("got %v", r)
	}
	if r := srv.LastRequest(""); r.Action != "DescribeInstances" {
		t.Errorf("got %v", r)
	}
	if r := srv.LastRequest("TerminateInstances"); r.Action != "" {
		t.Errorf("got %v", r)
	}
}

func TestServeHTTPBehindAServerOfOnesOwn(t *testing.T) {
	srv := launchtest.Start(t)
	own := httptest.NewServer(srv)
	defer own.Close()
	if _, err := ec2.NewFromConfig(launchtest.ConfigFor(own.URL)).RunInstances(t.Context(), request("token", 1)); err != nil || srv.Alive() != 1 {
		t.Errorf("%v, and %d alive", err, srv.Alive())
	}
}

// Every waiter begins with a look and waits fifteen seconds only if that does
// not show what it waits for.
func TestWaitersOfTheSDKEndAtOnce(t *testing.T) {
	srv := launchtest.Start(t)
	client := ec2.New(ec2.Options{}, srv.Offline)
	out := launch(t, srv, request("token", 2))
	in := &ec2.DescribeInstancesInput{InstanceIds: ids(out.Instances)}
	const atOnce = 10 * time.Second // The first wait would be longer.
	if err := ec2.NewInstanceRunningWaiter(client).Wait(t.Context(), in, atOnce); err != nil {
		t.Error(err)
	}
	if err := ec2.NewInstanceStatusOkWaiter(client).Wait(t.Context(), &ec2.DescribeInstanceStatusInput{InstanceIds: in.InstanceIds}, atOnce); err != nil {
		t.Error(err)
	}
	if _, err := client.StopInstances(t.Context(), &ec2.StopInstancesInput{InstanceIds: in.InstanceIds}); err != nil {
		t.Error(err)
	}
	if err := ec2.NewInstanceStoppedWaiter(client).Wait(t.Context(), in, atOnce); err != nil {
		t.Error(err)
	}
	if _, err := client.StartInstances(t.Context(), &ec2.StartInstancesInput{InstanceIds: in.InstanceIds}); err != nil {
		t.Error(err)
	}
	if err := ec2.NewInstanceRunningWaiter(client).Wait(t.Context(), in, atOnce); err != nil {
		t.Error(err)
	}
	terminate(t, srv, in.InstanceIds...)
	if err := ec2.NewInstanceTerminatedWaiter(client).Wait(t.Context(), in, atOnce); err != nil {
		t.Error(err)
	}
	if err := ec2.NewVolumeDeletedWaiter(client).Wait(t.Context(), &ec2.DescribeVolumesInput{VolumeIds: []string{"vol-00000000000000001"}}, atOnce); err != nil {
		t.Error(err)
	}
}

func TestFetchLearnsEveryInstanceType(t *testing.T) {
	srv := launchtest.Start(t)
	live, err := instancetype.Fetch(t.Context(), ec2.New(ec2.Options{}, srv.Offline), nil)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for want := range instancetype.All() {
		n++
		got, ok := live.Lookup(want.Type())
		if !ok {
			t.Errorf("%s is missing", want.Type())
			continue
		}
		for fact := range instancetype.Facts() {
			if want.Known(fact) && got.Known(fact) && want.Value(fact) != got.Value(fact) {
				t.Errorf("%s: %v is %q, want %q", want.Type(), fact, got.Value(fact), want.Value(fact))
			}
		}
	}
	if live.Len() != n {
		t.Errorf("%d types, want %d", live.Len(), n)
	}
}
