package tags

import (
	"maps"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRepeats(t *testing.T) {
	long := make([]string, 2*fewNames)
	for i := range long {
		long[i] = strconv.Itoa(i)
	}
	long[fewNames], long[fewNames+1], long[fewNames+2], long[3] = "7", "", "7", ""

	for _, tt := range []struct {
		name  string
		names []string
		want  map[int]int
	}{
		{"none", nil, map[int]int{}},
		{"all different", []string{"a", "b", "A"}, map[int]int{}},
		{"empty names", []string{"", "a", ""}, map[int]int{}},
		{"each repeat points to the first", []string{"a", "b", "a", "b", "a"}, map[int]int{2: 0, 3: 1, 4: 0}},
		{"many", long, map[int]int{fewNames: 7, fewNames + 2: 7}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := maps.Collect(repeats(tt.names, func(s *string) string { return *s }))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("repeats (-want +got):\n%s", diff)
			}
		})
	}
}
