package rules_test

import (
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

const reservation = "CapacityReservationSpecification.CapacityReservationTarget"

// empties says of every text what EC2 makes of an empty one: "error" where it is
// documented or reported to refuse it, or refuses whatever has not the form;
// "warning" where that is not known and no one means it; "" where it launches.
var empties = map[string]string{
	reservation + ".CapacityReservationId":               "error", // Invalid id: ""
	reservation + ".CapacityReservationResourceGroupArn": "error",

	"AdditionalInfo":                    "warning", // reserved, whatever it is
	"ClientToken":                       "warning", // no token: a request that is sent again launches again
	"CreditSpecification.CpuCredits":    "error",   // InvalidCpuCredits
	"IamInstanceProfile.Arn":            "error",   // InvalidIamInstanceProfileArn.Malformed
	"IamInstanceProfile.Name":           "",        // sent by Terraform and Packer
	"ImageId":                           "error",   // Invalid id: "" (expecting "ami-...")
	"KernelId":                          "error",   // Invalid id: ""
	"KeyName":                           "error",   // Invalid value '' for keyPairNames. It should not be blank
	"LaunchTemplate.LaunchTemplateId":   "error",   // Invalid id: ""
	"LaunchTemplate.LaunchTemplateName": "error",   // shorter than any name
	"LaunchTemplate.Version":            "warning", // perhaps the default version
	"LicenseSpecifications[].LicenseConfigurationArn": "error",
	"Monitoring.MetricCategoryIds":                    "",        // not documented
	"Operator.Principal":                              "warning", // reserved, whatever it is
	"Placement.Affinity":                              "error",   // InvalidAffinity
	"Placement.AvailabilityZone":                      "",        // sent by Terraform and Packer
	"Placement.AvailabilityZoneId":                    "warning",
	"Placement.GroupId":                               "error", // Invalid id: ""
	"Placement.GroupName":                             "",      // sent by Terraform
	"Placement.HostId":                                "error", // Invalid id: ""
	"Placement.HostResourceGroupArn":                  "error",
	"Placement.SpreadDomain":                          "warning", // reserved, whatever it is
	"RamdiskId":                                       "error",   // Invalid id: ""
	"TagSpecifications[].Tags[].Key":                  "error",   // InvalidTagKey.Malformed
	"TagSpecifications[].Tags[].Value":                "",        // documented
	"UserData":                                        "",        // sent by Packer

	"InstanceMarketOptions.SpotOptions.MaxPrice": "error", // "" is an invalid spot instance price

	// Until the services were retired: the reference demands a type.
	"ElasticGpuSpecification[].Type":      "error",
	"ElasticInferenceAccelerators[].Type": "error",
}

// elsewhere begin the members of which package blockdevice and package network
// decide.
var elsewhere = []string{
	"BlockDeviceMappings", "Ipv6Addresses", "NetworkInterfaces", "NetworkPerformanceOptions", "PrivateDnsNameOptions",
	"PrivateIpAddress", "SecondaryInterfaces", "SecurityGroup", "SubnetId",
}

func TestEmptyTextsAreDecidedOneByOne(t *testing.T) {
	v := map[bool]*validate.Validator{
		false: ruletest.Validator(t, launch.Rules()),
		true:  ruletest.Validator(t, launch.Rules(), validate.In(validate.Spring2023)),
	}
	decided := 0
	for _, path := range members.Paths() {
		if _, kind := members.Values(path); kind != members.Text || begins(path, elsewhere) {
			continue
		}
		in := ruletest.Request(t, empty(path))
		set, one := members.Of(in), members.SetOf(path)
		if !set.Has(&one) {
			continue // an enumeration, which is not sent when it is empty
		}
		want, listed := empties[path]
		if !listed {
			t.Errorf("%s: no one decided what is of an empty one", path)
			continue
		}
		decided++
		got := ""
		for _, found := range v[strings.HasPrefix(path, "Elastic")].Check(in).Violations {
			if strings.TrimSuffix(found.Path, "[0]") == strings.ReplaceAll(path, "[]", "[0]") {
				got = found.Severity.String()
				break
			}
		}
		if got != want {
			t.Errorf("%s: an empty one is reported as %q, want %q", path, got, want)
		}
	}
	if decided != len(empties) {
		t.Errorf("%d members are decided, of %d in the list", decided, len(empties))
	}
}

func begins(path string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(path, p) {
			return true
		}
	}
	return false
}

// empty writes a request with an empty text at a path.
func empty(path string) string {
	step, rest, deeper := strings.Cut(path, ".")
	name, list := strings.CutSuffix(step, "[]")
	value := `""`
	if deeper {
		value = empty(rest)
	}
	if list || strings.HasSuffix(name, "Ids") {
		value = "[" + value + "]"
	}
	return `{"` + name + `":` + value + "}"
}
