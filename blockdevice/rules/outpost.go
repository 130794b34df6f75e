package rules

import (
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var volumeOutpostUnsupported = &validate.Rule{
	ID:       "volume-outpost-unsupported",
	Summary:  "the Outpost of a snapshot should be given to CreateImage only",
	Reading:  "Later editions say the reverse, that CreateImage alone does not take it, so the rule only warns.",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "OutpostArn"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Until:    validate.Spring2023,
	Given:    []string{"BlockDeviceMappings[].Ebs.OutpostArn"},
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			if m.Ebs.OutpostArn != nil {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.OutpostArn", m.at), "is not for launches; drop it")
			}
		}
	},
	Good: []validate.Example{
		{Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0"` + end},
	},
	Bad: []validate.Example{
		{
			Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0",
				"OutpostArn":"arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0"` + end,
			At: "BlockDeviceMappings[0].Ebs.OutpostArn",
		},
	},
}

var volumeOutpostFormat = &validate.Rule{
	ID:      "volume-outpost-format",
	Summary: "the Outpost of a snapshot must be given by its ARN",
	Source:  validate.Source{Shape: "EbsBlockDevice", Member: "OutpostArn"},
	Code:    "InvalidParameterValue",
	Since:   validate.Autumn2026,
	Given:   []string{"BlockDeviceMappings[].Ebs.OutpostArn"},
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			if m.Ebs.OutpostArn == nil || *m.Ebs.OutpostArn == "" {
				continue
			}
			_, resource, isARN := format.ARN("outposts", *m.Ebs.OutpostArn)
			id, isOutpost := strings.CutPrefix(resource, "outpost/")
			if !isARN || !isOutpost || !format.ID("op", id) {
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.OutpostArn", m.at),
					"must be like arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0",
				"OutpostArn":"arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0"` + end,
		},
	},
	Bad: []validate.Example{
		{
			Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0","OutpostArn":"op-0123456789abcdef0"` + end,
			At:   "BlockDeviceMappings[0].Ebs.OutpostArn",
		},
		{
			Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0",
				"OutpostArn":"arn:aws:outposts:us-west-2:111122223333:site/os-0123456789abcdef0"` + end,
			At: "BlockDeviceMappings[0].Ebs.OutpostArn",
		},
	},
}

var volumeOutpostIgnored = &validate.Rule{
	ID:       "volume-outpost-ignored",
	Summary:  "the Outpost of a snapshot should be given along with the snapshot, and not be empty",
	Reading:  "What EC2 makes of an empty OutpostArn is not documented.",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "OutpostArn"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterCombination",
	Since:    validate.Autumn2026,
	Given:    []string{"BlockDeviceMappings[].Ebs.OutpostArn"},
	Reads:    []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	Check: func(p *validate.Pass) {
		for _, m := range volumes(p) {
			switch arn := m.Ebs.OutpostArn; {
			case arn == nil:
			case *arn == "":
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.OutpostArn", m.at), "names no Outpost; drop it")
			case m.Ebs.SnapshotId == nil && !p.Templated():
				p.Reportf(p.At("BlockDeviceMappings[].Ebs.OutpostArn", m.at),
					"means nothing without SnapshotId; give it, or drop the Outpost")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0",
				"OutpostArn":"arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0"` + end,
		},
		{Spec: templated + `"OutpostArn":"arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0"` + end},
	},
	Bad: []validate.Example{
		{
			Spec: sdf + `"SnapshotId":"snap-0123456789abcdef0","OutpostArn":""` + end,
			At:   "BlockDeviceMappings[0].Ebs.OutpostArn",
		},
		{
			Spec: sdf + `"VolumeSize":10,
				"OutpostArn":"arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0"` + end,
			At: "BlockDeviceMappings[0].Ebs.OutpostArn",
		},
	},
}
