package launchtest_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestLaunchTemplates(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Clock(stopped(day)))
	client := srv.Client()
	created, err := client.CreateLaunchTemplate(t.Context(), &ec2.CreateLaunchTemplateInput{
		LaunchTemplateName: new("web"),
		VersionDescription: new("first"),
		LaunchTemplateData: &types.RequestLaunchTemplateData{
			ImageId: new("ami-0abcdef1234567890"), InstanceType: types.InstanceTypeM7iLarge, KeyName: new("admin"),
			BlockDeviceMappings: []types.LaunchTemplateBlockDeviceMappingRequest{{
				DeviceName: new("/dev/sdf"), Ebs: &types.LaunchTemplateEbsBlockDeviceRequest{SnapshotId: new("snap-0123456789abcdef0"), VolumeSize: new(int32(30))},
			}},
			NetworkInterfaces: []types.LaunchTemplateInstanceNetworkInterfaceSpecificationRequest{{DeviceIndex: new(int32(0)), Groups: []string{"sg-1"}}},
		},
		TagSpecifications: []types.TagSpecification{{ResourceType: types.ResourceTypeLaunchTemplate, Tags: []types.Tag{{Key: new("Team"), Value: new("red")}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	id := created.LaunchTemplate.LaunchTemplateId
	second, err := client.CreateLaunchTemplateVersion(t.Context(), &ec2.CreateLaunchTemplateVersionInput{
		LaunchTemplateName: new("web"), SourceVersion: new("1"), LaunchTemplateData: &types.RequestLaunchTemplateData{InstanceType: types.InstanceTypeC7iLarge},
	})
	if err != nil {
		t.Fatal(err)
	}
	data := second.LaunchTemplateVersion.LaunchTemplateData
	if *second.LaunchTemplateVersion.VersionNumber != 2 || data.InstanceType != types.InstanceTypeC7iLarge || *data.KeyName != "admin" || data.NetworkInterfaces[0].Groups[0] != "sg-1" {
		t.Errorf("version 2 is %+v", data)
	}
	if ebs := data.BlockDeviceMappings[0].Ebs; ebs.SnapshotId != nil || *ebs.VolumeSize != 30 {
		t.Errorf("version 2 has the snapshot %v, which EC2 drops", ebs.SnapshotId)
	}
	versions := func(in *ec2.DescribeLaunchTemplateVersionsInput) (numbers []int64) {
		t.Helper()
		out, err := client.DescribeLaunchTemplateVersions(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range out.LaunchTemplateVersions {
			numbers = append(numbers, *v.VersionNumber)
		}
		return numbers
	}
	for want, in := range map[int64]*ec2.DescribeLaunchTemplateVersionsInput{
		2: {LaunchTemplateId: id, Versions: []string{"$Latest"}},
		1: {LaunchTemplateName: new("web"), Versions: []string{"$Default"}},
	} {
		if got := versions(in); len(got) != 1 || got[0] != want {
			t.Errorf("versions %v, want %d", got, want)
		}
	}
	if got := versions(&ec2.DescribeLaunchTemplateVersionsInput{LaunchTemplateId: id}); len(got) != 2 || got[0] != 1 {
		t.Errorf("versions %v, want 1 and 2", got)
	}
	for want, send := range map[string]func() error{
		"InvalidLaunchTemplateName.AlreadyExistsException": func() error {
			_, err := client.CreateLaunchTemplate(t.Context(), &ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("web"), LaunchTemplateData: &types.RequestLaunchTemplateData{EbsOptimized: new(true)}})
			return err
		},
		"InvalidLaunchTemplateName.NotFoundException": func() error {
			_, err := client.DescribeLaunchTemplates(t.Context(), &ec2.DescribeLaunchTemplatesInput{LaunchTemplateNames: []string{"db"}})
			return err
		},
		"InvalidLaunchTemplateId.NotFound": func() error {
			_, err := client.DeleteLaunchTemplate(t.Context(), &ec2.DeleteLaunchTemplateInput{LaunchTemplateId: new("lt-0123456789abcdef0")})
			return err
		},
		"InvalidLaunchTemplateId.VersionNotFound": func() error {
			_, err := client.DescribeLaunchTemplateVersions(t.Context(), &ec2.DescribeLaunchTemplateVersionsInput{LaunchTemplateId: id, Versions: []string{"3"}})
			return err
		},
	} {
		if err := send(); code(err) != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	if _, err := client.DeleteLaunchTemplate(t.Context(), &ec2.DeleteLaunchTemplateInput{LaunchTemplateName: new("web")}); err != nil {
		t.Error(err)
	}
	out, err := client.DescribeLaunchTemplates(t.Context(), &ec2.DescribeLaunchTemplatesInput{})
	if err != nil || len(out.LaunchTemplates) != 0 {
		t.Errorf("%v, %d templates are left", err, len(out.LaunchTemplates))
	}
}

func TestALaunchNamesATemplateThatThereIs(t *testing.T) {
	for _, strict := range []bool{false, true} {
		opts := []launchtest.Option{}
		if strict {
			opts = account()
		}
		srv := launchtest.Start(t, opts...)
		if _, err := srv.Client().CreateLaunchTemplate(t.Context(), &ec2.CreateLaunchTemplateInput{
			LaunchTemplateName: new("web"), LaunchTemplateData: &types.RequestLaunchTemplateData{KeyName: new("admin")},
		}); err != nil {
			t.Fatal(err)
		}
		unknown := ""
		if strict {
			unknown = "InvalidLaunchTemplateName.NotFoundException"
		}
		for n, test := range []struct{ name, version, code string }{
			{"web", "", ""},
			{"web", "$Latest", ""},
			{"web", "1", ""},
			{"web", "2", "InvalidLaunchTemplateId.VersionNotFound"},
			{"db", "", unknown},
		} {
			in := request(string(rune('a'+n)), 1)
			in.LaunchTemplate = &types.LaunchTemplateSpecification{LaunchTemplateName: &test.name, Version: &test.version}
			if _, err := srv.Client().RunInstances(t.Context(), in); code(err) != test.code {
				t.Errorf("%s %q, strict %t: got %v, want code %q", test.name, test.version, strict, err, test.code)
			}
		}
	}
}
