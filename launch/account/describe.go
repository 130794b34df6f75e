package account

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// Below is how the account is asked for the things of each resource.

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

// collectLists reads all pages and returns a list for each ID, of what belongs
// to it.
func collectLists[Out, T any](
	ctx context.Context, p pager[Out], ids []string, list func(*Out) []T, id func(T) *string,
) (map[string]any, error) {
	of := map[string]*[]T{}
	found := map[string]any{}
	for _, id := range ids {
		of[id] = new([]T)
		found[id] = of[id]
	}
	for p.HasMorePages() {
		out, err := p.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		for _, thing := range list(out) {
			if things := of[aws.ToString(id(thing))]; things != nil {
				*things = append(*things, thing)
			}
		}
	}
	return found, nil
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

func describeImages(ctx context.Context, api API, ids []string) (map[string]any, error) {
	p := ec2.NewDescribeImagesPaginator(api, &ec2.DescribeImagesInput{
		ImageIds: ids, IncludeDeprecated: new(true), IncludeDisabled: new(true),
	})
	return collect(ctx, p,
		func(out *ec2.DescribeImagesOutput) []types.Image { return out.Images },
		func(i *types.Image) []*string { return []*string{i.ImageId} })
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
	in := &ec2.DescribeLaunchTemplateVersionsInput{
		LaunchTemplateName: &name, Versions: []string{version}, ResolveAlias: new(true), IncludeManagedResources: new(true),
	}
	if format.ID("lt", name) {
		in.LaunchTemplateName, in.LaunchTemplateId = nil, &name
	}
	versions, err := templateVersions(ctx, api, in)
	if code(err) == "UnauthorizedOperation" { // it also takes a permission of Systems Manager
		in.ResolveAlias = nil
		versions, err = templateVersions(ctx, api, in)
	}
	if code(err) == "InvalidLaunchTemplateId.VersionNotFound" { // there is a template
		return map[string]any{keys[0]: nil, name: new(types.LaunchTemplateVersion)}, nil
	}
	if err != nil {
		return nil, err
	}
	found := map[string]any{}
	if len(versions) == 1 {
		found[keys[0]] = &versions[0]
	}
	return found, nil
}

func templateVersions(
	ctx context.Context, api API, in *ec2.DescribeLaunchTemplateVersionsInput,
) (versions []types.LaunchTemplateVersion, err error) {
	for p := ec2.NewDescribeLaunchTemplateVersionsPaginator(api, in); p.HasMorePages(); {
		out, err := p.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		versions = append(versions, out.LaunchTemplateVersions...)
	}
	return versions, nil
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

// describeGroups asks for security groups, by their IDs, or the names of groups
// of the default VPC.
func describeGroups(ctx context.Context, api API, ids []string) (map[string]any, error) {
	in := &ec2.DescribeSecurityGroupsInput{}
	for _, id := range ids {
		if isSecurityGroupID(id) {
			in.GroupIds = append(in.GroupIds, id)
		} else {
			in.GroupNames = append(in.GroupNames, id)
		}
	}
	p := ec2.NewDescribeSecurityGroupsPaginator(api, in)
	return collect(ctx, p,
		func(out *ec2.DescribeSecurityGroupsOutput) []types.SecurityGroup { return out.SecurityGroups },
		func(g *types.SecurityGroup) []*string { return []*string{g.GroupId, g.GroupName} })
}

// describeSpotPrices asks for the prices of now, in all zones and for all
// products.
func describeSpotPrices(ctx context.Context, api API, names []string) (map[string]any, error) {
	now := time.Now()
	p := ec2.NewDescribeSpotPriceHistoryPaginator(api, &ec2.DescribeSpotPriceHistoryInput{
		InstanceTypes: typed(names), StartTime: &now, EndTime: &now,
	})
	prices := []types.SpotPrice{}
	for p.HasMorePages() {
		out, err := p.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		prices = append(prices, out.SpotPriceHistory...)
	}
	return map[string]any{names[0]: &prices}, nil
}

// describeLaunched asks for the instances that a client token has launched.
func describeLaunched(ctx context.Context, api API, tokens []string) (map[string]any, error) {
	return describeInstances(ctx, api, tokens[0], filter("client-token", tokens[0]))
}

// describeMembers asks for the instances that run in a placement group.
func describeMembers(ctx context.Context, api API, groups []string) (map[string]any, error) {
	filters := append(filter("placement-group-name", groups[0]), filter("instance-state-name", "pending", "running")...)
	return describeInstances(ctx, api, groups[0], filters)
}

func describeInstances(ctx context.Context, api API, id string, filters []types.Filter) (map[string]any, error) {
	p := ec2.NewDescribeInstancesPaginator(api, &ec2.DescribeInstancesInput{Filters: filters})
	instances := []types.Instance{}
	for p.HasMorePages() {
		out, err := p.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		for _, r := range out.Reservations {
			instances = append(instances, r.Instances...)
		}
	}
	return map[string]any{id: &instances}, nil
}

// describeAutoPlacement asks for the hosts that take what names no host.
func describeAutoPlacement(ctx context.Context, api API, _ []string) (map[string]any, error) {
	p := ec2.NewDescribeHostsPaginator(api, &ec2.DescribeHostsInput{
		Filter: append(filter("auto-placement", "on"), filter("state", "available")...),
	})
	hosts := []types.Host{}
	for p.HasMorePages() {
		out, err := p.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		hosts = append(hosts, out.Hosts...)
	}
	return map[string]any{"": &hosts}, nil
}

func getAllowedImages(ctx context.Context, api API, _ []string) (map[string]any, error) {
	out, err := api.GetAllowedImagesSettings(ctx, &ec2.GetAllowedImagesSettingsInput{})
	if err != nil || out.State == nil {
		return map[string]any{}, err
	}
	return map[string]any{"": out.State}, nil
}

// describeAssociations asks for the further VPCs of security groups.
func describeAssociations(ctx context.Context, api API, ids []string) (map[string]any, error) {
	p := ec2.NewDescribeSecurityGroupVpcAssociationsPaginator(api, &ec2.DescribeSecurityGroupVpcAssociationsInput{
		Filters: filter("group-id", ids...),
	})
	return collectLists(ctx, p, ids,
		func(out *ec2.DescribeSecurityGroupVpcAssociationsOutput) []types.SecurityGroupVpcAssociation {
			return out.SecurityGroupVpcAssociations
		},
		func(a types.SecurityGroupVpcAssociation) *string { return a.GroupId })
}

// describeFastRestores asks in which zones snapshots are restored fast.
func describeFastRestores(ctx context.Context, api API, ids []string) (map[string]any, error) {
	p := ec2.NewDescribeFastSnapshotRestoresPaginator(api, &ec2.DescribeFastSnapshotRestoresInput{
		Filters: filter("snapshot-id", ids...),
	})
	return collectLists(ctx, p, ids,
		func(out *ec2.DescribeFastSnapshotRestoresOutput) []types.DescribeFastSnapshotRestoreSuccessItem {
			return out.FastSnapshotRestores
		},
		func(r types.DescribeFastSnapshotRestoreSuccessItem) *string { return r.SnapshotId })
}

// describeHolders asks who has the private addresses that a request wants, each
// within its subnet.
func describeHolders(ctx context.Context, api API, keys []string) (map[string]any, error) {
	var subnets, addresses []string
	for _, key := range keys {
		subnet, address, _ := strings.Cut(key, " ")
		subnets, addresses = append(subnets, subnet), append(addresses, address)
	}
	p := ec2.NewDescribeNetworkInterfacesPaginator(api, &ec2.DescribeNetworkInterfacesInput{
		Filters: append(
			filter("subnet-id", distinct(subnets)...), filter("addresses.private-ip-address", distinct(addresses)...)...,
		),
		IncludeManagedResources: new(true),
	})
	found := map[string]any{}
	for p.HasMorePages() {
		out, err := p.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		for i := range out.NetworkInterfaces {
			holder := &out.NetworkInterfaces[i]
			for _, held := range holder.PrivateIpAddresses {
				key := validate.AddressKey(aws.ToString(holder.SubnetId), aws.ToString(held.PrivateIpAddress))
				if slices.Contains(keys, key) {
					found[key] = holder
				}
			}
		}
	}
	return found, nil
}

func getMetadataDefaults(ctx context.Context, api API, _ []string) (map[string]any, error) {
	out, err := api.GetInstanceMetadataDefaults(ctx, &ec2.GetInstanceMetadataDefaultsInput{})
	if err != nil {
		return nil, err
	}
	if out.AccountLevel == nil {
		return map[string]any{"": new(types.InstanceMetadataDefaultsResponse)}, nil
	}
	return map[string]any{"": out.AccountLevel}, nil
}

func getEncryptionByDefault(ctx context.Context, api API, _ []string) (map[string]any, error) {
	out, err := api.GetEbsEncryptionByDefault(ctx, &ec2.GetEbsEncryptionByDefaultInput{})
	if err != nil || out.EbsEncryptionByDefault == nil {
		return map[string]any{}, err
	}
	return map[string]any{"": out.EbsEncryptionByDefault}, nil
}

// describeGroupsPerInterface reads an attribute for which the SDK has no
// constant.
func describeGroupsPerInterface(ctx context.Context, api API, _ []string) (map[string]any, error) {
	out, err := api.DescribeAccountAttributes(ctx, &ec2.DescribeAccountAttributesInput{})
	if err != nil {
		return nil, err
	}
	for _, a := range out.AccountAttributes {
		if aws.ToString(a.AttributeName) != "vpc-max-security-groups-per-interface" || len(a.AttributeValues) != 1 {
			continue
		}
		if n, err := strconv.Atoi(aws.ToString(a.AttributeValues[0].AttributeValue)); err == nil {
			return map[string]any{"": &n}, nil
		}
	}
	return map[string]any{}, nil
}

func typed(names []string) (list []types.InstanceType) {
	for _, name := range names {
		list = append(list, types.InstanceType(name))
	}
	return list
}

// filter makes a filter of values as they stand, for in those of EC2 some
// characters stand for others.
func filter(name string, values ...string) []types.Filter {
	literal := make([]string, len(values))
	for i, value := range values {
		literal[i] = wildcards.Replace(value)
	}
	return []types.Filter{{Name: &name, Values: literal}}
}

var wildcards = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`)
