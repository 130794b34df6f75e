package launchtest_test

import (
	"fmt"
	"net/http"
	"reflect"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// A fault of an action that no client asks for would leave a test to pass for the
// wrong reason.
func TestAMisspeltActionFailsTheTest(t *testing.T) {
	for misspelt, meant := range map[string]string{
		"RunInstancs": "RunInstances", "runInstances": "RunInstances", "DescribeInstance": "DescribeInstances",
	} {
		for method, call := range map[string]func(*launchtest.Server){
			"Fail":   func(s *launchtest.Server) { s.Fail(misspelt, launchtest.Disconnect()) },
			"Handle": func(s *launchtest.Server) { s.Handle(misspelt, http.NotFoundHandler()) },
		} {
			want := fmt.Sprintf("launchtest: %s: there is no action %q; did you mean %q?", method, misspelt, meant)
			if got := fails(t, func(tb testing.TB) { call(launchtest.Start(tb)) }); got != want {
				t.Errorf("with a test: %s, want %s", got, want)
			}
			func() {
				defer func() {
					if got := recover(); got != want {
						t.Errorf("without a test: %v, want %s", got, want)
					}
				}()
				s := launchtest.New()
				defer s.Close()
				call(s)
			}()
		}
	}
}

// The server need not serve an action of EC2 that a test gives faults.
func TestNoActionOfEC2IsMisspelt(t *testing.T) {
	s := launchtest.Start(t)
	client := reflect.TypeFor[*ec2.Client]()
	for i := range client.NumMethod() {
		s.Fail(client.Method(i).Name, launchtest.Disconnect())
	}
	s.Handle("HouseAction", http.NotFoundHandler())
}
