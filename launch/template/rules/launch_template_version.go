package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var launchTemplateVersionDescriptionLength = &validate.Rule{
	ID:      "launch-template-version-description-length",
	Summary: "VersionDescription must be as long as EC2 takes",
	Source:  validate.Source{Shape: "CreateLaunchTemplate", Member: "VersionDescription"},
	Code:    "InvalidParameterValue",
	On:      onBoth,
	Members: []string{"VersionDescription"},
	Range:   &validate.Range{Max: versionDescriptionMax},
	Good: []validate.Example{
		{Spec: `{"VersionDescription":"` + characters128 + `"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"VersionDescription":"` + characters128 + characters128 + `"}`, At: "VersionDescription"},
	},
}

var launchTemplateVersionSourceFormat = &validate.Rule{
	ID:       "launch-template-version-source-format",
	Summary:  "SourceVersion should be the number of a version, $Latest or $Default",
	Reading:  "The documentation speaks of a number; scripts use $Latest and $Default.",
	Source:   validate.Source{Shape: "CreateLaunchTemplateVersion", Member: "SourceVersion"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	On:       onNext,
	Given:    []string{"SourceVersion"},
	Check: func(p *validate.Pass) {
		in := validate.CallOf[ec2.CreateLaunchTemplateVersionInput](p)
		v := *in.SourceVersion
		number := v != "" && v[0] != '0' && format.TrimLeft(v, format.Digit) == ""
		if !number && v != "$Latest" && v != "$Default" {
			p.Reportf("SourceVersion", "should be the number of a version, $Latest or $Default")
		}
	},
	Good: []validate.Example{
		{Spec: `{"SourceVersion":"12"}`},
		{Spec: `{"SourceVersion":"$Latest"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SourceVersion":"v1"}`, At: "SourceVersion"},
		{Spec: `{"SourceVersion":"0"}`, At: "SourceVersion"},
	},
}
