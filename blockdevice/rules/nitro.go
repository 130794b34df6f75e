package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var volumeNitroRequired = &validate.Rule{
	ID: "volume-nitro-required",
	Summary: "an io2 volume of more IOPS than other instance types take must go with one that is built on the Nitro " +
		"System",
	Source: validate.Source{Shape: "EbsBlockDevice", Member: "Iops", Guide: "provisioned-iops"},
	Code:   "InvalidParameterCombination",
	Since:  validate.Autumn2026,
	Given:  []string{"BlockDeviceMappings[].Ebs.Iops"},
	When:   []string{"BlockDeviceMappings[].Ebs.VolumeType", "InstanceType"},
	Facts:  []instancetype.Fact{instancetype.FactHypervisor},
	Limits: []*validate.Limit{xenIOPSMax, io2IOPSMax},
	Check: func(p *validate.Pass) {
		if p.InstanceType().Nitro() != instancetype.No {
			return
		}
		most, ok := p.Limit(xenIOPSMax)
		highest, _ := p.Limit(io2IOPSMax)
		if !ok {
			return
		}
		for _, m := range volumes(p) {
			if m.Ebs.VolumeType != types.VolumeTypeIo2 || m.Ebs.Iops == nil {
				continue
			}
			if n := int64(*m.Ebs.Iops); n > most && n <= highest {
				p.Beyond(xenIOPSMax).Conflictf(p.At("BlockDeviceMappings[].Ebs.Iops", m.at), []string{"InstanceType"},
					"%s is not built on the Nitro System and takes at most %d; lower it, or change InstanceType",
					p.Input.InstanceType, most)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"r5b.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":1000,
					"Iops":100000}}]}`,
		},
		{
			Spec: `{"InstanceType":"c4.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":1000,
					"Iops":64000}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"c4.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":1000,
					"Iops":256000}}]}`,
			At: "BlockDeviceMappings[0].Ebs.Iops",
		},
		{
			Spec: `{"InstanceType":"c4.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"io2","VolumeSize":1000,
					"Iops":64001}}]}`,
			At: "BlockDeviceMappings[0].Ebs.Iops",
		},
	},
}
