package api

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/doc"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// universal are methods that readers know from other types.
var universal = []string{
	"String", "GoString", "Format", "LogValue", "Error", "Unwrap", "Is", "As", "Equal", "IsZero",
	"MarshalJSON", "UnmarshalJSON", "MarshalText", "UnmarshalText",
}

// Unshown lists what the packages of the module at root export and no Example
// of the package shows, such as "blockdevice.GP3Volume.IOPS": functions, types
// but for constraints, and methods but for the universal ones. An Example shows what it uses, if it
// has an output: one without is compiled, but not run.
func Unshown(root string) ([]string, error) {
	own, compiled, err := list(root)
	if err != nil {
		return nil, err
	}
	set := token.NewFileSet()
	imp := importer.ForCompiler(set, "gc", func(path string) (io.ReadCloser, error) { return os.Open(compiled[path]) })
	var all []string
	for _, path := range slices.Sorted(maps.Keys(own)) {
		pkg, err := imp.Import(path)
		if err != nil {
			return nil, err
		}
		shown, err := examples(set, imp, filepath.Join(root, filepath.FromSlash(own[path])))
		if err != nil {
			return nil, err
		}
		for _, face := range faces(pkg) {
			if !shown[face.object] {
				all = append(all, own[path]+"."+face.name)
			}
		}
	}
	return all, nil
}

// list asks the go command for the packages of the module at root that others
// can import: the folder of each by its path. It also returns the compiled form
// of all that they and their tests import.
func list(root string) (own, compiled map[string]string, err error) {
	cmd := exec.Command("go", "list", "-export", "-deps", "-test",
		"-f", "{{.ImportPath}}\t{{.Name}}\t{{with .Module}}{{if .Main}}{{.Path}}{{end}}{{end}}\t{{.Export}}", "./...")
	var stderr bytes.Buffer
	cmd.Dir, cmd.Stderr = root, &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, nil, fmt.Errorf("go list: %w\n%s", err, stderr.String())
	}
	own, compiled = map[string]string{}, map[string]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		path, name, module, export := fields[0], fields[1], fields[2], fields[3]
		if strings.Contains(path, " ") {
			continue // compiled for a test
		}
		compiled[path] = export
		folder, ok := strings.CutPrefix(path, module+"/")
		if ok && module != "" && name != "main" && !slices.ContainsFunc(strings.Split(folder, "/"), hidden) {
			own[path] = folder
		}
	}
	return own, compiled, nil
}

// A face is something exported.
type face struct {
	name   string
	object types.Object
}

// faces lists the functions and types of a package, each type before its
// methods.
func faces(pkg *types.Package) (all []face) {
	for _, name := range pkg.Scope().Names() {
		object := pkg.Scope().Lookup(name)
		if !object.Exported() {
			continue
		}
		switch object := object.(type) {
		case *types.Func:
			if !within(object.Signature()) {
				all = append(all, face{name, object})
			}
		case *types.TypeName:
			if constrains(object.Type()) {
				continue
			}
			all = append(all, face{name, object})
			named, ok := object.Type().(*types.Named)
			if !ok {
				continue
			}
			for m := range named.Methods() {
				if m.Exported() && !slices.Contains(universal, m.Name()) {
					all = append(all, face{name + "." + m.Name(), m})
				}
			}
		}
	}
	return all
}

// within reports whether a function takes a value of an internal package, so that
// nobody outside of the module can call it.
func within(f *types.Signature) bool {
	for p := range f.Params().Variables() {
		if n, ok := p.Type().(*types.Named); ok && n.Obj().Pkg() != nil && slices.Contains(strings.Split(n.Obj().Pkg().Path(), "/"), "internal") {
			return true
		}
	}
	return false
}

// constrains reports whether a type only constrains type parameters, so that no
// Example, which has none, can use it.
func constrains(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && !i.IsMethodSet()
}

// examples returns what the Examples in a folder use.
func examples(set *token.FileSet, imp types.Importer, dir string) (map[types.Object]bool, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, name := range names {
		f, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		if strings.HasSuffix(f.Name.Name, "_test") {
			files = append(files, f)
		}
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{},
		Defs:  map[*ast.Ident]types.Object{},
		Uses:  map[*ast.Ident]types.Object{},
	}
	// Errors do not count: what tests add to the package is not compiled in.
	conf := types.Config{Importer: imp, Error: func(error) {}}
	_, _ = conf.Check(dir, set, files, info)
	shown := map[types.Object]bool{}
	for _, example := range doc.Examples(files...) {
		if example.Output == "" && !example.EmptyOutput {
			continue
		}
		ast.Inspect(example.Code, func(n ast.Node) bool {
			if ident, ok := n.(*ast.Ident); ok {
				shown[origin(info.Uses[ident])] = true
			}
			if expr, ok := n.(ast.Expr); ok {
				showType(shown, info.TypeOf(expr))
			}
			return true
		})
	}
	return shown, nil
}

// origin returns the generic method behind one of an instantiated type.
func origin(object types.Object) types.Object {
	if f, ok := object.(*types.Func); ok {
		return f.Origin()
	}
	return object
}

// showType marks the named types of which a type consists.
func showType(shown map[types.Object]bool, t types.Type) {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		shown[t.Obj()] = true
	case *types.Signature:
		showType(shown, t.Params())
		showType(shown, t.Results())
	case *types.Tuple:
		for v := range t.Variables() {
			showType(shown, v.Type())
		}
	case *types.Map:
		showType(shown, t.Key())
		showType(shown, t.Elem())
	case interface{ Elem() types.Type }: // a pointer, slice, array or channel
		showType(shown, t.Elem())
	}
}
