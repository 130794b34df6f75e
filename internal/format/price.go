package format

import "strings"

// Price reports whether a text is a decimal number of at least a thousandth: the
// least price that EC2 takes.
func Price(text string) bool {
	whole, fraction, _ := strings.Cut(text, ".")
	digits := TrimLeft(whole, Digit) == "" && TrimLeft(fraction, Digit) == ""
	if !digits || whole == "" && fraction == "" {
		return false
	}
	return strings.Trim(whole, "0") != "" || strings.Trim(fraction[:min(3, len(fraction))], "0") != ""
}
