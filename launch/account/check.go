package account

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/validate"
)

// Check runs the rules of a validator on a request, those that ask the account
// on what the snapshot has. Where the snapshot has the launch template that the
// request names, both are judged together, as [template.Merged.Check] does. A
// nil validator refuses; a nil snapshot knows nothing.
func Check(v *validate.Validator, s *Snapshot, r Request) validate.Report {
	in := inputOf(r)
	if m := s.merged(in); m != nil {
		return m.Check(v.With(s))
	}
	return v.With(s).Check(in)
}

// merged is the request together with its launch template, nil where the
// template is not known.
func (s *Snapshot) merged(in *ec2.RunInstancesInput) *template.Merged {
	if in == nil {
		return nil
	}
	for _, key := range launchTemplates(in) {
		thing, _ := s.Find(validate.LaunchTemplate.Name(), key)
		version, _ := thing.(*types.LaunchTemplateVersion)
		if version == nil || version.LaunchTemplateData == nil {
			return nil
		}
		m, err := template.Merge(template.FromVersion(version.LaunchTemplateData), Raw(in))
		if err == nil {
			return m
		}
	}
	return nil
}

// effective is what is launched, as far as the template is known.
func (s *Snapshot) effective(in *ec2.RunInstancesInput) *ec2.RunInstancesInput {
	if m := s.merged(in); m != nil {
		return m.Input()
	}
	return in
}
