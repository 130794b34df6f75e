package policy_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/policy"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// full requires something by every field.
var full = policy.Policy{
	RequireIMDSv2:         true,
	EncryptVolumes:        true,
	VolumeKeys:            []string{"alias/house"},
	VolumeTypes:           []string{"gp3", "io2"},
	Images:                []string{"ami-0abcdef1234567890"},
	ImageOwners:           []string{"111122223333", "amazon"},
	ImageNames:            []string{"al2023-*"},
	InstanceTypes:         []string{"m6i.*", "t3.micro"},
	Subnets:               []string{"subnet-0123456789abcdef0"},
	NoPublicAddress:       true,
	Tags:                  []policy.Tag{{Key: "owner", Pattern: `[a-z]+@example\.com`}, {Resource: "volume", Key: "cost"}},
	TerminationProtection: true,
	NoDeprecated:          true,
	MaxCount:              10,
	MaxVCPUs:              64,
	MaxVolumeGiB:          1000,
	MaxVolumeIOPS:         10_000,
}

func rules(t testing.TB, p policy.Policy) []*validate.Rule {
	t.Helper()
	list, err := p.Rules()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// each is full, one field at a time.
func each(t *testing.T) map[string]policy.Policy {
	t.Helper()
	text, err := json.Marshal(full)
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(text, &fields); err != nil {
		t.Fatal(err)
	}
	alone := map[string]policy.Policy{}
	for name, value := range fields {
		one := map[string]json.RawMessage{name: value}
		if name == "volumeKeys" {
			one["encryptVolumes"] = []byte("true")
		}
		text, err := json.Marshal(one)
		if err != nil {
			t.Fatal(err)
		}
		p, err := policy.Load(strings.NewReader(string(text)))
		if err != nil {
			t.Fatal(err)
		}
		alone[name] = p
	}
	return alone
}

func TestRules(t *testing.T) {
	list := rules(t, full)
	ruletest.Style(t, list)
	for name, p := range each(t) {
		t.Run(name, func(t *testing.T) {
			list := rules(t, p)
			ruletest.Run(t, list[len(list)-1:])
		})
	}
	if n, fields := len(list), len(each(t)); n != fields+1 { // maxVCPUs has two
		t.Errorf("%d rules of %d fields", n, fields)
	}
}

func TestAgree(t *testing.T) {
	ruletest.Agree(t, rules(t, full),
		`{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"owner","Value":"me"}]}]}`,
		`{"MaxCount":20,"InstanceType":"m6i.large"}`)
}

func TestPolicies(t *testing.T) {
	tests := []struct {
		field, spec string
		want        string // the path at fault
	}{
		{"encryptVolumes", `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"Encrypted":false}}]}`, "BlockDeviceMappings[0].Ebs.Encrypted"},
		{"volumeKeys", `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"Encrypted":true,"KmsKeyId":"alias/house"}}]}`, ""},
		{"volumeKeys", `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"Encrypted":true,"KmsKeyId":"alias/mine"}}]}`, "BlockDeviceMappings[0].Ebs.KmsKeyId"},
		{"volumeTypes", `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":8}},{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"},{"DeviceName":"/dev/sdc","NoDevice":""}]}`, ""},
		{"volumeTypes", `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":8}},{"DeviceName":"/dev/sdg","Ebs":{"VolumeType":"gp2","VolumeSize":8}}]}`, "BlockDeviceMappings[1].Ebs.VolumeType"},
		{"volumeTypes", `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}}]}`, "BlockDeviceMappings[0].Ebs.VolumeType"},
		{"volumeTypes", `{"LaunchTemplate":{"LaunchTemplateName":"web"},"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}},{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"st1","VolumeSize":125}}]}`, "BlockDeviceMappings[1].Ebs.VolumeType"},
		{"images", `{}`, ""},
		{"images", `{"ImageId":"resolve:ssm:/golden"}`, "ImageId"},
		{"instanceTypes", `{"InstanceType":"m6i.8xlarge"}`, ""},
		{"instanceTypes", `{"InstanceType":"m6id.large"}`, "InstanceType"},
		{"instanceTypes", `{"InstanceType":"t3.micro"}`, ""},
		{"subnets", `{"SubnetId":"subnet-0123456789abcdef0"}`, ""},
		{"subnets", `{"SubnetId":"subnet-0123456789abcdef0","LaunchTemplate":{"LaunchTemplateName":"web"}}`, ""},
		{"subnets", `{"SubnetId":"subnet-1a2b3c4d","LaunchTemplate":{"LaunchTemplateName":"web"}}`, "SubnetId"},
		{"noPublicAddress", `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":true}],"LaunchTemplate":{"LaunchTemplateName":"web"}}`, "NetworkInterfaces[0].AssociatePublicIpAddress"},
		{"noPublicAddress", `{"NetworkInterfaces":[{"DeviceIndex":1,"AssociateCarrierIpAddress":true}],"LaunchTemplate":{"LaunchTemplateName":"web"}}`, "NetworkInterfaces[0].AssociateCarrierIpAddress"},
		{"noPublicAddress", `{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":false},{"DeviceIndex":0,"NetworkCardIndex":1},{"DeviceIndex":1,"InterfaceType":"efa-only"}]}`, ""},
		{"noPublicAddress", `{"NetworkInterfaces":[{"DeviceIndex":0}],"LaunchTemplate":{"LaunchTemplateName":"web"}}`, ""},
		{"tags", `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"owner","Value":"shop@example.com"}]},{"ResourceType":"volume","Tags":[{"Key":"cost","Value":""}]}]}`, ""},
		{"tags", `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"owner","Value":"shop@example.com.evil"}]},{"ResourceType":"volume","Tags":[{"Key":"cost","Value":"1"}]}]}`, "TagSpecifications[0].Tags[0].Value"},
		{"tags", `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"owner","Value":"shop@example.com"}]},{"ResourceType":"instance","Tags":[{"Key":"cost","Value":"1"}]}]}`, "TagSpecifications"},
		{"maxCount", `{"MinCount":1,"MaxCount":10}`, ""},
		{"maxCount", `{"MinCount":1,"MaxCount":11}`, "MaxCount"},
		{"maxVCPUs", `{"InstanceType":"m6i.8xlarge","MinCount":1,"MaxCount":2}`, ""},
		{"maxVCPUs", `{"InstanceType":"m6i.8xlarge","MinCount":1,"MaxCount":3}`, "InstanceType"},
		{"maxVolumeGiB", `{"MaxCount":2,"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":250}},{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":250}}]}`, ""},
		{"maxVolumeGiB", `{"MaxCount":2,"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":250}},{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":251}}]}`, "BlockDeviceMappings"},
		{"maxVolumeGiB", `{"MaxCount":2147483647,"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":2147483647}},{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":2147483647}},{"DeviceName":"/dev/sdh","Ebs":{"VolumeSize":2147483647}}]}`, "BlockDeviceMappings"},
		{"maxVolumeGiB", `{"MaxCount":2,"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":600}},{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":-500}}]}`, "BlockDeviceMappings"},
		{"maxVolumeGiB", `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true}},{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"}]}`, "BlockDeviceMappings[0].Ebs.VolumeSize"},
		{"maxVolumeIOPS", `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","Iops":10001,"VolumeSize":100}}]}`, "BlockDeviceMappings"},
	}
	alone := each(t)
	for _, tt := range tests {
		t.Run(tt.field+" "+tt.spec, func(t *testing.T) {
			p, ok := alone[tt.field]
			if !ok {
				t.Fatalf("no field %s", tt.field)
			}
			list := rules(t, p)
			got := ""
			for _, v := range ruletest.Check(t, list[len(list)-1:], tt.spec) {
				got += v.Path
				if v.Severity != validate.SeverityError {
					t.Errorf("%s has severity %v", v, v.Severity)
				}
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// The values of tags are not printed: they may say who and what.
func TestTagValuesAreNotPrinted(t *testing.T) {
	const spec = `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"owner","Value":"canary-9f"}]},{"ResourceType":"volume","Tags":[{"Key":"cost","Value":"canary-9f"}]}]}`
	found := ruletest.Check(t, rules(t, each(t)["tags"]), spec)
	if len(found) != 1 || strings.Contains(fmt.Sprintf("%+v", found), "canary") {
		t.Errorf("got %+v", found)
	}
}

// What an Auto Scaling group launches stands in the template alone.
func TestTemplatesMustHoldWhatIsRequired(t *testing.T) {
	v, err := validate.NewValidator(launch.Rules(), validate.Also(rules(t, policy.Policy{RequireIMDSv2: true, Tags: full.Tags[:1]})...))
	if err != nil {
		t.Fatal(err)
	}
	call, err := ruletest.DecodeCall(validate.CreateLaunchTemplate, `{"LaunchTemplateName":"web","LaunchTemplateData":{"ImageId":"ami-0abcdef1234567890"}}`)
	if err != nil {
		t.Fatal(err)
	}
	report, _ := v.CheckCall(call)
	var got []string
	for _, f := range report.Violations {
		got = append(got, f.Rule+" "+f.Path)
	}
	want := []string{"policy-imdsv2-required LaunchTemplateData.MetadataOptions.HttpTokens", "policy-tag-required LaunchTemplateData.TagSpecifications"}
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("violations (-want +got):\n%s", diff)
	}
}

// The specification of a Spot request has no metadata options: what a violation
// says must name them.
func TestViolationsNameWhatASpecificationCannotHave(t *testing.T) {
	v, err := validate.NewValidator(launch.Rules(), validate.Also(rules(t, policy.Policy{RequireIMDSv2: true, TerminationProtection: true, MaxCount: 2})...))
	if err != nil {
		t.Fatal(err)
	}
	report, _ := v.CheckCall(&ec2.RequestSpotInstancesInput{InstanceCount: aws.Int32(3), LaunchSpecification: &types.RequestSpotLaunchSpecification{
		ImageId: aws.String("ami-0abcdef1234567890"), InstanceType: types.InstanceTypeM7iLarge,
	}})
	var got []string
	for _, f := range report.Violations {
		got = append(got, f.Path+": "+f.Message)
	}
	want := []string{
		"InstanceCount: must be at most 2",
		"LaunchSpecification: must require IMDSv2: set HttpTokens to required, or HttpEndpoint to disabled",
		"LaunchSpecification: must protect the instance: set DisableApiTermination to true",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("violations (-want +got):\n%s", diff)
	}
}

func TestTypesWithoutVCPUsAreNotPassedOver(t *testing.T) {
	list := rules(t, each(t)["maxVCPUs"])
	if found := ruletest.Check(t, list, `{"InstanceType":"hs1.8xlarge"}`); len(found) != 1 || found[0].Severity != validate.SeverityWarning {
		t.Errorf("got %v", found)
	}
}

func TestImagesOfTheAccount(t *testing.T) {
	for _, field := range []string{"imageOwners", "imageNames"} {
		list := rules(t, each(t)[field])
		v := ruletest.Validator(t, list).With(found{})
		report := v.Check(ruletest.Request(t, `{"ImageId":"ami-0abcdef1234567890"}`))
		if len(report.Violations) > 0 {
			t.Errorf("%s: %v", field, report)
		}
		if report := v.Check(ruletest.Request(t, `{"ImageId":"ami-0fedcba9876543210"}`)); report.Err() == nil {
			t.Errorf("%s: nothing is said of another image", field)
		}
		if report := v.Check(ruletest.Request(t, `{"ImageId":"ami-1a2b3c4d"}`)); report.Err() != nil {
			t.Errorf("%s: an image that is not known: %v", field, report)
		}
	}
}

func TestViolationsSayWhichValueATagMustHave(t *testing.T) {
	for pattern, quoted := range map[string]string{
		`[a-z]+@example\.com`:                 "`[a-z]+@example\\.com`",
		"`":                                   "\"`\"",
		"(" + strings.Repeat("x|", 200) + ")": "`(" + strings.Repeat("x|", 63) + "x…`",
	} {
		list := rules(t, policy.Policy{Tags: []policy.Tag{{Key: "owner", Pattern: pattern}, {Resource: "volume", Key: "cost"}}})
		for spec, want := range map[string]string{
			`{}`: `must tag the instance with "owner" (a value that matches ` + quoted + `), the volume with "cost"`,
			`{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"owner","Value":"me"}]},{"ResourceType":"volume","Tags":[{"Key":"cost"}]}]}`: `must match ` + quoted + `, the pattern for "owner"`,
		} {
			if found := ruletest.Check(t, list, spec); len(found) != 1 || found[0].Message != want {
				t.Errorf("found %v, want %s", found, want)
			}
		}
	}
}

func TestViolationsSayWhatIsRight(t *testing.T) {
	for want, allowed := range map[string][]string{
		"must match m6i.*": {"m6i.*"},
		"must match one of a1.*, c5.*, m5.*, r5.*, t3.*":             {"a1.*", "c5.*", "m5.*", "r5.*", "t3.*"},
		"must match one of a1.*, c5.*, m5.*, r5.*, t3.*, and 2 more": {"a1.*", "c5.*", "m5.*", "r5.*", "t3.*", "t4g.*", "x1.*"},
	} {
		found := ruletest.Check(t, rules(t, policy.Policy{InstanceTypes: allowed}), `{"InstanceType":"p5.48xlarge"}`)
		if len(found) != 1 || found[0].Message != want {
			t.Errorf("found %v, want %s", found, want)
		}
	}
}

// A policy that is changed afterwards changes no rule.
func TestRulesAreCopies(t *testing.T) {
	p := policy.Policy{Images: []string{"ami-0abcdef1234567890"}, InstanceTypes: []string{"m6i.*"}}
	list := rules(t, p)
	p.Images[0], p.InstanceTypes[0] = "ami-1a2b3c4d", "c5.*"
	if found := ruletest.Check(t, list, `{"InstanceType":"m6i.large"}`); len(found) > 0 {
		t.Error(found)
	}
}
