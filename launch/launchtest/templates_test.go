package launchtest_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ec2launch/ec2launch/internal/sdktest"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/template"
)

// unexported says that go-cmp may skip what the SDK keeps for itself.
var unexported = cmp.FilterPath(func(p cmp.Path) bool {
	f, ok := p.Last().(cmp.StructField)
	return ok && (f.Name() == "noSmithyDocumentSerde" || f.Name() == "ResultMetadata")
}, cmp.Ignore())

// Every member of template data is stored and answered with.
func TestTemplateDataComesBackWhole(t *testing.T) {
	client := launchtest.Start(t).Client()
	data := new(types.RequestLaunchTemplateData)
	sdktest.Filler{}.Fill(reflect.ValueOf(data).Elem())
	if _, err := client.CreateLaunchTemplate(t.Context(), &ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("web"), LaunchTemplateData: data}); err != nil {
		t.Fatal(err)
	}
	out, err := client.DescribeLaunchTemplateVersions(t.Context(), &ec2.DescribeLaunchTemplateVersionsInput{LaunchTemplateName: new("web"), Versions: []string{"$Latest"}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(data, template.FromVersion(out.LaunchTemplateVersions[0].LaunchTemplateData), unexported, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-stored +answered):\n%s", diff)
	}
}

func TestTemplatesHaveVersions(t *testing.T) {
	now := time.Date(2026, 11, 27, 1, 2, 3, 0, time.UTC)
	client := launchtest.Start(t, launchtest.Clock(func() time.Time { return now })).Client()
	created, err := client.CreateLaunchTemplate(t.Context(), &ec2.CreateLaunchTemplateInput{
		LaunchTemplateName: new("web"), VersionDescription: new("first"),
		LaunchTemplateData: &types.RequestLaunchTemplateData{
			ImageId: new("ami-0123456789abcdef0"), KeyName: new("a<b>&c"),
			BlockDeviceMappings: []types.LaunchTemplateBlockDeviceMappingRequest{{
				DeviceName: new("/dev/sdf"), Ebs: &types.LaunchTemplateEbsBlockDeviceRequest{SnapshotId: new("snap-0123456789abcdef0"), VolumeSize: new(int32(30))},
			}},
		},
		TagSpecifications: []types.TagSpecification{{ResourceType: "launch-template", Tags: []types.Tag{{Key: new("team"), Value: new("web")}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	id := created.LaunchTemplate.LaunchTemplateId
	if !created.LaunchTemplate.CreateTime.Equal(now) || *created.LaunchTemplate.Tags[0].Value != "web" || *created.LaunchTemplate.LatestVersionNumber != 1 {
		t.Errorf("got %+v", created.LaunchTemplate)
	}
	second, err := client.CreateLaunchTemplateVersion(t.Context(), &ec2.CreateLaunchTemplateVersionInput{
		LaunchTemplateId: id, SourceVersion: new("1"), LaunchTemplateData: &types.RequestLaunchTemplateData{ImageId: new("ami-0fedcba9876543210")},
	})
	if err != nil {
		t.Fatal(err)
	}
	data := second.LaunchTemplateVersion.LaunchTemplateData
	if *data.ImageId != "ami-0fedcba9876543210" || *data.KeyName != "a<b>&c" || *data.BlockDeviceMappings[0].Ebs.VolumeSize != 30 {
		t.Errorf("the second version is %+v", data)
	}
	if data.BlockDeviceMappings[0].Ebs.SnapshotId != nil {
		t.Error("a snapshot is inherited, which EC2 drops")
	}
	all, err := client.DescribeLaunchTemplateVersions(t.Context(), &ec2.DescribeLaunchTemplateVersionsInput{LaunchTemplateId: id})
	if err != nil || len(all.LaunchTemplateVersions) != 2 || *all.LaunchTemplateVersions[0].LaunchTemplateData.BlockDeviceMappings[0].Ebs.SnapshotId != "snap-0123456789abcdef0" {
		t.Errorf("got %+v, %v", all, err)
	}
	if v := all.LaunchTemplateVersions; !*v[0].DefaultVersion || *v[1].DefaultVersion || *v[0].VersionDescription != "first" {
		t.Errorf("got %+v", v)
	}
	if _, err := client.DeleteLaunchTemplate(t.Context(), &ec2.DeleteLaunchTemplateInput{LaunchTemplateName: new("web")}); err != nil {
		t.Fatal(err)
	}
	if left, err := client.DescribeLaunchTemplates(t.Context(), nil); err != nil || len(left.LaunchTemplates) != 0 {
		t.Errorf("left: %+v, %v", left, err)
	}
}

func TestTemplatesAreRefusedAsEC2RefusesThem(t *testing.T) {
	client := launchtest.Start(t).Client()
	data := &types.RequestLaunchTemplateData{ImageId: new("ami-0123456789abcdef0")}
	create := func(dry bool) error {
		_, err := client.CreateLaunchTemplate(t.Context(), &ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("web"), LaunchTemplateData: data, DryRun: new(dry)})
		return err
	}
	describe := func(id, name *string, versions ...string) error {
		_, err := client.DescribeLaunchTemplateVersions(t.Context(), &ec2.DescribeLaunchTemplateVersionsInput{LaunchTemplateId: id, LaunchTemplateName: name, Versions: versions})
		return err
	}
	if got := code(create(true)); got != "DryRunOperation" {
		t.Errorf("a dry run: %q", got)
	}
	if err := create(false); err != nil {
		t.Fatal(err)
	}
	for want, err := range map[string]error{
		"InvalidLaunchTemplateName.AlreadyExistsException": create(false),
		"InvalidLaunchTemplateName.NotFoundException":      describe(nil, new("db")),
		"InvalidLaunchTemplateId.NotFound":                 describe(new("lt-0123456789abcdef0"), nil),
		"InvalidLaunchTemplateId.VersionNotFound":          describe(nil, new("web"), "2"),
		"InvalidParameterCombination":                      describe(new("lt-0123456789abcdef0"), new("web")),
		"MissingParameter":                                 describe(nil, nil),
	} {
		if got := code(err); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// A launch from a template takes its values, and those of the request win.
func TestLaunchesFromTemplatesTakeTheirValues(t *testing.T) {
	client := launchtest.Start(t).Client()
	_, err := client.CreateLaunchTemplate(t.Context(), &ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("web"), LaunchTemplateData: &types.RequestLaunchTemplateData{
		ImageId: new("ami-0123456789abcdef0"), InstanceType: types.InstanceTypeM6iLarge, KeyName: new("team"),
		TagSpecifications: []types.LaunchTemplateTagSpecificationRequest{{ResourceType: "instance", Tags: []types.Tag{{Key: new("team"), Value: new("web")}}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	in := func(version *string) *ec2.RunInstancesInput {
		return &ec2.RunInstancesInput{
			MinCount: new(int32(1)), MaxCount: new(int32(1)), KeyName: new("me"),
			LaunchTemplate: &types.LaunchTemplateSpecification{LaunchTemplateName: new("web"), Version: version},
		}
	}
	out, err := client.RunInstances(t.Context(), in(nil))
	if err != nil {
		t.Fatal(err)
	}
	if i := out.Instances[0]; *i.ImageId != "ami-0123456789abcdef0" || i.InstanceType != types.InstanceTypeM6iLarge || *i.KeyName != "me" || *i.Tags[0].Value != "web" {
		t.Errorf("got %+v", i)
	}
	if _, err := client.RunInstances(t.Context(), in(new("9"))); code(err) != "InvalidLaunchTemplateId.VersionNotFound" {
		t.Errorf("a version that there is not: %v", err)
	}
	if _, err := client.CreateLaunchTemplate(t.Context(), &ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("empty"), LaunchTemplateData: &types.RequestLaunchTemplateData{KeyName: new("k")}}); err != nil {
		t.Fatal(err)
	}
	imageless := in(nil)
	imageless.LaunchTemplate.LaunchTemplateName = new("empty")
	if _, err := client.RunInstances(t.Context(), imageless); code(err) != "MissingParameter" {
		t.Errorf("without an image on either side: %v", err)
	}
}
