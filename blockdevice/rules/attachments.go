package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

// attached is the least number of EBS volumes that the instance has: those
// that the request maps, and the root volume.
func attached(p *validate.Pass) (n int) {
	mapsRoot := false
	for _, m := range volumes(p) {
		n++
		mapsRoot = mapsRoot || m.root
	}
	if !mapsRoot && p.InstanceType().RootDevice(types.RootDeviceTypeInstanceStore) == instancetype.No {
		n++
	}
	return n
}

var volumeAttachmentsLimit = &validate.Rule{
	ID:        "volume-attachments-limit",
	Summary:   "an instance must not have more EBS volumes, the root volume included, than its type takes",
	Reading:   "Types that are not built on the Nitro System take more than is documented, at the user's risk.",
	Source:    validate.Source{Shape: "RunInstances", Member: "BlockDeviceMappings", Guide: "volume_limits"},
	Code:      "AttachmentLimitExceeded",
	CodeBasis: validate.Documented,
	Given:     []string{"BlockDeviceMappings"},
	When:      []string{"BlockDeviceMappings[].Ebs", "InstanceType"},
	Reads:     []string{"BlockDeviceMappings[].DeviceName"},
	Facts: []instancetype.Fact{instancetype.FactMaxEBSVolumes, instancetype.FactHypervisor,
		instancetype.FactRootDevices},
	Check: func(p *validate.Pass) {
		most, ok := p.InstanceType().MaxEBSVolumes()
		if fits := len(volumes(p)) < int(most); !ok || fits || p.InstanceType().Nitro() != instancetype.Yes {
			return
		}
		if n := attached(p); n > int(most) {
			p.Conflictf("BlockDeviceMappings", []string{"InstanceType"},
				"%s takes %d EBS volumes, and these are %d with the root volume; map fewer, or change InstanceType",
				p.Input.InstanceType, most, n)
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"d3.8xlarge",
				"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30}},
				{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},
				{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":10}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"d3.8xlarge",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},
				{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":10}},
				{"DeviceName":"/dev/sdh","Ebs":{"VolumeSize":10}}]}`,
			At: "BlockDeviceMappings",
		},
		{
			Spec: `{"InstanceType":"d3.8xlarge",
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},
				{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":10}},
				{"DeviceName":"/dev/sdh","Ebs":{"VolumeSize":10}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}}]}}}`,
			At:      "BlockDeviceMappings",
		},
		{
			Spec: `{"InstanceType":"d3.8xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1}],
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},
				{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":10}},
				{"DeviceName":"/dev/sdh","Ebs":{"VolumeSize":10}}]}`,
			At: "BlockDeviceMappings",
		},
	},
}

var volumeSharedAttachmentsLimit = &validate.Rule{
	ID: "volume-shared-attachments-limit",
	Summary: "where an instance type has one number of attachments for EBS volumes and network interfaces, they " +
		"should not exceed it together",
	Reading: "The recorded number of volumes leaves room for the primary network interface and for NVMe instance " +
		"store volumes.",
	Source:    validate.Source{Shape: "RunInstances", Member: "BlockDeviceMappings", Guide: "volume_limits"},
	Severity:  validate.SeverityWarning,
	Code:      "AttachmentLimitExceeded",
	CodeBasis: validate.Documented,
	Given:     []string{"BlockDeviceMappings"},
	When:      []string{"BlockDeviceMappings[].Ebs", "NetworkInterfaces", "InstanceType"},
	Reads:     []string{"BlockDeviceMappings[].DeviceName"},
	Facts: []instancetype.Fact{instancetype.FactAttachmentLimit, instancetype.FactMaxEBSVolumes,
		instancetype.FactHypervisor, instancetype.FactRootDevices},
	Check: func(p *validate.Pass) {
		info := p.InstanceType()
		most, ok := info.MaxEBSVolumes()
		fits := len(volumes(p))+len(p.Input.NetworkInterfaces) <= int(most)
		if !ok || fits || info.Nitro() != instancetype.Yes || info.AttachmentLimitKind() != types.AttachmentLimitTypeShared {
			return
		}
		n, further := attached(p), len(p.Input.NetworkInterfaces)-1
		if n <= int(most) && n+further > int(most) {
			p.Conflictf("BlockDeviceMappings", []string{"NetworkInterfaces", "InstanceType"},
				"%s takes %d EBS volumes and further network interfaces together, and these are %d and %d; use fewer, "+
					"or change InstanceType",
				p.Input.InstanceType, most, n, further)
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"InstanceType":"d3.8xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1}],
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}}]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"d3.8xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1}],
				"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30}},
				{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},
				{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":10}}]}`,
			At: "BlockDeviceMappings",
		},
		{
			Spec: `{"InstanceType":"d3.8xlarge","NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1}],
				"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":10}},
				{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":10}}]}`,
			At: "BlockDeviceMappings",
		},
	},
}
