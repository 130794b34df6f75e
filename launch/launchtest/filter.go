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
			return refusal("InvalidParameterValue", "The filter '%s' is invalid, or launchtest does not serve it",
				clip(name))
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
	if name == "tag-key" {
		for _, tag := range i.Tags {
			values = append(values, tag.Key)
		}
		return values, true
	}
	var value string
	switch name {
	case "availability-zone":
		value = i.Placement.Zone
	case "availability-zone-id":
		value = i.Placement.ZoneID
	case "client-token":
		value = i.ClientToken
	case "image-id":
		value = i.ImageID
	case "instance-id":
		value = i.InstanceID
	case "instance-state-code":
		value = strconv.Itoa(int(i.State.Code))
	case "instance-state-name":
		value = string(i.State.Name)
	case "instance-type":
		value = string(i.Type)
	case "private-ip-address":
		value = i.PrivateIP
	case "subnet-id":
		value = i.SubnetID
	case "vpc-id":
		value = i.VPCID
	default:
		return nil, false
	}
	if value == "" {
		return nil, true // What an instance does not have, no value matches.
	}
	return []string{value}, true
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
