package answer

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// A Reason is what a code of an instance's StateReason says: why the instance
// left the state that it was in. It is an entry of the dictionary.
type Reason struct {
	// Code is the code as StateReason has it, with "Client." or "Server.":
	// Client.InternalError and Server.InternalError are different things.
	Code string

	// Known reports whether the dictionary has the code itself.
	Known bool

	Class Class

	// LaunchFailed reports whether the instance ended while it was starting. It
	// is false of what happens to a running instance, and of unknown codes.
	LaunchFailed bool

	// Relaunch reports whether a new launch of the same kind may succeed. It
	// takes a new client token: the old one belongs to the ended instance.
	Relaunch bool

	// OtherZone and OtherType report whether a new launch in another zone or
	// with another instance type may do better.
	OtherZone, OtherType bool

	// Action says in one sentence what the caller should do.
	Action string

	// Note says what else is known of the code. It is often empty.
	Note string
}

// Reasons returns the codes of StateReason, sorted, among them the fall-backs
// "Client.*", "Server.*" and "(unknown)".
func Reasons() iter.Seq[Reason] { return slices.Values(reasons[:]) }

// OfReason returns the meaning of a StateReason code, for instance of
// types.StateReason.Code in an answer to DescribeInstances.
//
// An unknown code takes its class from the rest of it, as [OfCode] reads it; if
// that tells nothing, "Server." makes it [Transient] and "Client."
// [InvalidRequest]. Any other code, such as the "pending" of an instance that
// starts, has the class [Unknown].
func OfReason(code string) Reason {
	if r, ok := findReason(code); ok {
		return r
	}
	fallback := "(unknown)"
	switch {
	case strings.HasPrefix(code, "Server."):
		fallback = "Server.*"
	case strings.HasPrefix(code, "Client."):
		fallback = "Client.*"
	}
	r, _ := findReason(fallback)
	r.Code = code
	if m := OfCode(code); r.Class != Unknown && m.Class != Unknown {
		r.Class, r.OtherZone, r.OtherType = m.Class, m.OtherZone, m.OtherType
	}
	return r
}

func findReason(code string) (Reason, bool) {
	i, ok := slices.BinarySearchFunc(reasons[:], code, func(r Reason, code string) int {
		return cmp.Compare(r.Code, code)
	})
	if !ok {
		return Reason{}, false
	}
	return reasons[i], true
}
