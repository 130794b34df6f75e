package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// answers are the outputs that the endpoint answers with.
var answers = []any{
	ec2.CreateLaunchTemplateOutput{},
	ec2.CreateLaunchTemplateVersionOutput{},
	ec2.DeleteLaunchTemplateOutput{},
	ec2.DescribeLaunchTemplateVersionsOutput{},
	ec2.DescribeLaunchTemplatesOutput{},
}

// An element is what the SDK reads a member of a structure from, and each item of a list within.
type element struct{ member, name, item string }

// writeAnswers writes the elements of every structure that the answers reach, as the SDK's deserialiser reads them.
func writeAnswers(b *bytes.Buffer) error {
	read, err := deserialiser()
	if err != nil {
		return err
	}
	var shapes []reflect.Type
	for _, out := range answers {
		reach(reflect.TypeOf(out), &shapes)
	}
	fmt.Fprint(b, "\n// elementsOf returns the elements that stand for the members of a structure.\n"+
		"func elementsOf(structure string) []element {\nswitch structure {\n")
	for _, shape := range shapes {
		fmt.Fprintf(b, "case %q:\nreturn elements%s[:]\n", shape.Name(), shape.Name())
	}
	fmt.Fprint(b, "}\nreturn nil\n}\n")
	for _, shape := range shapes {
		elements := read[shape.Name()]
		if len(elements) == 0 {
			return fmt.Errorf("the deserialiser reads no %s", shape.Name())
		}
		fmt.Fprintf(b, "\nvar elements%s = [...]element{\n", shape.Name())
		for _, e := range elements {
			fmt.Fprintf(b, "{%q, %q, %q},\n", e.member, e.name, e.item)
		}
		fmt.Fprint(b, "}\n")
	}
	return nil
}

// reach collects the structures that a type leads to.
func reach(t reflect.Type, shapes *[]reflect.Type) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || t.PkgPath() == "time" || t.Name() == "Metadata" || slices.Contains(*shapes, t) {
		return
	}
	*shapes = append(*shapes, t)
	for f := range t.Fields() {
		if f.IsExported() {
			reach(f.Type, shapes)
		}
	}
}

var (
	structure = regexp.MustCompile(`^awsEc2query_deserialize(?:OpDocument|Document)\w+\(v \*\*(?:types\.)?(\w+), decoder`)
	list      = regexp.MustCompile(`^awsEc2query_deserializeDocument(\w+)\(v \*\[\]`)
	listItem  = regexp.MustCompile(`strings\.EqualFold\("(\w+)", t\.Name\.Local\)`)
	reads     = regexp.MustCompile(`(?s)case strings\.EqualFold\("(\w+)", t\.Name\.Local\):(.*?)sv\.(\w+)`)
	readsList = regexp.MustCompile(`deserializeDocument(\w+)\(&$`)
)

// deserialiser reads the SDK's source: for each structure, the elements that its members are read from.
func deserialiser() (map[string][]element, error) {
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/aws/aws-sdk-go-v2/service/ec2").Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	source, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "deserializers.go"))
	if err != nil {
		return nil, err
	}
	items, read := map[string]string{}, map[string][]element{}
	functions := strings.Split(string(source), "\nfunc ")
	for _, f := range functions {
		if l, of := list.FindStringSubmatch(f), listItem.FindStringSubmatch(f); l != nil && of != nil {
			items[l[1]] = of[1]
		}
	}
	for _, f := range functions {
		s := structure.FindStringSubmatch(f)
		if s == nil {
			continue
		}
		for _, m := range reads.FindAllStringSubmatch(f, -1) {
			e := element{member: m[3], name: m[1]}
			if l := readsList.FindStringSubmatch(m[2]); l != nil {
				e.item = items[l[1]]
			}
			read[s[1]] = append(read[s[1]], e)
		}
	}
	return read, nil
}
