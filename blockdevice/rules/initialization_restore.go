package rules

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var volumeInitializationRestoreAdvice = &validate.Rule{
	ID:       "volume-initialization-restore-advice",
	Summary:  "VolumeInitializationRate should be left out where fast snapshot restore is enabled, whose place it takes",
	Reading:  "Any zone counts where that of the launch is not known.",
	Source:   validate.Source{Shape: "EbsBlockDevice", Member: "VolumeInitializationRate"},
	Severity: validate.SeverityAdvice,
	Since:    validate.Autumn2026,
	Given:    []string{"BlockDeviceMappings[].Ebs.VolumeInitializationRate"},
	When:     []string{"BlockDeviceMappings[].Ebs.SnapshotId"},
	Reads:    []string{"Placement.AvailabilityZone", "SubnetId"},
	Asks:     []validate.Asked{validate.FastRestores, validate.Subnet},
	Age:      validate.Edited,
	Check: func(p *validate.Pass) {
		zone := launchZone(p)
		for i, m := range p.Input.BlockDeviceMappings {
			if m.Ebs == nil || m.Ebs.VolumeInitializationRate == nil || m.Ebs.SnapshotId == nil {
				continue
			}
			restores := validate.FastRestores.Named(p, m.Ebs.SnapshotId)
			if restores == nil {
				continue
			}
			fast := func(r types.DescribeFastSnapshotRestoreSuccessItem) bool {
				here := zone == "" || aws.ToString(r.AvailabilityZone) == zone
				return here && r.State == types.FastSnapshotRestoreStateCodeEnabled
			}
			if slices.ContainsFunc(*restores, fast) {
				p.Conflictf(p.At("BlockDeviceMappings[].Ebs.VolumeInitializationRate", i),
					[]string{validate.At("BlockDeviceMappings[].Ebs.SnapshotId", i)},
					"takes the place of fast snapshot restore, which is enabled for the snapshot; leave it out")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"AvailabilityZone":"us-east-1b"},` + rated,
			Account: `{"FastRestores":{"snap-0123456789abcdef0":[{"AvailabilityZone":"us-east-1a","State":"enabled"}]}}`,
			Since:   validate.Autumn2026,
		},
		{
			Spec: `{"SubnetId":"subnet-0123456789abcdef0",` + rated,
			Account: `{"FastRestores":{"snap-0123456789abcdef0":[{"AvailabilityZone":"us-east-1a","State":"enabled"}]},` +
				`"Subnet":{"subnet-0123456789abcdef0":{"AvailabilityZone":"us-east-1b"}}}`,
			Since: validate.Autumn2026,
		},
		{
			Spec:    `{` + rated,
			Account: `{"FastRestores":{"snap-0123456789abcdef0":[{"AvailabilityZone":"us-east-1a","State":"optimizing"}]}}`,
			Since:   validate.Autumn2026,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{` + rated,
			Account: `{"FastRestores":{"snap-0123456789abcdef0":[{"AvailabilityZone":"us-east-1a","State":"enabled"}]}}`,
			At:      "BlockDeviceMappings[0].Ebs.VolumeInitializationRate",
			Since:   validate.Autumn2026,
		},
	},
}

const rated = `"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":` +
	`{"SnapshotId":"snap-0123456789abcdef0","VolumeInitializationRate":200}}]}`

// launchZone is the zone of the launch, "" where it is not known.
func launchZone(p *validate.Pass) string {
	if place := p.Input.Placement; place != nil && aws.ToString(place.AvailabilityZone) != "" {
		return *place.AvailabilityZone
	}
	if id := p.Input.SubnetId; id != nil {
		if subnet := validate.Subnet.Named(p, id); subnet != nil {
			return aws.ToString(subnet.AvailabilityZone)
		}
	}
	return ""
}
