package launchtest_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws/middleware"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestConcurrentClients(t *testing.T) {
	const clients, launches = 8, 5
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", clients*launches))
	var wg sync.WaitGroup
	for c := range clients {
		wg.Go(func() {
			client := srv.Client()
			for l := range launches {
				// Each launch is asked for by two clients.
				in := request(fmt.Sprintf("token-%d-%d", c/2, l), 2)
				in.Placement = &types.Placement{AvailabilityZone: new("us-east-1a")}
				if _, err := client.RunInstances(t.Context(), in); err != nil {
					t.Errorf("RunInstances: %v", err)
				}
				if _, err := client.DescribeInstances(t.Context(), &ec2.DescribeInstancesInput{}); err != nil {
					t.Errorf("DescribeInstances: %v", err)
				}
				srv.Instances()
				srv.Requests()
			}
		})
	}
	wg.Wait()
	if n := srv.Alive(); n != clients*launches {
		t.Errorf("%d instances alive, want %d", n, clients*launches)
	}
	seen := map[string]bool{}
	for _, i := range srv.Instances() {
		if seen[i.ID] {
			t.Errorf("%s launched twice", i.ID)
		}
		seen[i.ID] = true
	}
	if n := len(srv.Requests()); n != 2*clients*launches {
		t.Errorf("%d requests recorded, want %d", n, 2*clients*launches)
	}
}

func TestRequestIDs(t *testing.T) {
	srv := launchtest.Start(t)
	out := launch(t, srv, request("token", 1))
	if id, _ := middleware.GetRequestIDMetadata(out.ResultMetadata); id != "00000000-0000-4000-8000-000000000001" {
		t.Errorf("request ID %q, want ...01", id)
	}
	_, err := srv.Client().TerminateInstances(t.Context(), &ec2.TerminateInstancesInput{InstanceIds: []string{"web"}})
	if answer, ok := errors.AsType[*awshttp.ResponseError](err); !ok || answer.ServiceRequestID() != "00000000-0000-4000-8000-000000000002" {
		t.Errorf("got %v, want request ID ...02", err)
	}
}

func TestRequestsAreCopies(t *testing.T) {
	srv := launchtest.Start(t)
	launch(t, srv, request("token", 1))

	taken := srv.Requests()
	taken[0].Form().Set("ImageId", "changed")
	taken[0].Form()["MinCount"][0] = "changed"
	*taken[0].Input().ImageId = "changed"
	taken[0].ClientToken = "changed"

	r := srv.Requests()[0]
	if diff := launchtest.Diff(request("token", 1), r.Input()); diff != "" {
		t.Errorf("the record changed (-want +got):\n%s", diff)
	}
	if r.ClientToken != "token" {
		t.Errorf("client token %q, want token", r.ClientToken)
	}
}

func TestInputOfOtherRequests(t *testing.T) {
	srv := launchtest.Start(t)
	describe(t, srv, &ec2.DescribeInstancesInput{})
	post(t, srv, map[string][]string{"Action": {"RunInstances"}, "Colour": {"red"}})
	for _, r := range srv.Requests() {
		if r.Input() != nil {
			t.Errorf("%s: want no input", r)
		}
	}
}

func TestUserDataIsNotPrinted(t *testing.T) {
	const secret = "c2VjcmV0" // "secret"
	srv := launchtest.Start(t)
	in := request("token", 1)
	in.UserData = new(secret)
	launch(t, srv, in)
	r := srv.Requests()[0]
	if got := r.Form().Get("UserData"); got != secret {
		t.Fatalf("Form has user data %q", got)
	}

	printed := []string{r.String(), fmt.Sprintf("%+v", srv), launchtest.Diff(in, request("token", 2))}
	for _, value := range []any{r, &r, []launchtest.Request{r}, struct{ hidden launchtest.Request }{r}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			printed = append(printed, fmt.Sprintf(verb, value))
		}
	}
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range append(printed, string(text)) {
		for _, form := range []string{secret, "secret", fmt.Sprintf("%x", secret), fmt.Sprintf("%d", []byte(secret))} {
			if strings.Contains(text, form) {
				t.Errorf("user data is printed: %s", text)
			}
		}
	}
}
