package yaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"github.com/ec2launch/ec2launch/launch/policy"
)

// maxDepth is how deep lists and objects stand in one another at most; those of a
// policy stand three deep.
const maxDepth = 16

// parse returns the only node of the only document of a text.
func parse(text []byte) (*yaml.Node, error) {
	documents, err := yaml.NewLoader(bytes.NewReader(text), yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxDepth))))
	if err != nil {
		return nil, fmt.Errorf("policy: %w", err)
	}
	var first, second yaml.Node
	if err := documents.Load(&first); err == io.EOF {
		return nil, wrong(policy.Fault{Line: 1, Column: 1, Message: "the document is empty"})
	} else if err != nil {
		return nil, unread(err)
	}
	if err := documents.Load(&second); err == nil {
		return nil, fault(&second, "there is more than one document")
	} else if err != io.EOF {
		return nil, unread(err)
	}
	return first.Content[0], nil
}

func wrong(f policy.Fault) error { return &policy.Error{Faults: []policy.Fault{f}} }

// fault is the error of a node.
func fault(n *yaml.Node, format string, args ...any) error {
	return wrong(policy.Fault{Line: n.Line, Column: n.Column, Message: fmt.Sprintf(format, args...)})
}

// unread is the error of a text that is no YAML.
func unread(err error) error {
	found, ok := errors.AsType[*yaml.LoadError](err)
	if !ok {
		return wrong(policy.Fault{Message: err.Error()})
	}
	f := policy.Fault{Line: found.Mark.Line, Column: found.Mark.Column, Message: plain(found.Message)}
	if begins := found.ContextMark; begins.Line > 0 && begins.Line < f.Line {
		f.Message += fmt.Sprintf(" %s that begins at line %d, column %d", found.ContextMsg, begins.Line, begins.Column)
	}
	return wrong(f)
}

// plain says in plain words what the mistakes that many make come to.
func plain(why string) string {
	switch why {
	case "mapping values are not allowed in this context":
		return "a colon cannot stand here; put a text with a colon in quotes, and each field on a line of its own, as far in as " +
			"those beside it"
	case "found character that cannot start any token":
		return "a value cannot begin with this character; put a text that begins with it in quotes, and indent by blanks, not tabs"
	case "found unknown escape character":
		return `in double quotes, \ begins an escape; put a text with \ in single quotes`
	case "found incompatible YAML document":
		return "leave out the line that begins with %YAML"
	}
	if strings.HasPrefix(why, "unknown anchor ") {
		return "no anchor of this name stands before; put a text that begins with * in quotes"
	}
	return why
}
