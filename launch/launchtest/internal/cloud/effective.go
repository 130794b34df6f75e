package cloud

import "github.com/aws/aws-sdk-go-v2/service/ec2"

// effective returns the request that a request with a launch template stands
// for: what it says itself, for the data of templates is kept but not merged. A
// template that nobody has created is one that says nothing, unless the Region
// is strict.
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
	if _, err := t.version(orElse(value(named.Version), "$Default")); err != nil {
		return nil, err
	}
	return in, nil
}
