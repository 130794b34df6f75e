package rules

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

func TestKeysThatAnnounceSecrets(t *testing.T) {
	for key, want := range map[string]bool{
		"password": true, "DB_PASSWORD": true, "app/token": true, "ApiKey": true, "credentials-2": true,
		"": false, "owner": false, "secretary": false, "tokens": false, "Name": false,
	} {
		if got := namesSecret(key); got != want {
			t.Errorf("namesSecret(%q) = %t, want %t", key, got, want)
		}
	}
}

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
