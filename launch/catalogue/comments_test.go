package catalogue

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
)

// TestRulesInComments holds the rules that comments name against the catalogue.
func TestRulesInComments(t *testing.T) {
	var known []string
	for _, r := range launch.Rules() {
		known = append(known, r.ID)
	}
	const id = `[a-z0-9]+(?:-[a-z0-9]+)+`
	references := regexp.MustCompile(`the rules? ` + id + `(?:(?:, | and )` + id + `)*`)
	found := 0
	for _, dir := range []string{"blockdevice", "launch", "network"} {
		err := filepath.WalkDir(filepath.Join("../..", dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
			if err != nil {
				return err
			}
			for _, c := range file.Comments {
				text := strings.Join(strings.Fields(c.Text()), " ")
				for _, reference := range references.FindAllString(text, -1) {
					for _, name := range regexp.MustCompile(id).FindAllString(reference, -1) {
						if found++; !slices.Contains(known, name) {
							t.Errorf("%s: there is no rule %s", path, name)
						}
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found < 50 {
		t.Errorf("found %d names of rules: does the pattern still match?", found)
	}
}
