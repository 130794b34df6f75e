package template_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/project"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/internal/sdktest"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/template"
)

// Whatever FromSpec takes, a request from the template launches.
func TestFromSpecLosesNothing(t *testing.T) {
	in := sdktest.Full()
	_, err := template.FromSpec(template.Raw(in))
	lost, ok := errors.AsType[*template.LostError](err)
	if !ok || !slices.Contains(lost.Members, "SubnetId") || !slices.Contains(lost.Members, "NetworkInterfaces[1].Ipv6Addresses[0].IsPrimaryIpv6") {
		t.Fatalf("got %v", err)
	}
	for _, member := range lost.Members {
		clear(in, member)
	}
	data, err := template.FromSpec(template.Raw(in))
	if err != nil {
		t.Fatal(err)
	}
	m, err := template.Merge(data, template.Raw(new(ec2.RunInstancesInput)))
	if err != nil {
		t.Fatal(err)
	}
	in.MinCount, in.MaxCount = nil, nil // of one instance
	if !sdkcopy.Equal(m.Input(), in) {
		t.Errorf("got %+v\nwant %+v", m.Input(), in)
	}
}

// clear unsets the member at a path with positions.
func clear(in *ec2.RunInstancesInput, path string) {
	v := reflect.ValueOf(in).Elem()
	for step := range strings.SplitSeq(path, ".") {
		name, index, inList := strings.Cut(step, "[")
		if v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		v = v.FieldByName(name)
		if inList {
			v = v.Index(int(index[0] - '0'))
		}
	}
	v.SetZero()
}

func TestFromSpecLeavesOutTheCountsOfOneInstance(t *testing.T) {
	spec, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM6iLarge).UserDataText("hi").Build()
	if err != nil {
		t.Fatal(err)
	}
	data, err := template.FromSpec(spec)
	if err != nil || *data.ImageId != "ami-0123456789abcdef0" || *data.UserData != "aGk=" {
		t.Errorf("got %v, %v", data, err)
	}
	many, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM6iLarge).Count(launch.Exactly(2)).Build()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := template.FromSpec(many); err == nil || !strings.Contains(err.Error(), "MaxCount (give it in the call that launches), MinCount") {
		t.Errorf("got %v, want an error that names the counts", err)
	}
}

// Members that an answer has and a request does not are known by name: a new one
// of the SDK needs a look.
func TestWhatOnlyAnswersHaveIsKnown(t *testing.T) {
	version := new(types.ResponseLaunchTemplateData)
	sdktest.Filler{Elements: 1}.Fill(reflect.ValueOf(version).Elem())
	lost := project.Onto(new(types.RequestLaunchTemplateData), version)
	want := []string{"MetadataOptions.State", "NetworkInterfaces[0].Ipv6Addresses[0].IsPrimaryIpv6", "Operator.HiddenByDefault", "Operator.Managed"}
	slices.Sort(lost)
	if diff := cmp.Diff(want, lost); diff != "" {
		t.Errorf("left out (-want +got):\n%s", diff)
	}
}

func TestFromVersionLeavesOutWhatOnlyAnswersHave(t *testing.T) {
	if template.FromVersion(nil) != nil {
		t.Error("nil has become data")
	}
	version := &types.ResponseLaunchTemplateData{
		ImageId:         new("ami-0123456789abcdef0"),
		MetadataOptions: &types.LaunchTemplateInstanceMetadataOptions{HttpTokens: "required", State: "applied"},
	}
	data := template.FromVersion(version)
	if *data.ImageId != *version.ImageId || data.MetadataOptions.HttpTokens != "required" {
		t.Errorf("got %+v", data)
	}
	*data.ImageId = "x"
	if *version.ImageId == "x" {
		t.Error("the data shares memory with the version")
	}
}
