// Package rules is the rule book on launch templates: on the reference to one,
// and on the calls that create one.
package rules

import "github.com/ec2launch/ec2launch/validate"

// Rules lists the rules on a reference in the order of the documentation. The
// list is the caller's own, the rules are shared.
func Rules() []*validate.Rule {
	return []*validate.Rule{
		templateRequired,
		templateIgnored,
		templateConflict,
		templateIDFormat,
		templateNameLength,
		templateNameFormat,
		templateVersionValues,
		templateVersionFormat,
		templateVersionAdvice,
	}
}

// CallRules lists the rules on CreateLaunchTemplate and
// CreateLaunchTemplateVersion.
func CallRules() []*validate.Rule {
	return []*validate.Rule{
		launchTemplateNameRequired,
		launchTemplateNameLength,
		launchTemplateNameFormat,
		launchTemplateRequired,
		launchTemplateConflict,
		launchTemplateIDFormat,
		launchTemplateTokenLength,
		launchTemplateTokenFormat,
		launchTemplateVersionDescriptionLength,
		launchTemplateVersionSourceFormat,
		launchTemplateTagValues,
		launchTemplateOperatorReserved,
		launchTemplateDataRequired,
		launchTemplateDataTypeConflict,
		launchTemplateDataRequirementsAdvice,
		launchTemplateDeviceIndexRequired,
	}
}

// AccountRules lists the rules that ask the account.
func AccountRules() []*validate.Rule {
	return []*validate.Rule{
		templateUnknown,
		templateNameUnknown,
		templateVersionUnknown,
		templateRequirementsUnsupported,
	}
}
