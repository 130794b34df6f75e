package rules

import "github.com/ec2launch/ec2launch/validate"

var templateNameMin = &validate.Limit{
	ID:      "template-name-min",
	Summary: "fewest characters of the name of a launch template",
	Source:  validate.Source{Shape: "CreateLaunchTemplate", Member: "LaunchTemplateName"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 3}},
}

var templateNameMax = &validate.Limit{
	ID:      "template-name-max",
	Summary: "most characters of the name of a launch template",
	Source:  validate.Source{Shape: "CreateLaunchTemplate", Member: "LaunchTemplateName"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 128}},
}

var launchTemplateTokenMax = &validate.Limit{
	ID:      "launch-template-token-max",
	Summary: "most characters of the client token of a call that creates a launch template",
	Source:  validate.Source{Shape: "CreateLaunchTemplate", Member: "ClientToken"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 128}},
}

var versionDescriptionMax = &validate.Limit{
	ID:      "launch-template-version-description-max",
	Summary: "most characters of the description of a template's version",
	Source:  validate.Source{Shape: "CreateLaunchTemplate", Member: "VersionDescription"},
	Figures: []validate.Figure{{Since: validate.Spring2023, N: 255}},
}
