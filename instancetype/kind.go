package instancetype

// A kind is the form a fact is stored in.
type kind uint8

const (
	noKind     kind = iota
	answerKind      // an [Answer]
	setKind         // several names of a closed list
	choiceKind      // one name of a closed list
	textKind
	numberKind
	decimalKind // a number with a fraction, stored times scale
	listKind
)

// The first fact of each group and the size of the groups. A fact's place in
// its group is its place in storage.
const (
	firstAnswer  = FactBareMetal
	firstSet     = FactArchitectures
	firstChoice  = FactHypervisor
	firstText    = FactManufacturer
	firstNumber  = FactVCPUs
	firstDecimal = FactClockGHz
	firstList    = FactCores

	numSets    = int(firstText - firstSet) // choices are sets of one
	numTexts   = int(firstNumber - firstText)
	numNumbers = int(firstList - firstNumber)
)

func (f Fact) kind() kind {
	switch {
	case !f.valid():
		return noKind
	case f < firstSet:
		return answerKind
	case f < firstChoice:
		return setKind
	case f < firstText:
		return choiceKind
	case f < firstNumber:
		return textKind
	case f < firstDecimal:
		return numberKind
	case f < firstList:
		return decimalKind
	default:
		return listKind
	}
}
