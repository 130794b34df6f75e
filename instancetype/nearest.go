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
	type candidate struct {
		name     types.InstanceType
		distance int
		stranger int // 1 if of another family
	}
	most := max(2, len(name)/2)
	var near []candidate
	for t := range Types() {
		other, _, _ := strings.Cut(string(t), ".")
		c := candidate{name: t, distance: nearest.Distance(name, string(t), most)}
		if other != family {
			c.stranger = 1
		}
		if c.distance <= most {
			near = append(near, c)
		}
	}
	slices.SortStableFunc(near, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.stranger, b.stranger))
	})
	near = near[:min(n, len(near))]
	names := make([]types.InstanceType, len(near))
	for i, c := range near {
		names[i] = c.name
	}
	return names
}

// longestName bounds the length of a name, and so the work for an absurd one.
const longestName = 32
