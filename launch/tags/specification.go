package tags

import (
	"maps"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/part"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// T is a set of tags: values by key. A request lists them sorted by key.
//
// A key has 1 to 128 characters and does not begin with "aws:"; a value has up
// to 256 and may be empty. Both are case-sensitive. See the rules
// tag-key-length, tag-key-reserved and tag-value-length. The zero T is no tags.
type T map[string]string

// A Specification is the tags of one type of resource that a launch creates.
// One without tags leaves a request as it is.
type Specification struct{ spec types.TagSpecification }

// Instance tags every instance.
func Instance(t T) Specification { return Resource(types.ResourceTypeInstance, t) }

// Volume tags every EBS volume that the launch creates, including the root
// volume.
func Volume(t T) Specification { return Resource(types.ResourceTypeVolume, t) }

// NetworkInterface tags every network interface that the launch creates. EC2
// refuses it where all interfaces exist already.
func NetworkInterface(t T) Specification { return Resource(types.ResourceTypeNetworkInterface, t) }

// SpotRequest tags the Spot Instance request, but not the instances that it
// yields. EC2 refuses it where the launch makes no such request.
func SpotRequest(t T) Specification { return Resource(types.ResourceTypeSpotInstancesRequest, t) }

// Resource tags resources of any type. It is for those without a function of
// their own: elastic-gpu, which only the Spring2023 edition knows, and types
// that EC2 has come to tag at launch since, which validate.Allow adds to
// "tag-resource-type".
func Resource(of types.ResourceType, t T) Specification {
	s := Specification{types.TagSpecification{ResourceType: of}}
	for _, key := range slices.Sorted(maps.Keys(t)) {
		s.spec.Tags = append(s.spec.Tags, tag(key, t[key]))
	}
	return s
}

// Tag adds a tag behind the others, or gives the one of that key another value.
func (s Specification) Tag(key, value string) Specification {
	s.spec.Tags = merge(s.spec.Tags, []types.Tag{tag(key, value)})
	return s
}

// Apply merges s into the specification that a request has for the same type of
// resource, or adds it behind the others. The request shares nothing with s.
func (s Specification) Apply(in *ec2.RunInstancesInput) {
	if len(s.spec.Tags) == 0 {
		return
	}
	added := sdkcopy.TagSpecification(s.spec)
	all := slices.Clone(in.TagSpecifications)
	i := slices.IndexFunc(all, func(have types.TagSpecification) bool {
		return have.ResourceType == added.ResourceType
	})
	if i < 0 {
		all = append(all, added)
	} else {
		all[i].Tags = merge(all[i].Tags, added.Tags)
	}
	in.TagSpecifications = all
}

// merge returns a new list of tags with more in it: in the place of a tag of
// the same key, else at the end.
func merge(tags, more []types.Tag) []types.Tag {
	tags = slices.Clone(tags)
	for _, m := range more {
		same := func(t types.Tag) bool { return t.Key != nil && *t.Key == *m.Key }
		if i := slices.IndexFunc(tags, same); i >= 0 {
			tags[i] = m
		} else {
			tags = append(tags, m)
		}
	}
	return tags
}

func tag(key, value string) types.Tag { return types.Tag{Key: new(key), Value: new(value)} }

// String returns the members of a request that s sets, as JSON.
func (s Specification) String() string { return part.String(s) }

// Equal reports whether s and t are the same tags, in the same order.
func (s Specification) Equal(t Specification) bool { return part.Equal(s, t) }
