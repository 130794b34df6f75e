package policy

import (
	"errors"
	"fmt"
	"net/url"
	"reflect"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/format"
)

// belowOne is said of a maximum that no launch could keep.
const belowOne = "must be at least 1; to set no maximum, leave it out"

// faults lists what cannot be meant: what requires nothing, and what no launch
// could satisfy.
func (p Policy) faults() faults {
	var fs faults
	if reflect.DeepEqual(p, Policy{Page: p.Page}) {
		fs.add("", "it requires nothing; a field such as requireIMDSv2 requires something")
	}
	if p.Page != "" && !address(p.Page) {
		fs.add("page", "must be an address such as https://wiki.example.com/launches")
	}
	fs.list("volumeKeys", p.VolumeKeys, unless(format.Key,
		"must be a key ID, an alias with its prefix (alias/data), or the ARN of either"))
	fs.list("volumeTypes", p.VolumeTypes, volumeType)
	fs.list("images", p.Images, unless(image,
		"must be an image ID such as ami-0abcdef1234567890, or a parameter such as resolve:ssm:/golden/web"))
	fs.list("imageOwners", p.ImageOwners, nothing)
	fs.list("imageNames", p.ImageNames, nothing)
	fs.list("instanceTypes", p.InstanceTypes, unless(typePattern,
		"must be a type or a pattern of types, such as m7i.large or m7i.*"))
	fs.list("subnets", p.Subnets, unless(subnet, "must be a subnet ID such as subnet-0123456789abcdef0"))
	fs.tags(p.Tags)
	for _, most := range []struct {
		field string
		n     int64
	}{
		{"maxCount", p.MaxCount}, {"maxVCPUs", p.MaxVCPUs},
		{"maxVolumeGiB", p.MaxVolumeGiB}, {"maxVolumeIOPS", p.MaxVolumeIOPS},
	} {
		if most.n < 0 {
			fs.add(most.field, belowOne)
		}
	}
	if len(p.VolumeKeys) > 0 && !p.EncryptVolumes {
		fs.add("volumeKeys", "need encryptVolumes")
	}
	return fs
}

// list checks that a list has entries, none of them empty or there twice. wrong
// says what else is wrong with an entry, empty where nothing is.
func (fs *faults) list(field string, entries []string, wrong func(string) string) {
	if entries != nil && len(entries) == 0 {
		fs.add(field, emptyList)
	}
	seen := map[string]bool{}
	for i, e := range entries {
		at := fmt.Sprintf("%s[%d]", field, i)
		if e == "" {
			fs.add(at, "must not be empty")
		} else if seen[e] {
			fs.add(at, "must not be listed twice; drop it")
		} else if why := wrong(e); why != "" {
			fs.add(at, "%s", why)
		}
		seen[e] = true
	}
}

// unless is what is wrong with an entry that is not in the form of what it is
// compared with.
func unless(form func(string) bool, must string) func(string) string {
	return func(entry string) string {
		if form(entry) {
			return ""
		}
		return must
	}
}

func nothing(string) string { return "" }

const emptyList = "must have an entry: an empty list looks as if it allowed nothing; to require nothing, leave it out"

func (fs *faults) tags(tags []Tag) {
	if tags != nil && len(tags) == 0 {
		fs.add("tags", emptyList)
	}
	type name struct {
		resource types.ResourceType
		key      string
	}
	first := map[name]int{}
	of := map[types.ResourceType]int{}
	for i, tag := range tags {
		at := fmt.Sprintf("tags[%d]", i)
		if of[tag.resource()]++; of[tag.resource()] == maxTags+1 {
			fs.add(at, "EC2 takes no more than %d tags of the %s", maxTags, tag.resource())
		}
		one := name{tag.resource(), tag.Key}
		before, again := first[one]
		if !again {
			first[one] = i
		}
		switch {
		case tag.Key == "" || utf8.RuneCountInString(tag.Key) > 128:
			fs.add(at+".key", "must have 1 to 128 characters")
		case strings.HasPrefix(tag.Key, "aws:"):
			fs.add(at+".key", "must not begin with aws:, which only AWS sets")
		case again:
			fs.add(at+".key", "must not be listed twice: tags[%d] requires %.64q of the %s already; drop one",
				before, tag.Key, one.resource)
		}
		if len(tag.Pattern) > maxPattern {
			fs.add(at+".pattern", "must have at most %d bytes", maxPattern)
		} else if _, err := whole(tag.Pattern); err != nil {
			fs.add(at+".pattern", "must be a regular expression: %s", codeOf(err))
		}
		if tag.Resource != "" && !slices.Contains(taggable, tag.Resource) {
			fs.add(at+".resource", "must be instance, volume or network-interface")
		}
	}
}

// maxTags is the most tags that EC2 takes of a resource.
const maxTags = 50

// codeOf is what is wrong with a regular expression, without the expression.
func codeOf(err error) string {
	if wrong, ok := errors.AsType[*syntax.Error](err); ok {
		return string(wrong.Code)
	}
	return "it cannot be compiled"
}

func address(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Host != "" && (u.Scheme == "https" || u.Scheme == "http")
}

func subnet(s string) bool { return format.ID("subnet", s) }

func image(s string) bool { return format.ID("ami", s) || strings.HasPrefix(s, "resolve:ssm:") }

func volumeType(s string) string {
	var known []string
	for _, t := range types.VolumeType("").Values() {
		known = append(known, string(t))
	}
	if slices.Contains(known, s) {
		return ""
	}
	return "unknown volume type; " + instead(s, known)
}

// typePattern reports whether types can match: they have letters, digits and
// hyphens, with a dot between family and size, for which a wildcard may stand.
func typePattern(s string) bool {
	other := func(c rune) bool { return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789-.*?", c) }
	return strings.ContainsAny(s, ".*?") && !strings.ContainsFunc(s, other)
}
