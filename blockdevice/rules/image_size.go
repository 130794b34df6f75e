package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/validate"
)

var volumeImageSizeRange = &validate.Rule{
	ID:        "volume-image-size-range",
	Summary:   "a volume must be at least as large as the snapshot that the image has at the device",
	Reading:   "An image may be registered with a larger size than its snapshot has; what lies between the two launches.",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Code:      "InvalidBlockDeviceMapping",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].Ebs.VolumeSize"},
	When:      []string{"BlockDeviceMappings[].DeviceName"},
	Reads:     []string{"ImageId", "BlockDeviceMappings[].Ebs.SnapshotId"},
	Asks:      []validate.Asked{validate.Image, validate.Snapshot},
	Check: func(p *validate.Pass) {
		eachSmaller(p, func(i int, theirs *types.EbsBlockDevice) {
			snapshot := validate.Snapshot.Named(p, theirs.SnapshotId)
			if ours := *p.Input.BlockDeviceMappings[i].Ebs.VolumeSize; snapshot != nil && snapshot.VolumeSize != nil && ours < *snapshot.VolumeSize {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.VolumeSize", i), []string{"ImageId"}, "must be at least %d GiB, the size of the image's snapshot", *snapshot.VolumeSize)
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"SnapshotId":"snap-1","VolumeSize":8}}]}},"Snapshot":{"snap-1":{"VolumeSize":8}}}`,
		},
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"SnapshotId":"snap-1","VolumeSize":30}}]}},"Snapshot":{"snap-1":{"VolumeSize":8}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":4}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"SnapshotId":"snap-1","VolumeSize":8}}]}},"Snapshot":{"snap-1":{"VolumeSize":8}}}`,
			At:      "BlockDeviceMappings[0].Ebs.VolumeSize",
		},
	},
}

var volumeImageSizeAdvice = &validate.Rule{
	ID:        "volume-image-size-limit",
	Summary:   "a volume should be at least as large as the one that the image has at the device",
	Reading:   "The size of the snapshot decides; it is not known where the image belongs to another account.",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Severity:  validate.SeverityWarning,
	Code:      "InvalidBlockDeviceMapping",
	CodeBasis: validate.Observed,
	Given:     []string{"BlockDeviceMappings[].Ebs.VolumeSize"},
	When:      []string{"BlockDeviceMappings[].DeviceName"},
	Reads:     []string{"ImageId", "BlockDeviceMappings[].Ebs.SnapshotId"},
	Asks:      []validate.Asked{validate.Image, validate.Snapshot},
	Check: func(p *validate.Pass) {
		eachSmaller(p, func(i int, theirs *types.EbsBlockDevice) {
			if snapshot := validate.Snapshot.Named(p, theirs.SnapshotId); snapshot == nil {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.VolumeSize", i), []string{"ImageId"}, "should be at least %d GiB, as in the image", *theirs.VolumeSize)
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"SnapshotId":"snap-1","VolumeSize":8}}]}}}`,
		},
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":4,"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"SnapshotId":"snap-1","VolumeSize":8}}]}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":4}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"SnapshotId":"snap-1","VolumeSize":8}}]}}}`,
			At:      "BlockDeviceMappings[0].Ebs.VolumeSize",
		},
	},
}

// eachSmaller calls f with every volume that is smaller than the one of the
// image in whose place it stands, which is made of a snapshot.
func eachSmaller(p *validate.Pass, f func(i int, theirs *types.EbsBlockDevice)) {
	found := validate.Image.Named(p, p.Input.ImageId)
	if found == nil {
		return
	}
	for i, m := range p.Input.BlockDeviceMappings {
		if m.Ebs == nil || m.DeviceName == nil || m.Ebs.VolumeSize == nil || m.Ebs.SnapshotId != nil {
			continue
		}
		theirs := inImage(found, *m.DeviceName)
		if theirs == nil || theirs.Ebs == nil || theirs.Ebs.SnapshotId == nil || theirs.Ebs.VolumeSize == nil {
			continue
		}
		if *m.Ebs.VolumeSize < *theirs.Ebs.VolumeSize {
			f(i, theirs.Ebs)
		}
	}
}
