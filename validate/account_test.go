package validate_test

import (
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// account says of keys what the map does.
type account struct {
	keys map[string]any
	live bool
}

func (a account) Find(resource, id string) (any, bool) {
	found, known := a.keys[id]
	return found, known && resource == "KeyPair"
}

func (a account) Read() (time.Time, bool) {
	return time.Date(2026, 11, 1, 13, 0, 0, 0, time.FixedZone("", 3600)), a.live
}

func keyRule(age validate.Age, asks ...validate.Asked) *validate.Rule {
	return of("key-unknown", validate.Rule{Given: []string{"KeyName"}, Asks: asks, Age: age, Check: func(p *validate.Pass) {
		if key, known := validate.KeyPair.Of(p, *p.Input.KeyName); known && key == nil {
			p.Reportf("KeyName", "must exist")
		}
	}})
}

func TestRulesAskTheAccount(t *testing.T) {
	offline := ruletest.Validator(t, []*validate.Rule{keyRule(validate.Fixed, validate.KeyPair)})
	v := offline.With(account{keys: map[string]any{
		"there": &types.KeyPairInfo{}, "gone": nil, "typed": (*types.KeyPairInfo)(nil), "wrong": &types.Image{},
	}, live: true})
	for name, want := range map[string]int{"there": 0, "gone": 1, "typed": 1, "wrong": 0, "unheard of": 0} {
		in := &ec2.RunInstancesInput{KeyName: new(name)}
		if got := v.Check(in).Violations; len(got) != want {
			t.Errorf("%s: got %v, want %d", name, got, want)
		}
		if got := offline.Check(in).Violations; len(got) != 0 {
			t.Errorf("%s: without an account: %v", name, got)
		}
		if got := v.With(nil).Check(in).Violations; len(got) != 0 {
			t.Errorf("%s: with the account taken away: %v", name, got)
		}
	}
	data := &types.RequestLaunchTemplateData{KeyName: new("gone")}
	if report, _ := v.CheckCall(data); len(report.Violations) != 1 {
		t.Errorf("in a template: got %v", report)
	}
	if (*validate.Validator)(nil).With(account{}) != nil {
		t.Error("nil has become a validator")
	}
}

func TestAnswersAge(t *testing.T) {
	gone := map[string]any{"gone": nil}
	for _, test := range []struct {
		age  validate.Age
		live bool
		want validate.Severity
	}{
		{validate.Fixed, true, validate.SeverityError},
		{validate.Fixed, false, validate.SeverityError},
		{validate.Edited, true, validate.SeverityError},
		{validate.Edited, false, validate.SeverityWarning},
		{validate.Moving, true, validate.SeverityWarning},
		{validate.Moving, false, validate.SeverityWarning},
	} {
		v := ruletest.Validator(t, []*validate.Rule{keyRule(test.age, validate.KeyPair)}).With(account{gone, test.live})
		found := v.Check(&ec2.RunInstancesInput{KeyName: new("gone")}).Violations
		if len(found) != 1 || found[0].Severity != test.want {
			t.Errorf("%v, live %v: got %v, want %v", test.age, test.live, found, test.want)
			continue
		}
		dated := strings.Contains(found[0].Message, "2026-11-01T12:00:00Z")
		if dated != (test.want == validate.SeverityWarning) {
			t.Errorf("%v, live %v: the message is %q", test.age, test.live, found[0].Message)
		}
	}
}

// A rule that asks for what it does not list fails, and as a rule of a house
// refuses.
func TestRulesAskForWhatTheyList(t *testing.T) {
	v := ruletest.Validator(t, nil, validate.Also(keyRule(validate.Fixed, validate.Image))).With(account{})
	report := v.Check(&ec2.RunInstancesInput{KeyName: new("k")})
	if report.Err() == nil || !strings.Contains(report.String(), "asks for KeyPair") {
		t.Errorf("got %v", report)
	}
}

func TestIllFormedRulesThatAskAreNamed(t *testing.T) {
	for want, r := range map[string]validate.Rule{
		"Asks is for a Check of launches": {Members: []string{"KeyName"}, Tag: "ec2ascii", Asks: []validate.Asked{validate.KeyPair}},
		"one of Asks is nil":              {Members: []string{"KeyName"}, Check: func(*validate.Pass) {}, Asks: []validate.Asked{nil}},
		"unknown Age":                     {Members: []string{"KeyName"}, Check: func(*validate.Pass) {}, Age: 9},
	} {
		if _, err := validate.NewValidator([]*validate.Rule{of("a-b", r)}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

// knowing is an account that knows instance types, too.
type knowing struct{ account }

func (knowing) Lookup(t types.InstanceType) (instancetype.Info, bool) {
	return instancetype.Lookup("m5.large")
}

func TestAccountsThatKnowTypesAreAskedFirst(t *testing.T) {
	typed := of("instance-type-values", validate.Rule{Given: []string{"InstanceType"}, Check: func(p *validate.Pass) {
		p.Reportf("InstanceType", "%s", p.InstanceType().Type())
	}})
	v := ruletest.Validator(t, []*validate.Rule{typed})
	in := &ec2.RunInstancesInput{InstanceType: "m5.new"}
	if found := v.With(knowing{}).Check(in).Violations; found[0].Message != "m5.large" {
		t.Errorf("got %q", found[0].Message)
	}
	if found := v.Check(in).Violations; found[0].Message == "m5.large" {
		t.Error("the account has changed the validator that it was given")
	}
}
