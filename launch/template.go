package launch

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/template"
)

// FromTemplate starts from a launch template, one instance. What the builder
// sets wins over what the template says. Rules about members that the template
// may supply stay silent.
func FromTemplate(t template.Template) Builder { return Builder{}.Count(Exactly(1)).Template(t) }

// Template sets the launch template that supplies what the request leaves out,
// in place of an earlier one. The zero Template takes that back.
func (b Builder) Template(t template.Template) Builder {
	t.Apply(&b.in)
	return b
}

// TemplateData returns the data of a launch template that launches what the
// builder asks for, checked by all rules in their latest edition as [CheckCall]
// checks it: what it leaves out, a request from the template may give. User data
// is part of it, as base64.
//
// The error is a [*validate.Error], or a [*template.LostError] where the builder
// asks for what template data has no place for: more than one instance, a client
// token, a subnet or addresses outside of a network interface.
func (b Builder) TemplateData() (*types.RequestLaunchTemplateData, error) {
	data, err := template.FromSpec(template.Raw(b.reveal()))
	if err != nil {
		return nil, err
	}
	report, _ := CheckCall(data)
	if err := b.withFaults(report).Err(); err != nil {
		return nil, err
	}
	return data, nil
}
