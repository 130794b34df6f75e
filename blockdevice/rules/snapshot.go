package rules

import (
	"iter"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var volumeSnapshotFormat = &validate.Rule{
	ID:        "volume-snapshot-format",
	Summary:   "a snapshot ID must be snap- and 8 or 17 lower-case hexadecimal digits",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "SnapshotId"},
	Code:      "InvalidSnapshotID.Malformed",
	CodeBasis: validate.Documented,
	Members:   []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	Tag:       "ec2id=snap",
	Good: []validate.Example{
		{Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0"` + end},
		{Spec: sdf + `"SnapshotId":"snap-1234abcd"` + end},
	},
	Bad: []validate.Example{
		{Spec: sdf + `"SnapshotId":"snap-12"` + end, At: "BlockDeviceMappings[0].Ebs.SnapshotId"},
		{Spec: sdf + `"SnapshotId":"vol-0123456789abcdef0"` + end, At: "BlockDeviceMappings[0].Ebs.SnapshotId"},
	},
}

// snapshots yields the snapshots of which the account has spoken, each with the
// position of the mapping that names it.
func snapshots(p *validate.Pass) iter.Seq2[int, *types.Snapshot] {
	return func(yield func(int, *types.Snapshot) bool) {
		for i, m := range p.Input.BlockDeviceMappings {
			if m.Ebs == nil {
				continue
			}
			if found := validate.Snapshot.Named(p, m.Ebs.SnapshotId); found != nil && !yield(i, found) {
				return
			}
		}
	}
}

var volumeSnapshotUnknown = &validate.Rule{
	ID:        "volume-snapshot-unknown",
	Summary:   "a snapshot must exist, and be one that the account may use",
	Source:    validate.Source{Shape: "EbsBlockDevice", Member: "SnapshotId"},
	Code:      "InvalidSnapshot.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	Asks:      []validate.Asked{validate.Snapshot},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		for i, m := range p.Input.BlockDeviceMappings {
			if m.Ebs == nil {
				continue
			}
			if m.Ebs.SnapshotId == nil {
				continue
			}
			if found, known := validate.Snapshot.Of(p, *m.Ebs.SnapshotId); known && found == nil {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.SnapshotId", i),
					"must exist: the account sees no such snapshot in this Region")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",` +
				`"Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",` +
				`"Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":null}}`,
			At:      "BlockDeviceMappings[0].Ebs.SnapshotId",
		},
	},
}

var volumeSnapshotSizeRange = &validate.Rule{
	ID:      "volume-snapshot-size-range",
	Summary: "a volume must be at least as large as its snapshot",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "VolumeSize"},
	Code:    "InvalidBlockDeviceMapping",
	Given:   []string{"BlockDeviceMappings[].Ebs.VolumeSize"},
	When:    []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	Asks:    []validate.Asked{validate.Snapshot},
	Check: func(p *validate.Pass) {
		for i, found := range snapshots(p) {
			size := p.Input.BlockDeviceMappings[i].Ebs.VolumeSize
			if found.VolumeSize != nil && size != nil && *size < *found.VolumeSize {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.VolumeSize", i), []string{validate.At("BlockDeviceMappings[].Ebs.SnapshotId", i)}, "must be at least %d GiB, the size of the snapshot", *found.VolumeSize)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",` +
				`"Ebs":{"SnapshotId":"snap-0123456789abcdef0","VolumeSize":20}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"VolumeSize":20}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",` +
				`"Ebs":{"SnapshotId":"snap-0123456789abcdef0","VolumeSize":10}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"VolumeSize":20}}}`,
			At:      "BlockDeviceMappings[0].Ebs.VolumeSize",
		},
	},
}

