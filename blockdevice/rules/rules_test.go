package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/blockdevice/rules"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
	"github.com/ec2launch/ec2launch/validate/ruletest/inventory"
)

var all = slices.Concat(rules.Rules(), rules.AccountRules())

func TestRules(t *testing.T) {
	ruletest.Run(t, all)
	ruletest.Style(t, all)
}

func TestAgree(t *testing.T) {
	ruletest.Agree(t, all, `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":30}},`+
		`{"DeviceName":"/dev/xvda","NoDevice":"","Ebs":{"VolumeSize":30}}]}`)
}

func TestInventory(t *testing.T) {
	inventory.Run(t, inventory.Load(t, "testdata/inventory.json"), rules.Rules())
}

// TestManyDevices has more devices than are compared pair by pair.
func TestManyDevices(t *testing.T) {
	var mappings []string
	for _, bus := range []string{"sd", "xvd"} {
		for first := 'b'; first <= 'c'; first++ {
			for second := 'a'; second <= 'z'; second++ {
				mappings = append(mappings, fmt.Sprintf(`{"DeviceName":"/dev/%s%c%c","Ebs":{"VolumeSize":1}}`, bus,
					first, second))
			}
		}
	}
	mappings = append(mappings, `{"DeviceName":"sdba","Ebs":{"VolumeSize":1}}`,
		`{"DeviceName":"hdba","Ebs":{"VolumeSize":1}}`)
	in := ruletest.Request(t, `{"InstanceType":null,"BlockDeviceMappings":[`+strings.Join(mappings, ",")+`]}`)

	counts := map[string]int{}
	for _, v := range ruletest.Validator(t, rules.Rules()).Check(in).Violations {
		counts[v.Rule]++
	}
	if counts["device-name-unique"] != 1 || counts["device-name-conflict"] != 2*26 || len(counts) != 2 {
		t.Errorf("got %v, want one device twice and 52 with two names", counts)
	}
}

// TestAttachments counts volumes, the root volume, which no mapping names, and
// two network interfaces: of types that are limited to 27 shared attachments, to
// 32 of volumes alone, and not at all.
func TestAttachments(t *testing.T) {
	for _, tt := range []struct {
		instanceType string
		volumes      int
		want         string
	}{
		{"m5.large", 25, ""},
		{"m5.large", 26, "volume-shared-attachments-limit"},
		{"m5.large", 27, "volume-attachments-limit"},
		{"m7i.large", 31, ""},
		{"m7i.large", 32, "volume-attachments-limit"},
		{"m4.large", 45, ""},
		{"x9.large", 45, ""},
	} {
		var mappings []string
		for i := range tt.volumes {
			mappings = append(mappings, fmt.Sprintf(`{"DeviceName":"/dev/xvd%c%c","Ebs":{"VolumeSize":1}}`, 'b'+i/26,
				'a'+i%26))
		}
		in := ruletest.Request(t, fmt.Sprintf(`{"InstanceType":%q,"NetworkInterfaces":[{"DeviceIndex":0},
			{"DeviceIndex":1}],"BlockDeviceMappings":[%s]}`,
			tt.instanceType, strings.Join(mappings, ",")))
		var got []string
		for _, v := range ruletest.Validator(t, rules.Rules()).Check(in).Violations {
			got = append(got, v.Rule)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s with %d volumes: got %q, want %q", tt.instanceType, tt.volumes, got, tt.want)
		}
	}
}

// TestHalfEmptyMappings shows that no rule fails on what is left out. A rule
// that does is reported at no path.
func TestHalfEmptyMappings(t *testing.T) {
	names := []string{``, `"DeviceName":"",`, `"DeviceName":"sd",`, `"DeviceName":"/dev/sdf",`}
	contents := []string{
		`"Ebs":{}`, `"VirtualName":""`, `"VirtualName":"ephemeral"`, `"NoDevice":"x"`,
		`"Ebs":{},"VirtualName":"","NoDevice":""`,
		`"Ebs":{"VolumeType":""}`, `"Ebs":{"VolumeType":"gp3"}`, `"Ebs":{"VolumeType":"io1"}`,
		`"Ebs":{"Iops":0,"Throughput":0,"VolumeSize":0}`,
		`"Ebs":{"SnapshotId":"","KmsKeyId":"","OutpostArn":""}`,
		`"Ebs":{"KmsKeyId":"mrk-","OutpostArn":"arn:aws:outposts:::"}`,
	}
	for _, edition := range validate.Editions() {
		v := ruletest.Validator(t, rules.Rules(), validate.In(edition), validate.Advise())
		for _, name := range names {
			for _, content := range contents {
				spec := `{"InstanceType":"x9.large","BlockDeviceMappings":[{},{` + name + content +
					`},{"DeviceName":"/dev/sdg","Ebs":{"VolumeType":"gp3","VolumeSize":1,` +
					`"Iops":3000,"Throughput":125,"SnapshotId":"snap-1234abcd","Encrypted":true,"KmsKeyId":"alias/a",
						"EbsCardIndex":0,"VolumeInitializationRate":100}}]}`
				for _, f := range v.Check(ruletest.Request(t, spec)).Violations {
					if f.Path == "" {
						t.Errorf("%s: %v", spec, f)
					}
				}
			}
		}
	}
}

// EC2 ignores NoDevice beside Ebs, and so the volume is judged.
func TestVolumesBesideNoDeviceAreJudged(t *testing.T) {
	spec := `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","NoDevice":"","Ebs":{"VolumeSize":0,
		"VolumeType":"gp2"}}]}`
	want := []string{
		"volume-size-range BlockDeviceMappings[0].Ebs.VolumeSize",
		"no-device-conflict BlockDeviceMappings[0].NoDevice BlockDeviceMappings[0].Ebs",
	}
	if diff := cmp.Diff(want, ruletest.Broken(ruletest.Check(t, rules.Rules(), spec))); diff != "" {
		t.Errorf("%s (-want +got):\n%s", spec, diff)
	}
}

// Whatever the type, a volume takes no negative IOPS and no negative throughput.
func TestNegativePerformance(t *testing.T) {
	for name, in := range map[string]string{
		"Iops":       "BlockDeviceMappings[0].Ebs.Iops",
		"Throughput": "BlockDeviceMappings[0].Ebs.Throughput",
	} {
		for _, kind := range types.VolumeType("").Values() {
			spec := fmt.Sprintf(`{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":500,
				"VolumeType":%q,%q:-1}}]}`, kind, name)
			found := false
			for _, v := range ruletest.Check(t, rules.Rules(), spec) {
				found = found || v.Path == in
			}
			if !found {
				t.Errorf("-1 passes: %s", spec)
			}
		}
	}
}

func TestRaisedLimit(t *testing.T) {
	in := ruletest.Request(t, `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":65536,
		"VolumeType":"gp3","Iops":160000}}]}`)
	if ruletest.Validator(t, rules.Rules()).Check(in).Err() == nil {
		t.Error("160000 IOPS are accepted without raising the limit")
	}
	if err := ruletest.Validator(t, rules.Rules(), validate.Override("gp3-iops-max",
		160_000)).Check(in).Err(); err != nil {
		t.Error(err)
	}
}
