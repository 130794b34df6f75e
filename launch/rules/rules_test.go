package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

var all = slices.Concat(Rules(), AccountRules())

func TestRules(t *testing.T) { ruletest.Run(t, all) }

func TestStyle(t *testing.T) { ruletest.Style(t, all) }

func TestAgree(t *testing.T) { ruletest.Agree(t, all) }

func TestHibernationSeesVolumesAtNamesOfRootDevicesOnly(t *testing.T) {
	for spec, want := range map[string][]string{
		`{"DeviceName":"/dev/sda1"},{"Ebs":{"VolumeType":"standard","VolumeSize":1}}`: nil,
		`{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":1}},` +
			`{"DeviceName":"/dev/xvda","NoDevice":"","Ebs":{"VolumeSize":1}}`: {
			"hibernation-root-size-range BlockDeviceMappings[0].Ebs.VolumeSize InstanceType HibernationOptions.Configured",
			"hibernation-root-size-range BlockDeviceMappings[1].Ebs.VolumeSize InstanceType HibernationOptions.Configured",
		},
	} {
		got := ruletest.Broken(ruletest.Check(t, Rules(), hibernating+`[`+spec+`]}`))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", spec, diff)
		}
	}
}

func TestUserDataThatIsNoBase64IsToBeEncoded(t *testing.T) {
	v := ruletest.Validator(t, []*validate.Rule{userDataFormat})
	got := v.Check(&ec2.RunInstancesInput{UserData: new("#!/bin/sh")}).String()
	const want = "UserData: must be base64; encode it first, or give it to Builder.UserData, which does [user-data-format]\n"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestWhatOfAHostKeepsAnInstanceFromRecoveringIsNamed(t *testing.T) {
	const group = `"arn:aws:resource-groups:us-west-2:111122223333:group/hosts"`
	for placement, want := range map[string]string{
		`"Tenancy":"host","HostId":"h-0123456789abcdef0"`: "Placement.Tenancy",
		`"HostId":"h-0123456789abcdef0"`:                  "Placement.HostId",
		`"HostResourceGroupArn":` + group:                 "Placement.HostResourceGroupArn",
	} {
		spec := `{"MaintenanceOptions":{"AutoRecovery":"default"},"Placement":{` + placement + `}}`
		report := ruletest.Check(t, []*validate.Rule{maintenanceRecoveryAdvice}, spec, validate.Advise())
		want := []string{"maintenance-recovery-advice MaintenanceOptions.AutoRecovery " + want}
		if diff := cmp.Diff(want, ruletest.Broken(report)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", placement, diff)
		}
	}
}

func TestTheNearestTypesAreSuggested(t *testing.T) {
	const suggestion = "; did you mean m7i.large or "
	for _, tt := range []struct {
		name    string
		edition validate.Edition
		want    bool
	}{
		{"m7i.larg", validate.Latest, true},
		{"M7I.LARGE", validate.Latest, true},
		{"nothing", validate.Latest, false},
		{"m7i.larg", validate.Spring2023, false}, // which does not know m7i.large
	} {
		found := ruletest.Check(t, Rules(), `{"InstanceType":"`+tt.name+`"}`, validate.In(tt.edition))
		if len(found) != 1 || strings.Contains(found[0].Message, suggestion) != tt.want {
			t.Errorf("%s in %v: got %v, want one violation that suggests types: %t", tt.name, tt.edition, found, tt.want)
		}
	}
}

func TestMebibytesAreRoundedUp(t *testing.T) {
	for mib, want := range map[int64]int64{512: 1, 1024: 1, 1025: 2, 16 << 10: 16} {
		if got := gib(mib); got != want {
			t.Errorf("%d MiB are %d GiB, want %d", mib, got, want)
		}
	}
}
