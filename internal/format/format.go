// Package format recognises the textual forms of EC2's identifiers and
// addresses. It is stricter than the parsers at hand where EC2 is, and never
// folds case or takes digits other than ASCII's.
package format

import (
	"net/netip"
	"strings"
	"unicode/utf8"
)

// ID reports whether s is a resource ID: the prefix, a hyphen, and 8 or 17
// lower-case hexadecimal digits.
func ID(prefix, s string) bool {
	digits, ok := strings.CutPrefix(s, prefix)
	if !ok || len(digits) == 0 || digits[0] != '-' {
		return false
	}
	digits = digits[1:]
	if len(digits) != 8 && len(digits) != 17 {
		return false
	}
	for i := range len(digits) {
		if c := digits[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// ARN splits an Amazon Resource Name of the given service into account and
// resource. Partition and service must be named; Region and account may be
// blank, since some services leave them so.
func ARN(service, s string) (account, resource string, ok bool) {
	scheme, rest, _ := strings.Cut(s, ":")
	partition, rest, _ := strings.Cut(rest, ":")
	named, rest, _ := strings.Cut(rest, ":")
	_, rest, _ = strings.Cut(rest, ":") // the Region
	account, resource, ok = strings.Cut(rest, ":")
	if !ok || scheme != "arn" || !strings.HasPrefix(partition, "aws") || named != service || resource == "" || !Printable(s) {
		return "", "", false
	}
	return account, resource, true
}

// Printable reports whether s is made of printable ASCII characters only.
func Printable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// Lower and Digit report whether c is a lower-case letter or a digit of ASCII.
func Lower(c byte) bool { return 'a' <= c && c <= 'z' }
func Digit(c byte) bool { return '0' <= c && c <= '9' }

// TrimLeft returns s without the characters of a kind that it begins with.
// Unlike [strings.TrimLeft], it need not index a set of characters first.
func TrimLeft(s string, kind func(byte) bool) string {
	for i := range len(s) {
		if !kind(s[i]) {
			return s[i:]
		}
	}
	return ""
}

// ASCII reports whether s is made of ASCII characters only.
func ASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// EqualFold reports whether s and t are the same but for the case of ASCII
// letters; the Kelvin sign is no k.
func EqualFold(s, t string) bool { return ASCII(s) && ASCII(t) && strings.EqualFold(s, t) }

// Text reports whether s can travel in EC2's XML answers: valid UTF-8 without
// the characters that XML 1.0 excludes.
func Text(s string) bool {
	if !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return false
		}
	}
	return true
}

// IPv4 parses a dotted-quad address.
func IPv4(s string) (netip.Addr, bool) {
	a, err := netip.ParseAddr(s)
	return a, err == nil && a.Is4()
}

// IPv6 parses an IPv6 address: no zone, no mapped IPv4 address.
func IPv6(s string) (netip.Addr, bool) {
	a, err := netip.ParseAddr(s)
	return a, err == nil && a.Is6() && !a.Is4In6() && a.Zone() == ""
}

// Host reports whether an address can belong to a single interface.
func Host(a netip.Addr) bool {
	return a.IsValid() && !a.IsUnspecified() && !a.IsLoopback() && !a.IsMulticast() &&
		!a.IsLinkLocalUnicast() && a != netip.AddrFrom4([4]byte{255, 255, 255, 255})
}

// Prefix parses a CIDR block with that many bits of IPv6 or IPv4. Host bits may
// be set: EC2 does not say that it refuses them.
func Prefix(s string, bits int, is6 bool) (netip.Prefix, bool) {
	p, err := netip.ParsePrefix(s)
	ok := err == nil && p.Bits() == bits && p.Addr().Is6() == is6 && !p.Addr().Is4In6()
	return p, ok
}
