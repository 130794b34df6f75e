package yaml

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/ec2launch/ec2launch/launch/policy"
)

// A document is a YAML document in JSON. Each name, value and closing bracket
// begins a line of its own, so that the lines tell where they stood.
type document struct {
	text    []byte
	lines   []*yaml.Node       // what begins each line of text
	repeats map[int]*yaml.Node // by the lines of fields that are repeated, the first of their name
}

// convert puts a node in JSON, with what its aliases stand for in their places.
func convert(root *yaml.Node) (*document, error) {
	d := &document{repeats: map[int]*yaml.Node{}}
	if err := d.value(root, root, maxDepth); err != nil {
		return nil, err
	}
	if len(d.text) > maxBytes {
		return nil, errTooLong
	}
	return d, nil
}

// target is what an alias stands for, and any other node itself.
func target(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// line begins a line with text that stood at a place.
func (d *document) line(at *yaml.Node, text []byte) {
	if len(d.lines) > 0 {
		d.text = append(d.text, '\n')
	}
	d.text = append(d.text, text...)
	d.lines = append(d.lines, at)
}

// value writes n, which stood at a place, with no more than depth lists and objects
// in one another.
func (d *document) value(at, n *yaml.Node, depth int) error {
	n = target(n)
	switch {
	case len(d.text) > maxBytes:
		return errTooLong
	case n.Style&yaml.TaggedStyle != 0:
		return fault(at, hasTag)
	case n.Kind == yaml.ScalarNode:
		return d.scalar(at, n)
	case depth == 0:
		return fault(at, "lists and objects stand more than %d deep in one another", maxDepth)
	case n.Kind == yaml.SequenceNode:
		return d.list(at, n, depth)
	default:
		return d.object(at, n, depth)
	}
}

const hasTag = "a policy has no tags; leave the ! and the word behind it out, or put a text that begins with ! in quotes"

func (d *document) scalar(at, n *yaml.Node) error {
	text := []byte(n.Value)
	switch n.ShortTag() {
	case "!!null":
		text = []byte("null")
	case "!!bool":
		var on bool
		if err := n.Decode(&on); err != nil {
			return fault(at, "must be true or false")
		}
		text = fmt.Append(nil, on)
	case "!!int", "!!float":
		if !json.Valid(text) {
			return fault(at, "a number has decimal digits alone, without a 0 before them; put a text in quotes")
		}
	default:
		text = quoted(n.Value)
	}
	d.line(at, text)
	return nil
}

func (d *document) list(at, n *yaml.Node, depth int) error {
	d.line(at, []byte("["))
	for i, item := range n.Content {
		if i > 0 {
			d.text = append(d.text, ',')
		}
		if err := d.value(item, item, depth-1); err != nil {
			return err
		}
	}
	d.line(at, []byte("]"))
	return nil
}

func (d *document) object(at, n *yaml.Node, depth int) error {
	d.line(at, []byte("{"))
	first := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if i > 0 {
			d.text = append(d.text, ',')
		}
		key, err := nameOf(n.Content[i])
		if err != nil {
			return err
		}
		if before := first[key]; before != nil {
			d.repeats[len(d.lines)] = before
		} else {
			first[key] = n.Content[i]
		}
		d.line(n.Content[i], append(quoted(key), ':'))
		if err := d.value(n.Content[i+1], n.Content[i+1], depth-1); err != nil {
			return err
		}
	}
	d.line(at, []byte("}"))
	return nil
}

// nameOf returns the name of a field.
func nameOf(at *yaml.Node) (string, error) {
	n := target(at)
	switch {
	case n.Style&yaml.TaggedStyle != 0:
		return "", fault(at, hasTag)
	case n.Kind != yaml.ScalarNode || n.ShortTag() == "!!null":
		return "", fault(at, "the name of a field must be a text")
	case n.ShortTag() == "!!merge":
		return "", fault(at, "a policy has no merge keys; write the fields here")
	}
	return n.Value, nil
}

// quoted returns a text as JSON.
func quoted(s string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// inYAML returns a fault of the JSON with its place in the YAML.
func (d *document) inYAML(f policy.Fault) policy.Fault {
	if f.Line == 0 {
		return f
	}
	if before := d.repeats[f.Line-1]; before != nil && strings.HasPrefix(f.Message, "repeated field") {
		f.Message = fmt.Sprintf("repeated field; it stands already at line %d, column %d", before.Line, before.Column)
	}
	at := d.lines[f.Line-1]
	f.Line, f.Column = at.Line, at.Column
	return f
}
