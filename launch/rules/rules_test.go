package rules

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

func TestStyle(t *testing.T) { ruletest.Style(t, Rules()) }

// Of volumes, the rules on hibernation see each at a root device's name, and
// nothing else.
func TestHibernationSeesRootVolumes(t *testing.T) {
	for spec, want := range map[string][]string{
		`{"DeviceName":"/dev/sda1"},{"Ebs":{"VolumeType":"standard","VolumeSize":1}},{"DeviceName":"/dev/xvda","NoDevice":"","Ebs":{"VolumeType":"standard","VolumeSize":1}}`: nil,
		`{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":1}},{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":1}}`: {
			"hibernation-root-size-range BlockDeviceMappings[0].Ebs.VolumeSize InstanceType HibernationOptions.Configured",
			"hibernation-root-size-range BlockDeviceMappings[1].Ebs.VolumeSize InstanceType HibernationOptions.Configured",
		},
	} {
		got := ruletest.Broken(ruletest.Check(t, Rules(), `{"HibernationOptions":{"Configured":true},"BlockDeviceMappings":[`+spec+`]}`))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", spec, diff)
		}
	}
}

// What on a host keeps an instance from recovering is named.
func TestRecoveryOnHosts(t *testing.T) {
	for placement, want := range map[string]string{
		`"Tenancy":"host","HostId":"h-0123456789abcdef0"`:                                     "Placement.Tenancy",
		`"HostId":"h-0123456789abcdef0"`:                                                      "Placement.HostId",
		`"HostResourceGroupArn":"arn:aws:resource-groups:us-west-2:111122223333:group/hosts"`: "Placement.HostResourceGroupArn",
	} {
		report := ruletest.Check(t, []*validate.Rule{maintenanceRecoveryAdvice}, `{"MaintenanceOptions":{"AutoRecovery":"default"},"Placement":{`+placement+`}}`, validate.Advise())
		want := []string{"maintenance-recovery-advice MaintenanceOptions.AutoRecovery " + want}
		if diff := cmp.Diff(want, ruletest.Broken(report)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", placement, diff)
		}
	}
}

func TestSuggestedTypes(t *testing.T) {
	for name, want := range map[string]string{
		"m7i.larg":  "; did you mean m7i.large or ",
		"M7I.LARGE": "; did you mean m7i.large or ",
		"nothing":   "",
	} {
		got := didYouMean(types.InstanceType(name))
		if !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("didYouMean(%q) = %q, want %q…", name, got, want)
		}
	}
}
