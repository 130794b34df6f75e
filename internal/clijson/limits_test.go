package clijson_test

import (
	"errors"
	"io"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

// list returns n items as a JSON list.
func list(item string, n int) string {
	return "[" + strings.TrimSuffix(strings.Repeat(item+",", n), ",") + "]"
}

func TestLimits(t *testing.T) {
	const mib = 1 << 20
	tags := list(`{"Tags": `+list(`{}`, 999)+`}`, 10) // 10,000 items in all
	tests := []struct {
		name, doc string
		want      string // part of the error; empty: accepted
	}{
		{"deep lists", strings.Repeat("[", mib), "nested too deeply"},
		{"lists in a list", `{"SecurityGroups": ` + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + `}`,
			"SecurityGroups[0]: string expected, found a list"},
		{"deep objects", strings.Repeat(`{"a":`, 9999) + "1" + strings.Repeat("}", 9999), "unknown member"},
		{"letters in an unknown member", `{"x":{` + strings.Repeat("x", mib-16), "found 'x'"},
		{"1,000 items", `{"SecurityGroups": ` + list(`""`, 1000) + `}`, ""},
		{"1,001 items", `{"SecurityGroups": ` + list(`""`, 1001) + `}`,
			"line 1, column 3021: SecurityGroups: the list has more than 1000 items"},
		{"empty items", `{"TagSpecifications": ` + list(`{}`, 300_000) + `}`,
			"TagSpecifications: the list has more than 1000 items"},
		{"10,000 items in all", `{"TagSpecifications": ` + tags + `}`, ""},
		{"10,001 items in all", `{"TagSpecifications": ` + tags + `, "SecurityGroups": [""]}`,
			"SecurityGroups: the lists of the request have more than 10000 items"},
		{"as long as can be", `{"UserData":"` + strings.Repeat("x", mib-15) + `"}`, ""},
		{"a byte too long", `{"UserData":"` + strings.Repeat("x", mib-14) + `"}`,
			"the request is longer than 1048576 bytes"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := decode(tt.doc)
			switch {
			case tt.want == "":
				if err != nil {
					t.Error(err)
				}
			case err == nil:
				t.Error("accepted")
			case !strings.Contains(err.Error(), tt.want) || len(err.Error()) > 1024:
				t.Errorf("got %.1100s, want %s", err, tt.want)
			}
		})
	}
}

// TestMemory holds every document that came out as costly below 16 MiB of
// allocation.
func TestMemory(t *testing.T) {
	const mib = 1 << 20
	docs := map[string]string{
		"text":           `{"UserData":"` + strings.Repeat("x", mib-15) + `"}`,
		"text of markup": `{"KeyName":"` + strings.Repeat("<", mib-14) + `"}`,
		"escapes":        `{"UserData":"` + strings.Repeat(`\u0041`, mib/6-3) + `"}`,
		"name":           `{"` + strings.Repeat("x", mib-6) + `":1}`,
		"number":         `{"MinCount":` + strings.Repeat("1", mib-13) + `}`,
		"seconds": `{"InstanceMarketOptions":{"SpotOptions":{"ValidUntil":` + strings.Repeat("1", mib-64) +
			`}}}`,
		"timestamp": `{"InstanceMarketOptions":{"SpotOptions":{"ValidUntil":"` + strings.Repeat("x", mib-64) +
			`"}}}`,
		"surrogates":      `{"KeyName":"` + strings.Repeat(`\ud83d\ude00`, mib/12-3) + `"}`,
		"unknown members": `{` + strings.TrimSuffix(strings.Repeat(`"`+strings.Repeat("x", mib/20-20)+`":[1],`, 20), ",") + `}`,
		"blanks":          `{` + strings.Repeat(" ", mib-2) + `}`,
		"tags":            `{"TagSpecifications":` + list(`{"Tags":`+list(`{"Key":"a"}`, 900)+`}`, 11) + `}`,
		"interfaces": `{"NetworkInterfaces":` +
			list(`{"Groups":["","","","","","","",""],"Description":"","SubnetId":""}`, 1000) + `}`,
		"mappings":        `{"BlockDeviceMappings":` + list(`{"Ebs":{"Iops":1},"DeviceName":""}`, 1000) + `}`,
		"brackets":        strings.Repeat("[", mib),
		"objects":         strings.Repeat(`{"a":`, mib/5),
		"far too long":    strings.Repeat(" ", 64*mib),
		"misplaced quote": `{"UserData":"` + strings.Repeat("x", mib-14),
	}
	for name, doc := range docs {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _ = decode(doc)
		runtime.ReadMemStats(&after)
		if got := after.TotalAlloc - before.TotalAlloc; got > 16*mib {
			t.Errorf("%s: %d bytes allocated", name, got)
		}
	}
}

