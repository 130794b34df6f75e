package account

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// A question asks the account for the things of one resource.
type question struct {
	resource string
	call     string
	// named lists what a request names.
	named func(*ec2.RunInstancesInput) []string
	// led lists what earlier answers lead to.
	led func(*Snapshot, *ec2.RunInstancesInput) []string
	// ask returns the things that the account has of those asked for, by their
	// IDs.
	ask func(context.Context, API, []string) (map[string]any, error)
	// notFound are the codes by which EC2 says that one of the IDs does not
	// exist.
	notFound []string
	// first says that the answer decides what else there is to ask.
	first bool
	// alone says that things are asked for one by one.
	alone bool
	// lists says that an answer has all that there is: what it lacks does not
	// exist. Of other things only the codes say so.
	lists bool
}

// questions stand in the order of a plan.
var questions = []question{
	{
		resource: validate.LaunchTemplate.Name(),
		call:     "DescribeLaunchTemplateVersions",
		named:    launchTemplates,
		ask:      describeTemplate,
		first:    true,
		notFound: []string{"InvalidLaunchTemplateId.NotFound", "InvalidLaunchTemplateName.NotFoundException"},
	},
	{
		resource: validate.Image.Name(),
		call:     "DescribeImages",
		named:    images,
		ask:      describeImages,
		notFound: []string{"InvalidAMIID.NotFound"},
	},
	{
		resource: validate.Subnet.Name(),
		call:     "DescribeSubnets",
		named:    subnets,
		ask: func(ctx context.Context, api API, ids []string) (map[string]any, error) {
			p := ec2.NewDescribeSubnetsPaginator(api, &ec2.DescribeSubnetsInput{SubnetIds: ids})
			return collect(ctx, p,
				func(out *ec2.DescribeSubnetsOutput) []types.Subnet { return out.Subnets },
				func(s *types.Subnet) []*string { return []*string{s.SubnetId} })
		},
		notFound: []string{"InvalidSubnetID.NotFound"},
	},
	{
		resource: validate.Vpc.Name(),
		call:     "DescribeVpcs",
		named:    vpcs,
		led:      vpcsOfSubnets,
		ask:      describeVpcs,
		notFound: []string{"InvalidVpcID.NotFound"},
		lists:    true,
	},
	{
		resource: validate.SecurityGroup.Name(),
		call:     "DescribeSecurityGroups",
		named:    groups,
		ask:      describeGroups,
		notFound: []string{"InvalidGroup.NotFound", "InvalidSecurityGroupID.NotFound"},
	},
	{
		resource: validate.NetworkInterface.Name(),
		call:     "DescribeNetworkInterfaces",
		named:    interfaces,
		ask: func(ctx context.Context, api API, ids []string) (map[string]any, error) {
			p := ec2.NewDescribeNetworkInterfacesPaginator(api, &ec2.DescribeNetworkInterfacesInput{
				NetworkInterfaceIds: ids, IncludeManagedResources: new(true),
			})
			return collect(ctx, p,
				func(out *ec2.DescribeNetworkInterfacesOutput) []types.NetworkInterface { return out.NetworkInterfaces },
				func(n *types.NetworkInterface) []*string { return []*string{n.NetworkInterfaceId} })
		},
		notFound: []string{"InvalidNetworkInterfaceID.NotFound"},
	},
	{
		resource: validate.Snapshot.Name(),
		call:     "DescribeSnapshots",
		named:    snapshots,
		led:      snapshotsOfImages,
		ask: func(ctx context.Context, api API, ids []string) (map[string]any, error) {
			p := ec2.NewDescribeSnapshotsPaginator(api, &ec2.DescribeSnapshotsInput{SnapshotIds: ids})
			return collect(ctx, p,
				func(out *ec2.DescribeSnapshotsOutput) []types.Snapshot { return out.Snapshots },
				func(s *types.Snapshot) []*string { return []*string{s.SnapshotId} })
		},
		notFound: []string{"InvalidSnapshot.NotFound"},
	},
	{
		resource: validate.FastRestores.Name(),
		call:     "DescribeFastSnapshotRestores",
		named:    ratedSnapshots,
		ask:      describeFastRestores,
	},
	{
		resource: validate.KeyPair.Name(),
		call:     "DescribeKeyPairs",
		named:    keyPairs,
		ask: func(ctx context.Context, api API, names []string) (map[string]any, error) {
			out, err := api.DescribeKeyPairs(ctx, &ec2.DescribeKeyPairsInput{KeyNames: names})
			if err != nil {
				return nil, err
			}
			return byID(out.KeyPairs, func(k *types.KeyPairInfo) []*string { return []*string{k.KeyName} }), nil
		},
		notFound: []string{"InvalidKeyPair.NotFound"},
	},
	{
		resource: validate.PlacementGroup.Name(),
		call:     "DescribePlacementGroups",
		named:    placementGroups,
		ask:      describePlacementGroups,
		notFound: []string{"InvalidPlacementGroup.Unknown"},
	},
	{
		resource: validate.CapacityReservation.Name(),
		call:     "DescribeCapacityReservations",
		named:    reservations,
		ask: func(ctx context.Context, api API, ids []string) (map[string]any, error) {
			p := ec2.NewDescribeCapacityReservationsPaginator(api, &ec2.DescribeCapacityReservationsInput{CapacityReservationIds: ids})
			return collect(ctx, p,
				func(out *ec2.DescribeCapacityReservationsOutput) []types.CapacityReservation {
					return out.CapacityReservations
				},
				func(r *types.CapacityReservation) []*string { return []*string{r.CapacityReservationId} })
		},
		notFound: []string{"InvalidCapacityReservationId.NotFound", "InvalidReservationID.NotFound"},
	},
	{
		resource: validate.Host.Name(),
		call:     "DescribeHosts",
		named:    hosts,
		ask: func(ctx context.Context, api API, ids []string) (map[string]any, error) {
			p := ec2.NewDescribeHostsPaginator(api, &ec2.DescribeHostsInput{HostIds: ids})
			return collect(ctx, p,
				func(out *ec2.DescribeHostsOutput) []types.Host { return out.Hosts },
				func(h *types.Host) []*string { return []*string{h.HostId} })
		},
		notFound: []string{"InvalidHostID.NotFound", "Client.InvalidHostID.NotFound", "InvalidHostId.NotFound"},
	},
	{
		resource: validate.AvailabilityZone.Name(),
		call:     "DescribeAvailabilityZones",
		named:    zones,
		ask: func(ctx context.Context, api API, names []string) (map[string]any, error) {
			out, err := api.DescribeAvailabilityZones(ctx, &ec2.DescribeAvailabilityZonesInput{AllAvailabilityZones: new(true)})
			if err != nil {
				return nil, err
			}
			return byID(out.AvailabilityZones, func(z *types.AvailabilityZone) []*string { return []*string{z.ZoneName, z.ZoneId} }), nil
		},
		lists: true,
	},
	{
		resource: validate.Offerings.Name(),
		call:     "DescribeInstanceTypeOfferings",
		named:    instanceTypes,
		ask:      describeOfferings,
	},
	{
		resource: validate.InstanceType.Name(),
		call:     "DescribeInstanceTypes",
		named:    instanceTypes,
		ask: func(ctx context.Context, api API, names []string) (map[string]any, error) {
			p := ec2.NewDescribeInstanceTypesPaginator(api, &ec2.DescribeInstanceTypesInput{InstanceTypes: typed(names)})
			return collect(ctx, p,
				func(out *ec2.DescribeInstanceTypesOutput) []types.InstanceTypeInfo { return out.InstanceTypes },
				func(i *types.InstanceTypeInfo) []*string { return []*string{(*string)(&i.InstanceType)} })
		},
		notFound: []string{"InvalidInstanceType"},
	},
	{
		resource: validate.SpotPrices.Name(),
		call:     "DescribeSpotPriceHistory",
		named:    pricedTypes,
		ask:      describeSpotPrices,
	},
	{
		resource: validate.SecondarySubnet.Name(),
		call:     "DescribeSecondarySubnets",
		named:    secondarySubnets,
		ask: func(ctx context.Context, api API, ids []string) (map[string]any, error) {
			p := ec2.NewDescribeSecondarySubnetsPaginator(api, &ec2.DescribeSecondarySubnetsInput{SecondarySubnetIds: ids})
			return collect(ctx, p,
				func(out *ec2.DescribeSecondarySubnetsOutput) []types.SecondarySubnet { return out.SecondarySubnets },
				func(s *types.SecondarySubnet) []*string { return []*string{s.SecondarySubnetId} })
		},
		lists: true,
	},
	{
		resource: validate.Launched.Name(),
		call:     "DescribeInstances",
		named:    clientTokens,
		ask:      describeLaunched,
	},
	{
		resource: validate.PlacementGroupMembers.Name(),
		call:     "DescribeInstances",
		led:      clusterGroups,
		ask:      describeMembers,
		alone:    true,
	},
	{
		resource: validate.AutoPlacement.Name(),
		call:     "DescribeHosts",
		named:    autoPlacement,
		ask:      describeAutoPlacement,
	},
	{
		resource: validate.AllowedImages.Name(),
		call:     "GetAllowedImagesSettings",
		led:      allowedImages,
		ask:      getAllowedImages,
	},
	{
		resource: validate.MetadataDefaults.Name(),
		call:     "GetInstanceMetadataDefaults",
		named:    metadataDefaults,
		ask:      getMetadataDefaults,
	},
	{
		resource: validate.EncryptionByDefault.Name(),
		call:     "GetEbsEncryptionByDefault",
		named:    encryptionByDefault,
		ask:      getEncryptionByDefault,
	},
	{
		resource: validate.GroupsPerInterface.Name(),
		call:     "DescribeAccountAttributes",
		named:    groupsPerInterface,
		ask:      describeGroupsPerInterface,
	},
	{
		resource: validate.GroupAssociations.Name(),
		call:     "DescribeSecurityGroupVpcAssociations",
		led:      groupsOfOtherVpcs,
		ask:      describeAssociations,
	},
	{
		resource: validate.AddressHolder.Name(),
		call:     "DescribeNetworkInterfaces",
		named:    privateAddresses,
		ask:      describeHolders,
		lists:    true,
	},
}
