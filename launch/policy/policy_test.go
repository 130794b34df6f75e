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

// shown leaves out the rule whose examples depend on the patterns of a policy.
func shown(list []*validate.Rule) []*validate.Rule {
	return slices.DeleteFunc(list, func(r *validate.Rule) bool { return r.ID == "policy-fleet-tag-values" })
}

func TestRules(t *testing.T) {
	list := rules(t, full)
	ruletest.Style(t, shown(list))
	for name, p := range each(t) {
		t.Run(name, func(t *testing.T) {
			for _, r := range shown(rules(t, p)) {
				ruletest.Run(t, []*validate.Rule{r})
			}
		})
	}
}

func TestAgree(t *testing.T) {
	withParts := full
	withParts.Tags = append(withParts.Tags[:2:2], policy.Tag{Resource: "network-interface", Key: "net"})
	const owned = `"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"owner","Value":"shop@example.com"}]},{"ResourceType":"volume","Tags":[{"Key":"cost"}]}`
	ruletest.Agree(t, shown(rules(t, withParts)),
		`{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}],`+owned+`]}`,
		`{`+owned+`,{"ResourceType":"network-interface","Tags":[{"Key":"net"}]}]}`,
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
		{"volumeTypes", `{"LaunchTemplate":{"LaunchTemplateName":"web"},"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}}]}`, "BlockDeviceMappings[0].Ebs.VolumeType"},
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
		{"noPublicAddress", `{"NetworkInterfaces":[{"DeviceIndex":0}],"LaunchTemplate":{"LaunchTemplateName":"web"}}`, "NetworkInterfaces[0].AssociatePublicIpAddress"},
		{"requireIMDSv2", `{"MetadataOptions":{"HttpEndpoint":"enabled"},"LaunchTemplate":{"LaunchTemplateName":"web"}}`, "MetadataOptions.HttpTokens"},
		{"requireIMDSv2", `{"MetadataOptions":{"HttpPutResponseHopLimit":2},"LaunchTemplate":{"LaunchTemplateName":"web"}}`, ""},
		{"maxVCPUs", `{"InstanceType":"m6i.large"}`, ""},
		{"tags", `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"owner","Value":"` + strings.Repeat("a", 2000) + `@example.com"}]},{"ResourceType":"volume","Tags":[{"Key":"cost"}]}]}`, "TagSpecifications[0].Tags[0].Value"},
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
			list := slices.DeleteFunc(rules(t, p), func(r *validate.Rule) bool { // which keys need
				return tt.field == "volumeKeys" && r.ID == "policy-volume-encryption-required"
			})
			got := ""
			for _, v := range ruletest.Check(t, list, tt.spec) {
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

// What a fleet or a Spot request says itself is judged, wherever it says it, and what
// stands in the place of an instance type excuses nothing else.
func TestPoliciesReachAllThatACallSays(t *testing.T) {
	const (
		a, b, image = "subnet-0123456789abcdef0", "subnet-0fedcba9876543210", `"ImageId":"ami-0abcdef1234567890"`
		config      = `"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web","Version":"1"},"Overrides":[`
		fleet       = `{"Type":"instant","TargetCapacitySpecification":{"TotalTargetCapacity":1,"DefaultTargetCapacityType":"spot"},`
		spotFleet   = `{"SpotFleetRequestConfig":{"IamFleetRole":"arn:aws:iam::111122223333:role/fleet","TargetCapacity":1,`
		instances   = fleet + config + `{}]}],"TagSpecifications":[{"ResourceType":`
		overrides   = "LaunchTemplateConfigs[0].Overrides[0]"
		specs       = "SpotFleetRequestConfig.LaunchSpecifications[0]"
		required    = `"InstanceRequirements":{"MemoryMiB":{"Min":1024},"VCpuCount":{"Min":1`
	)
	keep := policy.Policy{InstanceTypes: []string{"m6i.*", "t3.?icro"}, MaxVCPUs: 8}
	lives := policy.Policy{Subnets: []string{a}}
	owned := policy.Policy{Tags: []policy.Tag{{Key: "owner", Pattern: "team-[a-z]+"}}}
	all := policy.Policy{RequireIMDSv2: true, TerminationProtection: true, NoPublicAddress: true, VolumeTypes: []string{"gp3"}, MaxVolumeGiB: 10, Subnets: []string{a}}
	all.Tags = owned.Tags
	tests := []struct {
		name   string
		policy policy.Policy
		on     validate.Subject
		call   string
		want   string // the rules broken and where
	}{
		{"requirements of a template", keep, validate.CreateLaunchTemplate,
			`{"LaunchTemplateName":"web","LaunchTemplateData":{` + image + `,` + required + `}}}}`,
			"requirements-type-values LaunchTemplateData.InstanceRequirements.AllowedInstanceTypes; requirements-vcpu-limit LaunchTemplateData.InstanceRequirements.VCpuCount.Max"},
		{"requirements that allow other types", keep, validate.CreateFleet,
			fleet + config + `{` + required + `,"Max":16},"AllowedInstanceTypes":["m6i.*","m6*","t3.*","t3.micro","t3.*micro"]}}]}]}`,
			"requirements-type-values " + overrides + ".InstanceRequirements.AllowedInstanceTypes[1]; requirements-type-values " + overrides + ".InstanceRequirements.AllowedInstanceTypes[2]; " +
				"requirements-type-values " + overrides + ".InstanceRequirements.AllowedInstanceTypes[4]; requirements-vcpu-limit " + overrides + ".InstanceRequirements.VCpuCount.Max"},
		{"requirements that keep to the policy", keep, validate.CreateFleet,
			fleet + config + `{` + required + `,"Max":8},"AllowedInstanceTypes":["m6i.*","m6i.large","t3.micro"]}}]}]}`, ""},
		{"requirements without an end", keep, validate.CreateFleet, strings.ReplaceAll(fleet+config+`{`+required+`,"Max":0},"AllowedInstanceTypes":["m6i.*"]}}]}]}`, `"Min":1}`, `"Min":0}`),
			"requirements-vcpu-limit " + overrides + ".InstanceRequirements.VCpuCount.Max"},
		{"requirements of a Spot Fleet", keep, validate.RequestSpotFleet, spotFleet + `"LaunchSpecifications":[{` + image + `,` + required + `}}}]}}`,
			"requirements-type-values " + specs + ".InstanceRequirements.AllowedInstanceTypes; requirements-vcpu-limit " + specs + ".InstanceRequirements.VCpuCount.Max"},
		{"requirements without a template", all, validate.RequestSpotFleet,
			spotFleet + `"LaunchSpecifications":[{` + image + `,"SubnetId":"` + b + `","BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}],` + required + `}}}]}}`,
			"imdsv2-required " + specs + "; public-address-unsupported " + specs + ".NetworkInterfaces; subnet-values " + specs + ".SubnetId; tag-required " + specs + ".TagSpecifications; " +
				"termination-protection-required " + specs + "; volume-size-limit " + specs + ".BlockDeviceMappings[0].Ebs.VolumeSize; volume-type-values " + specs + ".BlockDeviceMappings[0].Ebs.VolumeType"},
		{"subnets of an override", lives, validate.CreateFleet, strings.Replace(fleet, "instant", "maintain", 1) + config + `{"SubnetId":"` + a + `,` + b + `"}]}]}`, "subnet-values " + overrides + ".SubnetId"},
		{"subnets of an override of a Spot Fleet", lives, validate.RequestSpotFleet, spotFleet + config + `{"SubnetId":"` + b + `, ` + b + `"}]}]}}`, "subnet-values SpotFleetRequestConfig." + overrides + ".SubnetId"},
		{"subnets that are allowed", policy.Policy{Subnets: []string{a, b}}, validate.RequestSpotFleet, spotFleet + `"LaunchSpecifications":[{` + image + `,"InstanceType":"m6i.large","SubnetId":"` + a + `, ` + b + `"}]}}`, ""},
		{"tags that a fleet adds", owned, validate.CreateFleet, instances + `"instance","Tags":[{"Key":"owner","Value":"nobody"}]}]}`, "fleet-tag-values TagSpecifications[0].Tags[0].Value"},
		{"good tags that a fleet adds", owned, validate.CreateFleet, instances + `"instance","Tags":[{"Key":"owner","Value":"team-a"},{"Key":"of","Value":"us"}]}]}`, ""},
		{"tags of the fleet itself", owned, validate.CreateFleet, instances + `"fleet","Tags":[{"Key":"owner","Value":"nobody"}]}]}`, ""},
		{"deprecated parameters of Spot requests", policy.Policy{NoDeprecated: true}, validate.RequestSpotInstances,
			`{"BlockDurationMinutes":60,"LaunchSpecification":{` + image + `,"InstanceType":"m6i.large","AddressingType":"public"}}`,
			"spot-parameter-deprecated BlockDurationMinutes; spot-parameter-deprecated LaunchSpecification.AddressingType"},
		{"deprecated parameters of Spot Fleets", policy.Policy{NoDeprecated: true}, validate.RequestSpotFleet,
			spotFleet + `"LaunchSpecifications":[{` + image + `,"InstanceType":"m6i.large","AddressingType":"public"}]}}`, "spot-fleet-parameter-deprecated " + specs + ".AddressingType"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v, err := validate.NewValidator(launch.Rules(), validate.Also(rules(t, tt.policy)...))
			if err != nil {
				t.Fatal(err)
			}
			call, err := ruletest.DecodeCall(tt.on, tt.call)
			if err != nil {
				t.Fatal(err)
			}
			report, _ := v.CheckCall(call)
			var got []string
			for _, f := range report.Violations {
				if id, ok := strings.CutPrefix(f.Rule, "policy-"); ok {
					got = append(got, id+" "+f.Path)
				} else if f.Severity == validate.SeverityError {
					t.Errorf("the call is faulty: %v", f)
				}
			}
			slices.Sort(got)
			if diff := cmp.Diff(tt.want, strings.Join(got, "; ")); diff != "" {
				t.Errorf("violations (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTagsAreRequiredOfWhatALaunchMakes(t *testing.T) {
	list := rules(t, policy.Policy{Tags: []policy.Tag{{Resource: "network-interface", Key: "net"}}})
	const tagged = `,"TagSpecifications":[{"ResourceType":"network-interface","Tags":[{"Key":"net"}]}]`
	for spec, want := range map[string]string{
		`{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`:                   "",
		`{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"},{"DeviceIndex":1}]}`: `must tag the network-interface with "net"`,
		`{}`:                           `must tag the network-interface with "net"`,
		`{"MinCount":1` + tagged + `}`: "",
	} {
		got := ""
		for _, f := range ruletest.Check(t, list, spec) {
			got += f.Message
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", spec, got, want)
		}
	}
}

func TestNoResourceMustHaveMoreTagsThanEC2Takes(t *testing.T) {
	var p policy.Policy
	for i := range 50 {
		p.Tags = append(p.Tags, policy.Tag{Key: fmt.Sprint(i)}, policy.Tag{Resource: "volume", Key: fmt.Sprint(i)})
	}
	rules(t, p)
	p.Tags = append(p.Tags, policy.Tag{Resource: "instance", Key: "a"}, policy.Tag{Resource: "instance", Key: "b"})
	if _, err := p.Rules(); err == nil || err.Error() != "policy: tags[100]: EC2 takes no more than 50 tags of the instance" {
		t.Errorf("got %v", err)
	}
}

func TestPatternsMatchWholeValues(t *testing.T) {
	for pattern, values := range map[string][2]string{ // one that matches, and one that does not
		"a|ab": {"ab", "abc"}, `\Qa.b`: {"a.b", "aXb"}, "^a$": {"a", "a\n"}, "(?m)a$": {"a", "a\nb"}, "a*?": {"aa", "ba"}, "b": {"b", "ab"},
	} {
		list := rules(t, policy.Policy{Tags: []policy.Tag{{Key: "k", Pattern: pattern}}})
		for i, value := range values {
			text, err := json.Marshal(value)
			if err != nil {
				t.Fatal(err)
			}
			spec := `{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"k","Value":` + string(text) + `}]}]}`
			if found := ruletest.Check(t, list, spec); len(found) != i {
				t.Errorf("%s and %q: %v", pattern, value, found)
			}
		}
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
		"(" + strings.Repeat("x|", 100) + ")": "`(" + strings.Repeat("x|", 63) + "x…`",
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
