package instancetype

// An Age says how a kind of fact changes over time, and so how far an embedded, dated value may be trusted. It rests
// on nineteen months of DescribeInstanceTypes answers.
type Age uint8

const (
	// Volatile facts depend on Region, account or time: never reject on them. It is the zero value, so that an
	// invalid [Fact] rejects nothing.
	Volatile Age = iota
	// SwitchedOn facts are features and maxima that EC2 adds to existing types: a recorded yes keeps, a recorded no
	// or maximum may be out of date. Warn with the date; reject only on a live fact.
	SwitchedOn
	// Structural facts describe the machine itself. They changed for no type and may reject.
	Structural
)

// String returns "volatile", "switched on later" or "structural".
func (a Age) String() string {
	switch a {
	case SwitchedOn:
		return "switched on later"
	case Structural:
		return "structural"
	default:
		return "volatile"
	}
}
