package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
)

// A room is a folder of rules.
type room string

// findRoom finds the room of an area.
func findRoom(root, area string) (room, error) {
	for _, parent := range []string{"", "launch"} {
		dir := filepath.Join(root, parent, area, "rules")
		if _, err := os.Stat(filepath.Join(dir, "rules.go")); err == nil && area != "" {
			return room(dir), nil
		}
	}
	return "", fmt.Errorf("-area %q: there is no such folder with a room rules", area)
}

// add writes the rule, the limits that it has and the room has not, and its
// entry, and returns the rule's file.
func (m room) add(r rule) (string, error) {
	files, err := filepath.Glob(filepath.Join(string(m), "*.go"))
	if err != nil {
		return "", err
	}
	var names []string
	limits := r.Limits()
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		if bytes.Contains(text, []byte(`"`+r.ID+`"`)) {
			return "", fmt.Errorf("-id %s: %s has it already", r.ID, filepath.Base(file))
		}
		if bytes.Contains(text, []byte("= &validate.Rule{")) {
			names = append(names, strings.TrimSuffix(filepath.Base(file), ".go"))
		}
		limits = slices.DeleteFunc(limits, func(l limit) bool {
			return bytes.Contains(text, []byte("\nvar "+l.Variable()+" "))
		})
	}
	file := filepath.Join(string(m), m.fileFor(r.ID, names)+".go")
	if err := declare(file, declaration, r); err != nil {
		return "", err
	}
	for _, l := range limits {
		if err := declare(filepath.Join(string(m), "limits.go"), limitDeclaration, l); err != nil {
			return "", err
		}
	}
	return file, m.list(r)
}

// fileFor is the file that an ID leads to: of those whose name stands in it,
// the one that begins first, and of these the longest; else a new one, named
// for all words of the ID but the aspect and the word of the area.
func (m room) fileFor(id string, names []string) string {
	words := strings.Split(id, "-")
	for at := range words {
		best := ""
		for _, name := range names {
			if strings.HasPrefix(strings.Join(words[at:], "_")+"_", name+"_") && len(name) > len(best) {
				best = name
			}
		}
		if best != "" {
			return best
		}
	}
	words = words[:len(words)-1]
	if len(words) > 1 && words[0] == m.word() {
		words = words[1:]
	}
	return strings.Join(words, "_")
}

// word is what the IDs of an area begin with, where they say what it is that
// the folder names: placement in placement-zone-format.
func (m room) word() string {
	switch area := filepath.Base(filepath.Dir(string(m))); area {
	case "blockdevice":
		return "volume"
	case "tags":
		return "tag"
	default:
		return area
	}
}

// declare adds the declaration of a rule or a limit to a file, which need not
// exist.
func declare(file string, form *template.Template, of any) error {
	text, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		text, err = []byte("package rules\n\nimport \"github.com/ec2launch/ec2launch/validate\"\n"), nil
	}
	if err != nil {
		return err
	}
	out := bytes.NewBuffer(text)
	if err := form.Execute(out, of); err != nil {
		return err
	}
	return write(file, out.String())
}

// list adds the entry at the end of the first list of the room, that of Rules.
func (m room) list(r rule) error {
	file := filepath.Join(string(m), "rules.go")
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	at := bytes.Index(text, []byte("\n\t}"))
	if at < 0 {
		return fmt.Errorf("%s has no list", file)
	}
	return write(file, string(text[:at])+"\n\t\t"+r.Variable()+","+string(text[at:]))
}

func write(file, source string) error {
	text, err := format.Source([]byte(source))
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return os.WriteFile(file, text, 0o644)
}
