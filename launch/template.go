package launch

import "github.com/ec2launch/ec2launch/launch/template"

// FromTemplate starts from a launch template, one instance. What the builder
// sets wins over what the template says. Rules about members that the template
// may supply stay silent.
func FromTemplate(t template.Template) Builder { return Builder{}.Count(Exactly(1)).Template(t) }

// Template sets the launch template that supplies what the request leaves out.
func (b Builder) Template(t template.Template) Builder {
	return b.apply("LaunchTemplate", t)
}
