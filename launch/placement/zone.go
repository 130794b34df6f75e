package placement

import "strings"

// zoneName reports whether s has the form of a zone's name: a Region, and then
// the letter of an Availability Zone or the suffix of a Local or Wavelength
// Zone. AWS documents no pattern.
func zoneName(s string) bool {
	rest, ok := cutRegion(s)
	if !ok || rest == "" || strings.TrimLeft(rest, letters+digits+"-") != "" {
		return false
	}
	return strings.Contains(letters, rest[:1]) || rest[0] == '-' && len(rest) > 1
}

// zoneID reports whether s has the form of a zone's ID: the short name of a
// Region, letters and digits as in "use1", and then parts of either.
func zoneID(s string) bool {
	region, rest, ok := strings.Cut(s, "-")
	if !ok || rest == "" || strings.TrimLeft(rest, letters+digits+"-") != "" {
		return false
	}
	number := strings.TrimLeft(region, letters)
	return number != "" && number != region && strings.TrimLeft(number, digits) == ""
}

const (
	letters = "abcdefghijklmnopqrstuvwxyz"
	digits  = "0123456789"
)

// cutRegion cuts the Region that s begins with, two words or more and a number:
// "us-gov-west-1".
func cutRegion(s string) (rest string, ok bool) {
	for words := 0; ; words++ {
		rest = strings.TrimLeft(s, letters)
		if rest == s {
			rest = strings.TrimLeft(s, digits)
			return rest, words >= 2 && rest != s
		}
		if s, ok = strings.CutPrefix(rest, "-"); !ok {
			return "", false
		}
	}
}
