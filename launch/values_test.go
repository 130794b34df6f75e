package launch

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/validate"
)

// beyondTheSDK are the differences between the values that the rules allow in
// the latest edition and the enumerations of the SDK, each with its reason: +
// is allowed though the SDK does not have it, - is not, though the SDK has it.
var beyondTheSDK = map[string]string{
	"TagSpecifications[].ResourceType":   "a launch tags only what it creates",
	"SpotOptions.AllocationStrategy":     "+lowestPrice, which the documentation has no more and EC2 still takes",
	"OnDemandOptions.AllocationStrategy": "+lowestPrice, which the documentation has no more and EC2 still takes",
}

// TestValuesAreThoseOfTheSDK finds values that the SDK knows and no rule does,
// and the reverse.
func TestValuesAreThoseOfTheSDK(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if r.Values == nil || !slices.Contains(r.Editions(), validate.Latest) {
			continue
		}
		for _, path := range r.Members {
			typ, _ := members.In(r.Subjects()[0].Type(), path)
			values := enumerated(elem(typ))
			if values == "" {
				continue // a text, whose values only the documentation lists
			}
			if seen[path] = true; beyondTheSDK[path] != "" {
				continue
			}
			ours := r.Values.In(validate.Latest)
			slices.Sort(ours)
			if diff := cmp.Diff(strings.Fields(values), ours); diff != "" {
				t.Errorf("%s, %s (-SDK +rule):\n%s", r.ID, path, diff)
			}
		}
	}
	for path := range beyondTheSDK {
		if !seen[path] {
			t.Errorf("%s has no enumeration that could differ", path)
		}
	}
}

func elem(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}
