package rules_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/network/rules"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
	"github.com/ec2launch/ec2launch/validate/ruletest/inventory"
)

var all = slices.Concat(rules.Rules(), rules.AccountRules())

func TestRules(t *testing.T) { ruletest.Run(t, all) }
func TestStyle(t *testing.T) { ruletest.Style(t, all) }
func TestAgree(t *testing.T) {
	ruletest.Agree(t, all, `{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":1},{"DeviceIndex":1},`+
		`{"DeviceIndex":2}]}`)
}

func TestInventory(t *testing.T) {
	inventory.Run(t, inventory.Load(t, "testdata/inventory.json"), rules.Rules())
}

// TestEmptyMembers checks that rules do without members that may be nil: one
// that fails is reported at no member.
func TestEmptyMembers(t *testing.T) {
	v := ruletest.Validator(t, rules.Rules(), validate.Advise())
	for _, in := range []*ec2.RunInstancesInput{
		{NetworkInterfaces: make([]types.InstanceNetworkInterfaceSpecification, 2)},
		{SecondaryInterfaces: make([]types.InstanceSecondaryInterfaceSpecificationRequest, 2)},
		{NetworkPerformanceOptions: &types.InstanceNetworkPerformanceOptionsRequest{}},
		{NetworkInterfaces: []types.InstanceNetworkInterfaceSpecification{{}, {
			ConnectionTrackingSpecification: &types.ConnectionTrackingSpecificationRequest{},
			EnaSrdSpecification: &types.EnaSrdSpecificationRequest{
				EnaSrdUdpSpecification: &types.EnaSrdUdpSpecificationRequest{},
			},
			PrivateIpAddresses: make([]types.PrivateIpAddressSpecification, 2),
			Ipv4Prefixes:       make([]types.Ipv4PrefixSpecificationRequest, 2),
			Ipv6Prefixes:       make([]types.Ipv6PrefixSpecificationRequest, 2),
			Ipv6Addresses:      make([]types.InstanceIpv6Address, 2),
		}}},
	} {
		in.InstanceType = types.InstanceTypeC6in32xlarge
		for _, f := range v.Check(in).Violations {
			if f.Path == "" {
				t.Error(f)
			}
		}
	}
}

// TestMessagesNameWhatIsMisplaced shows that an ID which stands where another
// belongs is recognised, and what is said of it.
func TestMessagesNameWhatIsMisplaced(t *testing.T) {
	const digits = " and 8 or 17 lower-case hexadecimal digits"
	for spec, want := range map[string]string{
		`{"SubnetId":"sg-0123456789abcdef0"}`: "must be subnet-" + digits +
			"; this is the ID of a security group, which goes in SecurityGroupIds",
		`{"SubnetId":"vpc-0123456789abcdef0"}`: "must be subnet-" + digits + "; this is the ID of a VPC",
		`{"SubnetId":"arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0123456789abcdef0"}`: "must be subnet-" +
			digits +
			"; this is the ARN of a subnet, whose ID goes in SubnetId",
		`{"SubnetId":"subnet_0123456789abcdef0"}`: "must be subnet-" + digits +
			"; write a hyphen, not an underscore, after subnet",
		`{"SecurityGroupIds":["subnet-0123456789abcdef0"]}`: "must be sg-" + digits +
			"; this is the ID of a subnet, which goes in SubnetId",
		`{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"sg-0123456789abcdef0"}]}`: "must be subnet-" + digits +
			"; this is the ID of a security group, which goes in Groups",
		`{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"subnet-0123456789abcdef0"}]}`: "must be eni-" +
			digits + "; this is the ID of a subnet, which goes in SubnetId",
	} {
		found := ruletest.Check(t, rules.Rules(), spec)
		if len(found) != 1 || found[0].Message != want {
			t.Errorf("%s:\n got %v\nwant %s", spec, found, want)
		}
	}
}

// TestBuilderNamesTheTimeouts checks the ranges in the comments of the builder.
func TestBuilderNamesTheTimeouts(t *testing.T) {
	source, err := os.ReadFile("../conntrack.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules.Rules() {
		if r.Range == nil || !strings.HasPrefix(r.ID, "conntrack-") {
			continue
		}
		least, _ := r.Range.Min.In(validate.Latest)
		most, _ := r.Range.Max.In(validate.Latest)
		if want := fmt.Sprintf("%d to %d", least, most); !strings.Contains(string(source), want) {
			t.Errorf("%s: conntrack.go of the builder does not say %q", r.ID, want)
		}
	}
}
