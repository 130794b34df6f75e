package policy

import (
	"strings"
	"testing"
)

func TestPatterns(t *testing.T) {
	for _, tt := range []struct {
		pattern, text string
		want          bool
	}{
		{"", "", true}, {"", "a", false}, {"*", "", true}, {"*", "anything", true}, {"**", "", true}, {"?", "", false},
		{"m7i.*", "m7i.large", true}, {"m7i.*", "m7i-flex.large", false}, {"m7i.*", "xm7i.large", false}, {"m7i", "m7i.large", false},
		{"*.metal", "m7i.metal", true}, {"*.metal", "m7i.metal-24xl", false}, {"*.metal*", "m7i.metal-24xl", true},
		{"a*b*c", "abbc", true}, {"a*b*c", "ac", false}, {"a*bc", "abcbc", true}, {"a*bc", "abcb", false},
		{"ubuntu/*", "ubuntu/images/hvm-ssd/x", true}, {"CC-????", "CC-0042", true}, {"CC-????", "CC-042", false}, {"?", "ü", true}, {"??", "ü", false}, {"*ü", "zzü", true}, {"A*", "a", false},
		{"[a]", "a", false}, {"[a]", "[a]", true}, {"\\*", "\\x", true}, {"a.c", "abc", false},
		{strings.Repeat("*a", 200) + "b", strings.Repeat("a", 10_000), false},
	} {
		if got := matches(tt.pattern, tt.text); got != tt.want {
			t.Errorf("%.20q matches %.20q: %t, want %t", tt.pattern, tt.text, got, tt.want)
		}
	}
}

// What a pattern covers, it matches whatever the text stands for.
func TestAPatternCoversNothingButWhatItMatches(t *testing.T) {
	words := func(alphabet string, longest int) []string {
		all := []string{""}
		for begin := 0; longest > 0; longest-- {
			end := len(all)
			for _, w := range all[begin:end] {
				for _, c := range alphabet {
					all = append(all, w+string(c))
				}
			}
			begin = end
		}
		return all
	}
	covered := 0
	for _, pattern := range words("ab*?", 4) {
		for _, text := range words("ab*", 4) {
			if !covers(pattern, text) {
				continue
			}
			covered++
			for _, w := range words("ab", 3) {
				if meant := strings.ReplaceAll(text, "*", w); !matches(pattern, meant) {
					t.Fatalf("%q covers %q, and does not match %q", pattern, text, meant)
				}
			}
		}
	}
	if covered < 1000 || !covers("m7i.*", "m7i.*") || !covers("*", "m7*") || covers("m7i.*", "m7*") {
		t.Errorf("of the pairs, %d are covered", covered)
	}
}
