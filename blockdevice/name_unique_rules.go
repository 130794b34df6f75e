package blockdevice

import (
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var deviceNameUnique = &validate.Rule{
	ID:        "device-name-unique",
	Summary:   "two mappings must not be of the same device",
	Reading:   "EC2 compares names without /dev/.",
	Source:    validate.Source{Shape: "BlockDeviceMapping", Member: "DeviceName", Guide: "troubleshooting-launch"},
	Code:      "InvalidBlockDeviceMapping",
	CodeBasis: validate.Observed,
	Members:   []string{"BlockDeviceMappings[].DeviceName"},
	When:      []string{"BlockDeviceMappings[].DeviceName"},
	Check: func(p *validate.Pass) {
		all := p.Input.BlockDeviceMappings
		repeats.Each(len(all), func(i int) (string, bool) {
			name := disk(&all[i])
			return name, name != ""
		}, func(first, again int) {
			with := validate.At("BlockDeviceMappings[].DeviceName", first)
			p.Conflictf(validate.At("BlockDeviceMappings[].DeviceName", again), []string{with}, "is already the device of %s; choose another", with)
		})
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":20}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":20}}]}`, At: "BlockDeviceMappings[1].DeviceName"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvdf","Ebs":{"VolumeSize":10}},{"DeviceName":"xvdf","Ebs":{"VolumeSize":20}}]}`, At: "BlockDeviceMappings[1].DeviceName"},
	},
}

var deviceNameConflict = &validate.Rule{
	ID:       "device-name-conflict",
	Summary:  "/dev/sdX and /dev/xvdX should not both be mapped: many instances show the two devices under one name",
	Source:   validate.Source{Shape: "BlockDeviceMapping", Member: "DeviceName", Guide: "device_naming"},
	Severity: validate.SeverityWarning,
	Members:  []string{"BlockDeviceMappings[].DeviceName"},
	When:     []string{"BlockDeviceMappings[].DeviceName"},
	Check: func(p *validate.Pass) {
		all := p.Input.BlockDeviceMappings
		repeats.Each(len(all), func(i int) (string, bool) {
			name := disk(&all[i])
			bus, _, _, ok := cutDisk(name)
			return strings.TrimPrefix(name, bus), ok && bus != "hd" && !format.RootDevice(name) && all[i].NoDevice == nil
		}, func(first, again int) {
			if disk(&all[first]) != disk(&all[again]) {
				with := validate.At("BlockDeviceMappings[].DeviceName", first)
				p.Conflictf(validate.At("BlockDeviceMappings[].DeviceName", again), []string{with},
					"may show up as the same device as %s; use another letter", with)
			}
		})
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},{"DeviceName":"/dev/xvdg","Ebs":{"VolumeSize":20}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},{"DeviceName":"/dev/xvdf","NoDevice":""}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},{"DeviceName":"/dev/xvdf","Ebs":{"VolumeSize":20}}]}`, At: "BlockDeviceMappings[1].DeviceName"},
	},
}

var deviceRootConflict = &validate.Rule{
	ID:       "device-root-conflict",
	Summary:  "only one of the names that AMIs give to their root device should be mapped",
	Reading:  "The AMI has one root device. A volume at another of these names is an additional one, or refused.",
	Source:   validate.Source{Shape: "BlockDeviceMapping", Member: "DeviceName", Guide: "device_naming"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidBlockDeviceMapping",
	Members:  []string{"BlockDeviceMappings[].DeviceName"},
	When:     []string{"BlockDeviceMappings[].DeviceName"},
	Check: func(p *validate.Pass) {
		first, name := -1, ""
		for i, m := range mappings(p.Input) {
			switch d := disk(m); {
			case !format.RootDevice(d) || m.NoDevice != nil:
			case first < 0:
				first, name = i, d
			case d != name:
				with := validate.At("BlockDeviceMappings[].DeviceName", first)
				p.Conflictf(validate.At("BlockDeviceMappings[].DeviceName", i), []string{with},
					"should not be mapped along with %s: one of the two is not the root device; keep the AMI's RootDeviceName", with)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30}}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":30}},{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30}}]}`, At: "BlockDeviceMappings[1].DeviceName"},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda","Ebs":{"VolumeSize":30}},{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30}}]}`, At: "BlockDeviceMappings[1].DeviceName"},
	},
}
