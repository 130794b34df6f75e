// Package lend lets package launch have the rules of a room as they are, where
// everybody else gets copies.
package lend

// A Key opens what lends its originals. Only this package makes one, and only
// packages of this module can ask it; they must not modify what they get. The nil
// Key, which everybody can make, opens nothing.
type Key interface{ ours() }

type key struct{}

func (key) ours() {}

// Open returns a Key.
func Open() Key { return key{} }

// To returns the originals to whoever has a Key, and nothing to others.
func To[T any](k Key, originals func() []T) []T {
	if k == nil {
		return nil
	}
	return originals()
}
