package playground

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

func TestRegisterRefusesWhatItCannotWorkWith(t *testing.T) {
	rules := ruletest.Validator(t, launch.Rules())
	for _, test := range []struct {
		name       string
		v          *validator.Validate
		rules      *validate.Validator
		translator []ut.Translator
		want       string
	}{
		{"nil validator", nil, rules, nil, "there is no validator; "},
		{"zero validator", new(validator.Validate), rules, nil, "there is no validator; "},
		{"nil rules", validator.New(), nil, nil, "there are no rules to judge by"},
		{"zero rules", validator.New(), new(validate.Validator), nil, "there are no rules to judge by"},
		{"nil translator", validator.New(), rules, []ut.Translator{nil}, "a translator is nil"},
	} {
		err := Register(test.v, test.rules, test.translator...)
		if err == nil || strings.Count(err.Error(), "playground: ") != 1 || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// validator would replace the tags without a word.
func TestRegisterRefusesTagsThatAreThereAndChangesNothing(t *testing.T) {
	v := validator.New()
	v.RegisterAlias("ec2_tag_key", "max=3")
	if err := v.RegisterValidation("ec2_image_id", func(validator.FieldLevel) bool { return true }); err != nil {
		t.Fatal(err)
	}
	err := Register(v, ruletest.Validator(t, launch.Rules()))
	if err == nil || !strings.HasSuffix(err.Error(), "must not: ec2_image_id, ec2_tag_key") {
		t.Error(err)
	}
	if v.Var("x", "ec2_image_id") != nil || v.Var("abcd", "ec2_tag_key") == nil {
		t.Error("the tags of the caller were replaced")
	}
	if knows(v, "ec2_subnet_id") || v.Struct(ec2.RunInstancesInput{}) != nil {
		t.Error("a part was registered")
	}
}

func TestRegisterRefusesToRunTwice(t *testing.T) {
	v := registered(t)
	err := Register(v, ruletest.Validator(t, launch.Rules()))
	if err == nil || !strings.Contains(err.Error(), "ec2_volume_type") {
		t.Error(err)
	}
	if v.Struct(ec2.RunInstancesInput{}) == nil {
		t.Error("the first registration is gone")
	}
}
