package launchtest_test

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestFaults(t *testing.T) {
	internal := launchtest.Refuse(http.StatusInternalServerError, "InternalError", "An internal error has occurred")
	cut := launchtest.Edit(func(document []byte) []byte { return document[:len(document)-60] })
	tests := []struct {
		reason   string
		faults   []launchtest.Fault
		fails    bool
		code     string // if it fails with an EC2 error
		requests int
		alive    int
	}{
		{"none", nil, false, "", 1, 2},
		{"nothing, in so many words", []launchtest.Fault{launchtest.Pass()}, false, "", 1, 2},
		{"server error, retried", []launchtest.Fault{internal, internal}, false, "", 3, 2},
		{"server error, retried in vain", slices.Repeat([]launchtest.Fault{internal}, 3), true, "InternalError", 3, 0},
		{"server error after the launch", []launchtest.Fault{launchtest.ExecuteThen(internal)}, false, "", 2, 2},
		{"refused after the launch", []launchtest.Fault{launchtest.ExecuteThen(launchtest.Refuse(http.StatusBadRequest, "InvalidState", "no"))}, true, "InvalidState", 1, 2},
		{"throttled", []launchtest.Fault{launchtest.Refuse(http.StatusServiceUnavailable, "RequestLimitExceeded", "Request limit exceeded.")}, false, "", 2, 2},
		{"refused", []launchtest.Fault{launchtest.Refuse(http.StatusBadRequest, "VcpuLimitExceeded", "Too many")}, true, "VcpuLimitExceeded", 1, 0},
		{"connection closed", []launchtest.Fault{launchtest.Disconnect()}, false, "", 2, 2},
		{"connection closed after the launch", []launchtest.Fault{launchtest.ExecuteThen(launchtest.Disconnect())}, false, "", 2, 2},
		{"connection closed within the answer", []launchtest.Fault{launchtest.DisconnectAfter(100)}, true, "", 1, 2},
		{"answer cut short", []launchtest.Fault{cut}, true, "", 1, 2},
		{"a proxy's page", []launchtest.Fault{launchtest.Answer(http.StatusBadGateway, "text/html", "<html><p>Bad gateway")}, false, "", 2, 2},
		{"too many requests without a word", []launchtest.Fault{launchtest.Answer(http.StatusTooManyRequests, "", "")}, false, "", 2, 2},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			srv := launchtest.Start(t)
			srv.Fail("RunInstances", test.faults...)
			out, err := srv.Client().RunInstances(t.Context(), request("token", 2))
			if test.fails != (err != nil) {
				t.Fatalf("got error %v, want one: %t", err, test.fails)
			}
			if err == nil && len(out.Instances) != 2 {
				t.Errorf("got %d instances, want 2", len(out.Instances))
			}
			if _, ok := errors.AsType[smithy.APIError](err); test.code != "" && (!ok || code(err) != test.code) {
				t.Errorf("got %v, want code %s", err, test.code)
			}
			if n := len(srv.Requests()); n != test.requests {
				t.Errorf("%d requests, want %d", n, test.requests)
			}
			if n := srv.Alive(); n != test.alive {
				t.Errorf("%d instances alive, want %d", n, test.alive)
			}
		})
	}
}

func TestFaultsAreForOneAction(t *testing.T) {
	srv := launchtest.Start(t)
	refuse := launchtest.Refuse(http.StatusForbidden, "UnauthorizedOperation", "no")
	srv.Fail("DescribeInstances", refuse)
	launch(t, srv, request("token", 1))
	if _, err := srv.Client().DescribeInstances(t.Context(), &ec2.DescribeInstancesInput{}); code(err) != "UnauthorizedOperation" {
		t.Errorf("got %v, want UnauthorizedOperation", err)
	}
	describe(t, srv, &ec2.DescribeInstancesInput{}) // The queue is empty.
}

func TestFaultsQueue(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.Refuse(http.StatusBadRequest, "First", ""), launchtest.Pass())
	srv.Fail("RunInstances", launchtest.Refuse(http.StatusBadRequest, "Third", ""))
	var got []string
	for range 4 {
		_, err := srv.Client().RunInstances(t.Context(), request("token", 1))
		got = append(got, code(err))
	}
	if diff := cmp.Diff([]string{"First", "", "Third", ""}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFaultsDoNotChangeTheRecord(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", func(asked http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			r.Form["MaxCount"][0] = "9"
			asked.ServeHTTP(w, r)
		})
	})
	launch(t, srv, request("token", 1))
	if srv.Alive() != 9 {
		t.Errorf("%d instances alive, want the fault's 9", srv.Alive())
	}
	if diff := launchtest.Diff(request("token", 1), srv.Requests()[0].Input()); diff != "" {
		t.Errorf("recorded (-want +got):\n%s", diff)
	}
}

func TestEditedAnswer(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.Edit(func(document []byte) []byte {
		return bytes.ReplaceAll(document, []byte("<instanceId>i-00000000000000002</instanceId>"), nil)
	}))
	out := launch(t, srv, request("token", 2))
	if len(out.Instances) != 2 || out.Instances[0].InstanceId == nil || out.Instances[1].InstanceId != nil {
		t.Errorf("want two instances, the second without ID; got %d", len(out.Instances))
	}
}

func TestAnswerForAnActionNotServed(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("DescribeImages", launchtest.Answer(http.StatusOK, "text/xml",
		`<DescribeImagesResponse><imagesSet><item><imageId>ami-0abcdef1234567890</imageId></item></imagesSet></DescribeImagesResponse>`))
	out, err := srv.Client().DescribeImages(t.Context(), &ec2.DescribeImagesInput{})
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Images) != 1 || *out.Images[0].ImageId != "ami-0abcdef1234567890" {
		t.Errorf("got %d images, want ami-0abcdef1234567890", len(out.Images))
	}
}

func TestHang(t *testing.T) {
	srv := launchtest.Start(t)
	arrived := make(chan struct{})
	srv.Fail("RunInstances", func(asked http.Handler) http.Handler {
		hang := launchtest.Hang()(asked)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			close(arrived)
			hang.ServeHTTP(w, r)
		})
	})
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-arrived
		cancel()
	}()
	if _, err := srv.Client().RunInstances(ctx, request("token", 1)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
	if srv.Alive() != 0 {
		t.Error("launched all the same")
	}
}

func TestCloseEndsHangingRequests(t *testing.T) {
	srv := launchtest.New()
	arrived := make(chan struct{}, 3) // The SDK tries three times.
	hang := func(asked http.Handler) http.Handler {
		arrived <- struct{}{}
		return launchtest.Hang()(asked)
	}
	srv.Fail("RunInstances", hang, hang, hang)
	failed := make(chan error)
	go func() {
		_, err := srv.Client().RunInstances(t.Context(), request("token", 1))
		failed <- err
	}()
	<-arrived
	srv.Close()
	if err := <-failed; err == nil {
		t.Error("the request was answered")
	}
}
