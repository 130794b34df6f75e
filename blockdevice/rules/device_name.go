package rules

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var deviceNameRequired = &validate.Rule{
	ID:        "device-name-required",
	Summary:   "every mapping must name its device",
	Source:    validate.Source{Shape: "BlockDeviceMapping", Member: "DeviceName"},
	Code:      "InvalidBlockDeviceMapping",
	CodeBasis: validate.Observed,
	Members:   []string{"BlockDeviceMappings[].DeviceName"},
	When:      []string{"BlockDeviceMappings"},
	Check: func(p *validate.Pass) {
		for _, m := range mappings(p) {
			if aws.ToString(m.DeviceName) == "" {
				p.Reportf(p.At("BlockDeviceMappings[].DeviceName", m.at), "must be given, for instance /dev/sdf")
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeSize":10` + end},
	},
	Bad: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"Ebs":{"VolumeSize":10}}]}`, At: "BlockDeviceMappings[0].DeviceName"},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},
				{"DeviceName":"","Ebs":{"VolumeSize":10}}]}`,
			At: "BlockDeviceMappings[1].DeviceName",
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","NoDevice":""},{}]}`,
			At:   "BlockDeviceMappings[1].DeviceName",
		},
	},
}

var deviceNameFormat = &validate.Rule{
	ID: "device-name-format",
	Summary: "a device name must be sd, hd or xvd with one or two letters and at most two digits, after /dev/ or " +
		"alone",
	Reading: "The names that the User Guide lists for each kind of AMI are narrower than those that EC2 takes. NVMe " +
		"names such as /dev/nvme1n1 are what an instance shows, never what a request takes.",
	Source:    validate.Source{Shape: "BlockDeviceMapping", Member: "DeviceName", Guide: "device_naming"},
	Code:      "InvalidBlockDeviceMapping",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].DeviceName"},
	Check: func(p *validate.Pass) {
		for _, m := range mappings(p) {
			switch path := "BlockDeviceMappings[].DeviceName"; {
			case m.parts != diskParts{} || aws.ToString(m.DeviceName) == "":
			case strings.Contains(*m.DeviceName, ":/"):
				p.Reportf(p.At(path, m.at),
					"must be like /dev/sdf; Git Bash made a Windows path of it: set MSYS_NO_PATHCONV=1")
			default:
				p.Reportf(p.At(path, m.at), "must be like /dev/sdf, /dev/sda1 or /dev/xvdba, in lower case")
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeSize":10` + end},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"xvdb","Ebs":{"VolumeSize":10}}]}`},
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvdba","Ebs":{"VolumeSize":10}}]}`},
		{
			Spec: `{"InstanceType":"m3.medium",
				"BlockDeviceMappings":[{"DeviceName":"/dev/hda15","Ebs":{"VolumeSize":10}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/nvme1n1","Ebs":{"VolumeSize":10}}]}`,
			At:   "BlockDeviceMappings[0].DeviceName",
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"C:/Program Files/Git/dev/sda1","Ebs":{"VolumeSize":10}}]}`,
			At:   "BlockDeviceMappings[0].DeviceName",
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sd","Ebs":{"VolumeSize":10}}]}`,
			At:   "BlockDeviceMappings[0].DeviceName",
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvdbaa","Ebs":{"VolumeSize":10}}]}`,
			At:   "BlockDeviceMappings[0].DeviceName",
		},
	},
}

