package located

import (
	"strconv"
	"strings"
)

// Step is a name as it stands in a path: bounded, and quoted unless it is made of
// letters, digits, hyphens and underscores.
func Step(name string) string {
	const most = 64
	plain := func(c rune) bool {
		return c == '-' || c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	if name != "" && len(name) <= most && strings.IndexFunc(name, func(c rune) bool { return !plain(c) }) < 0 {
		return name
	}
	if len(name) > most {
		name = strings.ToValidUTF8(name[:most], "") + "…"
	}
	return strconv.QuoteToASCII(name)
}
