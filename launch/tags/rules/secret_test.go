package rules

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// No report may repeat what it warns of.
func TestSecretsAreNotReported(t *testing.T) {
	v := ruletest.Validator(t, Rules(), validate.Advise())
	for key, secret := range map[string]string{"k": "AKIAIOSFODNN7EXAMPLE", "password": "hunter2"} {
		report := v.Check(&ec2.RunInstancesInput{TagSpecifications: []types.TagSpecification{{
			ResourceType: types.ResourceTypeInstance,
			Tags:         []types.Tag{{Key: new(key), Value: new(secret)}},
		}}})
		if len(report.Violations) != 1 {
			t.Errorf("%s: got %d violations, want 1:\n%s", key, len(report.Violations), report)
		}
		for _, violation := range report.Violations {
			if violation.Value != nil || strings.Contains(violation.String(), secret) {
				t.Errorf("%s: the report repeats the secret: %s", key, violation)
			}
		}
	}
}

// Nor may a report of another mistake in the same value.
func TestSecretsAreNotReportedByOtherRules(t *testing.T) {
	for _, opts := range [][]validate.Option{nil, {validate.Advise()}, {validate.Skip("tag-value-secret-format", "tag-secret-advice")}} {
		v := ruletest.Validator(t, Rules(), opts...)
		for _, tag := range [][2]string{
			{"k", "AKIAIOSFODNN7EXAMPLE" + strings.Repeat(" x", 200)},
			{"k", strings.Repeat("x ", 200) + "AKIAIOSFODNN7EXAMPLE"},
			{"k", "AKIAIOSFODNN7EXAMPLE\x01"},
			{"k", "Bearer hunter2-hunter2-hunter2\xff"},
			{"db-password", "hunter2" + strings.Repeat("x", 300)},
			{"Token", "hunter2\x01"},
			{"AKIAIOSFODNN7EXAMPLE\x01", "x"},
		} {
			report := v.Check(&ec2.RunInstancesInput{TagSpecifications: []types.TagSpecification{{
				ResourceType: types.ResourceTypeInstance,
				Tags:         []types.Tag{{Key: &tag[0], Value: &tag[1]}},
			}}})
			text, err := json.Marshal(report)
			if err != nil || len(report.Violations) == 0 {
				t.Errorf("%q: %v, %v", tag, report, err)
			}
			for _, s := range []string{"AKIAIOSFODNN7", "hunter2"} {
				if strings.Contains(report.String()+string(text), s) {
					t.Errorf("%q: the report repeats the secret: %s", tag, report)
				}
			}
		}
	}
}

// A tag without a key announces nothing, and its value is shown.
func TestValuesOfTagsWithoutKeyAreReported(t *testing.T) {
	v := ruletest.Validator(t, Rules())
	long := strings.Repeat("x", 300)
	report := v.Check(&ec2.RunInstancesInput{TagSpecifications: []types.TagSpecification{{
		ResourceType: types.ResourceTypeInstance, Tags: []types.Tag{{Value: &long}},
	}}})
	shown := false
	for _, violation := range report.Violations {
		shown = shown || violation.Rule == "tag-value-length" && violation.Value != nil
	}
	if !shown {
		t.Errorf("the length of the value is not reported with the value: %v", report)
	}
}
