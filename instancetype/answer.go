package instancetype

// An Answer is the answer to a yes-or-no question about an instance type. The
// zero value is [Unknown], so that a fact nobody has recorded never reads as a
// refusal.
type Answer uint8

// The three answers.
const (
	Unknown Answer = iota // nothing is recorded; decide nothing on it
	No
	Yes
)

// String returns "unknown", "no" or "yes".
func (a Answer) String() string {
	switch a {
	case No:
		return "no"
	case Yes:
		return "yes"
	default:
		return "unknown"
	}
}

func answerOf(yes bool) Answer {
	if yes {
		return Yes
	}
	return No
}
