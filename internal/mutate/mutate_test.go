package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestMutantsOfAFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "p.go")
	const text = `package p

var most = 3

func over(n int) bool {
	if n < 0 {
		panic("negative")
	}
	return n > most && true
}
`
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	all, err := mutantsOf(file)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range all {
		if m.declared != (m.line == 3) {
			t.Errorf("%v: declared is %t", m, m.declared)
		}
		source, err := m.source()
		if err != nil {
			t.Fatal(err)
		}
		line := strings.Split(string(source), "\n")[m.line-1]
		got = append(got, strings.TrimSpace(line))
	}
	slices.Sort(got)
	want := []string{
		"_ = 0", "if !(n < 0) {", "if n < 1 {", "if n <= 0 {", "return n > most && false", "return n > most || true",
		"return n >= most && true", "var most = 4",
	}
	if !slices.Equal(got, want) {
		t.Errorf("mutants\n%q, want\n%q", got, want)
	}
}

// A fault that no test finds survives, one that a test finds is killed, and one
// that does not compile is neither.
func TestFatesOfMutants(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module m\n\ngo 1.26\n",
		"m.go":   "package m\n\nfunc Max(a, b int) int {\n\tif a < b {\n\t\treturn b\n\t}\n\treturn a\n}\n",
		"m_test.go": "package m\n\nimport \"testing\"\n\nfunc TestMax(t *testing.T) {\n" +
			"\tif Max(1, 2) != 2 || Max(2, 1) != 2 {\n\t\tt.Fatal()\n\t}\n}\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	if _, err := load(".", options{files: "n*.go"}); err == nil || err.Error() != `-files "n*.go": . has no such file` {
		t.Errorf("a pattern that nothing matches: %v", err)
	}
	p, err := load(".", options{files: "m*.go"})
	if err != nil {
		t.Fatal(err)
	}
	all, err := p.mutants()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range append(all, mutant{file: filepath.Join(dir, "m.go"), become: "package m\n\nvar n int = nil //"}) {
		want := map[string]fate{"<": survived, "a < b": killed, "": broken}[m.was]
		if got, err := p.try(m); err != nil || got != want {
			t.Errorf("%v: fate %d, %v, want %d", m, got, err, want)
		}
	}
}
