package rules

import "github.com/ec2launch/ec2launch/validate"

var volumeTerminationAdvice = &validate.Rule{
	ID: "volume-termination-advice",
	Summary: "whether a new volume outlives its instance should be stated: other than the root volume, it does by " +
		"default",
	Source: validate.Source{Shape: "EbsBlockDevice", Member: "DeleteOnTermination",
		Guide: "block-device-mapping-concepts"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"BlockDeviceMappings[].Ebs.DeleteOnTermination"},
	When:     []string{"BlockDeviceMappings[].Ebs", "BlockDeviceMappings[].DeviceName"},
	Reads:    []string{"BlockDeviceMappings[].Ebs.VolumeSize", "BlockDeviceMappings[].Ebs.SnapshotId"},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		for _, m := range volumes(p) {
			if m.Ebs.DeleteOnTermination == nil && m.sized() && !m.root {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.DeleteOnTermination", m.at),
					"should be true, unless the volume shall outlive the instance: then false")
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeSize":10,"DeleteOnTermination":true` + end},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":10}}]}`},
		{Spec: templated + `"VolumeSize":10` + end},
	},
	Bad: []validate.Example{
		{Spec: sdf + `"VolumeSize":10` + end, At: "BlockDeviceMappings[0].Ebs.DeleteOnTermination"},
	},
}
