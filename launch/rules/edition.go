package rules

import (
	"slices"

	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/validate"
)

var editionMemberUnknown = &validate.Rule{
	ID:      "edition-member-unknown",
	Summary: "a request must have no member that is newer than the edition",
	Reading: "The request syntax of the reference is closed: an SDK of that time cannot send other members.",
	Source:  validate.Source{Shape: "RunInstances"},
	Code:    "UnknownParameter",
	Until:   validate.Spring2023,
	Given:   membersSince2023,
	Check: func(p *validate.Pass) {
		for _, member := range membersSince2023 {
			members.Visit(p.Input, member, func(at []int) {
				p.Reportf(p.At(member, at...),
					"must not be given: edition %s does not know it; drop it, or check another edition", p.Edition)
			})
		}
	},
	Good: []validate.Example{
		{Spec: `{"Placement":{"AvailabilityZone":"us-east-1a"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"Operator":{"Principal":"x"}}`, At: "Operator"},
		{Spec: `{"CpuOptions":{"AmdSevSnp":"enabled"}}`, At: "CpuOptions.AmdSevSnp"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"EnaQueueCount":2}]}`,
			At: "NetworkInterfaces[1].EnaQueueCount"},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":8,"EbsCardIndex":0}}]}`,
			At:   "BlockDeviceMappings[0].Ebs.EbsCardIndex",
		},
	},
}

// membersSince2023 are those that the reference of spring 2023 does not have,
// without what is below them.
var membersSince2023 = []string{
	"BlockDeviceMappings[].Ebs.AvailabilityZone",
	"BlockDeviceMappings[].Ebs.AvailabilityZoneId",
	"BlockDeviceMappings[].Ebs.EbsCardIndex",
	"BlockDeviceMappings[].Ebs.VolumeInitializationRate",
	"CpuOptions.AmdSevSnp",
	"CpuOptions.NestedVirtualization",
	"EnablePrimaryIpv6",
	"Ipv6Addresses[].IsPrimaryIpv6",
	"Monitoring.MetricCategoryIds",
	"NetworkInterfaces[].ConnectionTrackingSpecification",
	"NetworkInterfaces[].EnaQueueCount",
	"NetworkInterfaces[].EnaSrdSpecification",
	"NetworkInterfaces[].Ipv6Addresses[].IsPrimaryIpv6",
	"NetworkInterfaces[].PrimaryIpv6",
	"NetworkPerformanceOptions",
	"Operator",
	"Placement.AvailabilityZoneId",
	"SecondaryInterfaces",
}

var editionTypeUnknown = &validate.Rule{
	ID:      "edition-type-unknown",
	Summary: "an instance type must be one that the edition enumerates",
	Reading: "A later edition takes any type: EC2 adds types between editions.",
	Source:  validate.Source{Shape: "RunInstances", Member: "InstanceType"},
	Code:    "InvalidParameterValue",
	Until:   validate.Spring2023,
	Given:   []string{"InstanceType"},
	Check: func(p *validate.Pass) {
		_, known := p.LookupInstanceType()
		if known && !slices.Contains(instanceTypes2023, string(p.Input.InstanceType)) {
			p.Reportf("InstanceType", "must be one that edition %s enumerates; choose an older type, or check another "+
				"edition", p.Edition)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m6i.large"}`},
		{Spec: `{"InstanceType":null}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m7i.large"}`, At: "InstanceType"},
	},
}
