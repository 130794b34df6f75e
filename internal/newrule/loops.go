package main

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// Loops is the check of a member in a list: loops over the lists on the way to
// it, and where it is set a report, which false holds back until what is wrong
// stands there.
func (r rule) Loops() string {
	const indices, elements = "ijk", "xyz"
	var b strings.Builder
	t, at, list := reflect.TypeFor[ec2.RunInstancesInput](), "p.Input", 0
	var set []string // what must hold before the next loop or the report
	open := func() {
		if len(set) > 0 {
			fmt.Fprintf(&b, "if %s {\n", strings.Join(set, " && "))
		}
		set = nil
	}
	for step := range strings.SplitSeq(r.Member, ".") {
		name, inList := strings.CutSuffix(step, "[]")
		f, _ := t.FieldByName(name)
		at += "." + name
		t = f.Type
		switch {
		case inList:
			open()
			fmt.Fprintf(&b, "for %c, %c := range %s {\n", indices[list], elements[list], at)
			at, t = elements[list:list+1], t.Elem()
			list++
		case t.Kind() == reflect.Pointer:
			set, t = append(set, at+" != nil"), t.Elem()
		case t.Kind() == reflect.Slice:
			set = append(set, "len("+at+") > 0")
		case t.Kind() == reflect.String:
			set = append(set, at+` != ""`)
		}
	}
	set = append(set, "false")
	open()
	fmt.Fprintf(&b, "p.Reportf(p.At(%q, %s), %q)", r.Member, strings.Join(strings.Split(indices[:list], ""), ", "), r.Word())
	return b.String() + strings.Repeat("\n}", strings.Count(b.String(), "{\n"))
}
