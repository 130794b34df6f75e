package instancetype

import "strings"

// An Age says how a fact has changed over time, and so how far a dated value of
// it may be trusted. [Fact.Age] is that of a fact in general, [Info.Age] that
// of a fact of one type.
//
// Ages rest on the changes listed in internal/gen/data/history.jsonl: what EC2
// answered about types that existed already, over 136 revisions of the answers.
type Age uint8

const (
	// Volatile facts depend on Region, account or week. Never reject on them.
	// It is the zero value, so that an invalid [Fact] rejects nothing.
	Volatile Age = iota
	// Revised facts have changed for types that existed already: EC2 switched
	// a feature on, raised a maximum, drew a list anew or corrected a figure.
	// Warn with the date of the source; reject only on a live fact.
	Revised
	// Structural facts describe the machine itself and have changed for no
	// type. They may reject.
	Structural
)

// String returns "volatile", "revised" or "structural".
func (a Age) String() string {
	switch a {
	case Revised:
		return "revised"
	case Structural:
		return "structural"
	default:
		return "volatile"
	}
}

// Age says how far a dated value of this fact may be trusted in general. For some
// kinds of types, EC2 has revised facts that are [Structural] in general: see
// [Info.Age].
func (f Fact) Age() Age {
	if f.valid() {
		return facts[f].age
	}
	return Volatile
}

// Age says how far a dated value of this fact of this type may be trusted. It
// is [Fact.Age], but [Revised] where EC2 has revised, for some kinds of types,
// a fact that is [Structural] for all others:
//
//   - network interfaces and cards of the family h1 and of types that have, or
//     for all that is known may have, two network cards
//   - valid core counts of the families c6a, m6a, r6a, inf2, m3 and u-*tb1
//   - instance store volumes of the families trn2 and trn2u
//
// It does not tell live facts from dated ones: [Info.Source] does.
func (i Info) Age(f Fact) Age {
	age := f.Age()
	if age == Structural && i.revised(f) {
		return Revised
	}
	return age
}

// revised reports whether the type is of a kind of which EC2 has revised a fact
// that is structural in general.
func (i Info) revised(f Fact) bool {
	family, _, _ := strings.Cut(string(i.Type()), ".")
	switch f {
	case FactMaxNetworkInterfaces, FactNetworkCards:
		n := len(i.cards())
		return n == 0 || n == 2 || family == "h1"
	case FactCores:
		switch family {
		case "c6a", "m6a", "r6a", "inf2", "m3":
			return true
		}
		return strings.HasPrefix(family, "u-") && strings.HasSuffix(family, "tb1")
	case FactDisks, FactInstanceStoreGB:
		return family == "trn2" || family == "trn2u"
	default:
		return false
	}
}
