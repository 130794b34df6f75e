package repeats

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRepeats compares short lists, which are searched, with long ones, which
// are indexed: elements without a key change nothing but the length.
func TestRepeats(t *testing.T) {
	keys := []string{"a", "b", "", "a", "c", "b", "", "a"}
	want := [][2]int{{0, 3}, {1, 5}, {0, 7}}
	for _, n := range []int{len(keys), manyElements, manyElements + 1} {
		var got [][2]int
		Each(n, func(i int) (string, bool) {
			if i < len(keys) && keys[i] != "" {
				return keys[i], true
			}
			return "", false
		}, func(first, again int) {
			got = append(got, [2]int{first, again})
		})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("of %d elements (-want +got):\n%s", n, diff)
		}
	}
}

func TestAPairRepeatsWhereBothHaveTheSameKey(t *testing.T) {
	for _, test := range []struct {
		keys [2]string
		want bool
	}{
		{[2]string{"a", "a"}, true},
		{[2]string{"a", "b"}, false},
		{[2]string{"", ""}, false},
		{[2]string{"", "a"}, false},
	} {
		got := false
		Each(2, func(i int) (string, bool) { return test.keys[i], test.keys[i] != "" }, func(first, again int) {
			got = first == 0 && again == 1
		})
		if got != test.want {
			t.Errorf("of %q: %t, want %t", test.keys, got, test.want)
		}
	}
}

// TestKeysAreWorkedOutOnce: a key may be costly, such as a parsed address.
func TestKeysAreWorkedOutOnce(t *testing.T) {
	for _, n := range []int{2, manyElements, manyElements + 1} {
		calls := 0
		Each(n, func(i int) (int, bool) { calls++; return i, true }, func(first, again int) {
			t.Errorf("of %d elements, %d repeats %d", n, again, first)
		})
		if calls != n {
			t.Errorf("%d keys of %d elements", calls, n)
		}
	}
}
