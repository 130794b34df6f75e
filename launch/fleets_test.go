package launch_test

import (
	"testing"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// Fleets in the shapes in which tools and the User Guide make them break no
// rule, and no warning disturbs who uses them.
func TestOrdinaryFleetsAreNoFault(t *testing.T) {
	v := ruletest.Validator(t, launch.Rules())
	for name, spec := range map[string]string{
		"Terraform's defaults": `{"Type":"maintain","ExcessCapacityTerminationPolicy":"termination",
			"ReplaceUnhealthyInstances":false,"TerminateInstancesWithExpiration":false,
			"SpotOptions":{"AllocationStrategy":"lowestPrice","InstanceInterruptionBehavior":"terminate","InstancePoolsToUseCount":1},
			"OnDemandOptions":{"AllocationStrategy":"lowestPrice","SingleAvailabilityZone":false,"SingleInstanceType":false},
			"TagSpecifications":[{"ResourceType":"fleet","Tags":[{"Key":"Name","Value":"web"}]}],
			"TargetCapacitySpecification":{"TotalTargetCapacity":0,"DefaultTargetCapacityType":"spot"},
			"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateId":"lt-0123456789abcdef0","Version":"1"}}]}`,
		"Karpenter's launch": `{"Type":"instant","SpotOptions":{"AllocationStrategy":"price-capacity-optimized"},
			"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"karpenter.sh/nodepool","Value":"default"}]},
				{"ResourceType":"volume","Tags":[{"Key":"karpenter.sh/nodepool","Value":"default"}]},
				{"ResourceType":"fleet","Tags":[{"Key":"karpenter.sh/nodepool","Value":"default"}]},
				{"ResourceType":"spot-instances-request","Tags":[{"Key":"karpenter.sh/nodepool","Value":"default"}]}],
			"TargetCapacitySpecification":{"TotalTargetCapacity":1,"DefaultTargetCapacityType":"spot"},
			"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"karpenter.k8s.aws/1","Version":"$Latest"},
				"Overrides":[
					{"InstanceType":"m7i.large","SubnetId":"subnet-0123456789abcdef0","ImageId":"ami-0123456789abcdef0",
						"AvailabilityZone":"us-east-1a","Priority":0.0504},
					{"InstanceType":"m7i.large","SubnetId":"subnet-0123456789abcdef1","ImageId":"ami-0123456789abcdef0",
						"AvailabilityZone":"us-east-1b","Priority":0.0504}]}]}`,
		"reservations first, by priority": `{"Type":"instant","OnDemandOptions":{"AllocationStrategy":"prioritized",
				"CapacityReservationOptions":{"UsageStrategy":"use-capacity-reservations-first"}},
			"TargetCapacitySpecification":{"TotalTargetCapacity":20,"OnDemandTargetCapacity":10,"DefaultTargetCapacityType":"spot"},
			"LaunchTemplateConfigs":[{"LaunchTemplateSpecification":{"LaunchTemplateName":"web","Version":"$Latest"},
				"Overrides":[{"InstanceType":"c5.large","SubnetId":"subnet-fae8c380","Priority":1.0},
					{"InstanceType":"c5.large","SubnetId":"subnet-e7188bab","Priority":2.0}]}]}`,
		"templates by size, with weights": `{"Type":"instant","SpotOptions":{"AllocationStrategy":"capacity-optimized"},
			"TargetCapacitySpecification":{"TotalTargetCapacity":144,"DefaultTargetCapacityType":"spot"},
			"LaunchTemplateConfigs":[
				{"LaunchTemplateSpecification":{"LaunchTemplateName":"large","Version":"$Latest"},
					"Overrides":[{"InstanceType":"c5n.18xlarge","SubnetId":"subnet-fae8c380","WeightedCapacity":72}]},
				{"LaunchTemplateSpecification":{"LaunchTemplateName":"small","Version":"$Latest"},
					"Overrides":[{"InstanceType":"c5n.9xlarge","SubnetId":"subnet-fae8c380","WeightedCapacity":36}]}]}`,
		"vCPUs by attributes, in two architectures": `{"TargetCapacitySpecification":{"TotalTargetCapacity":5000,
				"DefaultTargetCapacityType":"spot","TargetCapacityUnitType":"vcpu"},
			"LaunchTemplateConfigs":[
				{"LaunchTemplateSpecification":{"LaunchTemplateName":"arm","Version":"1"},
					"Overrides":[{"InstanceRequirements":{"VCpuCount":{"Min":2,"Max":8},"MemoryMiB":{"Min":0}}}]},
				{"LaunchTemplateSpecification":{"LaunchTemplateName":"x86","Version":"1"},
					"Overrides":[{"InstanceRequirements":{"VCpuCount":{"Min":2,"Max":8},"MemoryMiB":{"Min":0}}}]}]}`,
		"one type in two templates that say where": `{"LaunchTemplateConfigs":[
				{"LaunchTemplateSpecification":{"LaunchTemplateName":"in-zone-a","Version":"1"},
					"Overrides":[{"InstanceType":"m7i.large"}]},
				{"LaunchTemplateSpecification":{"LaunchTemplateName":"in-zone-b","Version":"1"},
					"Overrides":[{"InstanceType":"m7i.large"}]}]}`,
	} {
		in, err := ruletest.DecodeCall(validate.CreateFleet, spec)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if report, _ := v.CheckCall(in); len(report.Violations) > 0 {
			t.Errorf("%s: %v", name, report)
		}
	}
}
