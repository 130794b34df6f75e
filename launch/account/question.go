package account

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// A question asks the account for the things of one resource.
type question struct {
	resource string
	call     string
	// named lists what a request names.
	named func(*ec2.RunInstancesInput) []string
	// ask returns the things that the account has of those asked for, by their
	// IDs.
	ask func(context.Context, API, []string) (map[string]any, error)
	// notFound are the codes by which EC2 says that one of the IDs does not
	// exist.
	notFound []string
	// hides says that an answer may leave out what exists.
	hides bool
}

// questions stand in the order of a plan.
var questions = []question{
	{
		resource: validate.LaunchTemplate.Name(),
		call:     "DescribeLaunchTemplateVersions",
		named:    launchTemplates,
		ask:      describeTemplate,
		notFound: []string{
			"InvalidLaunchTemplateId.NotFound", "InvalidLaunchTemplateName.NotFoundException", "InvalidLaunchTemplateId.VersionNotFound",
		},
	},
	{
		resource: validate.Image.Name(),
		call:     "DescribeImages",
		named:    images,
		ask: func(ctx context.Context, api API, ids []string) (map[string]any, error) {
			p := ec2.NewDescribeImagesPaginator(api, &ec2.DescribeImagesInput{
				ImageIds: ids, IncludeDeprecated: new(true), IncludeDisabled: new(true),
			})
			return collect(ctx, p,
				func(out *ec2.DescribeImagesOutput) []types.Image { return out.Images },
				func(i *types.Image) []*string { return []*string{i.ImageId} })
		},
		notFound: []string{"InvalidAMIID.NotFound"},
		hides:    true, // what Allowed AMIs disallows
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
		ask:      describeVpcs,
		notFound: []string{"InvalidVpcID.NotFound"},
	},
	{
		resource: validate.SecurityGroup.Name(),
		call:     "DescribeSecurityGroups",
		named:    groups,
		ask: func(ctx context.Context, api API, ids []string) (map[string]any, error) {
			p := ec2.NewDescribeSecurityGroupsPaginator(api, &ec2.DescribeSecurityGroupsInput{GroupIds: ids})
			return collect(ctx, p,
				func(out *ec2.DescribeSecurityGroupsOutput) []types.SecurityGroup { return out.SecurityGroups },
				func(g *types.SecurityGroup) []*string { return []*string{g.GroupId} })
		},
		notFound: []string{"InvalidGroup.NotFound", "InvalidSecurityGroupID.NotFound"},
	},
	{
		resource: validate.NetworkInterface.Name(),
		call:     "DescribeNetworkInterfaces",
		named:    interfaces,
		ask: func(ctx context.Context, api API, ids []string) (map[string]any, error) {
			p := ec2.NewDescribeNetworkInterfacesPaginator(api, &ec2.DescribeNetworkInterfacesInput{NetworkInterfaceIds: ids})
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
		ask: func(ctx context.Context, api API, ids []string) (map[string]any, error) {
			p := ec2.NewDescribeSnapshotsPaginator(api, &ec2.DescribeSnapshotsInput{SnapshotIds: ids})
			return collect(ctx, p,
				func(out *ec2.DescribeSnapshotsOutput) []types.Snapshot { return out.Snapshots },
				func(s *types.Snapshot) []*string { return []*string{s.SnapshotId} })
		},
		notFound: []string{"InvalidSnapshot.NotFound"},
		hides:    true, // what the caller may not see
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
	},
	{
		resource: validate.Offerings.Name(),
		call:     "DescribeInstanceTypeOfferings",
		named:    instanceTypes,
		ask:      describeOfferings,
	},
}

// A pager is a paginator of the SDK.
type pager[Out any] interface {
	HasMorePages() bool
	NextPage(context.Context, ...func(*ec2.Options)) (*Out, error)
}

// collect reads all pages and returns the things on them by their IDs.
func collect[Out, T any](ctx context.Context, p pager[Out], list func(*Out) []T, ids func(*T) []*string) (map[string]any, error) {
	var all []T
	for p.HasMorePages() {
		out, err := p.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		all = append(all, list(out)...)
	}
	return byID(all, ids), nil
}

func byID[T any](list []T, ids func(*T) []*string) map[string]any {
	found := map[string]any{}
	for i := range list {
		for _, id := range ids(&list[i]) {
			if id != nil {
				found[*id] = &list[i]
			}
		}
	}
	return found
}

// describeVpcs asks for VPCs, of which "" is the default one.
func describeVpcs(ctx context.Context, api API, ids []string) (map[string]any, error) {
	vpcs := func(out *ec2.DescribeVpcsOutput) []types.Vpc { return out.Vpcs }
	if len(ids) == 1 && ids[0] == "" {
		p := ec2.NewDescribeVpcsPaginator(api, &ec2.DescribeVpcsInput{Filters: filter("is-default", "true")})
		return collect(ctx, p, vpcs, func(v *types.Vpc) []*string { return []*string{new(""), v.VpcId} })
	}
	p := ec2.NewDescribeVpcsPaginator(api, &ec2.DescribeVpcsInput{VpcIds: ids})
	return collect(ctx, p, vpcs, func(v *types.Vpc) []*string { return []*string{v.VpcId} })
}

// describePlacementGroups asks for groups, which requests name by ID or name.
func describePlacementGroups(ctx context.Context, api API, names []string) (map[string]any, error) {
	in := &ec2.DescribePlacementGroupsInput{}
	for _, name := range names {
		if isGroupID(name) {
			in.GroupIds = append(in.GroupIds, name)
		} else {
			in.GroupNames = append(in.GroupNames, name)
		}
	}
	out, err := api.DescribePlacementGroups(ctx, in)
	if err != nil {
		return nil, err
	}
	return byID(out.PlacementGroups, func(g *types.PlacementGroup) []*string { return []*string{g.GroupName, g.GroupId} }), nil
}

// describeTemplate asks for the version of a launch template, by its
// [validate.TemplateKey].
func describeTemplate(ctx context.Context, api API, keys []string) (map[string]any, error) {
	name, version, _ := strings.Cut(keys[0], ":")
	in := &ec2.DescribeLaunchTemplateVersionsInput{LaunchTemplateName: &name, Versions: []string{version}}
	if format.ID("lt", name) {
		in.LaunchTemplateName, in.LaunchTemplateId = nil, &name
	}
	out, err := api.DescribeLaunchTemplateVersions(ctx, in)
	if err != nil {
		return nil, err
	}
	found := map[string]any{}
	if len(out.LaunchTemplateVersions) == 1 {
		found[keys[0]] = &out.LaunchTemplateVersions[0]
	}
	return found, nil
}

// describeOfferings asks in which zones instance types are offered. A type that
// is offered in none has an empty list.
func describeOfferings(ctx context.Context, api API, names []string) (map[string]any, error) {
	found := map[string]any{}
	for _, name := range names {
		p := ec2.NewDescribeInstanceTypeOfferingsPaginator(api, &ec2.DescribeInstanceTypeOfferingsInput{
			LocationType: types.LocationTypeAvailabilityZone, Filters: filter("instance-type", name),
		})
		offered := []types.InstanceTypeOffering{}
		for p.HasMorePages() {
			out, err := p.NextPage(ctx)
			if err != nil {
				return nil, err
			}
			offered = append(offered, out.InstanceTypeOfferings...)
		}
		found[name] = &offered
	}
	return found, nil
}

func filter(name, value string) []types.Filter {
	return []types.Filter{{Name: &name, Values: []string{value}}}
}
