package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestGolden(t *testing.T) {
	files := []string{"testdata/valid.json", "testdata/warning.json", "testdata/invalid.json", "testdata/undecodable.json", "testdata/iops80000.json"}
	tests := []struct {
		golden string
		args   []string
	}{
		{"latest.txt", nil},
		{"latest.jsonl", []string{"-format", "json"}},
		{"latest.sarif", []string{"-format", "sarif"}},
		{"latest.github", []string{"-format", "github"}},
		{"2023.jsonl", []string{"-edition", "2023", "-format", "json"}},
	}
	for _, tt := range tests {
		t.Run(tt.golden, func(t *testing.T) {
			status, got, stderr := preflight(t, "", slices.Concat(tt.args, files)...)
			if status != someInvalid || stderr != "" {
				t.Errorf("status %d, %s", status, stderr)
			}
			path := filepath.Join("testdata", tt.golden)
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestALineReadsBackAsTheReport holds that a line of JSON is a report of the
// library, with the file and the verdict before it.
func TestALineReadsBackAsTheReport(t *testing.T) {
	for _, file := range []string{"testdata/valid.json", "testdata/warning.json", "testdata/invalid.json"} {
		_, line, _ := preflight(t, "", "-format", "json", file)
		var got validate.Report
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Errorf("%s: %v", line, err)
		}
		document, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		request, err := launch.DecodeCLI(bytes.NewReader(document))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(launch.Check(request), got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}

func TestALineSaysWhereEachViolationStands(t *testing.T) {
	_, line, _ := preflight(t, strings.Replace(minimal, "{", "{\n\"KeyName\": \"\",", 1), "-format", "json", "-")
	if got := decode(t, line); len(got.Violations) != 1 || got.Violations[0].Line != 2 || got.Violations[0].Column != 1 {
		t.Errorf("the line is %s", line)
	}
}

func TestThatThereMayBeMoreFaultsIsSaid(t *testing.T) {
	document := "{" + strings.Repeat(`"a":1,`, 30) + `"a":1}`
	for _, format := range []string{"text", "json", "github", "sarif"} {
		if _, stdout, _ := preflight(t, document, "-format", format, "-"); !strings.Contains(stdout, "there may be more behind them") {
			t.Errorf("%s: the output is %s", format, stdout)
		}
	}
}

func TestRules(t *testing.T) {
	status, stdout, stderr := preflight(t, "", "-rules")
	if status != allValid || stderr != "" {
		t.Fatalf("status %d, %s", status, stderr)
	}
	type example struct{ Spec, At string }
	type rule struct {
		ID, Summary, Severity, URL string
		Good, Bad                  []example
	}
	var got, want []rule
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	for _, r := range launch.Rules() {
		w := rule{ID: r.ID, Summary: r.Summary, Severity: r.Severity.String(), URL: r.Source.URL(), Good: []example{}, Bad: []example{}}
		for _, ex := range r.Good {
			w.Good = append(w.Good, example{ex.Spec, ex.At})
		}
		for _, ex := range r.Bad {
			w.Bad = append(w.Bad, example{ex.Spec, ex.At})
		}
		want = append(want, w)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A fullDisk takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestOutputThatCannotBeWritten(t *testing.T) {
	for _, args := range [][]string{{"-"}, {"-format", "json", "-"}, {"-format", "sarif", "-"}, {"-format", "github", "-advise", "-"}, {"-rules"}, {"-h"}} {
		var stderr bytes.Buffer
		if status := run(args, strings.NewReader(minimal), fullDisk{}, &stderr); status != failed || stderr.String() != "preflight: no space left\n" {
			t.Errorf("%q: status %d, printed %q", args, status, &stderr)
		}
	}
}
