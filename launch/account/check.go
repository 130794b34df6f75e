package account

import (
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/validate"
)

// Check runs the rules of a validator on a request; the snapshot answers those
// that ask the account. Where the snapshot has the launch template that the
// request names, both are judged together, as [template.Merged.Check] does. Where
// the snapshot is not live, what the template has a part in only warns, unless
// the request names it by its ID and the number of a version, which never change.
// A nil validator refuses; a nil snapshot knows nothing.
func Check(v *validate.Validator, s *Snapshot, r Request) validate.Report {
	in := inputOf(r)
	m := s.merged(in)
	if m == nil {
		return v.With(s).Check(in)
	}
	report := m.Check(v.With(s))
	if at, live := s.Read(); !live && !lasting(in.LaunchTemplate) {
		dated(report, v.With(s).Check(in), at)
	}
	return report
}

// lasting reports whether a template is named as what never changes.
func lasting(t *types.LaunchTemplateSpecification) bool {
	return t.LaunchTemplateId != nil && format.VersionNumber(aws.ToString(t.Version))
}

// dated lowers the errors that a request does not have by itself, and says of
// what time the rest is.
func dated(report, alone validate.Report, at time.Time) {
	for i, f := range report.Violations {
		itself := func(g validate.Violation) bool { return g.Rule == f.Rule && g.Path == f.Path }
		if f.Severity == validate.SeverityError && !slices.ContainsFunc(alone.Violations, itself) {
			f.Severity = validate.SeverityWarning
			f.Message += " (as of " + at.UTC().Format(time.RFC3339) + ")"
			report.Violations[i] = f
		}
	}
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
