// Package rules is the rule book on launch templates: on the reference to one,
// on the calls that create one, and on a request together with the template that
// it names.
package rules

import (
	"github.com/ec2launch/ec2launch/internal/lend"
	"github.com/ec2launch/ec2launch/validate"
)

// Rules lists copies of the rules on a reference in the order of the
// documentation.
func Rules() []*validate.Rule { return validate.Clone(originals()) }

// Lend is [Rules] without the copies, for package launch alone.
func Lend(k lend.Key) []*validate.Rule { return lend.To(k, originals) }

func originals() []*validate.Rule {
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
	return validate.Clone([]*validate.Rule{
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
	})
}

// AccountRules lists the rules that ask the account.
func AccountRules() []*validate.Rule {
	return validate.Clone([]*validate.Rule{
		templateUnknown,
		templateNameUnknown,
		templateVersionUnknown,
	})
}

// MergeRules lists the rules on a request together with the data of the launch
// template that it names.
func MergeRules() []*validate.Rule {
	return validate.Clone([]*validate.Rule{
		templateRequirementsUnsupported,
		templateRequirementsTypeUnsupported,
		templateTextIgnored,
		templateEncryptionAdvice,
		templateGroupsAdvice,
		templateTokensAdvice,
	})
}
