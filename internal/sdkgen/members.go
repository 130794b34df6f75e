package main

import (
	"bytes"
	"fmt"
	"log"
	"reflect"
	"slices"
	"strings"
)

const membersHead = `package members

import "github.com/aws/aws-sdk-go-v2/service/ec2"

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
	writeIndexOf(b, paths)
	writeElements(b)
	writeJudge(b, paths)
	writeVisits(b, paths)
}

// writeIndexOf writes the look-up of a path. A switch has nothing to build
// before the first one.
func writeIndexOf(b *bytes.Buffer, paths []string) {
	fmt.Fprint(b, "// indexOf returns where a path stands in paths.\nfunc indexOf(path string) (i int, known bool) {\nswitch path {\n")
	for i, p := range paths {
		fmt.Fprintf(b, "case %q:\nreturn %d, true\n", p, i)
	}
	fmt.Fprint(b, "}\nreturn 0, false\n}\n\n")
}

// writeElements writes the count of the elements of all lists.
func writeElements(b *bytes.Buffer) {
	fmt.Fprint(b, `// Elements counts the elements of all lists of a request. Beyond most, it counts
// no further.
func Elements(in *ec2.RunInstancesInput, most int) int {
	n := 0
`)
	count(b, request)
	fmt.Fprint(b, "return n\n}\n\n")
}

// count writes the count of the lists of t, those of the outermost structure
// first, so that it ends before the elements of one that is too long.
func count(b *bytes.Buffer, t reflect.Type) {
	for f := range members(t) {
		if f.Type.Kind() == reflect.Slice {
			fmt.Fprintf(b, "n += len(in.%s)\n", f.Name)
		}
	}
	for f := range members(t) {
		below := elem(f.Type)
		if !isStruct(below) || !hasList(below) {
			continue
		}
		if f.Type.Kind() == reflect.Slice {
			fmt.Fprintf(b, "for i := 0; i < len(in.%s) && n <= most; i++ {\nin := &in.%[1]s[i]\n", f.Name)
		} else {
			fmt.Fprintf(b, "if in := in.%s; in != nil {\n", f.Name)
		}
		count(b, below)
		fmt.Fprint(b, "}\n")
	}
}

// hasList reports whether a structure has a list, or one below it.
func hasList(t reflect.Type) bool {
	for f := range members(t) {
		if f.Type.Kind() == reflect.Slice || isStruct(elem(f.Type)) && hasList(elem(f.Type)) {
			return true
		}
	}
	return false
}

// writeJudge writes the walk through a request. What is set is collected in
// variables, since the compiler keeps no array in registers.
func writeJudge(b *bytes.Buffer, paths []string) {
	fmt.Fprint(b, `// Judge collects the members that a request sets, and those of them that have a
// value which fails its test.
func Judge(in *ec2.RunInstancesInput, tests *Tests) (set, wrong Set) {
	var set0, set1, set2 uint64
`)
	walk(b, paths, request, "")
	fmt.Fprint(b, "return Set{set0, set1, set2}, wrong\n}\n\n")
}

// walk writes the tests on each field of t, which stands at prefix.
func walk(b *bytes.Buffer, paths []string, t reflect.Type, prefix string) {
	for f := range members(t) {
		path := prefix + f.Name
		i := slices.Index(paths, path)
		below := elem(f.Type)
		pointer, list := f.Type.Kind() == reflect.Pointer, f.Type.Kind() == reflect.Slice
		at, value := "in."+f.Name, ""
		switch {
		case pointer:
			value = "*" + at
			fmt.Fprintf(b, "if %s != nil {\n", at)
		case list:
			value = at + "[i]"
			path += "[]"
			fmt.Fprintf(b, "for i := range %s {\n", at)
		case f.Type.Kind() == reflect.String:
			value = "string(" + at + ")"
			fmt.Fprintf(b, "if %s != \"\" {\n", at)
		default:
			log.Fatalf("%s.%s: no way to tell whether a %s is set", t, f.Name, f.Type)
		}
		fmt.Fprintf(b, "set%d |= 1 << %d\n", i/64, i%64)
		if test, tested := tests[below.Kind()]; tested {
			fmt.Fprintf(b, "if t := tests[%d]; t != nil && !t.%s(%s) {\nwrong.add(%[1]d)\n}\n", i, test, value)
		}
		if isStruct(below) {
			if list {
				at = "&" + value
			}
			fmt.Fprintf(b, "in := %s\n", at)
			walk(b, paths, below, path+".")
		}
		fmt.Fprint(b, "}\n")
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
	fmt.Fprintf(b, "%d: {%s, func(in *ec2.RunInstancesInput, t *Test, v Visitor) {\n%sv.Visit(value, Position{%s}, "+
		"%d)\n%s}},\n",
		i, kind, loops.String(), strings.TrimSuffix(position.String(), ", "), lists, ends.String())
}

// kinds are what can be tested.
var kinds = map[reflect.Kind]string{reflect.String: "Text", reflect.Int32: "Number", reflect.Bool: "Switch"}

// tests are the methods of the walk that take the values of each.
var tests = map[reflect.Kind]string{reflect.String: "text", reflect.Int32: "number", reflect.Bool: "toggle"}

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
