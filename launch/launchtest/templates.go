package launchtest

import (
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/template"
)

// A launchTemplate is one that was created, with the data of its versions in their order.
type launchTemplate struct {
	id, name string
	created  time.Time
	tags     []types.Tag
	versions []templateVersion
}

// A templateVersion is one version of a template, the first of which is the default.
type templateVersion struct {
	data        *types.RequestLaunchTemplateData
	description *string
	created     time.Time
}

// createLaunchTemplate serves CreateLaunchTemplate.
func (g *region) createLaunchTemplate(form url.Values) (any, error) {
	in := new(ec2.CreateLaunchTemplateInput)
	if err := decode(form, createLaunchTemplateParameters, in); err != nil {
		return nil, err
	}
	name := aws.ToString(in.LaunchTemplateName)
	switch {
	case name == "":
		return nil, missing("LaunchTemplateName")
	case in.LaunchTemplateData == nil:
		return nil, missing("LaunchTemplateData")
	case aws.ToBool(in.DryRun):
		return nil, dryRunPassed()
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if t, _ := g.template(nil, in.LaunchTemplateName); t != nil {
		return nil, refusal("InvalidLaunchTemplateName.AlreadyExistsException", "Launch template name already in use.")
	}
	t := &launchTemplate{id: g.newID("lt"), name: name, created: g.now()}
	for _, s := range in.TagSpecifications {
		t.tags = append(t.tags, s.Tags...)
	}
	t.versions = []templateVersion{{in.LaunchTemplateData, in.VersionDescription, t.created}}
	g.templates = append(g.templates, t)
	return &ec2.CreateLaunchTemplateOutput{LaunchTemplate: t.describe()}, nil
}

// createLaunchTemplateVersion serves CreateLaunchTemplateVersion. A version that begins from another has what that one
// has, unless its own data says otherwise.
func (g *region) createLaunchTemplateVersion(form url.Values) (any, error) {
	in := new(ec2.CreateLaunchTemplateVersionInput)
	if err := decode(form, createLaunchTemplateVersionParameters, in); err != nil {
		return nil, err
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	t, err := g.template(in.LaunchTemplateId, in.LaunchTemplateName)
	switch {
	case err != nil:
		return nil, err
	case in.LaunchTemplateData == nil && in.SourceVersion == nil:
		return nil, missing("LaunchTemplateData")
	}
	data := in.LaunchTemplateData
	if data == nil {
		data = &types.RequestLaunchTemplateData{}
	}
	if in.SourceVersion != nil {
		source, err := t.version(*in.SourceVersion)
		if err != nil {
			return nil, err
		}
		data = overwritten(t.versions[source].data, data)
	}
	if aws.ToBool(in.DryRun) {
		return nil, dryRunPassed()
	}
	t.versions = append(t.versions, templateVersion{data, in.VersionDescription, g.now()})
	return &ec2.CreateLaunchTemplateVersionOutput{LaunchTemplateVersion: t.describeVersion(len(t.versions) - 1)}, nil
}

// deleteLaunchTemplate serves DeleteLaunchTemplate.
func (g *region) deleteLaunchTemplate(form url.Values) (any, error) {
	in := new(ec2.DeleteLaunchTemplateInput)
	if err := decode(form, deleteLaunchTemplateParameters, in); err != nil {
		return nil, err
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	t, err := g.template(in.LaunchTemplateId, in.LaunchTemplateName)
	switch {
	case err != nil:
		return nil, err
	case aws.ToBool(in.DryRun):
		return nil, dryRunPassed()
	}
	g.templates = slices.DeleteFunc(g.templates, func(other *launchTemplate) bool { return other == t })
	return &ec2.DeleteLaunchTemplateOutput{LaunchTemplate: t.describe()}, nil
}

// describeLaunchTemplates serves DescribeLaunchTemplates, on one page.
func (g *region) describeLaunchTemplates(form url.Values) (any, error) {
	in := new(ec2.DescribeLaunchTemplatesInput)
	if err := decode(form, describeLaunchTemplatesParameters, in); err != nil {
		return nil, err
	}
	if len(in.Filters) > 0 {
		return nil, refusal("InvalidParameterValue", "This endpoint has no filters of launch templates")
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	out := new(ec2.DescribeLaunchTemplatesOutput)
	for _, id := range in.LaunchTemplateIds {
		t, err := g.template(&id, nil)
		if err != nil {
			return nil, err
		}
		out.LaunchTemplates = append(out.LaunchTemplates, *t.describe())
	}
	for _, name := range in.LaunchTemplateNames {
		t, err := g.template(nil, &name)
		if err != nil {
			return nil, err
		}
		out.LaunchTemplates = append(out.LaunchTemplates, *t.describe())
	}
	if len(in.LaunchTemplateIds)+len(in.LaunchTemplateNames) == 0 {
		for _, t := range g.templates {
			out.LaunchTemplates = append(out.LaunchTemplates, *t.describe())
		}
	}
	return out, nil
}

// describeLaunchTemplateVersions serves DescribeLaunchTemplateVersions, on one page.
func (g *region) describeLaunchTemplateVersions(form url.Values) (any, error) {
	in := new(ec2.DescribeLaunchTemplateVersionsInput)
	if err := decode(form, describeLaunchTemplateVersionsParameters, in); err != nil {
		return nil, err
	}
	if len(in.Filters) > 0 || in.MinVersion != nil || in.MaxVersion != nil {
		return nil, refusal("InvalidParameterValue", "This endpoint finds versions by their numbers, $Latest and $Default alone")
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	t, err := g.template(in.LaunchTemplateId, in.LaunchTemplateName)
	if err != nil {
		return nil, err
	}
	out := new(ec2.DescribeLaunchTemplateVersionsOutput)
	for _, name := range in.Versions {
		i, err := t.version(name)
		if err != nil {
			return nil, err
		}
		out.LaunchTemplateVersions = append(out.LaunchTemplateVersions, *t.describeVersion(i))
	}
	if len(in.Versions) == 0 {
		for i := range t.versions {
			out.LaunchTemplateVersions = append(out.LaunchTemplateVersions, *t.describeVersion(i))
		}
	}
	return out, nil
}

// template finds a template by its ID or its name.
func (g *region) template(id, name *string) (*launchTemplate, error) {
	switch {
	case id == nil && name == nil:
		return nil, missing("LaunchTemplateId or LaunchTemplateName")
	case id != nil && name != nil:
		return nil, refusal("InvalidParameterCombination", "A launch template has an ID or a name, not both")
	}
	for _, t := range g.templates {
		if id != nil && t.id == *id || name != nil && t.name == *name {
			return t, nil
		}
	}
	if id != nil {
		return nil, refusal("InvalidLaunchTemplateId.NotFound", "The specified launch template, with template ID %s, does not exist.", clip(*id))
	}
	return nil, refusal("InvalidLaunchTemplateName.NotFoundException",
		"The specified launch template, with template name %s, does not exist.", clip(*name))
}

// version finds a version by its number, $Latest or $Default.
func (t *launchTemplate) version(name string) (index int, err error) {
	switch name {
	case "$Latest":
		return len(t.versions) - 1, nil
	case "$Default", "":
		return 0, nil
	}
	n, err := strconv.Atoi(name)
	if err != nil || n < 1 || n > len(t.versions) {
		return 0, refusal("InvalidLaunchTemplateId.VersionNotFound",
			"Could not find the specified version %s for the launch template with ID %s.", clip(name), t.id)
	}
	return n - 1, nil
}

// launched is what a request launches: the template that it names, where that was created here, and what it says itself.
func (g *region) launched(in *ec2.RunInstancesInput) (*ec2.RunInstancesInput, error) {
	named := in.LaunchTemplate
	if named == nil || named.LaunchTemplateId == nil && named.LaunchTemplateName == nil {
		return in, nil
	}
	t, err := g.template(named.LaunchTemplateId, named.LaunchTemplateName)
	if err != nil {
		return in, nil // one that is not known here: what it says is not known either
	}
	i, err := t.version(aws.ToString(named.Version))
	if err != nil {
		return nil, err
	}
	merged, err := template.Merge(t.versions[i].data, template.Raw(in))
	if err != nil {
		return nil, err
	}
	if len(merged.Lost()) > 0 {
		return nil, refusal("InvalidParameterCombination", "A launch template with InstanceRequirements is not for RunInstances.")
	}
	return merged.Input(), nil
}
