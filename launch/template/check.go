package template

import (
	"reflect"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/project"
	"github.com/ec2launch/ec2launch/validate"
)

// Check runs the rules of a validator on the merged request: also on what the
// two sides make only together, such as a subnet in the request beside network
// interfaces in the template. A nil validator refuses.
//
// A violation stands at the path of the request where the request gives the
// member, and else at that of the template data, with "LaunchTemplateData."
// before it; both say so in their messages where the template has a part in it.
// What lies in a part of which no page tells how the sides combine is not
// reported: see [Merged.Unsure]. The request and the data by themselves are for
// [validate.Validator.Check] and [validate.Validator.CheckCall].
//
// A template with InstanceRequirements, which RunInstances refuses, is reported as
// template-requirements-unsupported; whether an InstanceType in the request
// rescues it, no page tells.
func (m *Merged) Check(v *validate.Validator) validate.Report {
	if m == nil || m.input == nil {
		return v.Check(nil)
	}
	report := v.Check(m.Input())
	var found []validate.Violation
	for _, f := range report.Violations {
		if m.isUnsure(f.Path) || slices.ContainsFunc(f.With, m.isUnsure) {
			continue
		}
		found = append(found, m.located(f))
	}
	if len(m.lost) > 0 && m.input.InstanceType == "" {
		found = append(found, validate.Violation{
			Rule:    "template-requirements-unsupported",
			Path:    "LaunchTemplateData.InstanceRequirements",
			Message: "must not be in a template for RunInstances, which takes an InstanceType alone",
			Code:    "InvalidParameterCombination",
		})
	}
	report.Violations = found
	return report
}

// located moves a violation from the merged request to the side it comes from.
func (m *Merged) located(f validate.Violation) validate.Violation {
	path, template := m.locate(f.Path)
	f.Path = path
	with := make([]string, len(f.With))
	for i, w := range f.With {
		var there bool
		with[i], there = m.locate(w)
		template = template || there
	}
	f.With = with
	if template {
		f.Message += " (the launch template has a part in it)"
	}
	return f
}

// locate returns the path of a member on the side that gives it, and whether
// that is the template.
func (m *Merged) locate(path string) (there string, template bool) {
	switch o := m.Origin(path); {
	case o.Request != "":
		return o.Request, o.Template != ""
	case o.Template != "":
		return "LaunchTemplateData." + o.Template, true
	}
	return path, false
}

// inData spells a path of a request as template data has it.
func inData(path string) string {
	if there, ok := project.Path(reflect.TypeFor[types.RequestLaunchTemplateData](), path); ok {
		return there
	}
	return path
}