var volumeSnapshotStateUnsupported = &validate.Rule{
	ID:      "volume-snapshot-state-unsupported",
	Summary: "a snapshot must be in the standard tier, and whole",
	Source:  validate.Source{Shape: "Snapshot", Member: "State"},
	Code:    "IncorrectState",
	Given:   []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	Asks:    []validate.Asked{validate.Snapshot},
	Age:     validate.Edited,
	Check: func(p *validate.Pass) {
		for i, found := range snapshots(p) {
			path := p.At("BlockDeviceMappings[].Ebs.SnapshotId", i)
			switch {
			case found.StorageTier == types.StorageTierArchive && found.RestoreExpiryTime == nil:
				p.Reportf(path, "must be restored first: it is archived")
			case found.State == types.SnapshotStateError, found.State == types.SnapshotStateRecoverable:
				p.Reportf(path, "must be completed, and is %s", found.State)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",` +
				`"Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"State":"completed","StorageTier":"standard"}}}`,
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",` +
				`"Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"StorageTier":"archive","RestoreExpiryTime":"2030-01-01T00:00:00Z"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",` +
				`"Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"State":"error"}}}`,
			At:      "BlockDeviceMappings[0].Ebs.SnapshotId",
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",` +
				`"Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"StorageTier":"archive"}}}`,
			At:      "BlockDeviceMappings[0].Ebs.SnapshotId",
		},
	},
}

var volumeSnapshotEncryptedUnsupported = &validate.Rule{
	ID:       "volume-snapshot-encrypted-unsupported",
	Summary:  "Encrypted should not be false for an encrypted snapshot: its volumes are encrypted",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "Encrypted"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidBlockDeviceMapping",
	Given:    []string{"BlockDeviceMappings[].Ebs.Encrypted"},
	When:     []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	Asks:     []validate.Asked{validate.Snapshot},
	Check: func(p *validate.Pass) {
		for i, found := range snapshots(p) {
			encrypted := p.Input.BlockDeviceMappings[i].Ebs.Encrypted
			if found.Encrypted != nil && *found.Encrypted && encrypted != nil && !*encrypted {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.Encrypted", i), []string{validate.At("BlockDeviceMappings[].Ebs.SnapshotId", i)},
					"should not be false: the snapshot is encrypted, and so are its volumes")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",` +
				`"Ebs":{"SnapshotId":"snap-0123456789abcdef0","Encrypted":true}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"Encrypted":true}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",` +
				`"Ebs":{"SnapshotId":"snap-0123456789abcdef0","Encrypted":false}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"Encrypted":true}}}`,
			At:      "BlockDeviceMappings[0].Ebs.Encrypted",
		},
	},
}

var volumeSnapshotPendingUnsupported = &validate.Rule{
	ID:       "volume-snapshot-pending-unsupported",
	Summary:  "a snapshot should be completed",
	Source:   validate.Source{Shape: "Snapshot", Member: "State"},
	Severity: validate.SeverityWarning,
	Code:     "IncorrectState",
	Given:    []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	Asks:     []validate.Asked{validate.Snapshot},
	Age:      validate.Moving,
	Check: func(p *validate.Pass) {
		for i, found := range snapshots(p) {
			if found.State == types.SnapshotStatePending || found.State == types.SnapshotStateRecovering {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.SnapshotId", i), "should be completed, and is %s", found.State)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"State":"completed"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"State":"pending"}}}`,
			At:      "BlockDeviceMappings[0].Ebs.SnapshotId",
		},
	},
}

var volumeSnapshotOutpostConflict = &validate.Rule{
	ID:       "volume-snapshot-outpost-conflict",
	Summary:  "a local snapshot of an Outpost should be used on that Outpost",
	Source:   validate.Source{Shape: "Snapshot", Member: "OutpostArn"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Given:    []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	Reads:    []string{"SubnetId"},
	Asks:     []validate.Asked{validate.Snapshot, validate.Subnet},
	Check: func(p *validate.Pass) {
		subnet := validate.Subnet.Named(p, p.Input.SubnetId)
		if subnet == nil || subnet.SubnetId == nil {
			return
		}
		for i, found := range snapshots(p) {
			if found.OutpostArn != nil && *found.OutpostArn != aws.ToString(subnet.OutpostArn) {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.SnapshotId", i), []string{"SubnetId"}, "should go with a subnet of the Outpost on which it lies")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{}},"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0","BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0"}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"OutpostArn":"arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0"}},"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0"}}}`,
			At:      "BlockDeviceMappings[0].Ebs.SnapshotId",
		},
	},
}

var volumeSnapshotIO2Unsupported = &validate.Rule{
	ID:       "volume-snapshot-io2-unsupported",
	Summary:  "an encrypted io2 volume above the older limits should not be made of an unencrypted snapshot",
	Source:   validate.Source{Guide: "provisioned-iops"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Given:    []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	Reads:    []string{"BlockDeviceMappings[].Ebs.VolumeType", "BlockDeviceMappings[].Ebs.Encrypted", "BlockDeviceMappings[].Ebs.VolumeSize", "BlockDeviceMappings[].Ebs.Iops"},
	Asks:     []validate.Asked{validate.Snapshot},
	Limits:   []*validate.Limit{io2ReencryptedSizeMax, io2ReencryptedIOPSMax},
	Check: func(p *validate.Pass) {
		for i, found := range snapshots(p) {
			ebs := p.Input.BlockDeviceMappings[i].Ebs
			if ebs.VolumeType != types.VolumeTypeIo2 || ebs.Encrypted == nil || !*ebs.Encrypted {
				continue
			}
			if found.Encrypted == nil || *found.Encrypted {
				continue
			}
			size, _ := p.Limit(io2ReencryptedSizeMax)
			iops, _ := p.Limit(io2ReencryptedIOPSMax)
			if int64(aws.ToInt32(ebs.VolumeSize)) > size || int64(aws.ToInt32(ebs.Iops)) > iops {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.SnapshotId", i),
					"should be encrypted itself: make such a volume first with at most %d GiB and %d IOPS, and modify it", size, iops)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0","VolumeType":"io2","VolumeSize":20000,"Iops":1000,"Encrypted":true}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"Encrypted":true}}}`,
			Since:   validate.Autumn2026,
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0",` +
				`"VolumeType":"io2","VolumeSize":20000,"Iops":1000,"Encrypted":true}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{}}}`,
			Since:   validate.Autumn2026,
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0",` +
				`"VolumeType":"io2","VolumeSize":16384,"Iops":64000,"Encrypted":true}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"Encrypted":false}}}`,
			Since:   validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0","VolumeType":"io2","VolumeSize":20000,"Iops":1000,"Encrypted":true}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"Encrypted":false}}}`,
			At:      "BlockDeviceMappings[0].Ebs.SnapshotId",
			Since:   validate.Autumn2026,
		},
		{
			Spec:    `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0","VolumeType":"io2","VolumeSize":200,"Iops":70000,"Encrypted":true}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"Encrypted":false}}}`,
			At:      "BlockDeviceMappings[0].Ebs.SnapshotId",
			Since:   validate.Autumn2026,
		},
		{
			Spec: `{"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"SnapshotId":"snap-0123456789abcdef0","VolumeType":"gp3","VolumeSize":200}},` +
				`{"DeviceName":"/dev/sdg","Ebs":{"SnapshotId":"snap-0123456789abcdef1","VolumeType":"io2","VolumeSize":20000,"Iops":1000,"Encrypted":true}},` +
				`{"DeviceName":"/dev/sdh","Ebs":{"SnapshotId":"snap-0123456789abcdef0","VolumeType":"io2","VolumeSize":20000,"Iops":1000,"Encrypted":true}}]}`,
			Account: `{"Snapshot":{"snap-0123456789abcdef0":{"Encrypted":false},"snap-0123456789abcdef1":{"Encrypted":true}}}`,
			At:      "BlockDeviceMappings[2].Ebs.SnapshotId",
			Since:   validate.Autumn2026,
		},
	},
}
