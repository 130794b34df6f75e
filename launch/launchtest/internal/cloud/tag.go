package cloud

import (
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// maxTags is the documented number of tags of one resource.
const maxTags = 50

// tagsOf returns where the tags of a resource are.
func (g *Region) tagsOf(id string) (*[]types.Tag, error) {
	prefix, _, _ := strings.Cut(id, "-")
	switch prefix {
	case "i":
		named, err := g.named([]string{id})
		if err != nil {
			return nil, err
		}
		return &named[0].Tags, nil
	case "vol":
		return tagsIn(&g.volumes, id)
	case "eni":
		return tagsIn(&g.interfaces, id)
	case "sir":
		return tagsIn(&g.spots, id)
	case "ami":
		return tagsIn(&g.images, id)
	case "snap":
		return tagsIn(&g.snapshots, id)
	case "subnet":
		return tagsIn(&g.subnets, id)
	case "sg":
		return tagsIn(&g.groups, id)
	case "vpc":
		return tagsIn(&g.vpcs, id)
	case "cr":
		return tagsIn(&g.reservations, id)
	case "h":
		return tagsIn(&g.hosts, id)
	case "lt":
		return tagsIn(&g.templates, id)
	case "fleet":
		return tagsIn(&g.fleets, id)
	}
	for _, k := range g.keyPairs.all {
		if *k.KeyPairId == id {
			return &k.Tags, nil
		}
	}
	for _, p := range g.placementGroups.all {
		if *p.GroupId == id {
			return &p.Tags, nil
		}
	}
	return nil, wire.Refuse("InvalidID", "The ID '%s' is not valid", wire.Clip(id))
}

func tagsIn[T any](c *collection[T], id string) (*[]types.Tag, error) {
	t, err := c.find(id)
	if err != nil {
		return nil, err
	}
	return c.tags(t), nil
}

// allTagsOf returns where the tags of several resources are.
func (g *Region) allTagsOf(ids []string) ([]*[]types.Tag, error) {
	if len(ids) == 0 {
		return nil, wire.Missing("ResourceId")
	}
	g.look()
	var all []*[]types.Tag
	for _, id := range ids {
		tags, err := g.tagsOf(id)
		if err != nil {
			return nil, err
		}
		all = append(all, tags)
	}
	return all, nil
}

// createTags serves CreateTags: all tags on all resources, or none.
func (g *Region) createTags(in *ec2.CreateTagsInput) (*ec2.CreateTagsOutput, error) {
	if len(in.Tags) == 0 {
		return nil, wire.Missing("Tag")
	}
	for _, tag := range in.Tags {
		key := value(tag.Key)
		if key == "" || len([]rune(key)) > 128 || strings.HasPrefix(strings.ToLower(key), "aws:") {
			return nil, wire.Refuse("InvalidParameterValue", "Tag keys must have 1 to 128 characters and must not begin with aws: '%s' is none", wire.Clip(key))
		}
		if len([]rune(value(tag.Value))) > 256 {
			return nil, wire.Refuse("InvalidParameterValue", "Tag values must have at most 256 characters; that of '%s' has more", wire.Clip(key))
		}
	}
	all, err := g.allTagsOf(in.Resources)
	if err != nil {
		return nil, err
	}
	if err := dry(in.DryRun); err != nil {
		return nil, err
	}
	after := make([][]types.Tag, len(all))
	for n, tags := range all {
		if after[n] = withTags(*tags, in.Tags); len(after[n]) > maxTags {
			return nil, wire.Refuse("TagLimitExceeded", "The maximum number of tags of a resource is %d; '%s' would have %d", maxTags, in.Resources[n], len(after[n]))
		}
	}
	for n, tags := range all {
		*tags = after[n]
	}
	return new(ec2.CreateTagsOutput), nil
}

// withTags returns tags with others added, or put in the place of those of the
// same key.
func withTags(tags, added []types.Tag) []types.Tag {
	tags = slices.Clone(tags)
	for _, tag := range added {
		tag.Value = or(tag.Value, "")
		if at := slices.IndexFunc(tags, func(t types.Tag) bool { return value(t.Key) == value(tag.Key) }); at >= 0 {
			tags[at] = tag
		} else {
			tags = append(tags, tag)
		}
	}
	return tags
}

// deleteTags serves DeleteTags: without tags, it deletes all; a tag with a value
// is deleted only if it has that value.
func (g *Region) deleteTags(in *ec2.DeleteTagsInput) (*ec2.DeleteTagsOutput, error) {
	all, err := g.allTagsOf(in.Resources)
	if err != nil {
		return nil, err
	}
	if err := dry(in.DryRun); err != nil {
		return nil, err
	}
	for _, tags := range all {
		*tags = slices.DeleteFunc(slices.Clone(*tags), func(t types.Tag) bool {
			return len(in.Tags) == 0 || slices.ContainsFunc(in.Tags, func(d types.Tag) bool {
				return value(d.Key) == value(t.Key) && (d.Value == nil || *d.Value == value(t.Value))
			})
		})
		if len(*tags) == 0 {
			*tags = nil
		}
	}
	return new(ec2.DeleteTagsOutput), nil
}

// describeTags serves DescribeTags.
func (g *Region) describeTags(in *ec2.DescribeTagsInput) (*ec2.DescribeTagsOutput, error) {
	var all collection[types.TagDescription]
	add := func(kind types.ResourceType, id string, tags []types.Tag) {
		for _, t := range tags {
			all.add(fmt.Sprintf("%s %s", id, value(t.Key)), &types.TagDescription{Key: t.Key, Value: t.Value, ResourceId: &id, ResourceType: kind})
		}
	}
	addAll(&g.images, types.ResourceTypeImage, add)
	for id, i := range g.instances.all {
		if g.visible(i) {
			add(types.ResourceTypeInstance, id, i.Tags)
		}
	}
	addAll(&g.volumes, types.ResourceTypeVolume, add)
	addAll(&g.interfaces, types.ResourceTypeNetworkInterface, add)
	addAll(&g.spots, types.ResourceTypeSpotInstancesRequest, add)
	addAll(&g.snapshots, types.ResourceTypeSnapshot, add)
	addAll(&g.subnets, types.ResourceTypeSubnet, add)
	addAll(&g.groups, types.ResourceTypeSecurityGroup, add)
	addAll(&g.vpcs, types.ResourceTypeVpc, add)
	addAll(&g.reservations, types.ResourceTypeCapacityReservation, add)
	addAll(&g.hosts, types.ResourceTypeDedicatedHost, add)
	addAll(&g.templates, types.ResourceTypeLaunchTemplate, add)
	addAll(&g.fleets, types.ResourceTypeFleet, add)
	for _, k := range g.keyPairs.all {
		add(types.ResourceTypeKeyPair, *k.KeyPairId, k.Tags)
	}
	for _, p := range g.placementGroups.all {
		add(types.ResourceTypePlacementGroup, *p.GroupId, p.Tags)
	}
	found, next, err := list(g, &all, query{
		action: "DescribeTags", filters: in.Filters,
		maxResults: in.MaxResults, nextToken: in.NextToken, dryRun: in.DryRun,
	}, func(_ string, t *types.TagDescription) (types.TagDescription, bool) { return *t, true })
	return &ec2.DescribeTagsOutput{Tags: found, NextToken: next}, err
}

// addAll adds the tags of a collection.
func addAll[T any](c *collection[T], kind types.ResourceType, add func(types.ResourceType, string, []types.Tag)) {
	for id, t := range c.all {
		add(kind, id, *c.tags(t))
	}
}
