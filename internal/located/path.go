package located

import "strings"

// Within reports whether one path leads to what another does, or to what is in it.
func Within(path, around string) bool {
	rest, below := strings.CutPrefix(path, around)
	return below && (rest == "" || rest[0] == '.' || rest[0] == '[')
}
