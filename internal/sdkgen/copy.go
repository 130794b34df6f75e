package main

import (
	"bytes"
	"fmt"
	"log"
	"reflect"
)

const copyHead = `package sdkcopy

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

`

// writeCopy writes one deep-copy function for each struct. It leaves the copy
// to reflection where the struct has got more fields since.
func writeCopy(b *bytes.Buffer) {
	b.WriteString(copyHead)
	for _, t := range structs() {
		fmt.Fprintf(b, "// %s returns a deep copy of in.\nfunc %[1]s(in %s) %[2]s {\n", t.Name(), t)
		fmt.Fprintf(b, "if !has[%s](%d) {\nreturn reflected(in)\n}\n", t, t.NumField())
		for f := range members(t) {
			copyField(b, t, f)
		}
		fmt.Fprint(b, "return in\n}\n\n")
	}
}

func copyField(b *bytes.Buffer, owner reflect.Type, f reflect.StructField) {
	switch f.Type.Kind() {
	case reflect.Pointer:
		if e := f.Type.Elem(); isStruct(e) {
			fmt.Fprintf(b, "if in.%s != nil {\nin.%[1]s = new(%s(*in.%[1]s))\n}\n", f.Name, e.Name())
		} else {
			fmt.Fprintf(b, "in.%s = pointer(in.%[1]s)\n", f.Name)
		}
	case reflect.Slice:
		fmt.Fprintf(b, "in.%s = slices.Clone(in.%[1]s)\n", f.Name)
		if e := f.Type.Elem(); isStruct(e) {
			fmt.Fprintf(b, "for i := range in.%s {\nin.%[1]s[i] = %s(in.%[1]s[i])\n}\n", f.Name, e.Name())
		}
	case reflect.String, reflect.Bool, reflect.Int32:
	default:
		log.Fatalf("%s.%s: no way to copy a %s", owner, f.Name, f.Type)
	}
}
