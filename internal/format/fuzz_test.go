package format

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// twins say by a regular expression, slowly, what the package says.
var twins = map[string]struct {
	pattern *regexp.Regexp
	is      func(string) bool
}{
	"ID":          {regexp.MustCompile(`\Aami-([0-9a-f]{8}|[0-9a-f]{17})\z`), func(s string) bool { return ID("ami", s) }},
	"RootDevice":  {regexp.MustCompile(`\A(/dev/)?(sda1?|xvda1?)\z`), RootDevice},
	"ASCII":       {regexp.MustCompile(`\A[\x00-\x7f]*\z`), ASCII},
	"Printable":   {regexp.MustCompile(`\A[ -~]*\z`), Printable},
	"MadeOf":      {regexp.MustCompile(`\A[a-zA-Z0-9_.-]*\z`), func(s string) bool { return MadeOf(s, "_.-") }},
	"GroupARN":    {regexp.MustCompile(`\Aarn:aws(-[a-z0-9-]*)?:resource-groups:[a-z0-9-]*:[0-9]{12}:group/([a-zA-Z0-9_.-]{1,300}|[a-zA-Z0-9_.-]{1,150}/[a-z0-9]{26})\z`), GroupARN},
	"profile ARN": {regexp.MustCompile(`\Aarn:aws(-[a-z0-9-]*)?:iam:[a-z0-9-]*:[0-9]{12}:instance-profile/([ -~]*/)?[a-zA-Z0-9_+=,.@-]+\z`), isProfile},
	"IPv4":        {regexp.MustCompile(`\A` + octet + `(\.` + octet + `){3}\z`), func(s string) bool { _, ok := IPv4(s); return ok }},
	"number":      {regexp.MustCompile(`\A[0-9]+\z`), func(s string) bool { return s != "" && TrimLeft(s, Digit) == "" }},
	"Price":       {regexp.MustCompile(`\A([0-9]+\.?[0-9]*|\.[0-9]+)\z`), func(s string) bool { _, ok := Thousandths(s); return ok || len(s) > MaxPriceLength }},
}

var text = regexp.MustCompile(`\A[\t\n\r\x20-\x{fffd}\x{10000}-\x{10ffff}]*\z`)

const octet = `(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])`

func isProfile(s string) bool {
	_, resource, ok := ARN("iam", s)
	return ok && IAMName("instance-profile", resource) != ""
}

// FuzzFormats compares with regular expressions and slow readings.
func FuzzFormats(f *testing.F) {
	for _, s := range []string{
		"", "ami-0123456789abcdef0", "ami-12345678", "/dev/xvda1", "10.0.0.255", "010.0.0.1", "0.0010", ".", "3.", "9223372036854775808", "007",
		"arn:aws:iam::111122223333:instance-profile/team/web", "arn:aws-us-gov:resource-groups:us-gov-west-1:111122223333:group/a/0a1b2c3d4e5f6a7b8c9d0e1f2a",
		"\u0661", "\u212a", "\xff\x00", "\ufffe", "\u202e",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, twin := range twins {
			if name == "Price" && len(s) > MaxPriceLength || strings.HasSuffix(name, "ARN") && len(s) > maxARN {
				continue
			}
			if want := twin.pattern.MatchString(s); twin.is(s) != want {
				t.Errorf("%s(%q) = %t", name, s, !want)
			}
		}
		if want := utf8.ValidString(s) && text.MatchString(s); Text(s) != want {
			t.Errorf("Text(%q) = %t", s, !want)
		}
		n, isNumber := new(big.Int).SetString(s, 10)
		if want := isNumber && twins["number"].is(s) && n.IsInt64() && n.Sign() > 0; VersionNumber(s) != want {
			t.Errorf("VersionNumber(%q) = %t", s, !want)
		}
		if got, ok := Thousandths(s); ok {
			r, _ := new(big.Rat).SetString("0" + strings.TrimSuffix(s, "."))
			r.Mul(r, big.NewRat(1000, 1))
			if want := new(big.Int).Quo(r.Num(), r.Denom()); got != 1<<63-1 && (!want.IsInt64() || want.Int64() != got) {
				t.Errorf("Thousandths(%q) = %d, want %v", s, got, want)
			}
		}
		plain := Plain(s)
		if Plain(plain) != plain || strings.ContainsFunc(plain, func(r rune) bool { return !strconv.IsPrint(r) }) {
			t.Errorf("Plain(%q) = %q", s, plain)
		}
		if prefix, ok := Prefix(s, 28, false); ok && (!prefix.Addr().Is4() || prefix.Bits() != 28) {
			t.Errorf("Prefix(%q) = %v", s, prefix)
		}
	})
}
