package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var volumeCountAdvice = &validate.Rule{
	ID:       "volume-count-advice",
	Summary:  "a Linux instance should have at most 40 volumes, since it may not boot with more",
	Source:   validate.Source{Shape: "RunInstances", Member: "BlockDeviceMappings", Guide: "volume_limits"},
	Severity: validate.SeverityAdvice,
	Members:  []string{"BlockDeviceMappings"},
	When:     []string{"BlockDeviceMappings[].Ebs"},
	Limits:   []*validate.Limit{linuxVolumesAdvised},
	Check: func(p *validate.Pass) {
		n := 0
		for range volumes(p.Input) {
			n++
		}
		if most, ok := p.Limit(linuxVolumesAdvised); ok && n > int(most) {
			p.Reportf("BlockDeviceMappings", "%d volumes may keep a Linux instance from booting; attach those beyond %d later", n, most)
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":1}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t2.medium","BlockDeviceMappings":[
			{"DeviceName":"/dev/xvdba","Ebs":{}}, {"DeviceName":"/dev/xvdbb","Ebs":{}}, {"DeviceName":"/dev/xvdbc","Ebs":{}}, {"DeviceName":"/dev/xvdbd","Ebs":{}},
			{"DeviceName":"/dev/xvdbe","Ebs":{}}, {"DeviceName":"/dev/xvdbf","Ebs":{}}, {"DeviceName":"/dev/xvdbg","Ebs":{}}, {"DeviceName":"/dev/xvdbh","Ebs":{}},
			{"DeviceName":"/dev/xvdbi","Ebs":{}}, {"DeviceName":"/dev/xvdbj","Ebs":{}}, {"DeviceName":"/dev/xvdbk","Ebs":{}}, {"DeviceName":"/dev/xvdbl","Ebs":{}},
			{"DeviceName":"/dev/xvdbm","Ebs":{}}, {"DeviceName":"/dev/xvdbn","Ebs":{}}, {"DeviceName":"/dev/xvdbo","Ebs":{}}, {"DeviceName":"/dev/xvdbp","Ebs":{}},
			{"DeviceName":"/dev/xvdbq","Ebs":{}}, {"DeviceName":"/dev/xvdbr","Ebs":{}}, {"DeviceName":"/dev/xvdbs","Ebs":{}}, {"DeviceName":"/dev/xvdbt","Ebs":{}},
			{"DeviceName":"/dev/xvdbu","Ebs":{}}, {"DeviceName":"/dev/xvdbv","Ebs":{}}, {"DeviceName":"/dev/xvdbw","Ebs":{}}, {"DeviceName":"/dev/xvdbx","Ebs":{}},
			{"DeviceName":"/dev/xvdby","Ebs":{}}, {"DeviceName":"/dev/xvdbz","Ebs":{}}, {"DeviceName":"/dev/xvdca","Ebs":{}}, {"DeviceName":"/dev/xvdcb","Ebs":{}},
			{"DeviceName":"/dev/xvdcc","Ebs":{}}, {"DeviceName":"/dev/xvdcd","Ebs":{}}, {"DeviceName":"/dev/xvdce","Ebs":{}}, {"DeviceName":"/dev/xvdcf","Ebs":{}},
			{"DeviceName":"/dev/xvdcg","Ebs":{}}, {"DeviceName":"/dev/xvdch","Ebs":{}}, {"DeviceName":"/dev/xvdci","Ebs":{}}, {"DeviceName":"/dev/xvdcj","Ebs":{}},
			{"DeviceName":"/dev/xvdck","Ebs":{}}, {"DeviceName":"/dev/xvdcl","Ebs":{}}, {"DeviceName":"/dev/xvdcm","Ebs":{}}, {"DeviceName":"/dev/xvdcn","Ebs":{}},
			{"DeviceName":"/dev/xvdco","Ebs":{}}
		]}`, At: "BlockDeviceMappings"},
	},
}
