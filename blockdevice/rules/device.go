package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var deviceMappingRequired = &validate.Rule{
	ID:        "device-mapping-required",
	Summary:   "a mapping must say what its device is: Ebs, VirtualName or NoDevice",
	Source:    validate.Source{Shape: "RunInstances", Member: "BlockDeviceMappings"},
	Code:      "MissingParameter",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings"},
	When:      []string{"BlockDeviceMappings[].DeviceName"},
	Reads: []string{"BlockDeviceMappings[].Ebs", "BlockDeviceMappings[].VirtualName",
		"BlockDeviceMappings[].NoDevice"},
	Check: func(p *validate.Pass) {
		if p.Templated() {
			return
		}
		for _, m := range mappings(p) {
			if m.disk != "" && m.Ebs == nil && !m.hasVirtualName() && m.NoDevice == nil {
				p.Reportf(p.At("BlockDeviceMappings[]", m.at), "must have Ebs, VirtualName or NoDevice")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","NoDevice":""}]}`},
		{
			Spec: `{"LaunchTemplate":{"LaunchTemplateName":"database"},
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf"}]}`,
		},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf"}]}`, At: "BlockDeviceMappings[0]"},
	},
}

var deviceRootConflict = &validate.Rule{
	ID:       "device-root-conflict",
	Summary:  "only one of the names that AMIs give to their root device should be mapped",
	Reading:  "The AMI has one root device. A volume at another of these names is an additional one, or refused.",
	Source:   validate.Source{Shape: "BlockDeviceMapping", Member: "DeviceName", Guide: "device_naming"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidBlockDeviceMapping",
	Given:    []string{"BlockDeviceMappings[].DeviceName"},
	Reads:    []string{"BlockDeviceMappings[].Ebs", "BlockDeviceMappings[].NoDevice"},
	Check: func(p *validate.Pass) {
		first, name := -1, ""
		for _, m := range mappings(p) {
			switch {
			case !m.root || m.removed:
			case first < 0:
				first, name = m.at, m.disk
			case m.disk != name:
				with := p.At("BlockDeviceMappings[].DeviceName", first)
				p.Conflictf(p.At("BlockDeviceMappings[].DeviceName", m.at), []string{with},
					"should not be mapped along with %s: one of the two is not the root device; keep the AMI's "+
						"RootDeviceName", with)
			}
		}
	},
	Good: []validate.Example{
		{Spec: xvda + `"VolumeSize":30` + end},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":30}},
				{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30}}]}`,
			At: "BlockDeviceMappings[1].DeviceName",
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda","Ebs":{"VolumeSize":30}},
				{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30}}]}`,
			At: "BlockDeviceMappings[1].DeviceName",
		},
	},
}
