package launch_test

import (
	"math"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// A figure that nobody would choose is still one: no rule fails by it, and where more
// is allowed than can be asked for, it refuses nothing that was good.
func TestOverridesOfAnySizeHold(t *testing.T) {
	for _, r := range launch.Rules() {
		if len(r.On) > 0 {
			continue
		}
		for limit := range r.Figures() {
			for _, n := range []int64{0, 1, math.MaxInt32 + 1, math.MaxInt64} {
				for _, edition := range validate.Editions() {
					v, err := validate.NewValidator(launch.Rules(), validate.Override(limit.ID, n), validate.In(edition))
					if err != nil {
						continue // the figure lets nothing in
					}
					raised := n > math.MaxInt32 && (strings.HasSuffix(limit.ID, "-max") || strings.HasSuffix(limit.ID, "-iops-ratio"))
					for i, e := range append(r.Good[:len(r.Good):len(r.Good)], r.Bad...) {
						for _, found := range v.Check(ruletest.Request(t, e.Spec)).Violations {
							if strings.Contains(found.Message, "itself failed") || raised && i < len(r.Good) && found.Limit == limit.ID {
								t.Errorf("%s of %d, %.200s: %s", limit.ID, n, e.Spec, found)
							}
						}
					}
				}
			}
		}
	}
}
