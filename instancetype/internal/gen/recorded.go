package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// A fact is one value of the recorded facts: its JSON text and where it was
// read.
type fact struct {
	value  string
	source source
}

type source struct {
	Name string `json:"name"`
	Date string `json:"date"`
}

func (s source) String() string { return s.Name + " " + s.Date }

// recorded holds the facts that are known, by type. Its written form is that of
// a snapshot of package instancetype.
type recorded map[types.InstanceType]map[instancetype.Fact]fact

type header struct {
	Facts   []string `json:"facts"`
	Sources []source `json:"sources"`
}

type line struct {
	Type   string              `json:"type"`
	Source string              `json:"source"`
	Except map[string][]string `json:"except,omitempty"`
	Values []json.RawMessage   `json:"values"`
}

func readRecorded(text []byte) (recorded, error) {
	rows := bytes.Split(bytes.TrimSpace(text), []byte("\n"))
	var head header
	if err := json.Unmarshal(rows[0], &head); err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	sources := map[string]source{}
	for _, s := range head.Sources {
		sources[s.String()] = s
	}
	columns := make([]instancetype.Fact, len(head.Facts))
	for i, name := range head.Facts {
		f, ok := factNamed(name)
		if !ok {
			return nil, fmt.Errorf("header: no fact is called %q", name)
		}
		columns[i] = f
	}
	r := recorded{}
	for n, row := range rows[1:] {
		var l line
		if err := json.Unmarshal(row, &l); err != nil {
			return nil, fmt.Errorf("line %d: %w", n+2, err)
		}
		if r[types.InstanceType(l.Type)] != nil {
			return nil, fmt.Errorf("line %d: a second line for %s", n+2, l.Type)
		}
		facts, err := l.facts(columns, sources)
		if err != nil {
			return nil, fmt.Errorf("line %d: %s: %w", n+2, l.Type, err)
		}
		r[types.InstanceType(l.Type)] = facts
	}
	return r, nil
}

func (l line) facts(columns []instancetype.Fact, sources map[string]source) (map[instancetype.Fact]fact, error) {
	if len(l.Values) != len(columns) {
		return nil, fmt.Errorf("%d values for the header's %d facts", len(l.Values), len(columns))
	}
	exceptions := map[string]string{}
	for s, names := range l.Except {
		for _, name := range names {
			exceptions[name] = s
		}
	}
	facts := map[instancetype.Fact]fact{}
	for i, value := range l.Values {
		if string(value) == "null" {
			continue
		}
		s, ok := sources[cmp.Or(exceptions[columns[i].String()], l.Source)]
		if !ok {
			return nil, fmt.Errorf("%s: its source is not in the header", columns[i])
		}
		facts[columns[i]] = fact{string(value), s}
	}
	return facts, nil
}

func factNamed(name string) (instancetype.Fact, bool) {
	for f := range instancetype.Facts() {
		if f.String() == name {
			return f, true
		}
	}
	return 0, false
}

func (r recorded) types() []types.InstanceType {
	return slices.SortedFunc(maps.Keys(r), instancetype.Compare)
}

// write returns the recorded facts in the form that readRecorded reads: always
// the same bytes for the same facts.
func (r recorded) write() ([]byte, error) {
	head := header{Sources: r.sources()}
	for f := range instancetype.Facts() {
		head.Facts = append(head.Facts, f.String())
	}
	var out bytes.Buffer
	encode := json.NewEncoder(&out)
	encode.SetEscapeHTML(false)
	if err := encode.Encode(head); err != nil {
		return nil, err
	}
	for _, t := range r.types() {
		if err := encode.Encode(r.line(t)); err != nil {
			return nil, fmt.Errorf("%s: %w", t, err)
		}
	}
	return out.Bytes(), nil
}

func (r recorded) line(t types.InstanceType) line {
	l := line{Type: string(t), Except: map[string][]string{}}
	for f := range instancetype.Facts() {
		known, ok := r[t][f]
		if !ok {
			l.Values = append(l.Values, nil)
			continue
		}
		l.Values = append(l.Values, json.RawMessage(known.value))
		l.Except[known.source.String()] = append(l.Except[known.source.String()], f.String())
	}
	for _, s := range slices.Sorted(maps.Keys(l.Except)) {
		if len(l.Except[s]) > len(l.Except[l.Source]) {
			l.Source = s
		}
	}
	delete(l.Except, l.Source)
	return l
}

// sources lists the sources in use, in the order of their text.
func (r recorded) sources() []source {
	used := map[source]bool{}
	for _, facts := range r {
		for _, f := range facts {
			used[f.source] = true
		}
	}
	return slices.SortedFunc(maps.Keys(used), func(a, b source) int { return cmp.Compare(a.String(), b.String()) })
}
