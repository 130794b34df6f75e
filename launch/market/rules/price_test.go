package rules

import (
	"math"
	"strings"
	"testing"
)

func TestPricesAreReadInThousandths(t *testing.T) {
	for _, tt := range []struct {
		price string
		want  int64
	}{
		{"0", 0},
		{"0.0009999", 0},
		{"0.001", 1},
		{".001", 1},
		{"0.0010000", 1},
		{"0.05", 50},
		{"0.1", 100},
		{"2", 2000},
		{"2.", 2000},
		{"0002.5", 2500},
		{"123456789012345.678", 123456789012345678},
		{"1234567890123456", math.MaxInt64},
		{strings.Repeat("0", maxPriceLength-1) + "7", 7000},
	} {
		if got, ok := thousandths(tt.price); got != tt.want || !ok {
			t.Errorf("thousandths(%q) = %d, %t, want %d", tt.price, got, ok, tt.want)
		}
	}
}

func TestWhatIsNoPriceIsNotRead(t *testing.T) {
	for _, price := range []string{
		"", ".", "-1", "+1", " 1", "1 ", "$0.05", "0,05", "1.2.3", "1e3", "1e309", "0x1p4", "0x10", "1_000", "1a1",
		"NaN", "Inf", "on-demand", "٣", "１", "1\x00", strings.Repeat("1", maxPriceLength+1), strings.Repeat("0", 10000),
	} {
		if got, ok := thousandths(price); ok {
			t.Errorf("thousandths(%.80q) = %d, want a refusal", price, got)
		}
	}
}
