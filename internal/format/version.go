package format

import "strconv"

// VersionNumber reports whether v is the number of a version of a launch
// template: from 1 up, of at most 64 bits.
func VersionNumber(v string) bool {
	if TrimLeft(v, Digit) != "" {
		return false
	}
	n, err := strconv.ParseInt(v, 10, 64)
	return err == nil && n > 0
}

// MovingVersion returns the word for a version that moves, in its documented
// case; empty when v is neither word.
func MovingVersion(v string) string {
	for _, word := range [...]string{"$Latest", "$Default"} {
		if EqualFold(v, word) {
			return word
		}
	}
	return ""
}
