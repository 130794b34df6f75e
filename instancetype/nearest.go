package instancetype

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Nearest returns the names of up to n types of the embedded table that a misspelt name may have meant, nearest first:
// those that fewest typing slips (a character too many, missing, wrong, or swapped with its neighbour) turn into it.
// Case and surrounding space do not count. A name that resembles none has no nearest.
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
	var near []candidate
	for t := range Types() {
		other, _, _ := strings.Cut(string(t), ".")
		c := candidate{name: t, distance: distance(name, string(t))}
		if other != family {
			c.stranger = 1
		}
		if c.distance <= max(2, len(name)/2) {
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

// distance is the number of slips between two strings (optimal string alignment).
func distance(a, b string) int {
	var rows [3][longestName + 1]int // the last three, of the matrix over prefixes of a and b
	last := func(i int) *[longestName + 1]int { return &rows[i%3] }
	for j := range len(b) + 1 {
		last(0)[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row, above := last(i), last(i-1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], last(i - 2)[j-2]+1)
			}
		}
	}
	return last(len(a))[len(b)]
}
