package answer

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

//go:generate go run ./internal/gen -o table_gen.go

// A Meaning is what one error code of EC2 says. It is an entry of the
// dictionary, and knows nothing of a particular answer: see [Answer].
type Meaning struct {
	// Code is the error code, without a leading "Client." or "Server.".
	Code string

	// Known reports whether the dictionary has the code itself. Otherwise the
	// meaning follows from the form of the code: see [OfCode].
	Known bool

	Class     Class
	Instances Instances

	// Retry reports whether the same request may succeed when it is sent again
	// under the same client token, after the wait that Action speaks of.
	Retry bool

	// OtherZone and OtherType report whether the same request may succeed in
	// another zone or subnet, or with another instance type. That is a changed
	// request: it takes a new client token, and only a request that was refused
	// may be followed by one.
	OtherZone, OtherType bool

	// EventuallyConsistent reports whether a resource that was created just now
	// may be the cause, since EC2 does not show it everywhere at once.
	EventuallyConsistent bool

	// Action says in one sentence what the caller should do.
	Action string

	// Note says what else is known of the code. It is often empty.
	Note string
}

// The names of what has no code of its own, as [All] lists it. [OfCode] takes
// them, so that a caller who meets such a case finds its meaning.
const (
	// NoAnswer is a connection that was lost, or a context that ended, before
	// EC2 answered.
	NoAnswer = "(no code: connection lost or deadline)"
	// NoInstances is an answer that the SDK takes for a success and that names
	// no instances: [Of] never meets it, for there is no error.
	NoInstances = "(no code: 200 without instances)"
	// Undecodable is a success that the SDK cannot read.
	Undecodable = "(no code: 200 with undecodable body)"
)

// The names of fall-backs in the table.
const (
	anotherService = "(another service)"
	contradiction  = "(contradiction)"
	nothingKnown   = "(unknown)"
)

// forms are the forms of codes that tell their meaning, in the order of
// precedence.
var forms = [...]string{
	"*.NotFound", "*.NotFoundException", "*.Unknown",
	"*.Malformed", "*.MalformedException", "Invalid*",
	"*LimitExceeded", "Insufficient*", "Unsupported*",
}

// All returns the dictionary, sorted by code. Among the codes are the fall-backs,
// whose Known is false: they are named in parentheses, or by the form of a code
// as in "*.NotFound".
func All() iter.Seq[Meaning] { return slices.Values(meanings[:]) }

// OfCode returns the meaning of an error code, for instance of one in the
// answer to CreateFleet. A leading "Client." or "Server." does not count.
//
// The meaning of a code that is not in the dictionary follows from its form, in
// this order:
//
//	….NotFound  ….NotFoundException  ….Unknown          not-ready
//	….Malformed ….MalformedException Invalid…           invalid-request
//	…LimitExceeded                                      quota
//	Insufficient…                                       capacity
//	Unsupported…                                        invalid-request
//
// Any other code has the class [Unknown].
func OfCode(code string) Meaning {
	code = bare(code)
	if m, ok := lookUp(code); ok {
		return m
	}
	for _, form := range forms {
		if hasForm(code, form) {
			return named(form, code)
		}
	}
	return named(nothingKnown, code)
}

// bare returns a code without the prefix that EC2's documents and StateReason
// codes have.
func bare(code string) string {
	if s, ok := strings.CutPrefix(code, "Client."); ok {
		return s
	}
	return strings.TrimPrefix(code, "Server.")
}

func lookUp(code string) (Meaning, bool) {
	i, ok := slices.BinarySearchFunc(meanings[:], code, func(m Meaning, code string) int {
		return cmp.Compare(m.Code, code)
	})
	if !ok {
		return Meaning{}, false
	}
	return meanings[i], true
}

// named returns the meaning of a fall-back under the code that it was found for.
func named(fallback, code string) Meaning {
	m, _ := lookUp(fallback)
	m.Code = code
	return m
}

func hasForm(code, form string) bool {
	if suffix, ok := strings.CutPrefix(form, "*"); ok {
		return strings.HasSuffix(code, suffix)
	}
	return strings.HasPrefix(code, strings.TrimSuffix(form, "*"))
}
