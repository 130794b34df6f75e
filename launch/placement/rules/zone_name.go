package rules

import (
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
)

// A zoneKind is what a text is by its form. AWS documents no pattern.
type zoneKind uint8

const (
	noZone    zoneKind = iota
	aRegion            // two words or more and a number: "us-east-1"
	aZoneName          // a Region and a letter, or a longer suffix: "us-west-2-lax-1a"
	aZoneID            // the short name of a Region and more: "use1-az1"
)

func kindOf(s string) zoneKind {
	rest, inRegion := cutRegion(s)
	switch {
	case inRegion && rest == "":
		return aRegion
	case inRegion && zoneSuffix(rest):
		return aZoneName
	case zoneID(s):
		return aZoneID
	}
	return noZone
}

// zoneSuffix reports whether s can stand behind a Region in the name of a zone.
func zoneSuffix(s string) bool {
	return format.TrimLeft(s, zoneCharacter) == "" && (format.Lower(s[0]) || s[0] == '-' && len(s) > 1)
}

// zoneID reports whether s has the form of a zone's ID.
func zoneID(s string) bool {
	region, rest, ok := strings.Cut(s, "-")
	if !ok || rest == "" || format.TrimLeft(rest, zoneCharacter) != "" {
		return false
	}
	number := format.TrimLeft(region, format.Lower)
	return number != "" && number != region && format.TrimLeft(number, format.Digit) == ""
}

func zoneCharacter(c byte) bool { return format.Lower(c) || format.Digit(c) || c == '-' }

// cutRegion cuts the Region that s begins with.
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
