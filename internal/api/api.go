// Package api writes down what the library exports, so that a change of it is
// seen in review.
package api

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/printer"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Write writes the exported declarations of every package of the module at root
// that others can import, without comments and bodies, in a fixed order.
func Write(w io.Writer, root string) error {
	var dirs []string
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		if path != root && (hidden(entry.Name()) || isModule(path)) {
			return filepath.SkipDir
		}
		dirs = append(dirs, path)
		return nil
	})
	if err != nil {
		return err
	}
	slices.Sort(dirs)
	for _, dir := range dirs {
		if err := writePackage(w, root, dir); err != nil {
			return err
		}
	}
	return nil
}

// hidden reports whether a folder of this name holds nothing that others can
// import.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || name == "internal" || name == "testdata" || name == "examples"
}

// isModule reports whether a folder is a module of its own.
func isModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

// writePackage writes what one folder exports, if it has a package.
func writePackage(w io.Writer, root, dir string) error {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return err
	}
	set := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	if len(files) == 0 || files[0].Name.Name == "main" {
		return nil
	}
	path, err := filepath.Rel(root, dir)
	if err != nil {
		return err
	}
	pkg, err := doc.NewFromFiles(set, files, path)
	if err != nil {
		return err
	}
	out := printing{w: w, set: set}
	out.printf("package %s\n", filepath.ToSlash(path))
	out.values(pkg.Consts, pkg.Vars)
	out.funcs(pkg.Funcs)
	for _, t := range pkg.Types {
		out.node(t.Decl)
		out.values(t.Consts, t.Vars)
		out.funcs(t.Funcs)
		out.funcs(t.Methods)
	}
	out.printf("\n")
	return out.err
}

// A printing writes until the first error.
type printing struct {
	w   io.Writer
	set *token.FileSet
	err error
}

func (p *printing) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

func (p *printing) values(lists ...[]*doc.Value) {
	for _, v := range slices.Concat(lists...) {
		p.node(v.Decl)
	}
}

func (p *printing) funcs(funcs []*doc.Func) {
	for _, f := range funcs {
		f.Decl.Body = nil
		p.node(f.Decl)
	}
}

// node writes a declaration, a tab before each line.
func (p *printing) node(decl ast.Decl) {
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Field:
			n.Doc, n.Comment = nil, nil
		case *ast.ValueSpec:
			n.Doc, n.Comment = nil, nil
		case *ast.TypeSpec:
			n.Doc, n.Comment = nil, nil
		case *ast.GenDecl:
			n.Doc = nil
		case *ast.FuncDecl:
			n.Doc = nil
		}
		return true
	})
	var text bytes.Buffer
	if err := printer.Fprint(&text, p.set, decl); err != nil && p.err == nil {
		p.err = err
	}
	for line := range strings.Lines(text.String()) {
		if line = strings.TrimRight(line, "\n"); strings.TrimSpace(line) != "" {
			p.printf("\t%s\n", line)
		}
	}
}
