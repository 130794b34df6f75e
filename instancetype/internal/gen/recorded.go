package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

// A fact is one value of the recorded facts: its JSON text and where it was read.
type fact struct {
	value  string
	source source
}

type source struct {
	Name string `json:"name"`
	Date string `json:"date"`
}

func (s source) String() string { return s.Name + " " + s.Date }

// recorded holds the facts that are known, by type. Its written form is that of a snapshot of package instancetype.
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
	names := map[string]instancetype.Fact{}
	for f := range instancetype.Facts() {
		names[f.String()] = f
	}
	var head header
	r, sources := recorded{}, map[string]source{}
	for n, row := range bytes.Split(bytes.TrimSpace(text), []byte("\n")) {
		if n == 0 {
			if err := json.Unmarshal(row, &head); err != nil {
				return nil, fmt.Errorf("header: %w", err)
			}
			for _, s := range head.Sources {
				sources[s.String()] = s
			}
			continue
		}
		var l line
		if err := json.Unmarshal(row, &l); err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		if len(l.Values) != len(head.Facts) {
			return nil, fmt.Errorf("line %d: %s: %d values for the header's %d facts", n+1, l.Type, len(l.Values), len(head.Facts))
		}
		from := map[string]string{}
		for s, facts := range l.Except {
			for _, f := range facts {
				from[f] = s
			}
		}
		facts := map[instancetype.Fact]fact{}
		for i, value := range l.Values {
			name := head.Facts[i]
			f, known := names[name]
			s, named := sources[cmp.Or(from[name], l.Source)]
			switch {
			case string(value) == "null":
			case !known:
				return nil, fmt.Errorf("header: no fact is called %q", name)
			case !named:
				return nil, fmt.Errorf("line %d: %s: %s: source is not in the header", n+1, l.Type, name)
			default:
				facts[f] = fact{string(value), s}
			}
		}
		if r[types.InstanceType(l.Type)] != nil {
			return nil, fmt.Errorf("line %d: a second line for %s", n+1, l.Type)
		}
		r[types.InstanceType(l.Type)] = facts
	}
	return r, nil
}

func (r recorded) types() []types.InstanceType {
	return slices.SortedFunc(maps.Keys(r), instancetype.Compare)
}

// write returns the recorded facts in the form that readRecorded reads: always the same bytes for the same facts.
func (r recorded) write() ([]byte, error) {
	head := header{Sources: r.sources()}
	for f := range instancetype.Facts() {
		head.Facts = append(head.Facts, f.String())
	}
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	encode := json.NewEncoder(w)
	encode.SetEscapeHTML(false)
	if err := encode.Encode(head); err != nil {
		return nil, err
	}
	for _, t := range r.types() {
		if err := encode.Encode(r.line(t)); err != nil {
			return nil, fmt.Errorf("%s: %w", t, err)
		}
	}
	err := w.Flush()
	return out.Bytes(), err
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
