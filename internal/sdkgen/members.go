package main

import (
	"bytes"
	"fmt"
	"iter"
	"log"
	"reflect"
	"slices"
	"strings"
)

const membersHead = `package members

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

`

// writeMembers writes the list of all paths and the walk that collects those
// set.
func writeMembers(b *bytes.Buffer) {
	b.WriteString(membersHead)
	paths := pathsOf(request, "")
	fmt.Fprint(b, "// paths lists every member of a request, in the request's order.\nvar paths = [...]string{\n")
	for _, p := range paths {
		fmt.Fprintf(b, "%q,\n", p)
	}
	fmt.Fprintf(b, "}\n\nconst words = %d\n\n", (len(paths)+63)/64)
	fmt.Fprint(b, "func (w *walker) request(in *ec2.RunInstancesInput) {\n")
	walk(b, paths, request, "")
	fmt.Fprint(b, "}\n\n")
	writeVisits(b, paths)
	for prefix, t := range nested(request, "") {
		fmt.Fprintf(b, "func (w *walker) %s(in *%s) {\n", walker(prefix), t)
		walk(b, paths, t, prefix)
		fmt.Fprint(b, "}\n\n")
	}
}

// walk writes the tests on each field of t, which stands at prefix.
func walk(b *bytes.Buffer, paths []string, t reflect.Type, prefix string) {
	for f := range members(t) {
		path := prefix + f.Name
		i := slices.Index(paths, path)
		below := elem(f.Type)
		method, tested := tests[below.Kind()]
		set := fmt.Sprintf("w.set.add(%d)\n", i)
		test := fmt.Sprintf("if t := w.tests[%d]; t != nil && !t.%s(%%s) {\nw.wrong.add(%[1]d)\n}\n", i, method)
		switch {
		case f.Type.Kind() == reflect.Pointer && isStruct(below):
			fmt.Fprintf(b, "if in.%s != nil {\n%sw.%s(in.%[1]s)\n}\n", f.Name, set, walker(path+"."))
		case f.Type.Kind() == reflect.Slice && isStruct(below):
			fmt.Fprintf(b, "for i := range in.%s {\n%sw.%s(&in.%[1]s[i])\n}\n", f.Name, set, walker(path+"[]."))
		case f.Type.Kind() == reflect.Pointer && tested:
			fmt.Fprintf(b, "if in.%s != nil {\n%s"+test+"}\n", f.Name, set, "*in."+f.Name)
		case f.Type.Kind() == reflect.Pointer:
			fmt.Fprintf(b, "if in.%s != nil {\n%s}\n", f.Name, set)
		case f.Type.Kind() == reflect.Slice && tested:
			fmt.Fprintf(b, "for i := range in.%s {\n%s"+test+"}\n", f.Name, set, "in."+f.Name+"[i]")
		case f.Type.Kind() == reflect.String:
			fmt.Fprintf(b, "if in.%s != \"\" {\n%s"+test+"}\n", f.Name, set, "string(in."+f.Name+")")
		default:
			log.Fatalf("%s.%s: no way to tell whether a %s is set", t, f.Name, f.Type)
		}
	}
}

// writeVisits writes, for each path of texts, numbers or switches, the loop
// over all of them that a request sets; nothing for the others.
func writeVisits(b *bytes.Buffer, paths []string) {
	fmt.Fprint(b, `var values = [...]struct {
		kind  Kind
		visit func(*ec2.RunInstancesInput, *Test, Visitor)
	}{
`)
	for i, path := range paths {
		writeVisit(b, i, path)
	}
	fmt.Fprint(b, "}\n\n")
}

func writeVisit(b *bytes.Buffer, i int, path string) {
	var loops, ends, position strings.Builder
	t, at := request, "in"
	lists := 0
	open := func(format string, args ...any) {
		fmt.Fprintf(&loops, format+" {\n", args...)
		ends.WriteString("}\n")
	}
	for step := range strings.SplitSeq(path, ".") {
		f, _ := t.FieldByName(strings.TrimSuffix(step, "[]"))
		at += "." + f.Name
		t = f.Type
		switch {
		case t.Kind() == reflect.Pointer:
			t = t.Elem()
			open("if %s != nil", at)
			if !isStruct(t) {
				at = "*" + at
			}
		case t.Kind() == reflect.Slice:
			t = t.Elem()
			fmt.Fprintf(&position, "i%d, ", lists)
			open("for i%d := range %s", lists, at)
			at += fmt.Sprintf("[i%d]", lists)
			lists++
		}
	}
	kind, known := kinds[t.Kind()]
	switch {
	case !known:
		return
	case t.Kind() == reflect.String && t.PkgPath() != "":
		open("if %s != \"\"", at)
		at = "(*string)(&" + at + ")"
	case strings.HasPrefix(at, "*"):
		at = at[1:]
	default:
		at = "&" + at
	}
	open("if value := %s; !t.%s(*value)", at, tests[t.Kind()])
	fmt.Fprintf(b, "%d: {%s, func(in *ec2.RunInstancesInput, t *Test, v Visitor) {\n%sv.Visit(value, Position{%s}, %d)\n%s}},\n",
		i, kind, loops.String(), strings.TrimSuffix(position.String(), ", "), lists, ends.String())
}

// kinds are what can be tested.
var kinds = map[reflect.Kind]string{reflect.String: "Text", reflect.Int32: "Number", reflect.Bool: "Switch"}

// tests are the methods of the walk that take the values of each.
var tests = map[reflect.Kind]string{reflect.String: "text", reflect.Int32: "number", reflect.Bool: "toggle"}

// nested yields every struct below t with the prefix of its members' paths.
func nested(t reflect.Type, prefix string) iter.Seq2[string, reflect.Type] {
	return func(yield func(string, reflect.Type) bool) {
		for f := range members(t) {
			below := elem(f.Type)
			if !isStruct(below) {
				continue
			}
			at := prefix + f.Name + "."
			if f.Type.Kind() == reflect.Slice {
				at = prefix + f.Name + "[]."
			}
			if !yield(at, below) {
				return
			}
			for p, t := range nested(below, at) {
				if !yield(p, t) {
					return
				}
			}
		}
	}
}

// pathsOf lists the paths of t's members and of all below them.
func pathsOf(t reflect.Type, prefix string) []string {
	var paths []string
	for f := range members(t) {
		path := prefix + f.Name
		paths = append(paths, path)
		if f.Type.Kind() == reflect.Slice {
			path += "[]"
		}
		if isStruct(elem(f.Type)) {
			paths = append(paths, pathsOf(elem(f.Type), path+".")...)
		}
	}
	return paths
}

// walker names the method that walks the struct whose members' paths begin with
// prefix.
func walker(prefix string) string {
	name := strings.NewReplacer(".", "", "[]", "").Replace(prefix)
	return strings.ToLower(name[:1]) + name[1:]
}
