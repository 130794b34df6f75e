package validate_test

import (
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

func TestTemplatedLaunches(t *testing.T) {
	v, err := validate.NewValidator([]*validate.Rule{
		rule(validate.Rule{ID: "absent", Members: []string{"KeyName"}, Check: func(p *validate.Pass) {
			if p.Input.KeyName == nil && !p.Templated() {
				p.Reportf("KeyName", "must be given")
			}
		}}),
		rule(validate.Rule{
			ID: "pair", On: []validate.Subject{validate.FromTemplate},
			Given: []string{"Request.KeyName"}, When: []string{"LaunchTemplateData.KeyName"},
			Check: func(p *validate.Pass) {
				p.Conflictf("Request.KeyName", []string{"LaunchTemplateData.KeyName"}, "must be given once")
			},
		}),
	})
	if err != nil {
		t.Fatal(err)
	}
	named := &types.LaunchTemplateSpecification{LaunchTemplateName: new("web")}
	for _, tt := range []struct {
		name string
		in   *validate.TemplatedLaunch
		want []string
	}{
		{"none", nil, []string{"request-required "}},
		{"the two sides alone", &validate.TemplatedLaunch{
			Request:            &ec2.RunInstancesInput{KeyName: new("a")},
			LaunchTemplateData: &types.RequestLaunchTemplateData{KeyName: new("b")},
		}, []string{"pair Request.KeyName"}},
		{"a launch that the template has supplied", &validate.TemplatedLaunch{
			Effective: &ec2.RunInstancesInput{LaunchTemplate: named},
		}, []string{"absent Effective.KeyName"}},
		{"a launch of requirements, which a fleet completes", &validate.TemplatedLaunch{
			LaunchTemplateData: &types.RequestLaunchTemplateData{InstanceRequirements: &types.InstanceRequirementsRequest{}},
			Effective:          &ec2.RunInstancesInput{LaunchTemplate: named},
		}, nil},
	} {
		report, covered := v.CheckCall(tt.in)
		var got []string
		for _, v := range report.Violations {
			got = append(got, v.Rule+" "+v.Path)
		}
		if !covered || !slices.Equal(tt.want, got) {
			t.Errorf("%s: want %q, got %q", tt.name, tt.want, got)
		}
	}
	if err := v.Check(&ec2.RunInstancesInput{LaunchTemplate: named}).Err(); err != nil {
		t.Errorf("a request that names a template, afterwards: %v", err)
	}
}
