package instancetype

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/nearest"
)

// Nearest returns the names of up to n types of the embedded table that a
// misspelt name may have meant, nearest first: those that fewest typing slips
// (a character too many, missing, wrong, or swapped with its neighbour) turn
// into it. Case and surrounding space do not count. A name that resembles none
// has no nearest.
func Nearest(name string, n int) []types.InstanceType {
	name = strings.ToLower(strings.TrimSpace(name))
	if n <= 0 || name == "" || len(name) > 2*longestName {
		return nil
	}
	family, _, _ := strings.Cut(name, ".")
	most := max(2, len(name)/2)
	misspelt := nearest.To(name)
	var near []candidate // the n nearest so far
	for t := range Types() {
		c := candidate{name: t, distance: misspelt.Distance(string(t), most)}
		if c.distance > most {
			continue
		}
		if other, _, _ := strings.Cut(string(t), "."); other != family {
			c.stranger = 1
		}
		i := len(near)
		for i > 0 && c.compare(near[i-1]) < 0 {
			i--
		}
		if near = slices.Insert(near, i, c); len(near) >= n {
			near = near[:n]
			most = near[n-1].distance
		}
	}
	names := make([]types.InstanceType, len(near))
	for i, c := range near {
		names[i] = c.name
	}
	return names
}

// A candidate is a type that a misspelt name may have meant.
type candidate struct {
	name     types.InstanceType
	distance int
	stranger int // 1 if of another family
}

func (c candidate) compare(d candidate) int {
	return cmp.Or(cmp.Compare(c.distance, d.distance), cmp.Compare(c.stranger, d.stranger))
}

// longestName bounds the length of a name, and so the work for an absurd one.
const longestName = 32
