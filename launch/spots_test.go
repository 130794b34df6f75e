package launch_test

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// Spot requests in the shapes in which tools and the User Guide make them break
// no rule, and no warning disturbs who uses them.
func TestOrdinarySpotRequestsAreNoFault(t *testing.T) {
	v := ruletest.Validator(t, launch.Rules())
	for name, spec := range map[string]string{
		"the least": `{}`,
		"a guide's persistent request": `{"SpotPrice":"0.050","InstanceCount":5,"Type":"persistent","LaunchGroup":"web",
			"LaunchSpecification":{"ImageId":"ami-0abcdef1234567890","KeyName":"my-key-pair",
				"SecurityGroupIds":["sg-1a2b3c4d"],"InstanceType":"m5.large"}}`,
		"a request that ends": `{"ValidFrom":"2098-01-01T00:00:00Z","ValidUntil":"2098-01-02T00:00:00Z"}`,
		"Terraform's request": `{"InstanceCount":1,"Type":"persistent","InstanceInterruptionBehavior":"stop",
			"ValidUntil":"2098-01-01T00:00:00Z","LaunchSpecification":{"ImageId":"ami-0abcdef1234567890",
				"InstanceType":"t3.small","EbsOptimized":false,"Monitoring":{"Enabled":false},
				"IamInstanceProfile":{"Name":"web"},"SubnetId":"subnet-0123456789abcdef0",
				"SecurityGroupIds":["sg-0123456789abcdef0"]},
			"TagSpecifications":[{"ResourceType":"spot-instances-request","Tags":[{"Key":"Name","Value":"web"}]}]}`,
	} {
		spotless(t, v, validate.RequestSpotInstances, name, spec)
	}
	const fleet = `{"SpotFleetRequestConfig":{"IamFleetRole":"arn:aws:iam::123456789012:role/spot-fleet",`
	for name, spec := range map[string]string{
		"Terraform's defaults, fulfilled once": `"TargetCapacity":2,"OnDemandTargetCapacity":0,"Type":"request",
			"AllocationStrategy":"lowestPrice","ExcessCapacityTerminationPolicy":"Default",
			"InstanceInterruptionBehavior":"terminate","ReplaceUnhealthyInstances":false,
			"TerminateInstancesWithExpiration":false,
			"TagSpecifications":[{"ResourceType":"spot-fleet-request","Tags":[{"Key":"Name","Value":"web"}]}],
			"LaunchSpecifications":[{"ImageId":"ami-0abcdef1234567890","InstanceType":"c5.large","SpotPrice":"",
				"SubnetId":"","EbsOptimized":false,"Monitoring":{"Enabled":false},"Placement":{"AvailabilityZone":"us-west-2a"},
				"WeightedCapacity":1.5,"SecurityGroups":[{"GroupId":"sg-0123456789abcdef0"}],
				"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"Name","Value":"web"}]}]}]`,
		"subnets and zones in lists": `"TargetCapacity":20,"LaunchSpecifications":[
				{"ImageId":"ami-0abcdef1234567890","InstanceType":"c5.4xlarge","SubnetId":"subnet-a61dafcf, subnet-65ea5f08"},
				{"ImageId":"ami-0abcdef1234567890","InstanceType":"c5.4xlarge",
					"Placement":{"AvailabilityZone":"us-west-2a, us-west-2b"}},
				{"ImageId":"ami-0abcdef1234567890","InstanceType":"c5.4xlarge",
					"Placement":{"AvailabilityZoneId":"usw2-az1, usw2-az2"}}]`,
		"a template in two sizes": `"TargetCapacity":8,"OnDemandTargetCapacity":2,"OnDemandAllocationStrategy":"prioritized",
			"AllocationStrategy":"capacityOptimizedPrioritized","InstanceInterruptionBehavior":"hibernate",
			"ExcessCapacityTerminationPolicy":"noTermination","ReplaceUnhealthyInstances":true,
			"SpotMaintenanceStrategies":{"CapacityRebalance":{"ReplacementStrategy":"launch-before-terminate",
				"TerminationDelay":720}},
			"LoadBalancersConfig":{"TargetGroupsConfig":{"TargetGroups":[
				{"Arn":"arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/web/9882d758ae5fcd50"}]}},
			"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web","Version":"$Latest"},
				"Overrides":[{"InstanceType":"m5.large","SubnetId":"subnet-a61dafcf","Priority":1,"WeightedCapacity":1},
					{"InstanceType":"m5.xlarge","SubnetId":"subnet-a61dafcf","Priority":2,"WeightedCapacity":2}]}]`,
		"memory by attributes": `"TargetCapacity":500000,"TargetCapacityUnitType":"memory-mib",
			"AllocationStrategy":"priceCapacityOptimized",
			"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateId":"lt-0123456789abcdef0","Version":"1"},
				"Overrides":[{"InstanceRequirements":{"VCpuCount":{"Min":2},"MemoryMiB":{"Min":4096}}}]}]`,
		"units of instances, in a request to come": `"TargetCapacity":0,"TargetCapacityUnitType":"units",
			"ValidFrom":"2098-01-01T00:00:00Z","ValidUntil":"2098-01-02T00:00:00Z","TerminateInstancesWithExpiration":true,
			"LaunchSpecifications":[{"ImageId":"ami-0abcdef1234567890","InstanceType":"c5.large"}]`,
	} {
		spotless(t, v, validate.RequestSpotFleet, name, fleet+spec+`}}`)
	}
}

// spotless fails where a call is refused or warned of.
func spotless(t *testing.T, v *validate.Validator, s validate.Subject, name, spec string) {
	t.Helper()
	in, err := ruletest.DecodeCall(s, spec)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if report, _ := v.CheckCall(in); len(report.Violations) > 0 {
		t.Errorf("%s: %v", name, report)
	}
}

// A message names another element by the path that it has in the call.
func TestMessagesNameElementsAsTheCallDoes(t *testing.T) {
	var in ec2.RequestSpotFleetInput
	err := launch.DecodeCallCLI(strings.NewReader(`{"SpotFleetRequestConfig":{"TargetCapacity":1,
		"IamFleetRole":"arn:aws:iam::123456789012:role/spot-fleet","LaunchSpecifications":[
			{"ImageId":"ami-0abcdef1234567890","InstanceType":"c5.large"},
			{"ImageId":"ami-0abcdef1234567890","InstanceType":"m5.large",
				"SecurityGroups":[{"GroupId":"sg-0123456789abcdef0"},{"GroupId":"sg-0123456789abcdef0"}],
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":1}},
					{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":2}}]}]}}`), &in)
	if err != nil {
		t.Fatal(err)
	}
	report, _ := launch.CheckCall(&in)
	for _, want := range []string{
		"the device of SpotFleetRequestConfig.LaunchSpecifications[1].BlockDeviceMappings[0].DeviceName;",
		"as SpotFleetRequestConfig.LaunchSpecifications[1].SecurityGroups[0].GroupId has it",
	} {
		if !strings.Contains(report.String(), want) {
			t.Errorf("want %q, got %v", want, report)
		}
	}
}
