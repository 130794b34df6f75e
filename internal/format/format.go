// Package format recognises the textual forms of EC2's identifiers and
// addresses. It is stricter than the parsers at hand where EC2 is, and never
// folds case or takes digits other than ASCII's.
package format

import "strings"

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

// RootDevice reports whether a device name, with or without its directory, is
// one that AMIs give to their root device. Which of them it is, the AMI alone
// knows.
func RootDevice(name string) bool {
	switch strings.TrimPrefix(name, "/dev/") {
	case "sda1", "xvda", "sda", "xvda1":
		return true
	}
	return false
}
