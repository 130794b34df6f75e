package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/format"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/instancetype/internal/phash"
)

// The perfect hash of the names: powers of two, with room for twice today's
// number of types.
const (
	buckets  = 512
	hashSize = 2048
)

// An emitter collects the rows of the table and the distinct values that they
// index.
type emitter struct {
	facts recorded
	rows  []string

	traits, words, ints, cards, disks, gpus, accelerators, sourceSets *distinct

	numbers [firstList - firstNumber]*distinct
	sources []source
}

// distinct numbers distinct texts from 1 in the order of their first use.
// Number 0 is left to unknown.
type distinct struct {
	texts []string
	index map[string]int
}

func newDistinct(unknown string) *distinct {
	return &distinct{[]string{unknown}, map[string]int{}}
}

func (d *distinct) of(text string) int {
	i, ok := d.index[text]
	if !ok {
		i = len(d.texts)
		d.texts, d.index[text] = append(d.texts, text), i
	}
	return i
}

// emit writes the Go source of the table.
func emit(facts recorded) ([]byte, error) {
	e := &emitter{
		facts: facts, sources: facts.sources(),
		traits: newDistinct("{}"), words: newDistinct(`""`), ints: newDistinct("nil"), cards: newDistinct("nil"),
		disks: newDistinct("nil"), gpus: newDistinct("nil"), accelerators: newDistinct("nil"),
		sourceSets: newDistinct("{}"),
	}
	for i := range e.numbers {
		e.numbers[i] = newDistinct("0")
	}
	names := facts.types()
	for _, t := range names {
		row, err := e.row(t)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t, err)
		}
		e.rows = append(e.rows, row)
	}
	if err := e.fits(); err != nil {
		return nil, err
	}
	text, err := e.file(names)
	if err != nil {
		return nil, err
	}
	return format.Source(text)
}

// fits checks that what a row indexes with one byte has no more than 256
// values.
func (e *emitter) fits() error {
	for _, d := range slices.Concat(e.numbers[:], []*distinct{e.words, e.ints, e.disks, e.gpus, e.accelerators,
		e.sourceSets}) {
		if len(d.texts) > 256 {
			return fmt.Errorf("more than 255 distinct values, from %s on: widen the index in type row", d.texts[256])
		}
	}
	return nil
}

// file writes the declarations that table.go of package instancetype describes.
func (e *emitter) file(names []types.InstanceType) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprint(&b, preamble)
	if err := writeNames(&b, names); err != nil {
		return nil, err
	}
	list(&b, "rows", "row", slices.Insert(e.rows, 0, "{}, // no type"))
	list(&b, "traitSets", "traits", e.traits.texts)
	fmt.Fprint(&b, "var numbers = [numNumbers][]int32{\n")
	for i, d := range e.numbers {
		fmt.Fprintf(&b, "\t{%s}, // %s\n", strings.Join(d.texts, ", "), firstNumber+instancetype.Fact(i))
	}
	fmt.Fprint(&b, "}\n\n")
	list(&b, "words", "string", e.words.texts)
	list(&b, "intLists", "[]int32", e.ints.texts)
	list(&b, "cardLists", "[]card", e.cards.texts)
	list(&b, "diskLists", "[]Disk", e.disks.texts)
	list(&b, "gpuLists", "[]GPU", e.gpus.texts)
	list(&b, "acceleratorLists", "[]Accelerator", e.accelerators.texts)
	sources := []string{"{}"}
	for _, s := range e.sources {
		sources = append(sources, fmt.Sprintf("{Name: %q, Date: %q}", s.Name, s.Date))
	}
	list(&b, "sources", "Source", sources)
	list(&b, "sourceSets", "sourcesOf", e.sourceSets.texts)
	fmt.Fprint(&b, "var vocabularies = [numSets][]string{\n")
	for f := firstSet; f < firstText; f++ {
		fmt.Fprintf(&b, "\t{%s}, // %s\n", quoted(vocabularies[f]), f)
	}
	fmt.Fprintf(&b, "}\n\nvar cardInterfaceTypes = []string{%s}\n", quoted(cardInterfaceTypes))
	return b.Bytes(), nil
}

// writeNames writes the names and the hash that finds them.
func writeNames(b *bytes.Buffer, names []types.InstanceType) error {
	keys, ends, end := make([]string, len(names)), []int{0}, 0
	for i, t := range names {
		keys[i] = string(t)
		end += len(t)
		ends = append(ends, end)
	}
	displacements, slots, err := phash.Build(keys, buckets, hashSize)
	if err != nil {
		return err
	}
	fmt.Fprint(b, "// names holds the names of the types, one after the other.\nconst names = \"\" +\n")
	for some := range slices.Chunk(keys, 12) {
		fmt.Fprintf(b, "\t%q +\n", strings.Join(some, ""))
	}
	fmt.Fprint(b, "\t\"\"\n\n")
	numbersOf(b, "nameEnds", "uint16", ends)
	numbersOf(b, "displacements", "uint16", displacements)
	numbersOf(b, "slots", "uint16", slots)
	return nil
}

func numbersOf[T int | uint16](b *bytes.Buffer, name, kind string, list []T) {
	fmt.Fprintf(b, "var %s = [...]%s{\n", name, kind)
	for row := range slices.Chunk(list, 20) {
		fmt.Fprintf(b, "\t%s,\n", joined(row))
	}
	fmt.Fprint(b, "}\n\n")
}

// list writes one element a line; an element may bring its own comma and a
// comment.
func list(b *bytes.Buffer, name, kind string, elements []string) {
	fmt.Fprintf(b, "var %s = [...]%s{\n", name, kind)
	for _, e := range elements {
		if !strings.Contains(e, "// ") {
			e += ","
		}
		fmt.Fprintf(b, "\t%s\n", e)
	}
	fmt.Fprint(b, "}\n\n")
}

func quoted(names []string) string {
	text, _ := json.Marshal(names)
	return strings.ReplaceAll(strings.Trim(string(text), "[]"), ",", ", ")
}
