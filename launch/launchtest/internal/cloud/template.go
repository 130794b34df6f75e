package cloud

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
	tmpl "github.com/ec2launch/ec2launch/launch/template"
)

// A template is a launch template with its versions, in order and without gaps.
type template struct {
	types.LaunchTemplate
	versions []types.LaunchTemplateVersion
}

// createLaunchTemplate serves CreateLaunchTemplate. Its client token is not
// looked at.
func (g *Region) createLaunchTemplate(in *ec2.CreateLaunchTemplateInput) (*ec2.CreateLaunchTemplateOutput, error) {
	name := value(in.LaunchTemplateName)
	switch {
	case name == "":
		return nil, wire.Missing("LaunchTemplateName")
	case in.LaunchTemplateData == nil:
		return nil, wire.Missing("LaunchTemplateData")
	}
	for _, t := range g.templates.all {
		if *t.LaunchTemplateName == name {
			return nil, wire.Refuse("InvalidLaunchTemplateName.AlreadyExistsException", "Launch template name already in use.")
		}
	}
	warning, err := g.warning(in.LaunchTemplateData)
	if err != nil {
		return nil, err
	}
	if err := dry(in.DryRun); err != nil {
		return nil, err
	}
	id := g.newID("lt")
	t := &template{LaunchTemplate: types.LaunchTemplate{
		LaunchTemplateId:     &id,
		LaunchTemplateName:   &name,
		CreateTime:           new(g.Now()),
		CreatedBy:            g.creator(),
		DefaultVersionNumber: new(int64(1)),
		LatestVersionNumber:  new(int64(1)),
	}}
	t.Tags = tagged(in.TagSpecifications, types.ResourceTypeLaunchTemplate)
	g.addVersion(t, in.VersionDescription, dataOf(in.LaunchTemplateData))
	g.templates.add(id, t)
	return &ec2.CreateLaunchTemplateOutput{LaunchTemplate: new(t.LaunchTemplate), Warning: warning}, nil
}

// creator is who makes every launch template.
func (g *Region) creator() *string { return new("arn:aws:iam::" + accountID + ":user/launchtest") }

// createLaunchTemplateVersion serves CreateLaunchTemplateVersion. What the new
// version does not have comes from the source version, if there is one: see
// template.Inherit.
func (g *Region) createLaunchTemplateVersion(in *ec2.CreateLaunchTemplateVersionInput) (*ec2.CreateLaunchTemplateVersionOutput, error) {
	if in.LaunchTemplateData == nil {
		return nil, wire.Missing("LaunchTemplateData")
	}
	t, err := g.templateNamed(in.LaunchTemplateId, in.LaunchTemplateName)
	if err != nil {
		return nil, err
	}
	data := in.LaunchTemplateData
	if source := value(in.SourceVersion); source != "" {
		v, err := t.version(source)
		if err != nil {
			return nil, err
		}
		data = tmpl.Inherit(tmpl.FromVersion(v.LaunchTemplateData), data).Data()
	}
	warning, err := g.warning(data)
	if err != nil {
		return nil, err
	}
	if err := dry(in.DryRun); err != nil {
		return nil, err
	}
	g.addVersion(t, in.VersionDescription, dataOf(data))
	return &ec2.CreateLaunchTemplateVersionOutput{LaunchTemplateVersion: new(t.versions[len(t.versions)-1]), Warning: warning}, nil
}

// addVersion adds a version to a template.
func (g *Region) addVersion(t *template, description *string, data *types.ResponseLaunchTemplateData) {
	number := int64(len(t.versions) + 1)
	t.LatestVersionNumber = &number
	t.versions = append(t.versions, types.LaunchTemplateVersion{
		LaunchTemplateId:   t.LaunchTemplateId,
		LaunchTemplateName: t.LaunchTemplateName,
		CreateTime:         new(g.Now()),
		CreatedBy:          g.creator(),
		DefaultVersion:     new(number == *t.DefaultVersionNumber),
		LaunchTemplateData: data,
		VersionDescription: description,
		VersionNumber:      &number,
	})
}

// dataOf returns template data as EC2 gives it back: every member of the request
// has its like in the answer.
func dataOf(in *types.RequestLaunchTemplateData) *types.ResponseLaunchTemplateData {
	return like[*types.ResponseLaunchTemplateData](in)
}

// like returns a value as one of a type of the same shape.
func like[To, From any](from From) To {
	var to To
	copyLike(reflect.ValueOf(&to).Elem(), reflect.ValueOf(from))
	return to
}

// copyLike copies a value to one of a type of the same shape. Members are paired
// by name, or by place where the names differ only in words such as Request.
func copyLike(to, from reflect.Value) {
	switch to.Kind() {
	case reflect.Pointer:
		if from.Kind() == reflect.Pointer && !from.IsNil() {
			to.Set(reflect.New(to.Type().Elem()))
			copyLike(to.Elem(), from.Elem())
		}
	case reflect.Slice:
		if !from.IsNil() {
			to.Set(reflect.MakeSlice(to.Type(), from.Len(), from.Len()))
			for i := range from.Len() {
				copyLike(to.Index(i), from.Index(i))
			}
		}
	case reflect.Struct:
		if to.Type() == from.Type() {
			to.Set(from)
			return
		}
		for i := range to.NumField() {
			if f := from.FieldByName(to.Type().Field(i).Name); f.IsValid() && to.Type().Field(i).IsExported() {
				copyLike(to.Field(i), f)
			}
		}
	default:
		to.Set(from.Convert(to.Type()))
	}
}

