package tags

import (
	"strings"

	"github.com/ec2launch/ec2launch/internal/secret"
)

// longestSearched bounds how much of a tag value is searched for secrets; EC2
// takes no longer ones.
const longestSearched = 256

// secretIn says what kind of secret a tag value holds; empty when none.
func secretIn(value string) string {
	var text [longestSearched]byte
	return secret.In(text[:copy(text[:], value)])
}

// namesSecret reports whether a word of a tag's key announces a secret.
func namesSecret(key string) bool {
	for word := range strings.FieldsFuncSeq(key, notLetter) {
		for _, secret := range [...]string{"password", "passwd", "secret", "token", "credentials", "apikey"} {
			if strings.EqualFold(word, secret) {
				return true
			}
		}
	}
	return false
}

func notLetter(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }
