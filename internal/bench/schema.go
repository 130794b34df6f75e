package main

import (
	_ "embed"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schemaText states those conditions of the chain that JSON Schema expresses. It
// compares no two members, knows no lists whose items differ in one member, and
// would need a branch for each instance type to know facts about them.
//
//go:embed schema.json
var schemaText string

var schema = newSchema()

func newSchema() *jsonschema.Schema {
	var known []any
	for _, name := range instanceTypes() {
		known = append(known, name)
	}
	c := jsonschema.NewCompiler()
	c.AssertContent()
	for url, doc := range map[string]any{
		"launch":         must(jsonschema.UnmarshalJSON(strings.NewReader(schemaText))),
		"instance-types": map[string]any{"enum": append(known, "")},
	} {
		if err := c.AddResource("https://bench.invalid/"+url, doc); err != nil {
			panic(err)
		}
	}
	return c.MustCompile("https://bench.invalid/launch")
}

// schemaAccepts judges a request that is decoded from JSON already.
func schemaAccepts(decoded any) bool { return schema.Validate(decoded) == nil }