// templateNamed returns the template of that ID or name.
func (g *Region) templateNamed(id, name *string) (*template, error) {
	switch {
	case value(id) != "" && value(name) != "":
		return nil, wire.Refuse("InvalidParameterCombination", "A launch template must be given by its ID or by its name, not by both")
	case value(id) != "":
		return g.templates.find(*id)
	case value(name) == "":
		return nil, wire.Missing("LaunchTemplateId")
	}
	for _, t := range g.templates.all {
		if *t.LaunchTemplateName == *name {
			return t, nil
		}
	}
	return nil, wire.Refuse("InvalidLaunchTemplateName.NotFoundException", "The specified launch template, with template name %s, does not exist.", wire.Clip(*name))
}

// version returns the version of that number, $Latest or $Default.
func (t *template) version(name string) (types.LaunchTemplateVersion, error) {
	switch name {
	case "$Latest":
		return t.versions[len(t.versions)-1], nil
	case "$Default":
		return t.versions[*t.DefaultVersionNumber-1], nil
	}
	n, err := strconv.Atoi(name)
	if err != nil || n < 1 || n > len(t.versions) {
		return types.LaunchTemplateVersion{}, wire.Refuse("InvalidLaunchTemplateId.VersionNotFound",
			"Could not find the specified version %s for the launch template with ID %s.", wire.Clip(name), *t.LaunchTemplateId)
	}
	return t.versions[n-1], nil
}

// describeLaunchTemplates serves DescribeLaunchTemplates.
func (g *Region) describeLaunchTemplates(in *ec2.DescribeLaunchTemplatesInput) (*ec2.DescribeLaunchTemplatesOutput, error) {
	ids := slices.Clone(in.LaunchTemplateIds)
	for _, name := range in.LaunchTemplateNames {
		t, err := g.templateNamed(nil, &name)
		if err != nil {
			return nil, err
		}
		ids = append(ids, *t.LaunchTemplateId)
	}
	found, next, err := list(g, &g.templates, query{
		action: "DescribeLaunchTemplates", ids: ids, filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, together: true, least: 1,
	}, func(_ string, t *template) (types.LaunchTemplate, bool) { return t.LaunchTemplate, true })
	return &ec2.DescribeLaunchTemplatesOutput{LaunchTemplates: found, NextToken: next}, err
}

// describeLaunchTemplateVersions serves DescribeLaunchTemplateVersions: of one
// template, or of all their $Latest or $Default.
func (g *Region) describeLaunchTemplateVersions(in *ec2.DescribeLaunchTemplateVersionsInput) (*ec2.DescribeLaunchTemplateVersionsOutput, error) {
	var versions collection[types.LaunchTemplateVersion]
	add := func(v types.LaunchTemplateVersion) {
		if key := fmt.Sprintf("%s %d", *v.LaunchTemplateId, *v.VersionNumber); versions.byID[key] == nil {
			versions.add(key, &v)
		}
	}
	if value(in.LaunchTemplateId) == "" && value(in.LaunchTemplateName) == "" {
		if len(in.Versions) == 0 {
			return nil, wire.Missing("LaunchTemplateId")
		}
		for _, name := range in.Versions {
			if name != "$Latest" && name != "$Default" {
				return nil, wire.Refuse("InvalidParameterValue", "Without a launch template the versions must be $Latest or $Default")
			}
			for _, t := range g.templates.all {
				v, err := t.version(name)
				if err != nil {
					return nil, err
				}
				add(v)
			}
		}
	} else {
		t, err := g.templateNamed(in.LaunchTemplateId, in.LaunchTemplateName)
		if err != nil {
			return nil, err
		}
		for _, name := range in.Versions {
			v, err := t.version(name)
			if err != nil {
				return nil, err
			}
			add(v)
		}
		low, _ := strconv.ParseInt(value(in.MinVersion), 10, 64)
		high, err := strconv.ParseInt(value(in.MaxVersion), 10, 64)
		if err != nil {
			high = int64(len(t.versions))
		}
		for _, v := range t.versions {
			if len(in.Versions) == 0 && *v.VersionNumber >= low && *v.VersionNumber <= high {
				add(v)
			}
		}
	}
	found, next, err := list(g, &versions, query{
		action: "DescribeLaunchTemplateVersions", filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun, least: 1,
	}, func(_ string, v *types.LaunchTemplateVersion) (types.LaunchTemplateVersion, bool) { return *v, true })
	return &ec2.DescribeLaunchTemplateVersionsOutput{LaunchTemplateVersions: found, NextToken: next}, err
}

// deleteLaunchTemplate serves DeleteLaunchTemplate.
func (g *Region) deleteLaunchTemplate(in *ec2.DeleteLaunchTemplateInput) (*ec2.DeleteLaunchTemplateOutput, error) {
	t, err := g.templateNamed(in.LaunchTemplateId, in.LaunchTemplateName)
	if err != nil {
		return nil, err
	}
	if err := dry(in.DryRun); err != nil {
		return nil, err
	}
	g.templates.remove(*t.LaunchTemplateId)
	return &ec2.DeleteLaunchTemplateOutput{LaunchTemplate: new(t.LaunchTemplate)}, nil
}
