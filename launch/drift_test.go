package launch

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
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

// recordedFile says what the rules were written from, a line each: what it is,
// a checksum of its documentation in the SDK, and the rules that mention it or,
// of an enumeration, its values.
const recordedFile = "testdata/sdk.txt"

// TestTheSDKIsTheOneThatWasRead compares the operation, every structure, member
// and enumeration of a request with what is recorded of them. An SDK that adds
// one, or a value, or edits a sentence fails here, and names what to read
// again; then -update records the new state.
func TestTheSDKIsTheOneThatWasRead(t *testing.T) {
	docs := readSDK(t)
	got := []string{line("operation RunInstances", docs["operation"], "")}
	for _, path := range members.Paths() {
		owner, field, typ := ownerOf(path)
		got = append(got, line(path, docs[owner+"."+field], mentions(path)))
		typ = elem(typ)
		if docs[typ.Name()] == "" {
			continue // a text, number or switch
		}
		what := "structure " + typ.Name()
		if values := enumerated(typ); values != "" {
			what = "enumeration " + typ.Name()
			got = append(got, line(what, docs[typ.Name()], values))
			continue
		}
		got = append(got, line(what, docs[typ.Name()], ""))
	}
	slices.Sort(got)
	got = slices.Compact(got)
	if *update {
		if err := os.WriteFile(recordedFile, []byte(strings.Join(got, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(recordedFile)
	if err != nil {
		t.Fatal(err)
	}
	recorded := map[string][]string{}
	for l := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(l, "\n"), "\t")
		recorded[f[0]] = f[1:]
	}
	for _, l := range got {
		f := strings.Split(l, "\t")
		was, ok := recorded[f[0]]
		delete(recorded, f[0])
		switch {
		case !ok:
			t.Errorf("%s is new: read its documentation, build it and write its rules", f[0])
		case was[0] != f[1]:
			t.Errorf("the documentation of %s has changed: read it again with %s", f[0], f[2])
		case was[1] != f[2]:
			t.Errorf("%s: new are %s, gone are %s", f[0], without(f[2], was[1]), without(was[1], f[2]))
		}
	}
	for what := range recorded {
		t.Errorf("%s is recorded, but no part of a request", what)
	}
}

func line(what, sum, rest string) string { return strings.Join([]string{what, sum, rest}, "\t") }

// without lists the words of one text that another lacks.
func without(words, known string) []string {
	have := strings.Fields(known)
	return slices.DeleteFunc(strings.Fields(words), func(w string) bool { return slices.Contains(have, w) })
}

// mentions lists the rules that name a member.
func mentions(path string) string {
	var ids []string
	for _, r := range launchRules() {
		if slices.Contains(slices.Collect(r.Named()), path) {
			ids = append(ids, r.ID)
		}
	}
	if len(ids) == 0 {
		return "no documented constraint"
	}
	slices.Sort(ids)
	return strings.Join(ids, " ")
}

// enumerated lists the values of an enumeration of the SDK, of a large one
// their number and a checksum; it is empty for what is none.
func enumerated(t reflect.Type) string {
	method := reflect.Zero(t).MethodByName("Values")
	if !method.IsValid() {
		return ""
	}
	list := method.Call(nil)[0]
	var values []string
	for i := range list.Len() {
		values = append(values, list.Index(i).String())
	}
	slices.Sort(values)
	if len(values) > 200 {
		return fmt.Sprintf("%d values %s", len(values), checksum(strings.Join(values, " ")))
	}
	return strings.Join(values, " ")
}

func checksum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:6])
}

// readSDK returns the checksums of the doc comments in the SDK's source: of a
// type by its name, of a field as "EbsBlockDevice.Iops", and of the method that
// is the operation.
func readSDK(t *testing.T) map[string]string {
	t.Helper()
	sums := map[string]string{}
	for _, file := range []string{"api_op_RunInstances.go", "types/types.go", "types/enums.go"} {
		for _, decl := range parseSDK(t, file).Decls {
			sumDecl(decl, sums)
		}
	}
	return sums
}

// parseSDK parses a file of the SDK's package ec2.
func parseSDK(t *testing.T, file string) *ast.File {
	t.Helper()
	out, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/aws/aws-sdk-go-v2/service/ec2").Output()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(strings.TrimSpace(string(out)), file)
	parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func sumDecl(decl ast.Decl, sums map[string]string) {
	if f, ok := decl.(*ast.FuncDecl); ok && f.Name.Name == "RunInstances" {
		sums["operation"] = checksum(f.Doc.Text())
	}
	d, ok := decl.(*ast.GenDecl)
	if !ok || d.Tok != token.TYPE {
		return
	}
	for _, spec := range d.Specs {
		typ := spec.(*ast.TypeSpec)
		sums[typ.Name.Name] = checksum(d.Doc.Text())
		structure, ok := typ.Type.(*ast.StructType)
		if !ok {
			continue
		}
		for _, f := range structure.Fields.List {
			for _, name := range f.Names {
				sums[typ.Name.Name+"."+name.Name] = checksum(f.Doc.Text())
			}
		}
	}
}

// ownerOf returns the structure and the field that a path ends in, and the type
// of that field.
func ownerOf(path string) (owner, field string, t reflect.Type) {
	t = reflect.TypeFor[ec2.RunInstancesInput]()
	for step := range strings.SplitSeq(path, ".") {
		for t.Kind() != reflect.Struct {
			t = t.Elem()
		}
		owner, field = t.Name(), strings.TrimSuffix(step, "[]")
		f, _ := t.FieldByName(field)
		t = f.Type
	}
	return owner, field, t
}
