package format

import "testing"

func TestVersions(t *testing.T) {
	for v, want := range map[string]struct {
		number bool
		word   string
	}{
		"1":                   {number: true},
		"007":                 {number: true},
		"9223372036854775807": {number: true},
		"9223372036854775808": {},
		"0":                   {},
		"-1":                  {},
		"1.0":                 {},
		"١":                   {},
		"":                    {},
		"latest":              {},
		"$Latest":             {word: "$Latest"},
		"$latest":             {word: "$Latest"},
		"$DEFAULT":            {word: "$Default"},
		"$Latest ":            {},
	} {
		if n, w := VersionNumber(v), MovingVersion(v); n != want.number || w != want.word {
			t.Errorf("%q: number %t, word %q", v, n, w)
		}
	}
}
