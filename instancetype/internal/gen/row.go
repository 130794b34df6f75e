package main

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// The groups of facts, which are stored alike.
const (
	firstAnswer  = instancetype.FactBareMetal
	firstSet     = instancetype.FactArchitectures
	firstChoice  = instancetype.FactHypervisor
	firstText    = instancetype.FactManufacturer
	firstNumber  = instancetype.FactVCPUs
	firstDecimal = instancetype.FactClockGHz
	firstList    = instancetype.FactCores
)

// scale is that of package instancetype.
const scale = 10_000

// row writes the composite literal of a type's row.
func (e *emitter) row(t types.InstanceType) (string, error) {
	r := &rowWriter{e: e, facts: e.facts[t]}
	sets := make([]int, 0, firstText-firstSet)
	for f := firstSet; f < firstText; f++ {
		sets = append(sets, r.set(f))
	}
	traits := fmt.Sprintf("{%#x, [numSets]set{%s}}", r.answers(), joined(sets))
	var texts, numbers []int
	for f := firstText; f < firstNumber; f++ {
		texts = append(texts, r.word(f))
	}
	for f := firstNumber; f < firstList; f++ {
		numbers = append(numbers, r.number(f))
	}
	row := fmt.Sprintf("{%d, %d, [numNumbers]uint8{%s}, [numTexts]uint8{%s}, %d, %d, %d, %d, %d, %d, %d}, // %s",
		e.traits.of(traits),
		r.list(instancetype.FactNetworkCards, e.cards, card),
		joined(numbers), joined(texts),
		r.list(instancetype.FactCores, e.ints, plain),
		r.list(instancetype.FactThreads, e.ints, plain),
		r.list(instancetype.FactEFACards, e.ints, plain),
		r.list(instancetype.FactDisks, e.disks, tuple),
		r.list(instancetype.FactGPUs, e.gpus, tuple),
		r.list(instancetype.FactAccelerators, e.accelerators, tuple),
		r.sources(), t)
	return row, r.err
}

// A rowWriter turns the JSON of one type's facts into indexes of the emitter's
// lists. It keeps the first error.
type rowWriter struct {
	e     *emitter
	facts map[instancetype.Fact]fact
	err   error
}

func (r *rowWriter) decode(f instancetype.Fact, into any) (known bool) {
	text, ok := r.facts[f]
	if !ok || r.err != nil {
		return false
	}
	if err := json.Unmarshal([]byte(text.value), into); err != nil {
		r.err = fmt.Errorf("%s: %w", f, err)
	}
	return r.err == nil
}

func (r *rowWriter) answers() (bits uint64) {
	for f := firstAnswer; f < firstSet; f++ {
		var yes bool
		if r.decode(f, &yes) {
			answer := instancetype.No
			if yes {
				answer = instancetype.Yes
			}
			bits |= uint64(answer) << (2 * (f - firstAnswer))
		}
	}
	return bits
}

func (r *rowWriter) set(f instancetype.Fact) int {
	names := make([]string, 1)
	if f < firstChoice && !r.decode(f, &names) || f >= firstChoice && !r.decode(f, &names[0]) {
		return 0
	}
	bits, err := setOf(names, vocabularies[f])
	if err != nil {
		r.err = fmt.Errorf("%s: %w", f, err)
	}
	return bits
}

func (r *rowWriter) word(f instancetype.Fact) int {
	var word string
	if !r.decode(f, &word) {
		return 0
	}
	return r.e.words.of(fmt.Sprintf("%q", word))
}

func (r *rowWriter) number(f instancetype.Fact) int {
	var n float64
	if !r.decode(f, &n) {
		return 0
	}
	if f >= firstDecimal {
		n = math.Round(n*scale*100) / 100 // 156.2504*scale is not quite whole
	}
	if n != math.Trunc(n) || n < 0 || n > math.MaxInt32 {
		r.err = fmt.Errorf("%s: %v does not fit an int32", f, n)
	}
	return r.e.numbers[f-firstNumber].of(fmt.Sprint(int32(n)))
}

// list writes a composite literal of the elements of a list of facts.
func (r *rowWriter) list(f instancetype.Fact, lists *distinct, element func(json.RawMessage) (string, error)) int {
	var elements []json.RawMessage
	if !r.decode(f, &elements) {
		return 0
	}
	texts := make([]string, len(elements))
	for i, raw := range elements {
		var err error
		if texts[i], err = element(raw); err != nil {
			r.err = fmt.Errorf("%s: element %d: %w", f, i, err)
		}
	}
	return lists.of("{" + strings.Join(texts, ", ") + "}")
}

func (r *rowWriter) sources() int {
	var keyed []string
	for f := range instancetype.Facts() {
		if known, ok := r.facts[f]; ok {
			keyed = append(keyed, fmt.Sprint(int(f), ": ", 1+slices.Index(r.e.sources, known.source)))
		}
	}
	return r.e.sourceSets.of("{" + strings.Join(keyed, ", ") + "}")
}

func joined[T any](list []T) string {
	return strings.Join(strings.Fields(strings.Trim(fmt.Sprint(list), "[]")), ", ")
}
