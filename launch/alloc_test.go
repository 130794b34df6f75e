//go:build !race

package launch_test

import (
	"testing"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
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
		t.Errorf("the check of a valid request costs %v allocations", n)
	}
}
