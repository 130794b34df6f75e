package format

import "strings"

// Key reports whether s can identify a KMS key: by its ID, an alias, or the ARN of
// either.
func Key(s string) bool {
	if isKeyID(s) || isAlias(s) {
		return true
	}
	_, resource, ok := ARN("kms", s)
	id, isID := strings.CutPrefix(resource, "key/")
	return ok && (isID && isKeyID(id) || isAlias(resource))
}

func isAlias(s string) bool {
	name, ok := strings.CutPrefix(s, "alias/")
	return ok && name != "" && TrimLeft(name, aliasCharacter) == ""
}

// isKeyID reports whether s is a UUID, or the ID of a multi-Region key.
func isKeyID(s string) bool {
	const pattern = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"
	if digits, ok := strings.CutPrefix(s, "mrk-"); ok {
		return len(digits) == 32 && TrimLeft(digits, hexDigit) == ""
	}
	if len(s) != len(pattern) {
		return false
	}
	for i := range len(s) {
		if hyphen := pattern[i] == '-'; hyphen != (s[i] == '-') || !hyphen && !hexDigit(s[i]) {
			return false
		}
	}
	return true
}

func aliasCharacter(c byte) bool {
	return Lower(c|0x20) || '/' <= c && c <= ':' || c == '_' || c == '-'
}

func hexDigit(c byte) bool { return Digit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }
