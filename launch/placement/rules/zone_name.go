package rules

import (
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
)

// zoneName reports whether s has the form of a zone's name: a Region, and then
// the letter of an Availability Zone or the suffix of a Local or Wavelength
// Zone. AWS documents no pattern.
func zoneName(s string) bool {
	rest, ok := cutRegion(s)
	if !ok || rest == "" || format.TrimLeft(rest, zoneCharacter) != "" {
		return false
	}
	return format.Lower(rest[0]) || rest[0] == '-' && len(rest) > 1
}

// region reports whether s has the form of a Region's name.
func region(s string) bool {
	rest, ok := cutRegion(s)
	return ok && rest == ""
}

// zoneID reports whether s has the form of a zone's ID: the short name of a
// Region, letters and digits as in "use1", and then parts of either.
func zoneID(s string) bool {
	region, rest, ok := strings.Cut(s, "-")
	if !ok || rest == "" || format.TrimLeft(rest, zoneCharacter) != "" {
		return false
	}
	number := format.TrimLeft(region, format.Lower)
	return number != "" && number != region && format.TrimLeft(number, format.Digit) == ""
}

func zoneCharacter(c byte) bool { return format.Lower(c) || format.Digit(c) || c == '-' }

// cutRegion cuts the Region that s begins with, two words or more and a number:
// "us-gov-west-1".
func cutRegion(s string) (rest string, ok bool) {
	for words := 0; ; words++ {
		rest = format.TrimLeft(s, format.Lower)
		if rest == s {
			rest = format.TrimLeft(s, format.Digit)
			return rest, words >= 2 && rest != s
		}
		if s, ok = strings.CutPrefix(rest, "-"); !ok {
			return "", false
		}
	}
}
