package format

import (
	"math"
	"strings"
)

// MaxPriceLength bounds what is read as a price, far above any that is.
const MaxPriceLength = 64

// Thousandths reads a price such as "0.05" as thousandths of a dollar, rounded
// down. A price is decimal digits with at most one point before, among or
// behind them: no sign, exponent or separator. It never becomes a binary
// fraction, so that 0.001 is 0.001.
func Thousandths(price string) (n int64, ok bool) {
	whole, fraction, _ := strings.Cut(price, ".")
	if len(whole)+len(fraction) == 0 || len(price) > MaxPriceLength || !decimal(whole) || !decimal(fraction) {
		return 0, false
	}
	if whole = strings.TrimLeft(whole, "0"); len(whole) > 15 {
		return math.MaxInt64, true
	}
	for i := range len(whole) {
		n = 10*n + int64(whole[i]-'0')
	}
	for i := range 3 {
		n *= 10
		if i < len(fraction) {
			n += int64(fraction[i] - '0')
		}
	}
	return n, true
}

// decimal reports whether s has no character but digits.
func decimal(s string) bool { return TrimLeft(s, Digit) == "" }

// Price reports whether a text is a price of at least a thousandth of a dollar.
func Price(text string) bool {
	n, ok := Thousandths(text)
	return ok && n > 0
}
