package playground

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/go-playground/locales/en"
	ut "github.com/go-playground/universal-translator"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// A tag that refused what some request rightly has would be a false rejection.
func TestTagsAcceptEveryValueOfValidRequests(t *testing.T) {
	v := registered(t)
	for _, tag := range tags {
		tried := map[string]bool{}
		for _, in := range good(t) {
			members.Walk(reflect.ValueOf(in).Elem(), tag.member, func(m reflect.Value, _ []int) {
				for _, text := range texts(m) {
					if tried[text] = true; text != "" && v.Var(text, tag.name) != nil {
						t.Errorf("%s refuses %q", tag.name, text)
					}
				}
			})
		}
		if len(tried) == 0 {
			t.Errorf("no valid request has a %s to try %s on", tag.member, tag.name)
		}
	}
}

// A tag whose member were not the one that it sets would refuse nothing.
func TestTagsRefuseValuesOfInvalidRequests(t *testing.T) {
	v := registered(t)
	for _, tag := range tags {
		refused := false
		for _, in := range bad(t) {
			members.Walk(reflect.ValueOf(in).Elem(), tag.member, func(m reflect.Value, _ []int) {
				for _, text := range texts(m) {
					refused = refused || text != "" && v.Var(text, tag.name) != nil
				}
			})
		}
		if !refused {
			t.Errorf("%s refuses no %s of an invalid request", tag.name, tag.member)
		}
	}
}

func TestTagsOnValues(t *testing.T) {
	v := registered(t)
	for _, test := range []struct {
		tag   string
		value any
		ok    bool
	}{
		{"ec2_image_id", "ami-0abcdef1234567890", true},
		{"ec2_image_id", "resolve:ssm:/house/image", true},
		{"ec2_image_id", "ami-0ABCDEF1234567890", false},
		{"ec2_instance_type", "m99x.large", true}, // AWS may have added it since
		{"ec2_instance_type", types.InstanceTypeM5Large, true},
		{"ec2_instance_type", "m5 large", false},
		{"ec2_volume_type", types.VolumeTypeGp3, true},
		{"ec2_volume_type", "ssd", false},
		{"ec2_security_group_id", "web", false},
		{"ec2_private_ipv4", "10.0.0.12", true},
		{"ec2_private_ipv4", "::ffff:10.0.0.12", false}, // passes ip and ipv4 of validator
		{"ec2_ipv6", "2001:db8::10", true},
		{"ec2_ipv6", "::ffff:10.0.0.12", false},
		{"ec2_tag_key", strings.Repeat("é", 128), true},
		{"ec2_tag_key", "aws:name", false},
		{"ec2_tag_value", "", true},
		{"ec2_tag_value", "a\x00b", false},
		{"ec2_template_id", "lt-0abcdef1234567890", true},
		{"ec2_device_name", new("/dev/sdf"), true},
		{"ec2_device_name", new("sdf;"), false},
		{"ec2_device_name", (*string)(nil), false},
		{"ec2_device_name", nil, false},
		{"ec2_device_name", 7, false},
		{"ec2_device_name", []string{"/dev/sdf"}, false},
	} {
		if err := v.Var(test.value, test.tag); (err == nil) != test.ok {
			t.Errorf("%s on %q: %v", test.tag, test.value, err)
		}
	}
}

func TestOnlyTheValueOfATagMayBeEmpty(t *testing.T) {
	v := registered(t)
	for _, tag := range tags {
		if ok := v.Var("", tag.name) == nil; ok != (tag.name == "ec2_tag_value") {
			t.Errorf("%s accepts an empty text: %v", tag.name, ok)
		}
		if err := v.Var("", "omitempty,"+tag.name); err != nil {
			t.Errorf("%s after omitempty: %v", tag.name, err)
		}
	}
}

func TestTagsJudgeByTheRulesOfTheCaller(t *testing.T) {
	house := &validate.Rule{
		ID:      "house-image-allowed",
		Summary: "images must be the house's",
		Source:  validate.Source{Shape: "RunInstances", Member: "ImageId"},
		Code:    "InvalidAMIID.NotFound",
		Members: []string{"ImageId"},
		Values: &validate.Values{
			ID:   "house-images",
			Sets: []validate.ValueSet{{Since: validate.Latest, Values: []string{"ami-0abcdef1234567890"}}},
		},
	}
	v := registeredWith(t, ruletest.Validator(t, launch.Rules(),
		validate.Also(house), validate.Allow("volume-type", "gp4"), validate.Skip("tag-key-reserved")))
	for _, test := range []struct {
		tag, value string
		ok         bool
	}{
		{"ec2_image_id", "ami-0abcdef1234567890", true},
		{"ec2_image_id", "ami-0abcdef1234567891", false},
		{"ec2_volume_type", "gp4", true},
		{"ec2_tag_key", "aws:name", true},
	} {
		if err := v.Var(test.value, test.tag); (err == nil) != test.ok {
			t.Errorf("%s on %q: %v", test.tag, test.value, err)
		}
	}
}

func TestTranslationsOfTagsSayAllThatIsWrong(t *testing.T) {
	english, _ := ut.New(en.New()).GetTranslator("en")
	v := registered(t, english)
	type config struct {
		Name  string  `validate:"ec2_template_name"`
		Key   *string `validate:"ec2_key_name"`
		Count int     `validate:"ec2_tag_key"`
	}
	var got []string
	for _, fe := range fieldErrors(t, v.Struct(config{Name: "ä"})) {
		got = append(got, fe.Translate(english))
	}
	for _, fe := range fieldErrors(t, v.Var("", "ec2_subnet_id")) {
		got = append(got, fe.Translate(english))
	}
	want := []string{
		"Name: must have 3 to 128 characters, and has 1; must have only letters, digits and ( ) . - / _",
		"Key: must be a text",
		"Count: must be a text",
		"must not be empty",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDocumentationListsTheTagsWithTheirMembers(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for line := range strings.Lines(string(doc)) {
		if fields := strings.Fields(line); len(fields) == 3 && strings.HasPrefix(fields[1], "ec2_") {
			got = append(got, fields[1]+" "+fields[2])
		}
	}
	for _, tag := range tags {
		want = append(want, fmt.Sprint(tag.name, " ", tag.member))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
