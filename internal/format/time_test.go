package format

import (
	"testing"
	"time"
)

func TestTimes(t *testing.T) {
	for _, tt := range []struct {
		t                time.Time
		sendable, toCome bool
	}{
		{time.Time{}, false, false},
		{time.Date(-1, 12, 31, 23, 59, 59, 0, time.UTC), false, false},
		{time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC), true, false},
		{time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC), true, false},
		{time.Date(2022, 12, 31, 23, 59, 59, 0, time.UTC), true, false},
		{time.Date(2023, 1, 1, 0, 0, 0, 0, time.FixedZone("", 3600)), true, false},
		{time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC), true, true},
		{time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC), true, true},
		{time.Date(9999, 12, 31, 23, 59, 59, 0, time.FixedZone("", -3600)), false, false},
	} {
		if got := Sendable(tt.t); got != tt.sendable {
			t.Errorf("Sendable(%v) = %t", tt.t, got)
		}
		if got := ToCome(tt.t); got != tt.toCome {
			t.Errorf("ToCome(%v) = %t", tt.t, got)
		}
	}
}
