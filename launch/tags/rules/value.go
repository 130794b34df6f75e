package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/validate"
)

var tagValueLength = &validate.Rule{
	ID:      "tag-value-length",
	Summary: "the Value of a tag must not be longer than EC2 takes, in Unicode characters",
	Source:  validate.Source{Shape: "Tag", Member: "Value"},
	Code:    "InvalidParameterValue",
	Members: []string{"TagSpecifications[].Tags[].Value"},
	Range:   &validate.Range{Max: tagValueMax},
	Good: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k","Value":"` + characters256 +
				`"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k","Value":"` + characters256 +
				`v"}]}]}`,
			At: "TagSpecifications[0].Tags[0].Value",
		},
	},
}

// characters256 is a value of the greatest length.
const characters256 = characters128 + characters128

var tagValueSecretFormat = &validate.Rule{
	ID: "tag-value-secret-format",
	Summary: "the Value of a tag should not have the form of a secret: an AWS access key, a private key, a bearer " +
		"token",
	Source:   validate.Source{Guide: "Using_Tags"},
	Severity: validate.SeverityWarning,
	Given:    []string{"TagSpecifications[].Tags[].Value"},
	Secret:   true,
	Check: func(p *validate.Pass) {
		for at, tag := range allTags(p.Input) {
			if secret := secretIn(aws.ToString(tag.Value)); secret != "" {
				p.Reportf(at.value(p), "should not hold %s, which this looks like: many calls show tags; "+
					"keep it in Secrets Manager", secret)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"kms","Value":` +
				`"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"},` +
				`{"Key":"role","Value":"bearer of bad news"}]}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance",` +
				`"Tags":[{"Key":"k","Value":"id=AKIAIOSFODNN7EXAMPLE"}]}]}`,
			At: "TagSpecifications[0].Tags[0].Value",
		},
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance",` +
				`"Tags":[{"Key":"k","Value":"-----BEGIN EC PRIVATE KEY-----"}]}]}`,
			At: "TagSpecifications[0].Tags[0].Value",
		},
		{
			Spec: `{"TagSpecifications":[{"ResourceType":"instance",` +
				`"Tags":[{"Key":"k","Value":"Authorization: Bearer mF_9.B5f-4.1JqM-aaaaa"}]}]}`,
			At: "TagSpecifications[0].Tags[0].Value",
		},
	},
}
