package instancetype

import (
	"cmp"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Compare orders instance types as people list them: by family, numbers in it
// by value, then by size. So c5.large comes before c5.xlarge, c5.2xlarge,
// c5.metal, c5a.large and c10.large. It is zero only for equal names.
func Compare(a, b types.InstanceType) int {
	familyA, sizeA, _ := strings.Cut(string(a), ".")
	familyB, sizeB, _ := strings.Cut(string(b), ".")
	return cmp.Or(
		natural(familyA, familyB),
		cmp.Compare(sizeRank(sizeA), sizeRank(sizeB)),
		natural(sizeA, sizeB),
		cmp.Compare(a, b),
	)
}

// natural compares runs of digits by value and everything else by bytes.
func natural(a, b string) int {
	for a != "" && b != "" {
		m, n := digits(a), digits(b)
		if m > 0 && n > 0 {
			x, y := strings.TrimLeft(a[:m], "0"), strings.TrimLeft(b[:n], "0")
			if c := cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)); c != 0 {
				return c
			}
			a, b = a[m:], b[n:]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

// digits is the length of the run of digits that s starts with.
func digits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

// sizeRank is the place of the size's word in the order of sizes; sizes of
// equal rank differ by their number.
func sizeRank(size string) int {
	switch {
	case strings.HasPrefix(size, "metal"):
		return 8
	case digits(size) > 0:
		return 6
	}
	for rank, word := range []string{"nano", "micro", "small", "medium", "large", "xlarge"} {
		if size == word {
			return rank
		}
	}
	return 7
}
