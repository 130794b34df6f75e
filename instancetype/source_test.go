package instancetype

import "testing"

func TestSourceAfter(t *testing.T) {
	for _, test := range []struct {
		source, date string
		want         bool
	}{
		{"2026-08-02", "2026-08-01", true},
		{"2026-08-02", "2026-08-02", false},
		{"2026-08-02", "2026-08-03", false},
		{"2026-08-02", "2026-07", true},
		{"2026-08-02", "2026-08", false}, // within the month
		{"2026-08-02", "2023", true},
		{"2023-02-26", "2023", false},
		{"2026-09", "2026-09-15", true}, // perhaps
		{"2026-08", "2026-09-15", false},
		{"2026-10", "2026-09-15", true},
		{"2026", "2026-09", true}, // perhaps
		{"2020", "2023", false},
		{"", "2023", true}, // perhaps
		{"2026-08-02", "", false},
	} {
		if got := (Source{Date: test.source}).After(test.date); got != test.want {
			t.Errorf("a source of %q after %q: %v, want %v", test.source, test.date, got, test.want)
		}
	}
}
