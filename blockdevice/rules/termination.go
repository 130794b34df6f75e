package rules

import (
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var volumeTerminationAdvice = &validate.Rule{
	ID:       "volume-termination-advice",
	Summary:  "whether a new volume outlives its instance should be stated: other than the root volume, it does by default",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "DeleteOnTermination", Guide: "block-device-mapping-concepts"},
	Severity: validate.SeverityAdvice,
	Absent:   []string{"BlockDeviceMappings[].Ebs.DeleteOnTermination"},
	When:     []string{"BlockDeviceMappings[].Ebs", "BlockDeviceMappings[].DeviceName"},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		for i, m := range volumes(p.Input) {
			if m.Ebs.DeleteOnTermination == nil && sized(m.Ebs) && !format.RootDevice(disk(m)) {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.DeleteOnTermination", i),
					"should be true, unless the volume shall outlive the instance: then false")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10,"DeleteOnTermination":true}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":10}}]}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"database"},"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}}]}`, At: "BlockDeviceMappings[0].Ebs.DeleteOnTermination"},
	},
}
