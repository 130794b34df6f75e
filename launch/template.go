package launch

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// A Template refers to a launch template, by ID or by name, never both:
// [TemplateID] or [TemplateName]. Its methods return a changed copy. The zero
// Template refers to none, of which the rule template-ignored warns.
type Template struct {
	spec types.LaunchTemplateSpecification
}

// TemplateID refers to the default version of the template with an ID,
// "lt-0abcdef1234567890".
func TemplateID(id string) Template {
	return Template{types.LaunchTemplateSpecification{LaunchTemplateId: new(id)}}
}

// TemplateName refers to the default version of the template with a name.
func TemplateName(name string) Template {
	return Template{types.LaunchTemplateSpecification{LaunchTemplateName: new(name)}}
}

// Version chooses a version by its number, or as "$Latest" or "$Default".
func (t Template) Version(version string) Template {
	t.spec.Version = new(version)
	return t
}

// FromTemplate starts from a launch template, one instance. What the builder
// sets wins over what the template says. Rules about members that the template
// may supply stay silent.
func FromTemplate(t Template) Builder { return Builder{}.Count(Exactly(1)).Template(t) }

// Template sets the launch template that supplies what the request leaves out.
func (b Builder) Template(t Template) Builder {
	b.in.LaunchTemplate = &t.spec
	return b
}
