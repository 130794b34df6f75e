package located

import (
	"encoding/json"
	"strings"
)

// Syntax says what is wrong with a document that is not JSON, in words for whoever
// wrote it.
func Syntax(err *json.SyntaxError) string { return plain.Replace(err.Error()) }

// plain has what encoding/json says in the words of its scanner.
var plain = strings.NewReplacer(
	"unexpected end of JSON input", "the document ends too early",
	"invalid character", "found",
	"looking for beginning of value", "where a value must begin",
	"looking for beginning of object key string", "where a name in double quotes must begin",
	"after object key:value pair", "after a member, where a comma or } must stand",
	"after object key", "after a name, where a colon must stand",
	"after array element", "after an item, where a comma or ] must stand",
	"after top-level value", "after the end of the document",
	"in string literal", "in a string",
	"in string escape code", "after a backslash in a string",
	`in \u hexadecimal character escape`, `after \u, where four hexadecimal digits must stand`,
	"in numeric literal", "in a number",
	"after decimal point in numeric literal", "after a decimal point, where a digit must stand",
	"in exponent of numeric literal", "in the exponent of a number",
	"in literal", "in the word",
	"exceeded max depth", "nested too deeply",
)
