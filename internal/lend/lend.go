// Package lend lets package launch have the rules of a room as they are, where
// everybody else gets copies.
package lend

// A Key opens what lends its originals. Only packages of this module can make
// one, and they must not modify what they get for it.
type Key struct{}
