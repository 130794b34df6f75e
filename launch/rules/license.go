package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var licenseRequired = &validate.Rule{
	ID:       "license-required",
	Summary:  "LicenseConfigurationArn should be given in each of LicenseSpecifications",
	Reading:  "An empty structure is not sent at all, so the launch may succeed, without the licence.",
	Source:   validate.Source{Shape: "LicenseConfigurationRequest", Member: "LicenseConfigurationArn"},
	Severity: validate.SeverityWarning,
	Code:     "MissingParameter",
	Members:  []string{"LicenseSpecifications[].LicenseConfigurationArn"},
	When:     []string{"LicenseSpecifications"},
	Check: func(p *validate.Pass) {
		for i, l := range p.Input.LicenseSpecifications {
			if l.LicenseConfigurationArn == nil {
				p.Reportf(p.At("LicenseSpecifications[].LicenseConfigurationArn", i),
					"should be the ARN of a licence configuration; without one, the element is not sent")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"LicenseSpecifications":[` + aLicense + `]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"LicenseSpecifications":[{}]}`, At: "LicenseSpecifications[0].LicenseConfigurationArn"},
	},
}

// licenses begins the ARNs of licence configurations.
const licenses = "arn:aws:license-manager:us-east-1:111122223333:license-configuration:"

// aLicense is an element of LicenseSpecifications.
const aLicense = `{"LicenseConfigurationArn":"` + licenses + `lic-0123456789abcdef0123456789abcdef"}`

var licenseARNFormat = &validate.Rule{
	ID:      "license-arn-format",
	Summary: "LicenseConfigurationArn must be the ARN of a license-configuration of the service license-manager",
	Reading: "The ID is set off by a colon or by a slash.",
	Source:  validate.Source{Shape: "LicenseConfigurationRequest", Member: "LicenseConfigurationArn"},
	Code:    "InvalidParameterValue",
	Given:   []string{"LicenseSpecifications[].LicenseConfigurationArn"},
	Check: func(p *validate.Pass) {
		for i, l := range p.Input.LicenseSpecifications {
			if l.LicenseConfigurationArn != nil && !licenseConfiguration(*l.LicenseConfigurationArn) {
				p.Reportf(p.At("LicenseSpecifications[].LicenseConfigurationArn", i),
					"must be like %slic-0123456789abcdef0123456789abcdef%s", licenses,
					format.Elsewhere(*l.LicenseConfigurationArn))
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"LicenseSpecifications":[` + aLicense + `]}`},
		{
			Spec: `{"LicenseSpecifications":[{"LicenseConfigurationArn":"arn:aws-us-gov:license-manager:us-gov-west-1:` +
				`111122223333:license-configuration/lic-0123456789abcdef0123456789abcdef"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LicenseSpecifications":[{"LicenseConfigurationArn":"lic-0123456789abcdef0123456789abcdef"}]}`,
			At:   "LicenseSpecifications[0].LicenseConfigurationArn",
		},
		{
			Spec: `{"LicenseSpecifications":[{"LicenseConfigurationArn":` +
				`"arn:aws:license-manager:us-east-1:111122223333:grant:g-0123456789abcdef"}]}`,
			At: "LicenseSpecifications[0].LicenseConfigurationArn",
		},
		{
			Spec: `{"LicenseSpecifications":[{"LicenseConfigurationArn":` +
				`"arn:aws:license-manager:us-east-1:111122223333:license-configurations"}]}`,
			At: "LicenseSpecifications[0].LicenseConfigurationArn",
		},
	},
}

func licenseConfiguration(arn string) bool {
	_, resource, ok := format.ARN("license-manager", arn)
	id, named := strings.CutPrefix(resource, "license-configuration")
	return ok && named && len(id) > 1 && (id[0] == ':' || id[0] == '/') && format.MadeOf(id[1:], "-")
}

var licenseUnique = &validate.Rule{
	ID:       "license-unique",
	Summary:  "LicenseConfigurationArn should not repeat that of an earlier element",
	Reading:  "It follows from the meaning of the list; no sentence says so.",
	Source:   validate.Source{Shape: "RunInstances", Member: "LicenseSpecifications"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"LicenseSpecifications[].LicenseConfigurationArn"},
	Check: func(p *validate.Pass) {
		all := p.Input.LicenseSpecifications
		repeats.Each(len(all), func(i int) (string, bool) {
			arn := aws.ToString(all[i].LicenseConfigurationArn)
			return arn, arn != ""
		}, func(first, again int) {
			p.Conflictf(p.At("LicenseSpecifications[].LicenseConfigurationArn", again),
				[]string{p.At("LicenseSpecifications[].LicenseConfigurationArn", first)},
				"should not repeat an earlier element; drop one of the two")
		})
	},
	Good: []validate.Example{
		{Spec: `{"LicenseSpecifications":[` + aLicense + `,{"LicenseConfigurationArn":"` + licenses + `lic-b"}]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"LicenseSpecifications":[` + aLicense + `,` + aLicense + `]}`,
			At:   "LicenseSpecifications[1].LicenseConfigurationArn",
		},
	},
}
