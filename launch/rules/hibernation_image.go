package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

// rootOf finds the root volume of an image, as the image maps it and as the
// request does, nil where it does not.
func rootOf(p *validate.Pass, found *types.Image) (theirs, ours *types.EbsBlockDevice) {
	if found == nil || found.RootDeviceName == nil {
		return nil, nil
	}
	for _, m := range found.BlockDeviceMappings {
		if aws.ToString(m.DeviceName) == *found.RootDeviceName {
			theirs = m.Ebs
		}
	}
	for _, m := range p.Input.BlockDeviceMappings {
		if aws.ToString(m.DeviceName) == *found.RootDeviceName {
			ours = m.Ebs
		}
	}
	return theirs, ours
}

var hibernationImageEncryptionRequired = &validate.Rule{
	ID:        "hibernation-image-encryption-required",
	Summary:   "the root volume must be encrypted for an instance that hibernates: by the request, the image or the account",
	Source:    validate.Source{Guide: "hibernating-prerequisites"},
	Code:      "UnsupportedHibernationConfiguration",
	CodeBasis: validate.Observed,
	Given:     []string{"HibernationOptions.Configured"},
	Reads:     []string{"ImageId", "BlockDeviceMappings[].DeviceName", "BlockDeviceMappings[].Ebs.Encrypted", "BlockDeviceMappings[].Ebs.SnapshotId"},
	Asks:      []validate.Asked{validate.Image, validate.Snapshot, validate.EncryptionByDefault},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		if !*p.Input.HibernationOptions.Configured {
			return
		}
		theirs, ours := rootOf(p, validate.Image.Named(p, p.Input.ImageId))
		byDefault, _ := validate.EncryptionByDefault.Of(p, "")
		if theirs == nil || byDefault == nil || *byDefault || theirs.Encrypted == nil || *theirs.Encrypted || ours != nil && aws.ToBool(ours.Encrypted) {
			return
		}
		if ours != nil && ours.SnapshotId != nil {
			if snapshot := validate.Snapshot.Named(p, ours.SnapshotId); snapshot == nil || aws.ToBool(snapshot.Encrypted) {
				return
			}
		}
		p.Conflictf("HibernationOptions.Configured", []string{"BlockDeviceMappings"}, "must go with an encrypted root volume: neither the request, nor the image, nor the account encrypts it")
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true}}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvda","BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":true}}]}},"EncryptionByDefault":{"":false}}`,
		},
		{
			Spec:    `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true}}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvda","BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":false}}]}},"EncryptionByDefault":{"":true}}`,
		},
		{
			Spec:    `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true},"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30,"Encrypted":true}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvda","BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":false}}]}},"EncryptionByDefault":{"":false}}`,
		},
		{
			Spec: `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true},"BlockDeviceMappings":` +
				`[{"DeviceName":"/dev/xvda","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvda","BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":false}}]}},` +
				`"Snapshot":{"snap-0123456789abcdef0":{"Encrypted":true}},"EncryptionByDefault":{"":false}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true},"BlockDeviceMappings":` +
				`[{"DeviceName":"/dev/xvda","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvda","BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":false}}]}},` +
				`"Snapshot":{"snap-0123456789abcdef0":{"Encrypted":false}},"EncryptionByDefault":{"":false}}`,
			At: "HibernationOptions.Configured",
		},
		{
			Spec:    `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true}}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvda","BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":false,"SnapshotId":"snap-1"}}]}},"EncryptionByDefault":{"":false},"Snapshot":{"snap-1":{"Encrypted":false}}}`,
			At:      "HibernationOptions.Configured",
		},
		{
			Spec:    `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true},"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvda","BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"Encrypted":false,"SnapshotId":"snap-1"}}]}},"EncryptionByDefault":{"":false},"Snapshot":{"snap-1":{"Encrypted":false}}}`,
			At:      "HibernationOptions.Configured",
		},
	},
}

var hibernationImageSizeRange = &validate.Rule{
	ID:        "hibernation-image-size-range",
	Summary:   "the root volume of the image must have room for the memory of an instance that hibernates",
	Source:    validate.Source{Guide: "hibernating-prerequisites"},
	Code:      "UnsupportedHibernationConfiguration",
	CodeBasis: validate.Documented,
	Given:     []string{"HibernationOptions.Configured"},
	When:      []string{"InstanceType"},
	Reads: []string{
		"ImageId", "BlockDeviceMappings[].DeviceName", "BlockDeviceMappings[].Ebs.VolumeSize",
		"BlockDeviceMappings[].Ebs.SnapshotId",
	},
	Facts: []instancetype.Fact{instancetype.FactMemoryMiB},
	Asks:  []validate.Asked{validate.Image},
	Check: func(p *validate.Pass) {
		const mib = 1024 // in a GiB
		memory, ok := p.InstanceType().MemoryMiB()
		if !ok || !*p.Input.HibernationOptions.Configured {
			return
		}
		theirs, ours := rootOf(p, validate.Image.Named(p, p.Input.ImageId))
		inherits := ours == nil || ours.VolumeSize == nil && ours.SnapshotId == nil
		if theirs != nil && theirs.VolumeSize != nil && inherits && int64(*theirs.VolumeSize)*mib < memory {
			p.Conflictf("HibernationOptions.Configured", []string{"BlockDeviceMappings"},
				"must go with a root volume of more than %d GiB, the memory of %s: the one of the image has %d; map a larger one", gib(memory), p.Input.InstanceType, *theirs.VolumeSize)
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true}}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvda","BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30}}]}},"EncryptionByDefault":{"":true}}`,
		},
		{
			Spec:    `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true}}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvda","BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":16}}]}},"EncryptionByDefault":{"":true}}`,
		},
		{
			Spec:    `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true},"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30,"Encrypted":true}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvda","BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}}]}},"EncryptionByDefault":{"":true}}`,
		},
		{
			Spec: `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true},"BlockDeviceMappings":` +
				`[{"DeviceName":"/dev/xvda","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvda",` +
				`"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}}]}},"EncryptionByDefault":{"":true}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m5.xlarge","HibernationOptions":{"Configured":true}}`,
			Account: `{"Image":{"ami-0abcdef1234567890":{"RootDeviceName":"/dev/xvda","BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":8}}]}},"EncryptionByDefault":{"":true}}`,
			At:      "HibernationOptions.Configured",
		},
	},
}
