package yaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"
)

// only parses the only document of a text.
func only(text []byte) (*yaml.Node, error) {
	documents := yaml.NewDecoder(bytes.NewReader(text))
	var first, second yaml.Node
	if err := documents.Decode(&first); err == io.EOF {
		return nil, errors.New("the document is empty")
	} else if err != nil {
		return nil, err
	}
	if err := documents.Decode(&second); err != io.EOF {
		return nil, fmt.Errorf("line %d: there is more than one document", max(1, second.Line))
	}
	return first.Content[0], nil
}

// places are the nodes of a document by their paths, fields by their keys.
type places map[string]*yaml.Node

func (p places) note(path string, n *yaml.Node) {
	if p[path] == nil {
		p[path] = n
	}
	switch n.Kind {
	case yaml.SequenceNode:
		for i, item := range n.Content {
			p.note(fmt.Sprintf("%s[%d]", path, i), item)
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			field := strings.TrimPrefix(path+"."+key.Value, ".")
			p[field] = key
			p.note(field, n.Content[i+1])
		}
	}
}

// of returns the node at a path, or the nearest that is around it.
func (p places) of(path string) *yaml.Node {
	for path != "" && p[path] == nil {
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
	return p[path]
}
