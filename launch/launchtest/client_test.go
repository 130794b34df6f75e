package launchtest_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestAnswersArriveWithoutRetries(t *testing.T) {
	for n := range 300 {
		srv := launchtest.New()
		client := srv.Client(func(o *ec2.Options) { o.Retryer = aws.NopRetryer{} })
		if _, err := client.RunInstances(t.Context(), request(fmt.Sprint(n), 20)); err != nil {
			t.Errorf("launch %d: %v", n, err)
		}
		srv.Close()
	}
}

func TestClientIgnoresTheEnvironment(t *testing.T) {
	for name, value := range map[string]string{
		"AWS_ACCESS_KEY_ID":     "another",
		"AWS_ENDPOINT_URL":      "http://127.0.0.1:1",
		"AWS_ENDPOINT_URL_EC2":  "http://127.0.0.1:1",
		"AWS_MAX_ATTEMPTS":      "1",
		"AWS_REGION":            "eu-central-1",
		"AWS_SECRET_ACCESS_KEY": "another",
		"HTTP_PROXY":            "http://127.0.0.1:1",
	} {
		t.Setenv(name, value)
	}
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.Disconnect(), launchtest.Disconnect())
	launch(t, srv, request("token", 1))
}

// The SDK's own client has no body to send to another address.
func TestRedirectsAreNotFollowed(t *testing.T) {
	for _, status := range []int{301, 302, 303, 307, 308} {
		srv := launchtest.Start(t)
		srv.Fail("RunInstances", func(http.Handler) http.Handler {
			return http.RedirectHandler("/elsewhere", status)
		})
		if _, err := srv.Client().RunInstances(t.Context(), request("token", 1)); err == nil || len(srv.Requests()) != 1 {
			t.Errorf("status %d: %v after %d requests", status, err, len(srv.Requests()))
		}
	}
}

// TestConfigForReachesTheServer has nothing of the server but its URL, as another process has.
func TestConfigForReachesTheServer(t *testing.T) {
	srv := launchtest.Start(t)
	client := ec2.NewFromConfig(launchtest.ConfigFor(srv.URL()))
	if _, err := client.RunInstances(t.Context(), request("token", 2)); err != nil || srv.Alive() != 2 {
		t.Errorf("%v, and %d instances are alive", err, srv.Alive())
	}
}
