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

// groupsOfOtherVpcs are the groups that were made in another VPC than that of a
// subnet or, where there is no subnet, than the default one.
func groupsOfOtherVpcs(s *Snapshot, _ *ec2.RunInstancesInput) (ids []string) {
	var vpcs []string
	for _, subnet := range all(s, validate.Subnet) {
		vpcs = append(vpcs, text(subnet.VpcId)...)
	}
	if found, _ := s.Find(validate.Vpc.Name(), ""); found != nil {
		vpcs = append(vpcs, text(found.(*types.Vpc).VpcId)...)
	}
	for _, group := range all(s, validate.SecurityGroup) {
		other := func(vpc string) bool { return vpc != aws.ToString(group.VpcId) }
		if slices.ContainsFunc(vpcs, other) {
			ids = append(ids, text(group.GroupId)...)
		}
	}
	return ids
}

// clusterGroups are the names of the cluster placement groups, whose members
// decide on the zone.
func clusterGroups(s *Snapshot, in *ec2.RunInstancesInput) (names []string) {
	for _, id := range placementGroups(in) {
		found, _ := s.Find(validate.PlacementGroup.Name(), id)
		if group, ok := found.(*types.PlacementGroup); ok && group.Strategy == types.PlacementStrategyCluster && group.GroupName != nil {
			names = append(names, *group.GroupName)
		}
	}
	return names
}

// allowedImages asks why an image is not seen that was asked for.
func allowedImages(s *Snapshot, in *ec2.RunInstancesInput) []string {
	unread := slices.ContainsFunc(s.unread, func(u Unread) bool { return u.Resource == validate.Image.Name() })
	hidden := slices.ContainsFunc(images(in), func(id string) bool {
		_, known := s.Find(validate.Image.Name(), id)
		return !known
	})
	return setting(hidden && !unread)
}
