package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/launch"
)

// TestTheChainTestsWhatTheRulesTest lays every example of every rule over the
// rich request. Where that sets no other members than the rich request, the
// chain must say what the rules say.
func TestTheChainTestsWhatTheRulesTest(t *testing.T) {
	known := members.Of(rich().Input())
	judged := map[bool]int{}
	for _, r := range launch.Rules() {
		for _, x := range slices.Concat(r.Good, r.Bad) {
			var opts []clijson.Option
			if x.Base64 {
				opts = append(opts, clijson.Base64UserData())
			}
			in := rich().Input()
			if err := clijson.DecodeFragment(in, strings.NewReader(x.Spec), opts...); err != nil {
				t.Fatalf("%s: %v", r.ID, err)
			}
			if set := members.Of(in); !known.Has(&set) {
				continue
			}
			report := launch.Check(in)
			want := len(report.Violations) == 0
			judged[want]++
			if got := byHand(in); got != want {
				t.Errorf("%s, %.200s: the chain says %t, the rules\n%v", r.ID, x.Spec, got, report)
			}
		}
	}
	if judged[true] < 100 || judged[false] < 100 {
		t.Errorf("the chain was asked of %d good requests and %d bad ones", judged[true], judged[false])
	}
}
