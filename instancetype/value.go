package instancetype

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Value is the fact as JSON text, whatever its form: true, "nitro", ["x86_64"],
// 593.75; "" when it is not known. It is meant for printing and comparing.
// Network cards, disks, GPUs and accelerators are arrays of their members.
func (i Info) Value(f Fact) string {
	if !i.Known(f) {
		return ""
	}
	text, _ := json.Marshal(i.value(f)) // JSON can say all of it
	return string(text)
}

func (i Info) value(f Fact) any {
	switch f.kind() {
	case answerKind:
		return i.answer(f) == Yes
	case setKind:
		return listOf[string](i, f)
	case choiceKind:
		return i.choice(f)
	case textKind:
		return i.text(f)
	case numberKind:
		n, _ := i.int64(f)
		return n
	case decimalKind:
		n, _ := i.float64(f)
		return n
	}
	switch f {
	case FactCores:
		return i.cores()
	case FactThreads:
		return i.threads()
	case FactNetworkCards:
		return tuples(i.cards())
	case FactEFACards:
		return i.efaCards()
	case FactDisks:
		return tuples(i.Disks())
	case FactGPUs:
		return tuples(i.GPUs())
	default:
		return tuples(i.Accelerators())
	}
}

// parse reads what Value wrote.
func (r *record) parse(f Fact, text []byte) error {
	switch f.kind() {
	case answerKind:
		return decode(text, func(yes bool) { r.answers |= uint64(answerOf(yes)) << (2 * (f - firstAnswer)) })
	case setKind:
		return decode(text, func(names []string) { r.sets[f-firstSet] = setOf(names, vocabularies[f-firstSet]) })
	case choiceKind:
		return decode(text, func(name string) { r.sets[f-firstSet] = setOf([]string{name}, vocabularies[f-firstSet]) })
	case textKind:
		return json.Unmarshal(text, &r.texts[f-firstText])
	case numberKind:
		return json.Unmarshal(text, &r.numbers[f-firstNumber])
	case decimalKind:
		return decode(text, func(n float64) { r.numbers[f-firstNumber] = scaled(n) })
	}
	switch f {
	case FactCores:
		return parseInts(text, &r.cores)
	case FactThreads:
		return parseInts(text, &r.threads)
	case FactNetworkCards:
		err := parseTuples(text, &r.cards)
		sortCards(r.cards)
		return err
	case FactEFACards:
		return parseInts(text, &r.efaCards)
	case FactDisks:
		return parseTuples(text, &r.disks)
	case FactGPUs:
		return parseTuples(text, &r.gpus)
	case FactAccelerators:
		return parseTuples(text, &r.accelerators)
	}
	return fmt.Errorf("%s has no JSON form", f)
}

// parseInts reads a list that is kept in ascending order.
func parseInts(text []byte, list *[]int32) error {
	err := json.Unmarshal(text, list)
	slices.Sort(*list)
	return err
}

func decode[T any](text []byte, use func(T)) error {
	var v T
	if err := json.Unmarshal(text, &v); err != nil {
		return err
	}
	use(v)
	return nil
}
