package instancetype

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// ReadSnapshot loads what [WriteSnapshot] saved. Facts keep the date they had,
// and are live if they were: how old is too old is the caller's decision. Facts
// that this version does not know are passed over. Names that the version of
// the writer did not know, such as a new boot mode, are missing and would read
// as no: save anew after an update. An error names the line.
func ReadSnapshot(r io.Reader) (*Live, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	l := &Live{map[types.InstanceType]*record{}}
	var reader *snapshotReader
	n := 0
	for lines.Scan() {
		n++
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		if reader == nil {
			header, err := newSnapshotReader(lines.Bytes())
			if err != nil {
				return nil, fmt.Errorf("snapshot line %d: header: %w", n, err)
			}
			reader = header
			continue
		}
		rec, err := reader.read(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("snapshot line %d: %w", n, err)
		}
		if l.records[rec.name] != nil {
			return nil, fmt.Errorf("snapshot line %d: a second line for %q", n, rec.name)
		}
		l.records[rec.name] = rec
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("snapshot line %d: %w", n+1, err)
	}
	if reader == nil {
		return nil, errors.New("snapshot: empty: want a header line that names facts and sources")
	}
	return l, nil
}

// A snapshotReader reads the lines below one header.
type snapshotReader struct {
	columns []Fact // 0 for a fact of another version
	sources []Source
	index   map[string]uint8 // in sources, by their text
}

func newSnapshotReader(text []byte) (*snapshotReader, error) {
	var header snapshotHeader
	if err := json.Unmarshal(text, &header); err != nil {
		return nil, err
	}
	if len(header.Facts) == 0 {
		return nil, errors.New("names no facts")
	}
	if len(header.Sources) > 255 {
		return nil, fmt.Errorf("names %d sources, more than 255", len(header.Sources))
	}
	s := &snapshotReader{sources: []Source{{}}, index: map[string]uint8{}}
	for _, name := range header.Facts {
		f, _ := parseFact(name)
		if f != 0 && slices.Contains(s.columns, f) {
			return nil, fmt.Errorf("names %s twice", name)
		}
		s.columns = append(s.columns, f)
	}
	for _, h := range header.Sources {
		s.index[Source(h).String()] = uint8(len(s.sources))
		s.sources = append(s.sources, Source(h))
	}
	return s, nil
}

func (s *snapshotReader) read(text []byte) (*record, error) {
	var line snapshotLine
	if err := json.Unmarshal(text, &line); err != nil {
		return nil, err
	}
	if line.Type == "" {
		return nil, errors.New("names no type")
	}
	if len(line.Values) != len(s.columns) {
		return nil, fmt.Errorf("%s: %d values for the header's %d facts", line.Type, len(line.Values), len(s.columns))
	}
	r := &record{name: types.InstanceType(line.Type), sources: s.sources}
	exceptions := line.exceptions()
	for i, f := range s.columns {
		if f == 0 || string(line.Values[i]) == "null" {
			continue
		}
		if err := r.parse(f, line.Values[i]); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", line.Type, f, err)
		}
		from, named := exceptions[f]
		if !named {
			from = line.Source
		}
		if r.source[f] = s.index[from]; r.source[f] == 0 {
			return nil, fmt.Errorf("%s: %s: source %q is not in the header", line.Type, f, from)
		}
	}
	return r, nil
}

// exceptions gives the source of the facts that do not have the line's own.
func (line snapshotLine) exceptions() map[Fact]string {
	from := map[Fact]string{}
	for source, names := range line.Except {
		for _, name := range names {
			if f, ok := parseFact(name); ok {
				from[f] = source
			}
		}
	}
	return from
}
