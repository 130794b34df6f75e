package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var volumeTypeValues = &validate.Rule{
	ID:      "volume-type-values",
	Summary: "the type of a volume must be one that EBS has",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeType"},
	Code:    "InvalidParameterValue",
	Members: []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Values:  volumeTypes,
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10,"VolumeType":"gp3"}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10,"VolumeType":"ssd"}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeType"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10,"VolumeType":"GP3"}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeType"},
	},
}

var volumeTypeRequired = &validate.Rule{
	ID:       "volume-type-required",
	Summary:  "a new volume with Iops or Throughput should state its type, since the default, gp2, takes neither",
	Reading:  "A device that the AMI maps inherits its type. A volume is read as new when the request gives its size or snapshot, at another name than those of root devices.",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "VolumeType"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Absent:   []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	When:     []string{"BlockDeviceMappings[].Ebs"},
	Reads:    []string{"BlockDeviceMappings[].Ebs.Iops", "BlockDeviceMappings[].Ebs.Throughput"},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		for i, m := range volumes(p.Input) {
			performance := m.Ebs.Iops != nil || m.Ebs.Throughput != nil
			if m.Ebs.VolumeType == "" && performance && sized(m.Ebs) && !format.RootDevice(disk(m)) {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeType", i),
					"should be given with Iops or Throughput: gp3, or io1 or io2 for Iops alone")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":100,"VolumeType":"gp3","Iops":3000,"Throughput":125}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":100,"Iops":3000}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"Throughput":250}}]}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"database"},"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":100,"Iops":3000}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":100,"Iops":3000}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeType"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0","Throughput":500}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeType"},
	},
}

var volumeTypeAdvice = &validate.Rule{
	ID:       "volume-type-advice",
	Summary:  "gp3 should be preferred to standard, a type of the previous generation",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "VolumeType", Guide: "ebs-volume-types"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"BlockDeviceMappings[].Ebs.VolumeType"},
	Check: func(p *validate.Pass) {
		for i, m := range volumes(p.Input) {
			if m.Ebs.VolumeType == types.VolumeTypeStandard {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.VolumeType", i), "is of the previous generation; gp3 performs better")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10,"VolumeType":"gp3"}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10,"VolumeType":"standard"}}]}`, At: "BlockDeviceMappings[0].Ebs.VolumeType"},
	},
}
