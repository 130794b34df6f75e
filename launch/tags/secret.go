package tags

import "strings"

// secretIn recognises the forms of secrets that are unlikely to be anything
// else, and says what a text holds; empty when none.
func secretIn(text string) string {
	switch {
	case holdsAccessKey(text):
		return "an AWS access key"
	case holdsPrivateKey(text):
		return "a private key"
	case holdsBearerToken(text):
		return "a bearer token"
	}
	return ""
}

// holdsAccessKey looks for AKIA or ASIA and 16 more capitals and digits, with
// none before and behind.
func holdsAccessKey(text string) bool {
	for word := range strings.FieldsFuncSeq(text, notUpperOrDigit) {
		if len(word) == 20 && (strings.HasPrefix(word, "AKIA") || strings.HasPrefix(word, "ASIA")) {
			return true
		}
	}
	return false
}

func notUpperOrDigit(r rune) bool { return (r < 'A' || r > 'Z') && (r < '0' || r > '9') }

// holdsPrivateKey looks for the header of a private key in PEM.
func holdsPrivateKey(text string) bool {
	_, header, ok := strings.Cut(text, "-----BEGIN ")
	header, _, closed := strings.Cut(header, "-----")
	return ok && closed && strings.HasSuffix(header, "PRIVATE KEY")
}

// holdsBearerToken looks for an HTTP credential: the word Bearer and a token of
// a length that words do not have.
func holdsBearerToken(text string) bool {
	const scheme, shortest = "bearer", 20
	previous := ""
	for word := range strings.FieldsSeq(text) {
		if strings.EqualFold(previous, scheme) && len(word) >= shortest {
			return true
		}
		previous = word
	}
	return false
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
