package launch

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// What the rules let pass, the SDK takes without a panic, and what they say
// nothing about it does not refuse: any value at any member, and structures
// without members.
func TestAcceptedRequestsReachTheWire(t *testing.T) {
	client, sent := launchtest.Start(t).Client(), 0
	send := func(what string, in *ec2.RunInstancesInput) {
		in.MinCount, in.MaxCount, in.DryRun = new(int32(1)), new(int32(1)), nil
		report := Check(in)
		if report.Err() != nil {
			return
		}
		if in.ClientToken == nil {
			in.ClientToken = new(fmt.Sprintf("token-%d", sent))
		}
		if _, err := client.RunInstances(t.Context(), in); err != nil && len(report.Violations) == 0 {
			t.Errorf("%s: accepted by the rules, but: %v", what, err)
		}
		sent++
	}
	for _, path := range members.Paths() {
		for _, text := range texts {
			if in, ok := with(path, text); ok {
				send(fmt.Sprintf("%s = %.30q", path, text), in)
			}
		}
		for _, n := range numbers {
			if in, ok := with(path, n); ok {
				send(fmt.Sprint(path, " = ", n), in)
			}
		}
		for _, on := range []bool{false, true} {
			if in, ok := with(path, on); ok {
				send(fmt.Sprint(path, " = ", on), in)
			}
		}
	}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[ec2.RunInstancesInput]()) {
		for depth := range 4 {
			if in := minimal(); f.IsExported() {
				hollow(reflect.ValueOf(in).Elem().FieldByIndex(f.Index), 1, depth)
				send("empty "+f.Name, in)
			}
		}
	}
	if sent < 200 {
		t.Errorf("only %d requests were sent", sent)
	}
}