func TestMaxBytes(t *testing.T) {
	tests := []struct {
		doc  string
		max  int
		want string
	}{
		{`{}`, 2, ""},
		{`{} `, 2, "line 1, column 3: the request is longer than 2 bytes"},
		{`{}`, 0, "line 1, column 1: the request is longer than 0 bytes"},
		{`{}`, -1, "line 1, column 1: the request is longer than 0 bytes"},
		{`{}`, int(^uint(0) >> 1), ""},
	}
	for _, tt := range tests {
		got := ""
		if _, err := decode(tt.doc, clijson.MaxBytes(tt.max)); err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%q with MaxBytes(%d): %q, want %q", tt.doc, tt.max, got, tt.want)
		}
	}
}

// blanks is a document without end.
type blanks struct{ read int }

func (b *blanks) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	b.read += len(p)
	return len(p), nil
}

// idle returns neither bytes nor an error.
type idle struct{}

func (idle) Read([]byte) (int, error) { return 0, nil }

func TestAnEndlessReaderIsLeft(t *testing.T) {
	endless := new(blanks)
	if _, err := clijson.Decode(endless); err == nil {
		t.Error("a document without end was accepted")
	}
	if endless.read > 1<<20+64<<10 {
		t.Errorf("%d bytes were read", endless.read)
	}
	if _, err := clijson.Decode(idle{}); !errors.Is(err, io.ErrNoProgress) {
		t.Errorf("idle reader: %v, want io.ErrNoProgress", err)
	}
	slow := iotest.OneByteReader(strings.NewReader(`{"KeyName": "` + strings.Repeat("x", 1000) + `"}`))
	if _, err := clijson.Decode(slow); err != nil {
		t.Errorf("slow reader: %v", err)
	}
}

func TestTheErrorOfAReaderIsTheCause(t *testing.T) {
	broken := errors.New("line cut")
	r := io.MultiReader(strings.NewReader("{\n\"KeyName\":"), iotest.ErrReader(broken))
	in, err := clijson.Decode(r)
	if in != nil || !errors.Is(err, broken) {
		t.Errorf("got %v, %v", in, err)
	}
	if want := "cannot read the request: line cut"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
	if _, err := clijson.Decode(nil); err == nil {
		t.Error("a nil reader was accepted")
	}
}

// What a reader returns may hold anything.
func TestALongErrorOfAReaderIsCut(t *testing.T) {
	for name, text := range map[string]string{
		"line breaks": "line\r\n2: all is well", "escapes": "\x1b[2J", "turned round": "\u202e", "not UTF-8": "a\xffb",
		"3 MB": strings.Repeat("z", 3<<20), "3 MB of continuation bytes": strings.Repeat("\x80", 3<<20),
	} {
		broken := errors.New(text)
		_, err := clijson.Decode(iotest.ErrReader(broken))
		if !errors.Is(err, broken) {
			t.Errorf("%s: the cause is not to be had", name)
		}
		if said := err.Error(); len(said) > 8<<10 || strings.ContainsFunc(said, func(r rune) bool { return !strconv.IsPrint(r) }) {
			t.Errorf("%s: %.100q, of %d bytes", name, said, len(said))
		}
	}
}

type panicking struct{}

func (panicking) Read([]byte) (int, error) { panic("reader") }

func TestThePanicOfAReaderReachesTheCaller(t *testing.T) {
	defer func() {
		if recover() != "reader" {
			t.Error("the reader's panic was swallowed")
		}
	}()
	_, _ = clijson.Decode(panicking{})
}
