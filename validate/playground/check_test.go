package playground

import (
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

func TestCheckRefusesWhatCouldNotWork(t *testing.T) {
	v := validator.New()
	for _, test := range []struct {
		name        string
		v           *validator.Validate
		member, tag string
		want        string
	}{
		{"nil validator", nil, "KeyName", "max=3", "there is no validator"},
		{"zero validator", new(validator.Validate), "KeyName", "max=3", "there is no validator"},
		{"member that is not there", v, "KeyNames", "max=3", `no member "KeyNames"`},
		{"member of an element", v, "BlockDeviceMappings[0].DeviceName", "max=3", "no member"},
		{"structure", v, "Placement", "required", "Placement has no value"},
		{"no tag", v, "KeyName", "", "must test something"},
		{"tag that skips", v, "KeyName", "-", "must test something"},
		{"misspelt tag", v, "KeyName", "maks=3", "Undefined validation function 'maks'"},
		{"misspelt tag behind another", v, "KeyName", "ipv4,maks=3", "Undefined validation function 'maks'"},
		{"parameter that is no number", v, "KeyName", "ipv4,max=three", "invalid syntax"},
		{"alternative whose parameter is no number", v, "KeyName", "alpha|max=three", "invalid syntax"},
		{"dive into a text", v, "KeyName", "dive,max=3", "dive"},
		{"empty part", v, "KeyName", "max=3,,min=1", "Invalid validation tag"},
		{"parameter of a switch on a number", v, "MaxCount", "eq=true", "invalid syntax"},
		{"tag of texts on a switch", v, "EbsOptimized", "max=3", "Bad field type"},
	} {
		check, err := Check(test.v, test.member, test.tag)
		if check != nil || err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// house makes a validator of one rule by a tag, and nothing else.
func house(t *testing.T, v *validator.Validate, member, tag string) *validate.Validator {
	t.Helper()
	check, err := Check(v, member, tag)
	if err != nil {
		t.Fatal(err)
	}
	return ruletest.Validator(t, nil, validate.Also(&validate.Rule{
		ID:      "house-rule",
		Summary: "it must pass",
		Source:  validate.Source{Shape: "RunInstances"},
		Code:    "InvalidParameterValue",
		Members: []string{member},
		Check:   check,
	}))
}

func TestCheckReportsAtTheMember(t *testing.T) {
	v := registered(t)
	for _, test := range []struct {
		member, tag, spec string
		want              []string
	}{
		{"KeyName", "max=3", `{"KeyName":"abcd"}`, []string{`KeyName = "abcd": must pass the tag max=3 [house-rule]`}},
		{"KeyName", "max=3", `{"KeyName":"abc"}`, nil},
		{"KeyName", "lowercase", `{"KeyName":"abc"}`, nil},
		{"KeyName", "required", `{}`, nil},
		{"KeyName", "alpha|max=3", `{"KeyName":"1234"}`,
			[]string{`KeyName = "1234": must pass the tag alpha|max=3 [house-rule]`}},
		{"InstanceType", "startswith=m6i.", `{"InstanceType":"m5.large"}`,
			[]string{`InstanceType = "m5.large": must pass the tag startswith=m6i. [house-rule]`}},
		{"MaxCount", "lte=10", `{"MaxCount":11}`, []string{`MaxCount = 11: must pass the tag lte=10 [house-rule]`}},
		{"DisableApiTermination", "eq=true", `{"DisableApiTermination":false}`,
			[]string{`DisableApiTermination = false: must pass the tag eq=true [house-rule]`}},
		{"SecurityGroupIds", "ec2_security_group_id", `{"SecurityGroupIds":["sg-1a2b3c4d","web"]}`,
			[]string{`SecurityGroupIds[1] = "web": must pass the tag ec2_security_group_id [house-rule]`}},
		{"TagSpecifications[].Tags[].Value", "email",
			`{"TagSpecifications":[{"ResourceType":"instance",
				"Tags":[{"Key":"a","Value":"a@example.com"},{"Key":"b","Value":"b"}]}]}`,
			[]string{`TagSpecifications[0].Tags[1].Value = "b": must pass the tag email [house-rule]`}},
		{"UserData", "max=3", `{"UserData":"hunter2"}`, []string{`UserData: must pass the tag max=3 [house-rule]`}},
	} {
		var got []string
		for _, f := range house(t, v, test.member, test.tag).Check(ruletest.Request(t, test.spec)).Violations {
			got = append(got, f.String())
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s by %s on %s: %s", test.member, test.tag, test.spec, diff)
		}
	}
}

func TestCheckFailsClosedWhereATagPanics(t *testing.T) {
	v := validator.New()
	err := v.RegisterValidation("house", func(fl validator.FieldLevel) bool {
		if fl.Field().String() == "hunter2" {
			panic("hunter2")
		}
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	report := house(t, v, "KeyName", "house").Check(ruletest.Request(t, `{"KeyName":"hunter2"}`))
	if report.Err() == nil || strings.Contains(report.String(), "hunter2") {
		t.Error(report)
	}
}

// A tag may be a function of the caller's, which could write to what it is
// given.
func TestCheckLendsNoPartOfTheRequest(t *testing.T) {
	v := validator.New()
	err := v.RegisterValidation("house", func(fl validator.FieldLevel) bool { return !fl.Field().CanSet() })
	if err != nil {
		t.Fatal(err)
	}
	for _, member := range []string{"KeyName", "MinCount", "EbsOptimized"} {
		in := ruletest.Request(t, `{"KeyName":"a","EbsOptimized":true}`)
		if err := house(t, v, member, "house").Check(in).Err(); err != nil {
			t.Error(err)
		}
	}
}

func TestCheckStandsInRulesThatRuletestTests(t *testing.T) {
	check, err := Check(validator.New(), "KeyName", "startswith=house-")
	if err != nil {
		t.Fatal(err)
	}
	rules := []*validate.Rule{{
		ID:      "house-key-name-format",
		Summary: "a key pair must be the house's",
		Source:  validate.Source{Shape: "RunInstances", Member: "KeyName"},
		Code:    "InvalidKeyPair.NotFound",
		Members: []string{"KeyName"},
		Check:   check,
		Good:    []validate.Example{{Spec: `{"KeyName":"house-a"}`}, {Spec: `{}`}},
		Bad:     []validate.Example{{Spec: `{"KeyName":"a"}`, At: "KeyName"}},
	}}
	ruletest.Run(t, rules)
	ruletest.Agree(t, rules)
}
