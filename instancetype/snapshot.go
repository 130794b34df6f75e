package instancetype

import (
	"bufio"
	"cmp"
	"encoding/json"
	"io"
	"iter"
	"slices"
)

// A snapshot is JSON, a line each: a header that names the columns and sources,
// then one line a type with a value a column, null where it is not known. Lines
// are in the order of Compare, so that snapshots can be compared by line.

type snapshotHeader struct {
	Facts   []string         `json:"facts"`
	Sources []snapshotSource `json:"sources"`
}

type snapshotSource struct {
	Name string `json:"name"`
	Date string `json:"date"`
	Live bool   `json:"live,omitempty"`
}

// Sources are named by Source.String, which the header's sources yield.
type snapshotLine struct {
	Type   string              `json:"type"`
	Source string              `json:"source"`           // of every fact but
	Except map[string][]string `json:"except,omitempty"` // facts by source
	Values []json.RawMessage   `json:"values"`
}

// WriteSnapshot saves what is known of the types, with the source and date of
// each fact: [Live.All] for what EC2 answered. [ReadSnapshot] loads it again.
func WriteSnapshot(w io.Writer, infos iter.Seq[Info]) error {
	list := slices.SortedFunc(infos, func(a, b Info) int { return Compare(a.Type(), b.Type()) })
	out := bufio.NewWriter(w)
	encode := json.NewEncoder(out)
	encode.SetEscapeHTML(false)
	if err := encode.Encode(newSnapshotHeader(list)); err != nil {
		return err
	}
	for _, i := range list {
		if err := encode.Encode(newSnapshotLine(i)); err != nil {
			return err
		}
	}
	return out.Flush()
}

func newSnapshotHeader(list []Info) snapshotHeader {
	var h snapshotHeader
	for f := range Facts() {
		h.Facts = append(h.Facts, f.String())
		for _, i := range list {
			if s := snapshotSource(i.Source(f)); i.Known(f) && !slices.Contains(h.Sources, s) {
				h.Sources = append(h.Sources, s)
			}
		}
	}
	slices.SortFunc(h.Sources, func(a, b snapshotSource) int {
		return cmp.Compare(Source(a).String(), Source(b).String())
	})
	return h
}

func newSnapshotLine(i Info) snapshotLine {
	line := snapshotLine{Type: string(i.Type()), Except: map[string][]string{}}
	for f := range Facts() {
		text := i.Value(f)
		if text == "" {
			line.Values = append(line.Values, nil)
			continue
		}
		line.Values = append(line.Values, json.RawMessage(text))
		s := i.Source(f).String()
		line.Except[s] = append(line.Except[s], f.String())
	}
	most := 0
	for s, facts := range line.Except {
		if len(facts) > most || len(facts) == most && s < line.Source {
			most, line.Source = len(facts), s
		}
	}
	delete(line.Except, line.Source)
	return line
}
