// Package nocompile proves what the library's types exclude: programs that
// must not compile.
package nocompile

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Run type-checks every Go file in dir by itself. On each line with a comment
//
//	// want "part of the compiler's message"
//
// there must be an error that says so, and nowhere else may there be one.
func Run(t *testing.T, dir string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs in %s: %v", dir, err)
	}
	fset := token.NewFileSet()
	parsed := make([]*ast.File, len(files))
	for i, file := range files {
		if parsed[i], err = parser.ParseFile(fset, file, nil,
			parser.ParseComments|parser.SkipObjectResolution); err != nil {
			t.Fatal(err)
		}
	}
	imp := importer.ForCompiler(fset, "gc", exports(t, parsed))
	for i, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { check(t, fset, parsed[i], imp) })
	}
}

func check(t *testing.T, fset *token.FileSet, file *ast.File, imp types.Importer) {
	wants := wanted(t, fset, file)
	if len(wants) == 0 {
		t.Fatal("no line says what it wants")
	}
	conf := types.Config{Importer: imp, Error: func(err error) {
		var fault types.Error
		if !errors.As(err, &fault) {
			t.Fatal(err)
		}
		line := fset.Position(fault.Pos).Line
		want, ok := wants[line]
		switch {
		case !ok || !strings.Contains(fault.Msg, want) || want == "":
			t.Errorf("unexpected error: %v", fault)
		default:
			wants[line] = "" // met
		}
	}}
	_, _ = conf.Check("main", fset, []*ast.File{file}, nil) // errors went to conf.Error
	for line, want := range wants {
		if want != "" {
			t.Errorf("line %d compiles; want an error that says %q", line, want)
		}
	}
}

// wanted maps lines to the messages wanted there.
func wanted(t *testing.T, fset *token.FileSet, file *ast.File) map[int]string {
	wants := map[int]string{}
	for _, group := range file.Comments {
		for _, c := range group.List {
			text, ok := strings.CutPrefix(c.Text, "// want ")
			if !ok {
				continue
			}
			want, err := strconv.Unquote(text)
			if err != nil {
				t.Fatalf("%v: %s: %v", fset.Position(c.Pos()), c.Text, err)
			}
			wants[fset.Position(c.Pos()).Line] = want
		}
	}
	return wants
}

// exports finds the compiled form of all that the files import.
func exports(t *testing.T, files []*ast.File) func(path string) (io.ReadCloser, error) {
	args := []string{"list", "-export", "-deps", "-f", "{{if .Export}}{{.ImportPath}}\t{{.Export}}{{end}}"}
	for _, f := range files {
		for _, spec := range f.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			args = append(args, path)
		}
	}
	var stderr bytes.Buffer
	cmd := exec.Command("go", args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	compiled := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "\t")
		compiled[path] = file
	}
	return func(path string) (io.ReadCloser, error) {
		file, ok := compiled[path]
		if !ok {
			return nil, fmt.Errorf("no export data for %s", path)
		}
		return os.Open(file)
	}
}
