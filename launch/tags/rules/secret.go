package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/internal/secret"
	"github.com/ec2launch/ec2launch/validate"
)

// longestSearched bounds how much of a tag value is searched for secrets; EC2
// takes no longer ones.
const longestSearched = 256

// secretIn says what kind of secret a tag value holds; empty when none.
func secretIn(value string) string {
	if len(value) < secret.Shortest {
		return ""
	}
	var text [longestSearched]byte
	return secret.In(text[:copy(text[:], value)])
}

var tagSecretAdvice = &validate.Rule{
	ID:       "tag-secret-advice",
	Summary:  "the Value of a tag should not be the secret that the key announces: many calls show tags",
	Source:   validate.Source{Guide: "Using_Tags"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"TagSpecifications[].Tags[].Value"},
	When:     []string{"TagSpecifications[].Tags[].Key"},
	Secret:   true,
	Check: func(p *validate.Pass) {
		for at, tag := range allTags(p.Input) {
			if value := aws.ToString(tag.Value); value != "" && secret.Announced(aws.ToString(tag.Key)) &&
				secretIn(value) == "" {
				p.Reportf(at.value(p), "should not be the secret that the tag's key announces: many calls show tags; "+
					"keep it in Secrets Manager and tag its name")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance",` +
				`"Tags":[{"Key":"owner","Value":"team-a"},{"Key":"secretary","Value":"x"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance",` +
				`"Tags":[{"Key":"db-Password","Value":"hunter2"}]}]}`,
			At: "TagSpecifications[0].Tags[0].Value",
		},
	},
}
