package launchtest

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/project"
)

// creator is who creates templates: the root of the account.
const creator = "arn:aws:iam::" + accountID + ":root"

// describe returns the template as EC2 describes it.
func (t *launchTemplate) describe() *types.LaunchTemplate {
	return &types.LaunchTemplate{
		LaunchTemplateId: new(t.id), LaunchTemplateName: new(t.name), CreateTime: new(t.created), CreatedBy: new(creator),
		DefaultVersionNumber: new(int64(1)), LatestVersionNumber: new(int64(len(t.versions))), Tags: t.tags,
	}
}

// describeVersion returns a version as EC2 describes it.
func (t *launchTemplate) describeVersion(i int) *types.LaunchTemplateVersion {
	v := t.versions[i]
	data := new(types.ResponseLaunchTemplateData)
	project.Onto(data, v.data)
	return &types.LaunchTemplateVersion{
		LaunchTemplateId: new(t.id), LaunchTemplateName: new(t.name), CreateTime: new(v.created), CreatedBy: new(creator),
		VersionNumber: new(int64(i + 1)), VersionDescription: v.description, DefaultVersion: new(i == 0), LaunchTemplateData: data,
	}
}

// overwritten returns the data of a version that begins from another: its own parameters, and of the others those of
// the source, without the snapshots of its volumes.
func overwritten(source, own *types.RequestLaunchTemplateData) *types.RequestLaunchTemplateData {
	data := *source
	data.BlockDeviceMappings = nil
	for _, m := range source.BlockDeviceMappings {
		if m.Ebs != nil && m.Ebs.SnapshotId != nil {
			m.Ebs = new(*m.Ebs)
			m.Ebs.SnapshotId = nil
		}
		data.BlockDeviceMappings = append(data.BlockDeviceMappings, m)
	}
	project.Onto(&data, own)
	return &data
}
