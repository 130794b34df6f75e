package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var volumeCountAdvice = &validate.Rule{
	ID:       "volume-count-advice",
	Summary:  "a Linux instance should have no more volumes than those with which each boots",
	Source:   validate.Source{Shape: "RunInstances", Member: "BlockDeviceMappings", Guide: "volume_limits"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"BlockDeviceMappings"},
	When:     []string{"BlockDeviceMappings[].Ebs"},
	Limits:   []*validate.Limit{linuxVolumesAdvised},
	Check: func(p *validate.Pass) {
		n := len(volumes(p))
		if most, ok := p.Limit(linuxVolumesAdvised); ok && n > int(most) {
			p.Beyond(linuxVolumesAdvised).Reportf("BlockDeviceMappings",
				"%d volumes may keep a Linux instance from booting; attach those beyond %d later", n, most)
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeSize":1` + end},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t2.medium","BlockDeviceMappings":[
			{"DeviceName":"/dev/xvdba","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdbb","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdbc","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdbd","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdbe","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdbf","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdbg","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdbh","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdbi","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdbj","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdbk","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdbl","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdbm","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdbn","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdbo","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdbp","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdbq","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdbr","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdbs","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdbt","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdbu","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdbv","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdbw","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdbx","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdby","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdbz","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdca","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdcb","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdcc","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdcd","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdce","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdcf","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdcg","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdch","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdci","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdcj","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdck","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdcl","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdcm","Ebs":{"VolumeSize":1}}, {"DeviceName":"/dev/xvdcn","Ebs":{"VolumeSize":1}},
			{"DeviceName":"/dev/xvdco","Ebs":{"VolumeSize":1}}
		]}`, At: "BlockDeviceMappings"},
	},
}
