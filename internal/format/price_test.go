package format

import (
	"math"
	"strings"
	"testing"
)

func TestPrice(t *testing.T) {
	for text, want := range map[string]bool{
		"0.25": true, "1": true, ".5": true, "3.": true, "0.001": true, "10.0": true,
		"": false, ".": false, "0": false, "0.0009": false, "-1": false, "$1": false, "1,5": false, "1.2.3": false, "1e3": false,
	} {
		if got := Price(text); got != want {
			t.Errorf("Price(%q) = %v, want %v", text, got, want)
		}
	}
}

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
		{strings.Repeat("0", MaxPriceLength-1) + "7", 7000},
	} {
		if got, ok := Thousandths(tt.price); got != tt.want || !ok {
			t.Errorf("Thousandths(%q) = %d, %t, want %d", tt.price, got, ok, tt.want)
		}
	}
}

func TestWhatIsNoPriceIsNotRead(t *testing.T) {
	for _, price := range []string{
		"", ".", "-1", "+1", " 1", "1 ", "$0.05", "0,05", "1.2.3", "1e3", "1e309", "0x1p4", "0x10", "1_000", "1a1",
		"NaN", "Inf", "on-demand", "٣", "１", "1\x00", strings.Repeat("1", MaxPriceLength+1), strings.Repeat("0", 10000),
	} {
		if got, ok := Thousandths(price); ok {
			t.Errorf("Thousandths(%.80q) = %d, want a refusal", price, got)
		}
	}
}
