package rules

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/validate"
)

func TestEveryVolumeTypeHasARow(t *testing.T) {
	var rows []string
	for _, row := range volumeTypes {
		rows = append(rows, string(row.name))
		if row.size == (span{}) || row.takesIOPS() != (row.iopsPerGiB != nil) ||
			row.takesThroughput() != (row.iopsPerMiB != nil) {
			t.Errorf("the row of %s has gaps", row.name)
		}
	}
	want := volumeTypeNames.In(validate.Latest)
	slices.Sort(want)
	slices.Sort(rows)
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("volume types (-enumerated +in the table):\n%s", diff)
	}
}

func TestTypesThatAreNamedInMessages(t *testing.T) {
	for _, tt := range []struct {
		holds func(*volumeType) bool
		want  string
	}{
		{(*volumeType).takesIOPS, "gp3, io1 or io2"},
		{(*volumeType).takesThroughput, "gp3"},
		{func(*volumeType) bool { return false }, ""},
	} {
		if got := typesThat(tt.holds); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
