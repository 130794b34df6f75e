package secret

import "strings"

// Announced reports whether a word of a name announces a secret, as in
// "db/password" or "API_TOKEN".
func Announced(name string) bool {
	for word := range strings.FieldsFuncSeq(name, notLetter) {
		for _, secret := range [...]string{"password", "passwd", "secret", "token", "credentials", "apikey"} {
			if strings.EqualFold(word, secret) {
				return true
			}
		}
	}
	return false
}

func notLetter(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }
