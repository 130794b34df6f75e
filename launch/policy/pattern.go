package policy

import "unicode/utf8"

// matches reports whether a pattern matches all of s: * stands for any
// characters, ? for any one. The time is bounded by the product of the lengths.
func matches(pattern, s string) bool { return match(pattern, s, false) }

// covers reports whether a pattern matches all that s does, in which * stands for any
// characters, too.
func covers(pattern, s string) bool { return match(pattern, s, true) }

// match matches a pattern. In a glob, a * is matched by a * alone.
func match(pattern, s string, glob bool) bool {
	star, resume := -1, 0 // behind the last *, and where in s it may end
	p, i := 0, 0
	for i < len(s) {
		_, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case p < len(pattern) && pattern[p] == '*':
			p++
			star, resume = p, i
		case p < len(pattern) && pattern[p] == '?' && !(glob && s[i] == '*'):
			p++
			i += size
		case p < len(pattern) && pattern[p] == s[i]:
			p++
			i++
		case star >= 0:
			_, size := utf8.DecodeRuneInString(s[resume:])
			resume += size
			p, i = star, resume
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}
