package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var volumeZoneUnsupported = &validate.Rule{
	ID:      "volume-zone-unsupported",
	Summary: "a launch must not state the Availability Zone of a volume, which is that of the instance",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "AvailabilityZone"},
	Code:    "InvalidParameterCombination",
	Since:   validate.Autumn2026,
	Given:   []string{"BlockDeviceMappings[].Ebs.AvailabilityZone", "BlockDeviceMappings[].Ebs.AvailabilityZoneId"},
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			if m.Ebs.AvailabilityZone != nil {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.AvailabilityZone", m.at),
					"must not be given; choose the zone by the subnet or Placement.AvailabilityZone")
			}
			if m.Ebs.AvailabilityZoneId != nil {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.AvailabilityZoneId", m.at),
					"must not be given; choose the zone by the subnet or Placement.AvailabilityZoneId")
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeSize":10` + end},
	},
	Bad: []validate.Example{
		{
			Spec: sdf + `"VolumeSize":10,"AvailabilityZone":"us-east-1a"` + end,
			At:   "BlockDeviceMappings[0].Ebs.AvailabilityZone",
		},
		{
			Spec: sdf + `"VolumeSize":10,"AvailabilityZoneId":"use1-az1"` + end,
			At:   "BlockDeviceMappings[0].Ebs.AvailabilityZoneId",
		},
	},
}
