package template

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A Template refers to a launch template, by ID or by name, never both: [ID] or
// [Name]. Its methods return a changed copy. The zero Template refers to none.
type Template struct {
	spec types.LaunchTemplateSpecification
}

// ID refers to the default version of the template with an ID,
// "lt-0abcdef1234567890".
func ID(id string) Template {
	return Template{types.LaunchTemplateSpecification{LaunchTemplateId: new(id)}}
}

// Name refers to the default version of the template with a name.
func Name(name string) Template {
	return Template{types.LaunchTemplateSpecification{LaunchTemplateName: new(name)}}
}

// Version sets the version, by its number or as "$Latest" or "$Default". The
// default is "$Default".
func (t Template) Version(version string) Template {
	t.spec.Version = new(version)
	return t
}

// Apply writes t into a request, in place of what was there; the request shares
// nothing with t. The zero Template leaves the request without LaunchTemplate.
func (t Template) Apply(in *ec2.RunInstancesInput) {
	in.LaunchTemplate = nil
	if t != (Template{}) {
		in.LaunchTemplate = new(sdkcopy.LaunchTemplateSpecification(t.spec))
	}
}

// String returns the members of a request that t sets, as JSON.
func (t Template) String() string { return part.String(t) }

// Equal reports whether t and u refer to the same version.
func (t Template) Equal(u Template) bool { return part.Equal(t, u) }
