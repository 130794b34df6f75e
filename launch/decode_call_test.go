package launch_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
)

func TestDecodeCallCLI(t *testing.T) {
	var in ec2.CreateLaunchTemplateInput
	document := `{"LaunchTemplateName":"web","LaunchTemplateData":{"UserData":"aGk=","Placement":{"HostId":"h-1"}}}`
	if err := launch.DecodeCallCLI(strings.NewReader(document), &in); err != nil {
		t.Fatal(err)
	}
	if got := *in.LaunchTemplateData.UserData; got != "aGk=" {
		t.Errorf("user data is %q, want it as it stands", got)
	}
	var fleet ec2.CreateFleetInput
	document = `{"LaunchTemplateConfigs":[{"Overrides":[{"WeightedCapacity":1.5,"Priority":2}]}]}`
	if err := launch.DecodeCallCLI(strings.NewReader(document), &fleet); err != nil {
		t.Fatal(err)
	}
	if o := fleet.LaunchTemplateConfigs[0].Overrides[0]; *o.WeightedCapacity != 1.5 || *o.Priority != 2 {
		t.Errorf("the numbers are %v and %v", *o.WeightedCapacity, *o.Priority)
	}
	var run ec2.RunInstancesInput
	if err := launch.DecodeCallCLI(strings.NewReader(`{"UserData":"hi"}`), &run); err != nil {
		t.Fatal(err)
	}
	if *run.UserData != "aGk=" || *run.MinCount != 1 {
		t.Error("a RunInstances request is not read as DecodeCLI reads it")
	}
}

func TestDecodeCallCLIRefuses(t *testing.T) {
	in := ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("kept")}
	for document, want := range map[string]string{
		`{"LaunchTemplateData":{"ImageID":"x"}}`:                 `LaunchTemplateData.ImageID: unknown member; did you mean "ImageId"?`,
		`{"ImageId":"x"}`:                                        "it belongs in LaunchTemplateData",
		`{"LaunchTemplateName":"a","LaunchTemplateName":"b"}`:    "repeated member",
		`{"LaunchTemplateData":{"UserData":7}}`:                  "string expected",
		`{"LaunchTemplateName":null}`:                            "null is no value",
		`{"LaunchTemplateName":"a"} x`:                           "JSON",
		`{"LaunchTemplateData":{"NetworkInterfaces":{"a":"b"}}}`: "list expected",
	} {
		err := launch.DecodeCallCLI(strings.NewReader(document), &in)
		if fault, ok := errors.AsType[*launch.DecodeError](err); !ok || !strings.Contains(fault.Error(), want) {
			t.Errorf("%s: got %v, want %q", document, err, want)
		}
	}
	if *in.LaunchTemplateName != "kept" || in.LaunchTemplateData != nil {
		t.Error("an error changed the input")
	}
	for _, call := range []any{nil, 1, ec2.CreateFleetInput{}, (*ec2.CreateFleetInput)(nil), (*ec2.RunInstancesInput)(nil), new(int)} {
		err := launch.DecodeCallCLI(strings.NewReader(`{}`), call)
		if _, blamed := errors.AsType[*launch.DecodeErrors](err); err == nil || blamed {
			t.Errorf("%T: got %v, want an error that does not blame the document", call, err)
		}
	}
}
