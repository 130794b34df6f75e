package launcher

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Changing how tokens are made is a breaking change: a plan stored by an
// earlier version must go on under its tokens.
func TestTokensStayTheSame(t *testing.T) {
	var got []string
	for _, id := range []string{"a", "crawl-2026-11-21"} {
		for _, path := range []string{"0", "1", "10", "3.0", "3.1"} {
			for attempt := range 2 {
				got = append(got, token(id, path, attempt))
			}
		}
	}
	if diff := cmp.Diff(golden, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTokensAreDistinctAndValid(t *testing.T) {
	form := regexp.MustCompile(`^el1-[0-9a-f]{40}$`)
	seen := map[string]bool{}
	for _, id := range []string{"a", "a0", "1", "0", "\"", "a:1"} {
		for _, path := range []string{"0", "00", "1", "0.0", "0.1", "1.0"} {
			for attempt := range 12 {
				got := token(id, path, attempt)
				if seen[got] || !form.MatchString(got) {
					t.Fatalf("token(%q, %q, %d) = %q, which is malformed or not the first of its kind", id, path, attempt, got)
				}
				seen[got] = true
			}
		}
	}
}

// golden are the tokens of two launches, by path and attempt.
var golden = []string{
	"el1-b2410bba8371a3a6183dee816843197f845c5137",
	"el1-b2410bba8371a3a6a10c344930274d2607effdc8",
	"el1-b2410bba8371a3a6190ac9641dc6684d61fba859",
	"el1-b2410bba8371a3a60b6c8749b5470c4d92f39ffc",
	"el1-b2410bba8371a3a64db1cb690e220a4f62910f92",
	"el1-b2410bba8371a3a630706a0b52b9c0d98692873f",
	"el1-b2410bba8371a3a636d09dd3adb9f1aeea27748f",
	"el1-b2410bba8371a3a6376de5739f4fc30d2aba1049",
	"el1-b2410bba8371a3a6250ed507d9254b326ade6765",
	"el1-b2410bba8371a3a6b5213cdf02d49e4eed2a60ca",
	"el1-32e5fe8bbbdb775f7e42e0d3ef66b09a8c0a961c",
	"el1-32e5fe8bbbdb775fc6cca9fd4eb5ac475ba65743",
	"el1-32e5fe8bbbdb775fd0acab59232b58690ab1dd22",
	"el1-32e5fe8bbbdb775fddc711e5989360879ec541de",
	"el1-32e5fe8bbbdb775fc2d7107a34dfc89ac16d6a2f",
	"el1-32e5fe8bbbdb775f23ddc03b98a79d71b10b4693",
	"el1-32e5fe8bbbdb775f741fc249a0d3221365bc2bf9",
	"el1-32e5fe8bbbdb775fa0b1a72499a64f5564117acd",
	"el1-32e5fe8bbbdb775f02090459db615fdc9171a6b2",
	"el1-32e5fe8bbbdb775fc2afbbc8d2fba78509aee357",
}