var deviceNameDigitsUnsupported = &validate.Rule{
	ID:      "device-name-digits-unsupported",
	Summary: "a device name must not end in digits with an HVM AMI, except for /dev/sda1 and /dev/sda2",
	Reading: "The AMI alone knows its kind, so the rule speaks only with instance types that run HVM AMIs and no " +
		"others.",
	Source:    validate.Source{Shape: "BlockDeviceMapping", Member: "DeviceName", Guide: "device_naming"},
	Code:      "InvalidBlockDeviceMapping",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].DeviceName"},
	When:      []string{"InstanceType"},
	Facts:     []instancetype.Fact{instancetype.FactVirtualizations},
	Check: func(p *validate.Pass) {
		hvm := func() bool {
			return p.InstanceType().Virtualization(types.VirtualizationTypeParavirtual) == instancetype.No
		}
		for _, m := range mappings(p) {
			if m.parts.digits != "" && m.disk != "sda1" && m.disk != "sda2" && hvm() {
				p.Reportf(p.At("BlockDeviceMappings[].DeviceName", m.at),
					"must not end in digits with an HVM AMI; try /dev/%s%s", m.parts.bus, m.parts.letters)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":30}}]}`},
		{
			Spec: `{"InstanceType":"m3.medium",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sde1","Ebs":{"VolumeSize":1}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sde1","Ebs":{"VolumeSize":1}}]}`,
			At:   "BlockDeviceMappings[0].DeviceName",
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda1","Ebs":{"VolumeSize":1}}]}`,
			At:   "BlockDeviceMappings[0].DeviceName",
		},
	},
}

var deviceNameAdvice = &validate.Rule{
	ID:       "device-name-advice",
	Summary:  "EBS volumes should be mapped to /dev/sdf to /dev/sdp, apart from the names of instance store volumes",
	Source:   validate.Source{Shape: "BlockDeviceMapping", Member: "DeviceName", Guide: "device_naming"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"BlockDeviceMappings[].DeviceName"},
	When:     []string{"BlockDeviceMappings[].Ebs"},
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			switch m.disk {
			case "sdb", "sdc", "sdd", "sde":
				p.Reportf(p.At("BlockDeviceMappings[].DeviceName", m.at),
					"is a name of instance store volumes; use one of /dev/sdf to /dev/sdp")
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"VolumeSize":10` + end},
		{
			Spec: `{"InstanceType":"m3.large",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdb","Ebs":{"VolumeSize":10}}]}`,
			At:   "BlockDeviceMappings[0].DeviceName",
		},
	},
}

var deviceNameUnique = &validate.Rule{
	ID:        "device-name-unique",
	Summary:   "two mappings must not be of the same device",
	Reading:   "EC2 compares names without /dev/.",
	Source:    validate.Source{Shape: "BlockDeviceMapping", Member: "DeviceName", Guide: "troubleshooting-launch"},
	Code:      "InvalidBlockDeviceMapping",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].DeviceName"},
	Check: func(p *validate.Pass) {
		all := lookalikes(p)
		repeats.Each(len(all), func(i int) (string, bool) {
			return all[i].disk, all[i].disk != ""
		}, func(first, again int) {
			with := p.At("BlockDeviceMappings[].DeviceName", first)
			p.Conflictf(p.At("BlockDeviceMappings[].DeviceName", again), []string{with},
				"is already the device of %s; choose another", with)
		})
	},
	Good: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},
				{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":20}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},
				{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":20}}]}`,
			At: "BlockDeviceMappings[1].DeviceName",
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvdf","Ebs":{"VolumeSize":10}},
				{"DeviceName":"xvdf","Ebs":{"VolumeSize":20}}]}`,
			At: "BlockDeviceMappings[1].DeviceName",
		},
	},
}

var deviceNameConflict = &validate.Rule{
	ID:       "device-name-conflict",
	Summary:  "/dev/sdX and /dev/xvdX should not both be mapped: many instances show the two devices under one name",
	Source:   validate.Source{Shape: "BlockDeviceMapping", Member: "DeviceName", Guide: "device_naming"},
	Severity: validate.SeverityWarning,
	Given:    []string{"BlockDeviceMappings[].DeviceName"},
	Reads:    []string{"BlockDeviceMappings[].Ebs", "BlockDeviceMappings[].NoDevice"},
	Check: func(p *validate.Pass) {
		all := lookalikes(p)
		repeats.Each(len(all), func(i int) (string, bool) {
			m := all[i]
			return m.disk[len(m.parts.bus):], (m.parts.bus == "sd" || m.parts.bus == "xvd") && !m.root && !m.removed
		}, func(first, again int) {
			if all[first].disk != all[again].disk {
				with := p.At("BlockDeviceMappings[].DeviceName", first)
				p.Conflictf(p.At("BlockDeviceMappings[].DeviceName", again), []string{with},
					"may show up as the same device as %s; use another letter", with)
			}
		})
	},
	Good: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},
				{"DeviceName":"/dev/xvdg","Ebs":{"VolumeSize":20}}]}`,
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},
				{"DeviceName":"/dev/xvdf","NoDevice":""}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},
				{"DeviceName":"/dev/xvdf","Ebs":{"VolumeSize":20}}]}`,
			At: "BlockDeviceMappings[1].DeviceName",
		},
	},
}
