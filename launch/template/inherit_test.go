package template_test

import (
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/launch/template"
)

// text is data as JSON, to compare.
func text(t *testing.T, data *types.RequestLaunchTemplateData) string {
	t.Helper()
	text, err := clijson.EncodeCall(data, clijson.RevealBase64())
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestNewVersionsInheritAsEC2HasThemInherit(t *testing.T) {
	n := 0
	for _, c := range combinations(t) {
		if c.Source == nil {
			continue
		}
		n++
		h := template.Inherit(decode[types.RequestLaunchTemplateData](t, string(c.Source)), decode[types.RequestLaunchTemplateData](t, string(c.Data)))
		want := text(t, decode[types.RequestLaunchTemplateData](t, string(c.Effective)))
		if diff := cmp.Diff(want, text(t, h.Data())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.ID, diff)
		}
	}
	if n != 5 {
		t.Errorf("%d examples, want 5", n)
	}
}

func TestInheritedTellsWhereEachPartComesFrom(t *testing.T) {
	h := template.Inherit(
		decode[types.RequestLaunchTemplateData](t, `{"ImageId":"a","RamDiskId":"r","MetadataOptions":{"HttpTokens":"required"},
			"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":1,"SnapshotId":"snap-1"}},{"DeviceName":"/dev/sdg","Ebs":{"SnapshotId":"snap-2"}}]}`),
		decode[types.RequestLaunchTemplateData](t, `{"ImageId":"b","MetadataOptions":{"HttpPutResponseHopLimit":1},
			"BlockDeviceMappings":[{"DeviceName":"/dev/sdg","Ebs":{"SnapshotId":"snap-3"}}]}`))
	for path, want := range map[string]template.Origin{
		"ImageId":                               {Request: "ImageId"},
		"RamDiskId":                             {Template: "RamDiskId"},
		"MetadataOptions.HttpTokens":            {Template: "MetadataOptions.HttpTokens"},
		"MetadataOptions":                       {Request: "MetadataOptions", Template: "MetadataOptions"},
		"BlockDeviceMappings[1].Ebs.SnapshotId": {Request: "BlockDeviceMappings[0].Ebs.SnapshotId"},
		"BlockDeviceMappings[0].Ebs.SnapshotId": {},
		"BlockDeviceMappings[0].Ebs.VolumeSize": {Template: "BlockDeviceMappings[0].Ebs.VolumeSize"},
	} {
		if got := h.Origin(path); got != want {
			t.Errorf("%s comes from %+v, want %+v", path, got, want)
		}
	}
	if want := []string{"BlockDeviceMappings", "MetadataOptions"}; !slices.Equal(h.Unsure(), want) {
		t.Errorf("unsure of %v, want %v", h.Unsure(), want)
	}
}

func TestInheritedTypesAndRequirementsAreUnsure(t *testing.T) {
	typed := decode[types.RequestLaunchTemplateData](t, `{"InstanceType":"m6i.large"}`)
	required := decode[types.RequestLaunchTemplateData](t, `{"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":4096},"AllowedInstanceTypes":["m6i.*"]}}`)
	want := []string{"InstanceRequirements", "InstanceType"}
	for _, h := range []*template.Inherited{template.Inherit(typed, required), template.Inherit(required, typed)} {
		if !slices.Equal(h.Unsure(), want) || h.Data().InstanceType == "" || h.Data().InstanceRequirements == nil {
			t.Errorf("unsure of %v: %s", h.Unsure(), text(t, h.Data()))
		}
	}
	if h := template.Inherit(required, nil); len(h.Unsure()) != 0 || len(h.Data().InstanceRequirements.AllowedInstanceTypes) != 1 {
		t.Errorf("unsure of %v: %s", h.Unsure(), text(t, h.Data()))
	}
}

func TestInheritSharesNothing(t *testing.T) {
	const json = `{"SecurityGroupIds":["sg-1"],"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-1"}}],` +
		`"InstanceRequirements":{"VCpuCount":{"Min":2},"AllowedInstanceTypes":["m6i.*"]}}`
	source, data := decode[types.RequestLaunchTemplateData](t, json), decode[types.RequestLaunchTemplateData](t, `{"Placement":{"GroupName":"a"}}`)
	h := template.Inherit(source, data)
	before := text(t, h.Data())
	out := h.Data()
	out.SecurityGroupIds[0], *out.Placement.GroupName, out.InstanceRequirements.AllowedInstanceTypes[0] = "x", "x", "x"
	if text(t, source) != text(t, decode[types.RequestLaunchTemplateData](t, json)) || *data.Placement.GroupName != "a" {
		t.Error("the arguments are changed")
	}
	source.SecurityGroupIds[0], *data.Placement.GroupName, *source.InstanceRequirements.VCpuCount.Min = "y", "y", 9
	if diff := cmp.Diff(before, text(t, h.Data())); diff != "" {
		t.Errorf("changed from outside:\n%s", diff)
	}
}

func TestNothingToInherit(t *testing.T) {
	if h := template.Inherit(nil, nil); h.Data() == nil || text(t, h.Data()) != "{}" || h.Unsure() != nil {
		t.Errorf("got %v", h)
	}
	for _, none := range []*template.Inherited{nil, new(template.Inherited)} {
		if none.Data() != nil || none.Unsure() != nil || none.Origin("ImageId") != (template.Origin{}) {
			t.Error("nothing holds something")
		}
	}
}
