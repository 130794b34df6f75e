package yaml

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"sort"
	"strings"

	"go.yaml.in/yaml/v3"
	strict "sigs.k8s.io/yaml"

	"github.com/ec2launch/ec2launch/launch/policy"
)

// only returns the only document of a text, with its places.
func only(text []byte) (places, error) {
	documents := yaml.NewDecoder(bytes.NewReader(text))
	var first, second yaml.Node
	if err := documents.Decode(&first); err == io.EOF {
		return nil, wrong(policy.Fault{Line: 1, Column: 1, Message: "the document is empty"})
	} else if err != nil {
		return nil, unread(text, err, nodes)
	}
	if err := documents.Decode(&second); err == nil {
		return nil, wrong(policy.Fault{Line: second.Line, Column: second.Column, Message: "there is more than one document"})
	} else if err != io.EOF {
		return nil, unread(text, err, nodes)
	}
	at := places{}
	if faults := at.note("", first.Content[0]); len(faults) > 0 {
		return nil, wrong(faults...)
	}
	return at, nil
}

// nodes parses all documents of a text.
func nodes(text []byte) error {
	documents := yaml.NewDecoder(bytes.NewReader(text))
	for {
		var n yaml.Node
		if err := documents.Decode(&n); err != nil {
			return err
		}
	}
}

// asJSON returns a document as JSON.
func asJSON(text []byte) ([]byte, error) {
	document, err := strict.YAMLToJSONStrict(text)
	if err != nil {
		return nil, unread(text, err, func(text []byte) error { _, err := strict.YAMLToJSONStrict(text); return err })
	}
	return document, nil
}

func wrong(faults ...policy.Fault) error {
	return &policy.Error{Faults: faults[:min(len(faults), maxFaults)]}
}

// maxFaults is the most faults that an error names.
const maxFaults = 100

// unread is the error of a text that a parser refuses. Parsers name no line, or one
// that is near: it is the last of the fewest lines that they refuse for the same
// reason.
func unread(text []byte, err error, parse func([]byte) error) error {
	why := reason(err)
	fault := policy.Fault{Message: plain(why)}
	if len(text) <= maxSearched {
		lines := slices.Collect(bytes.Lines(text))
		fault.Line = 1 + sort.Search(len(lines)-1, func(last int) bool {
			err := parse(bytes.Join(lines[:last+1], nil))
			return err != nil && reason(err) == why
		})
	}
	return wrong(fault)
}

// maxSearched bounds the documents that are parsed again and again to find a line.
const maxSearched = 64 << 10

// reason is what a parser says is wrong, without a line.
func reason(err error) string {
	return prefixes.ReplaceAllString(strings.Join(strings.Fields(err.Error()), " "), "")
}

var prefixes = regexp.MustCompile(`^(yaml: |json: |unmarshal errors: |line \d+: )*`)

// plain says in plain words what the mistakes that many make come to.
func plain(why string) string {
	if rest, ok := strings.CutPrefix(why, "unknown anchor '"); ok {
		name := strings.TrimSuffix(rest, "' referenced")
		return "no &" + name + " stands before *" + name + "; put a text that begins with * in quotes"
	}
	switch why {
	case "mapping values are not allowed in this context":
		return "a colon cannot stand here; put a text with a colon in quotes, and each field on a line of its own, as far in as " +
			"those beside it"
	case "found character that cannot start any token":
		return "a value cannot begin with this character; put a text that begins with it in quotes, and indent by blanks, not tabs"
	case "found unknown escape character":
		return `in double quotes, \ begins an escape; put a text with \ in single quotes`
	}
	return why
}
