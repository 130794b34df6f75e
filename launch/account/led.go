package account

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// Below is what answers lead to, by resource.

// all lists what a snapshot found of a resource.
func all[T any](s *Snapshot, r validate.Resource[T]) (list []*T) {
	for _, thing := range s.things[r.Name()] {
		if found, ok := thing.(*T); ok {
			list = append(list, found)
		}
	}
	return list
}

func vpcsOfSubnets(s *Snapshot, _ *ec2.RunInstancesInput) (ids []string) {
	for _, subnet := range all(s, validate.Subnet) {
		ids = append(ids, text(subnet.VpcId)...)
	}
	return ids
}

func snapshotsOfImages(s *Snapshot, _ *ec2.RunInstancesInput) (ids []string) {
	for _, image := range all(s, validate.Image) {
		for _, m := range image.BlockDeviceMappings {
			if m.Ebs != nil {
				ids = append(ids, text(m.Ebs.SnapshotId)...)
			}
		}
	}
	return ids
}

// groupsOfOtherVpcs are the groups that fit no subnet by the VPC that they were
// made in.
func groupsOfOtherVpcs(s *Snapshot, _ *ec2.RunInstancesInput) (ids []string) {
	subnets := all(s, validate.Subnet)
	for _, group := range all(s, validate.SecurityGroup) {
		other := func(subnet *types.Subnet) bool { return aws.ToString(subnet.VpcId) != aws.ToString(group.VpcId) }
		if slices.ContainsFunc(subnets, other) {
			ids = append(ids, text(group.GroupId)...)
		}
	}
	return ids
}
