package clijson

import (
	"strconv"
	"strings"
)

// A path leads from the request to one of its members or items.
type path []step

// A step is the name of a member or, when isItem is true, the index of an item.
type step struct {
	name   string
	index  int
	isItem bool
}

// isUserData reports whether the path leads to user data, whose name ends so in
// every call: a secret, base64 in the SDK's request and in RunInstances plain
// text in the CLI's JSON.
func (p path) isUserData() bool { return len(p) > 0 && strings.HasSuffix(p[len(p)-1].name, "UserData") }

// String spells the path as AWS does: "TagSpecifications[1].Tags[0].Key".
func (p path) String() string {
	var b strings.Builder
	for _, s := range p {
		switch {
		case s.isItem:
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
			continue
		case b.Len() > 0:
			b.WriteByte('.')
		}
		b.WriteString(printable(s.name))
	}
	return b.String()
}

// printable quotes a name that no member can have: a path is printed, and a
// document may hold any name.
func printable(name string) string {
	if name == "" || len(name) > maxQuoted {
		return quote(name)
	}
	for _, c := range []byte(name) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '_', c == '-':
		default:
			return quote(name)
		}
	}
	return name
}
