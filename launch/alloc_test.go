//go:build !race

package launch_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// The race detector makes pools forget at random, so that allocations say
// nothing there.
func TestCheckOfAValidRequestAllocatesNothing(t *testing.T) {
	v, err := validate.NewValidator(launch.Rules())
	if err != nil {
		t.Fatal(err)
	}
	in := build(t, rich()).Input()
	if n := testing.AllocsPerRun(100, func() {
		if found := v.Check(in).Violations; len(found) > 0 {
			t.Fatalf("a valid request is reported: %v", found)
		}
	}); n > 0 {
		t.Errorf("the check of a valid request costs %v allocations: %s", n, strings.Join(allocating(t, in), ", "))
	}
}

// allocating names the rules whose checks of a request allocate, and how often.
func allocating(t *testing.T, in *ec2.RunInstancesInput) (named []string) {
	for _, r := range launch.Rules() {
		v := ruletest.Validator(t, []*validate.Rule{r})
		if n := testing.AllocsPerRun(100, func() { v.Check(in) }); n > 0 {
			named = append(named, fmt.Sprintf("%s %v", r.ID, n))
		}
	}
	return named
}
