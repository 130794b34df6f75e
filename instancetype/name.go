package instancetype

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// A Name is the name of an instance type taken apart by the [naming
// conventions]. Types that are not in the table, or do not exist yet, parse as
// well.
//
// [naming conventions]: https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
type Name struct {
	Family     string // all before the dot: "m7gd", "m7i-flex", "u-6tb1"
	Series     string // the letters it starts with: "m", "hpc", "u"
	Generation int    // the number after the series; 0 without, as in "mac-m4"
	Attributes string // the letters after that, processor first: "gd"
	Suffix     string // what a hyphen sets off: "flex", "6tb", "m2pro", "gb200"
	Size       string // all after the dot: "2xlarge", "metal-24xl"
}

// ParseName takes a name apart. An error says which part is missing or
// malformed.
func ParseName(t types.InstanceType) (Name, error) {
	family, size, dotted := strings.Cut(string(t), ".")
	fault := func(what string) (Name, error) {
		return Name{}, fmt.Errorf("instance type %.64q: %s: want family and size, as in \"m7g.large\"", t, what)
	}
	if !dotted || size == "" {
		return fault("no size")
	}
	if bad := strings.Trim(size, lowerAlphanumeric+"-"); bad != "" {
		return fault(fmt.Sprintf("size %.64q", size))
	}
	n := Name{Family: family, Size: size}
	head, suffix, hyphenated := strings.Cut(family, "-")
	n.Series, head = leading(head, lower)
	generation, attributes := leading(head, digit)
	if n.Series == "" {
		return fault("no series letters")
	}
	if strings.Trim(attributes, lower) != "" || strings.Trim(suffix, lowerAlphanumeric+"-") != "" || hyphenated &&
		suffix == "" {
		return fault(fmt.Sprintf("family %.64q", family))
	}
	if generation == "" && suffix == "" {
		return fault("no generation")
	}
	n.Attributes, n.Suffix = attributes, suffix
	if generation == "" && attributes == "" {
		n.Suffix, generation = highMemory(suffix)
	}
	if generation != "" {
		g, err := strconv.Atoi(generation)
		if err != nil {
			return fault(fmt.Sprintf("generation %.64q", generation))
		}
		n.Generation = g
	}
	return n, nil
}

// Metal reports whether the size is that of a bare metal type: "metal",
// "metal-24xl".
func (n Name) Metal() bool { return n.Size == "metal" || strings.HasPrefix(n.Size, "metal-") }

// String puts the name together again.
func (n Name) String() string { return n.Family + "." + n.Size }

const (
	lower             = "abcdefghijklmnopqrstuvwxyz"
	digit             = "0123456789"
	lowerAlphanumeric = lower + digit
)

func leading(s, set string) (head, rest string) {
	rest = strings.TrimLeft(s, set)
	return s[:len(s)-len(rest)], rest
}

// highMemory takes the generation off a suffix such as "6tb1", where the first
// high memory types have it.
func highMemory(suffix string) (size, generation string) {
	size, generation, found := strings.Cut(suffix, "tb")
	if !found || size == "" || generation == "" || strings.Trim(size+generation, digit) != "" {
		return suffix, ""
	}
	return size + "tb", generation
}
