package policy

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// A required tag with its pattern compiled, nil where it has none.
type required struct {
	Tag
	value *regexp.Regexp
}

// requiredBy lists the tags of a policy.
func requiredBy(policy Policy) (list []required) {
	for _, tag := range policy.Tags {
		tag.Resource = tag.resource()
		r := required{Tag: tag}
		if tag.Pattern != "" {
			r.value, _ = whole(tag.Pattern)
		}
		list = append(list, r)
	}
	return list
}

const tagValue = "TagSpecifications[].Tags[].Value"

func tags(policy Policy) *validate.Rule {
	list := requiredBy(policy)
	return &validate.Rule{
		ID:      "policy-tag-required",
		Summary: "what is launched must have the tags of the house",
		Source:  validate.Source{Shape: "RunInstances", Member: "TagSpecifications"},
		Code:    code,
		Members: []string{"TagSpecifications", tagValue},
		Reads: []string{
			"TagSpecifications[].ResourceType", "TagSpecifications[].Tags[].Key", "NetworkInterfaces[].NetworkInterfaceId",
		},
		Secret: true,
		Check: func(p *validate.Pass) {
			var missing []string
			for _, tag := range list {
				if found := tag.judge(p, p.Input.TagSpecifications); !found && tag.due(p.Input) && !elsewhere(p) {
					missing = append(missing, tag.String())
				}
			}
			if len(missing) > 0 {
				p.Reportf("TagSpecifications", "must tag %s", strings.Join(missing, ", "))
			}
		},
		Good: []validate.Example{{Spec: `{"LaunchTemplate":{"LaunchTemplateName":"web"}}`}},
		Bad:  []validate.Example{{Spec: `{}`, At: "TagSpecifications"}},
	}
}

// fleetTags is about the tags that a fleet adds to those of the template.
func fleetTags(policy Policy) *validate.Rule {
	list := requiredBy(policy)
	return &validate.Rule{
		ID:      "policy-fleet-tag-values",
		Summary: "the tags that a fleet adds must have the values that the house asks for",
		Source:  validate.Source{Shape: "CreateFleet", Member: "TagSpecifications"},
		Code:    code,
		On:      []validate.Subject{validate.CreateFleet},
		Given:   []string{tagValue},
		Reads:   []string{"TagSpecifications[].ResourceType", "TagSpecifications[].Tags[].Key"},
		Secret:  true,
		Check: func(p *validate.Pass) {
			for _, tag := range list {
				tag.judge(p, validate.CallOf[ec2.CreateFleetInput](p).TagSpecifications)
			}
		},
	}
}

// judge reports each value of the tag that does not match, and returns whether the tag
// is given at all.
func (r required) judge(p *validate.Pass, in []types.TagSpecification) (found bool) {
	for i, s := range in {
		if s.ResourceType != r.Resource {
			continue
		}
		for j, t := range s.Tags {
			if aws.ToString(t.Key) != r.Key {
				continue
			}
			if found = true; !r.matches(t) {
				p.Reportf(p.At(tagValue, i, j), "must match %s, the pattern for %.64q", r.pattern(), r.Key)
			}
		}
	}
	return found
}

// due reports whether a launch makes what must have the tag.
func (r required) due(in *ec2.RunInstancesInput) bool {
	if r.Resource != types.ResourceTypeNetworkInterface || len(in.NetworkInterfaces) == 0 {
		return true
	}
	made := func(nic types.InstanceNetworkInterfaceSpecification) bool { return nic.NetworkInterfaceId == nil }
	return slices.ContainsFunc(in.NetworkInterfaces, made)
}

// taggable are the resources that launches of every kind make and tag.
var taggable = []types.ResourceType{
	types.ResourceTypeInstance, types.ResourceTypeVolume, types.ResourceTypeNetworkInterface,
}

// whole compiles a pattern, to find the longest match.
func whole(pattern string) (*regexp.Regexp, error) {
	compiled, err := regexp.Compile(pattern)
	if err == nil {
		compiled.Longest()
	}
	return compiled, err
}

// String names the tag with what it is required of, and what its value must match.
func (r required) String() string {
	s := fmt.Sprintf("the %s with %.64q", r.Resource, r.Key)
	if r.value != nil {
		s += fmt.Sprintf(" (a value that matches %s)", r.pattern())
	}
	return s
}

// pattern is the pattern of the tag as messages quote it.
func (r required) pattern() string {
	head, cut := format.Cut(r.Pattern, maxQuoted)
	if cut {
		head += "…"
	}
	return fmt.Sprintf("%#q", head)
}

const (
	maxPattern = 256     // bytes of a pattern; a value has at most as many characters
	maxQuoted  = 128     // bytes of a pattern that a message quotes
	maxValue   = 4 * 256 // bytes of the longest value that EC2 takes
)

// matches reports whether the pattern matches all of a value: the longest match of
// those that begin first is then the value itself.
func (r required) matches(t types.Tag) bool {
	value := aws.ToString(t.Value)
	if r.value == nil {
		return true
	}
	if len(value) > maxValue {
		return false
	}
	at := r.value.FindStringIndex(value)
	return at != nil && at[0] == 0 && at[1] == len(value)
}
