package launcher_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The table of faults in testdata names a test for each of them.
func TestEveryFaultHasATest(t *testing.T) {
	table, err := os.ReadFile("testdata/faults.txt")
	if err != nil {
		t.Fatal(err)
	}
	tests := testNames(t)
	n := 0
	for line := range strings.Lines(string(table)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		n++
		cells := strings.Split(line, "|")
		if len(cells) != 4 || strings.TrimSpace(cells[0]) != fmt.Sprint("F", n) {
			t.Fatalf("line %q: want F%d and three more columns", line, n)
		}
		names := strings.Fields(cells[3])
		if len(names) == 0 {
			t.Errorf("F%d has no test", n)
		}
		for _, name := range names {
			if !tests[name] {
				t.Errorf("F%d: there is no test %s", n, name)
			}
		}
	}
	if n != 62 {
		t.Errorf("%d faults, want 62", n)
	}
}

// testNames returns the names of all tests of this package.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, "Test") && f.Name.Name != "TestMain" {
				names[f.Name.Name] = true
			}
		}
	}
	return names
}
