package launch_test

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/internal/sdktest"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// TestNoRuleFailsOnCallsOfAnyShape judges calls that set a random part of all
// there is to random values: no rule panics, none reports where the call has no
// place, and the call stays as it was.
func TestNoRuleFailsOnCallsOfAnyShape(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	words := []string{"", "x", "-1", "0", "ami-0123456789abcdef0", "m5.large", "gp3", "io2", "/dev/sdf", "/dev/xvda", "subnet-0123456789abcdef0,x",
		"instant", "maintain", "spot", "persistent", "resolve:ssm:x", "10.0.0.1", "$Latest", "é\x00", strings.Repeat("y", 300)}
	filler := sdktest.Filler{
		Text:   func() string { return words[r.IntN(len(words))] },
		Number: func() int64 { return int64(r.IntN(5)) - 1 + int64(r.IntN(2))*65536 },
		Switch: func() bool { return r.IntN(2) == 0 },
		Time:   func() time.Time { return time.Unix(r.Int64N(1<<33), 0) },
	}
	v := ruletest.Validator(t, launch.Rules(), validate.Advise())
	for range 400 {
		for _, s := range validate.Subjects() {
			call := reflect.New(s.Type())
			filler.Fill(call.Elem())
			thin(r, call.Elem())
			before := sdkcopy.OfAny(call.Interface())
			report, covered := v.CheckCall(call.Interface())
			if !covered {
				t.Fatalf("%v is not covered", s)
			}
			for _, f := range report.Violations {
				if strings.Contains(f.Message, "rule itself failed") {
					t.Errorf("%v: %s: %s", s, f.Rule, f.Message)
				}
			}
			if !reflect.DeepEqual(before, call.Interface()) {
				t.Errorf("%v: the call is changed", s)
			}
		}
	}
}

// thin unsets a random part of the members below v.
func thin(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if r.IntN(3) == 0 {
			v.SetZero()
		} else if v.Elem().Kind() == reflect.Struct && v.Elem().Type() != reflect.TypeFor[time.Time]() {
			thin(r, v.Elem())
		}
	case reflect.Slice:
		if r.IntN(4) == 0 {
			v.SetZero()
		}
		for i := range v.Len() {
			thin(r, v.Index(i))
		}
	case reflect.Struct:
		for f, member := range v.Fields() {
			if f.IsExported() {
				thin(r, member)
			}
		}
	case reflect.String:
		if r.IntN(3) == 0 {
			v.SetZero()
		}
	}
}
