package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFilesOfOtherCallsAreToldByTheirMembers(t *testing.T) {
	const wrong = `{"SubnetId":"subnet-1"}`
	for document, path := range map[string]string{
		`{"LaunchTemplateName":"web","LaunchTemplateData":{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-1"}]}}`:                                                                                                             "LaunchTemplateData.NetworkInterfaces[0].SubnetId",
		`{"LaunchTemplateName":"web","SourceVersion":"1","LaunchTemplateData":{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-1"}]}}`:                                                                                         "LaunchTemplateData.NetworkInterfaces[0].SubnetId",
		`{"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web","Version":"1"},"Overrides":[` + wrong + `]}],"TargetCapacitySpecification":{"TotalTargetCapacity":1,"DefaultTargetCapacityType":"spot"}}`: "LaunchTemplateConfigs[0].Overrides[0].SubnetId",
		`{"LaunchSpecification":{"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large","SubnetId":"subnet-1"}}`:                                                                                                                  "LaunchSpecification.SubnetId",
		`{"SpotFleetRequestConfig":{"IamFleetRole":"arn:aws:iam::123456789012:role/fleet","TargetCapacity":1,"LaunchSpecifications":[{"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large","SubnetId":"subnet-1"}]}}`:           "SpotFleetRequestConfig.LaunchSpecifications[0].SubnetId",
		`{"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large","SubnetId":"subnet-1"}`:                                                                                                                                          "SubnetId",
	} {
		status, out, errs := preflight(t, document, "-")
		if status != 1 || !strings.Contains(out, path+" = \"subnet-1\"") || errs != "" {
			t.Errorf("%s: status %d:\n%s%s", document, status, out, errs)
		}
	}
}

func TestTheCallCanBeNamed(t *testing.T) {
	data := `{"InstanceType":"m7i.large","UserData":"c3dvcmRmaXNo"}`
	if status, out, _ := preflight(t, data, "-call", "launch-template-data", "-"); status != 0 {
		t.Errorf("template data: status %d:\n%s", status, out)
	}
	if status, out, _ := preflight(t, data, "-"); status != 1 || !strings.Contains(out, "image-required") {
		t.Errorf("the same as a launch: status %d:\n%s", status, out)
	}
	if status, out, _ := preflight(t, data, "-call", "create-fleet", "-"); status != 1 || !strings.Contains(out, "[decode]") {
		t.Errorf("the same as a fleet: status %d:\n%s", status, out)
	}
	if status, _, errs := preflight(t, data, "-call", "create-fleets", "-"); status != 2 || !strings.Contains(errs, "must be one of create-launch-template-version, ") {
		t.Errorf("an unknown call: status %d: %s", status, errs)
	}
}

func TestMembersOfOtherCallsHavePlaces(t *testing.T) {
	const document = "{\"LaunchTemplateName\":\"web\",\n\"LaunchTemplateData\":{\n\"SecurityGroupIds\":[\"sg-1\"]}}"
	if status, out, errs := preflight(t, document, "-format", "sarif", "-"); status != 1 || errs != "" ||
		!strings.Contains(out, `"startLine": 3`) || !strings.Contains(out, `"startColumn": 21`) {
		t.Errorf("status %d:\n%s%s", status, out, errs)
	}
	file := filepath.Join(t.TempDir(), "template.json")
	if err := os.WriteFile(file, []byte(document), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{file}, {"-call", "create-launch-template", file}} {
		if status, out, _ := preflight(t, "", append([]string{"-format", "github"}, args...)...); status != 1 || !strings.Contains(out, "template.json,line=3,col=21,title=security-group-id-format::LaunchTemplateData.") {
			t.Errorf("%q: status %d:\n%s", args, status, out)
		}
	}
}
