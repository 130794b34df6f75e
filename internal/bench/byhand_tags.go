package main

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"golang.org/x/text/unicode/norm"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/secret"
)

func tagged(in *ec2.RunInstancesInput) bool {
	for i := range in.TagSpecifications {
		s := &in.TagSpecifications[i]
		switch s.ResourceType {
		case types.ResourceTypeInstance, types.ResourceTypeVolume, types.ResourceTypeNetworkInterface:
		default:
			return false
		}
		for j := range i {
			if in.TagSpecifications[j].ResourceType == s.ResourceType {
				return false
			}
		}
		if len(s.Tags) == 0 || len(s.Tags) > mostTags || !keysAndValues(s.Tags) {
			return false
		}
	}
	return true
}

func keysAndValues(list []types.Tag) bool {
	var seen map[string]bool // of a list that is too long to be searched
	if len(list) > 32 {
		seen = make(map[string]bool, len(list))
	}
	for i := range list {
		key, value := list[i].Key, list[i].Value
		if key == nil || *key == "" || !upTo(128, *key) || !format.Text(*key) || len(*key) >= 4 && strings.EqualFold((*key)[:4], "aws:") {
			return false
		}
		if !format.ASCII(*key) && !norm.NFC.IsNormalString(*key) && readsAsAnother(list, *key) {
			return false
		}
		if seen != nil {
			if seen[*key] {
				return false
			}
			seen[*key] = true
		} else if slices.ContainsFunc(list[:i], func(t types.Tag) bool { return *t.Key == *key }) {
			return false
		}
		if value != nil && (!upTo(256, *value) || !format.Text(*value) || secret.In([]byte(*value)) != "") {
			return false
		}
	}
	return true
}

// readsAsAnother reports whether another key differs from one only in its
// Unicode form.
func readsAsAnother(list []types.Tag, key string) bool {
	return slices.ContainsFunc(list, func(t types.Tag) bool {
		return t.Key != nil && *t.Key != key && norm.NFC.String(*t.Key) == norm.NFC.String(key)
	})
}

// upTo reports whether a text has at most n characters.
func upTo(n int, text string) bool { return len(text) <= n || utf8.RuneCountInString(text) <= n }
