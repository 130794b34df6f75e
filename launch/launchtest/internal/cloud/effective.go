package cloud

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
	tmpl "github.com/ec2launch/ec2launch/launch/template"
)

// effective returns the request that a request with a launch template stands
// for, see template.Merge. A template that nobody has created is one that says
// nothing, unless the Region is strict.
func (g *Region) effective(in *ec2.RunInstancesInput) (*ec2.RunInstancesInput, error) {
	named := in.LaunchTemplate
	if named == nil || value(named.LaunchTemplateId)+value(named.LaunchTemplateName) == "" {
		return in, nil
	}
	t, err := g.templateNamed(named.LaunchTemplateId, named.LaunchTemplateName)
	if err != nil && !g.Strict {
		return in, nil
	}
	if err != nil {
		return nil, err
	}
	v, err := t.version(orElse(value(named.Version), "$Default"))
	if err != nil {
		return nil, err
	}
	merged, err := tmpl.Merge(tmpl.FromVersion(v.LaunchTemplateData), tmpl.Raw(in))
	if err != nil {
		return nil, err
	}
	if len(merged.Lost()) > 0 {
		return nil, wire.Refuse("InvalidParameterCombination", "A launch template with InstanceRequirements is not for RunInstances.")
	}
	return merged.Input(), nil
}
