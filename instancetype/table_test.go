package instancetype

import (
	"bufio"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unsafe"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// The table must hold exactly what the recorded facts say: every value and
// every source of every type, read here the slow way.
func TestTableIsWhatIsRecorded(t *testing.T) {
	file, err := os.Open("internal/gen/data/facts.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	var header struct {
		Facts   []string
		Sources []struct{ Name, Date string }
	}
	lines.Scan()
	if err := json.Unmarshal(lines.Bytes(), &header); err != nil {
		t.Fatal(err)
	}
	sources := map[string]Source{}
	for _, s := range header.Sources {
		sources[s.Name+" "+s.Date] = Source{Name: s.Name, Date: s.Date}
	}
	count := 0
	for lines.Scan() {
		count++
		var line struct {
			Type   types.InstanceType
			Source string
			Except map[string][]string
			Values []json.RawMessage
		}
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatalf("%.60s: %v", lines.Text(), err)
		}
		info, ok := Lookup(line.Type)
		if !ok {
			t.Errorf("%s is recorded, but not in the table", line.Type)
			continue
		}
		for n, name := range header.Facts {
			f, ok := parseFact(name)
			if !ok {
				t.Fatalf("recorded fact %q does not exist", name)
			}
			want, from := string(line.Values[n]), sources[line.Source]
			for s, names := range line.Except {
				for _, other := range names {
					if other == name {
						from = sources[s]
					}
				}
			}
			if want == "null" {
				want, from = "", Source{}
			}
			if got := info.Value(f); got != want {
				t.Errorf("%s %s: the table says %s, recorded is %s", line.Type, f, got, want)
			}
			if got := info.Source(f); got != from {
				t.Errorf("%s %s: the table says from %v, recorded is %v", line.Type, f, got, from)
			}
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if want := len(rows) - 1; count != want {
		t.Errorf("%d types are recorded, the table has %d", count, want)
	}
}

func TestTableOrder(t *testing.T) {
	previous := types.InstanceType("")
	for i := range All() {
		if previous != "" && Compare(previous, i.Type()) >= 0 {
			t.Errorf("%s comes before %s", previous, i.Type())
		}
		previous = i.Type()
	}
}

func TestTableSize(t *testing.T) {
	const most = 150 << 10
	total := len(names)
	for _, table := range []any{
		&nameEnds, &displacements, &slots, &rows, &traitSets, &numbers, &words, &intLists, &cardLists, &diskLists, &gpuLists,
		&acceleratorLists, &sources, &sourceSets, &vocabularies, &cardInterfaceTypes,
	} {
		total += sizeOf(reflect.ValueOf(table).Elem())
	}
	t.Logf("%d bytes", total)
	if total > most {
		t.Errorf("the table takes %d bytes, more than %d", total, most)
	}
}

// sizeOf counts a value and what it points to; equal strings are counted each
// time.
func sizeOf(v reflect.Value) int {
	size := int(v.Type().Size())
	switch v.Kind() {
	case reflect.String:
		size += v.Len()
	case reflect.Array, reflect.Slice:
		if v.Kind() == reflect.Slice {
			size += v.Len() * int(v.Type().Elem().Size())
		}
		for i := range v.Len() {
			size += sizeOf(v.Index(i)) - int(v.Type().Elem().Size())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			size += sizeOf(v.Field(i)) - int(v.Field(i).Type().Size())
		}
	}
	return size
}

// A table that had to be built when a program starts would show as code in the
// package's initialiser, which is otherwise one return instruction.
func TestNoWorkAtStart(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the package")
	}
	archive := filepath.Join(t.TempDir(), "instancetype.a")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", archive, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	symbols, err := exec.CommandContext(t.Context(), "go", "tool", "nm", "-size", archive).Output()
	if err != nil {
		t.Fatalf("go tool nm: %v", err)
	}
	if !strings.Contains(string(symbols), "instancetype.Lookup") {
		t.Fatal("go tool nm lists no symbols of the package")
	}
	for line := range strings.Lines(string(symbols)) {
		words := strings.Fields(line) // address, size, kind, name
		if len(words) == 4 && words[2] == "T" && strings.HasSuffix(words[3], "/instancetype.init") {
			if size, err := strconv.Atoi(words[1]); err != nil || size > 8 {
				t.Errorf("the package runs code at start: %s", line)
			}
		}
	}
}

func TestInfoIsSmall(t *testing.T) {
	if size := unsafe.Sizeof(Info{}); size > 24 {
		t.Errorf("an Info takes %d bytes, more than 24", size)
	}
}
