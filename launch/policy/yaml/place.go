package yaml

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/ec2launch/ec2launch/launch/policy"
)

// places are the nodes of a document by their paths, fields by their keys.
type places map[string]*yaml.Node

// note notes what stands at a path, and returns what is wrong with the keys there.
func (p places) note(path string, n *yaml.Node) (faults []policy.Fault) {
	if p[path] == nil {
		p[path] = n
	}
	switch n.Kind {
	case yaml.SequenceNode:
		for i, item := range n.Content {
			faults = append(faults, p.note(fmt.Sprintf("%s[%d]", path, i), item)...)
		}
	case yaml.MappingNode:
		first := map[string]*yaml.Node{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			field := strings.TrimPrefix(path+"."+step(key.Value), ".")
			before, again := first[key.Value]
			switch {
			case key.Kind == yaml.MappingNode || key.Kind == yaml.SequenceNode || key.Tag == "!!null":
				faults = append(faults, policy.Fault{Line: key.Line, Column: key.Column, Path: path,
					Message: "the name of a field must be a text"})
				continue
			case again:
				faults = append(faults, policy.Fault{Line: key.Line, Column: key.Column, Path: field,
					Message: fmt.Sprintf("repeated field; it stands already at line %d, column %d", before.Line, before.Column)})
			}
			first[key.Value], p[field] = key, key
			faults = append(faults, p.note(field, n.Content[i+1])...)
		}
	}
	return faults
}

// step is a name as it stands in the path of a fault.
func step(name string) string {
	const most = 64
	if simple.MatchString(name) {
		return name
	}
	if len(name) > most {
		name = strings.ToValidUTF8(name[:most], "") + "…"
	}
	return strconv.QuoteToASCII(name)
}

var simple = regexp.MustCompile(`^[\w-]{1,64}$`)

// of returns the node at a path, or the nearest that is around it.
func (p places) of(path string) *yaml.Node {
	for path != "" && p[path] == nil {
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
	return p[path]
}
