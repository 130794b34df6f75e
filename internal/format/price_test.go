package format

import "testing"

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
