package policy

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// A required tag with its pattern compiled, nil where it has none.
type required struct {
	Tag
	value *regexp.Regexp
}

func tags(policy Policy) *validate.Rule {
	var list []required
	for _, tag := range policy.Tags {
		tag.Resource = tag.resource()
		r := required{Tag: tag}
		if tag.Pattern != "" {
			r.value, _ = whole(tag.Pattern)
		}
		list = append(list, r)
	}
	const value = "TagSpecifications[].Tags[].Value"
	return &validate.Rule{
		ID:      "policy-tag-required",
		Summary: "what is launched must have the tags of the house",
		Source:  validate.Source{Shape: "RunInstances", Member: "TagSpecifications"},
		Code:    code,
		Members: []string{"TagSpecifications", value},
		Reads:   []string{"TagSpecifications[].ResourceType", "TagSpecifications[].Tags[].Key"},
		Secret:  true,
		Check: func(p *validate.Pass) {
			var missing []string
			for _, tag := range list {
				found := false
				for i, s := range p.Input.TagSpecifications {
					if s.ResourceType != tag.Resource {
						continue
					}
					for j, t := range s.Tags {
						if aws.ToString(t.Key) != tag.Key {
							continue
						}
						found = true
						if !tag.matches(t) {
							p.Reportf(p.At(value, i, j), "must match %s, the pattern for %.64q", tag.pattern(), tag.Key)
						}
					}
				}
				if !found && !elsewhere(p) {
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

// whole compiles a pattern that matches all of a text, or nothing of it. The
// pattern must be one by itself: a)|(b is one only in parentheses.
func whole(pattern string) (compiled *regexp.Regexp, fault *syntax.Error) {
	for _, p := range []string{pattern, `\A(?:` + pattern + `)\z`} {
		var err error
		if compiled, err = regexp.Compile(p); errors.As(err, &fault) {
			return nil, fault
		}
	}
	return compiled, nil
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
	head, cut := format.Cut(r.Pattern, maxPattern)
	if cut {
		head += "…"
	}
	return fmt.Sprintf("%#q", head)
}

const maxPattern = 128 // bytes of a pattern that a message quotes

func (r required) matches(t types.Tag) bool {
	return r.value == nil || r.value.MatchString(aws.ToString(t.Value))
}
