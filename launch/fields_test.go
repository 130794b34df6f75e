package launch

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/members"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

const fieldsFile = "testdata/fields.txt"

// TestFields compares every member of a request with what is recorded of it: a
// checksum of its documentation in the SDK, and the rules that mention it. An
// SDK that adds a member or edits a sentence fails here and names the rules to
// read again; then -update records the new state.
func TestFields(t *testing.T) {
	docs := comments(t)
	var got []string
	for _, path := range members.Paths() {
		got = append(got, strings.Join([]string{path, docs(path), mentions(path)}, "\t"))
	}
	if *update {
		if err := os.WriteFile(fieldsFile, []byte(strings.Join(got, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(fieldsFile)
	if err != nil {
		t.Fatal(err)
	}
	recorded := map[string][]string{}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		recorded[f[0]] = f[1:]
	}
	for _, line := range got {
		f := strings.Split(line, "\t")
		was, ok := recorded[f[0]]
		delete(recorded, f[0])
		switch {
		case !ok:
			t.Errorf("%s is new: build it, read its documentation and write its rules", f[0])
		case was[0] != f[1]:
			t.Errorf("the documentation of %s has changed: read it again with %s", f[0], f[2])
		case was[1] != f[2]:
			t.Errorf("%s is mentioned by %s, recorded is %s", f[0], f[2], was[1])
		}
	}
	for path := range recorded {
		t.Errorf("%s is recorded, but no member of a request", path)
	}
}

// mentions lists the rules that constrain or read a member.
func mentions(path string) string {
	var ids []string
	for _, r := range Rules() {
		if slices.Contains(r.Members, path) {
			ids = append(ids, r.ID)
		}
	}
	if len(ids) == 0 {
		return "no documented constraint"
	}
	slices.Sort(ids)
	return strings.Join(ids, " ")
}

// comments returns a function from the path of a member to a checksum of its
// doc comment in the SDK's source.
func comments(t *testing.T) func(path string) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/aws/aws-sdk-go-v2/service/ec2").Output()
	if err != nil {
		t.Fatal(err)
	}
	dir := strings.TrimSpace(string(out))
	sums := map[string]string{} // by struct and field: "EbsBlockDevice.Iops"
	for _, file := range []string{"api_op_RunInstances.go", "types/types.go"} {
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, file), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range parsed.Decls {
			sumFields(decl, sums)
		}
	}
	return func(path string) string {
		owner, field := ownerOf(path)
		return sums[owner+"."+field]
	}
}

func sumFields(decl ast.Decl, sums map[string]string) {
	d, ok := decl.(*ast.GenDecl)
	if !ok {
		return
	}
	for _, spec := range d.Specs {
		typ, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		structure, ok := typ.Type.(*ast.StructType)
		if !ok {
			continue
		}
		for _, f := range structure.Fields.List {
			sum := sha256.Sum256([]byte(f.Doc.Text()))
			for _, name := range f.Names {
				sums[typ.Name.Name+"."+name.Name] = hex.EncodeToString(sum[:6])
			}
		}
	}
}

// ownerOf returns the struct and the field that a path ends in.
func ownerOf(path string) (owner, field string) {
	t := reflect.TypeFor[ec2.RunInstancesInput]()
	for step := range strings.SplitSeq(path, ".") {
		for t.Kind() != reflect.Struct {
			t = t.Elem()
		}
		owner, field = t.Name(), strings.TrimSuffix(step, "[]")
		f, _ := t.FieldByName(field)
		t = f.Type
	}
	return owner, field
}
