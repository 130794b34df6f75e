package cloud

import "unicode/utf8"

// match reports whether s matches a filter value, in which * stands for any
// characters, ? for one character, and a backslash takes the meaning from the
// character after it. Case counts.
//
// When a character does not fit, only the last * can help, by standing for one
// more: what came before it matches already. The work is therefore bounded by
// the product of both lengths, whatever the pattern.
func match(pattern, s string) bool {
	star, from := -1, 0 // after the last * of the pattern, and where in s it is tried
	p, i := 0, 0
	for {
		if p < len(pattern) && pattern[p] == '*' {
			p++
			star, from = p, i
			continue
		}
		if i == len(s) {
			return p == len(pattern)
		}
		if np, ni, ok := step(pattern, s, p, i); ok {
			p, i = np, ni
			continue
		}
		if star < 0 {
			return false
		}
		_, size := utf8.DecodeRuneInString(s[from:])
		from += size
		p, i = star, from
	}
}

// step matches one character of s at i with one of the pattern at p, which is
// no *, and returns what comes after both.
func step(pattern, s string, p, i int) (int, int, bool) {
	if p == len(pattern) {
		return p, i, false
	}
	if pattern[p] == '?' {
		_, size := utf8.DecodeRuneInString(s[i:])
		return p + 1, i + size, true
	}
	if pattern[p] == '\\' && p+1 < len(pattern) {
		p++
	}
	return p + 1, i + 1, pattern[p] == s[i]
}
