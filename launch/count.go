package launch

import "fmt"

// A Count is how many instances to launch: [Exactly] or [Between]. The zero
// Count launches none, which the rule count-range refuses.
type Count struct{ min, max int32 }

// Exactly launches n instances or none.
func Exactly(n int32) Count { return Count{n, n} }

// Between launches as many instances as there is capacity for, at most max,
// and none when there is capacity for fewer than min.
func Between(min, max int32) Count { return Count{min, max} }

// String returns the counts as JSON.
func (c Count) String() string {
	return fmt.Sprintf(`{"MaxCount":%d,"MinCount":%d}`, c.max, c.min)
}

// Equal reports whether c and d are the same.
func (c Count) Equal(d Count) bool { return c == d }

// Count sets MinCount and MaxCount. The default is Exactly(1). At most as many
// instances can be launched as the account's quota allows.
func (b Builder) Count(c Count) Builder {
	b.in.MinCount, b.in.MaxCount = new(c.min), new(c.max)
	return b
}
