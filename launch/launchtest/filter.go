package launchtest

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// checkFilters refuses filters that the server does not know, among them many that EC2 does.
func checkFilters(filters []types.Filter) error {
	for _, f := range filters {
		name := aws.ToString(f.Name)
		if _, known := attribute(instanceXML{}, name); !known {
			return refusal("InvalidParameterValue", "The filter '%s' is invalid, or launchtest does not serve it", clip(name))
		}
	}
	return nil
}

// matchesAll reports whether an instance matches every filter: each by at least one of its values.
func matchesAll(i instanceXML, filters []types.Filter) bool {
	for _, f := range filters {
		have, _ := attribute(i, aws.ToString(f.Name))
		matches := func(pattern string) bool {
			return slices.ContainsFunc(have, func(s string) bool { return match(pattern, s) })
		}
		if !slices.ContainsFunc(f.Values, matches) {
			return false
		}
	}
	return true
}

// attribute returns the values that a filter of that name looks at, and whether the server serves the filter.
func attribute(i instanceXML, name string) (values []string, known bool) {
	if key, ok := strings.CutPrefix(name, "tag:"); ok {
		for _, tag := range i.Tags {
			if tag.Key == key {
				values = append(values, tag.Value)
			}
		}
		return values, true
	}
	switch name {
	case "availability-zone":
		return []string{i.Placement.Zone}, true
	case "availability-zone-id":
		return []string{i.Placement.ZoneID}, true
	case "client-token":
		return []string{i.ClientToken}, true
	case "image-id":
		return []string{i.ImageID}, true
	case "instance-id":
		return []string{i.InstanceID}, true
	case "instance-state-code":
		return []string{strconv.Itoa(int(i.State.Code))}, true
	case "instance-state-name":
		return []string{string(i.State.Name)}, true
	case "instance-type":
		return []string{string(i.Type)}, true
	case "private-ip-address":
		return []string{i.PrivateIP}, true
	case "subnet-id":
		return []string{i.SubnetID}, true
	case "tag-key":
		for _, tag := range i.Tags {
			values = append(values, tag.Key)
		}
		return values, true
	case "vpc-id":
		return []string{i.VPCID}, true
	}
	return nil, false
}

// match reports whether s matches a filter value, in which * stands for any characters, ? for one character, and a
// backslash takes the meaning from the character after it. Case counts.
func match(pattern, s string) bool {
	for pattern != "" {
		switch pattern[0] {
		case '*':
			for i := range len(s) + 1 {
				if match(pattern[1:], s[i:]) {
					return true
				}
			}
			return false
		case '?':
			_, size := utf8.DecodeRuneInString(s)
			if size == 0 {
				return false
			}
			pattern, s = pattern[1:], s[size:]
			continue
		case '\\':
			if len(pattern) > 1 {
				pattern = pattern[1:]
			}
		}
		if s == "" || s[0] != pattern[0] {
			return false
		}
		pattern, s = pattern[1:], s[1:]
	}
	return s == ""
}
