package catalogue

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
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

// TestFiguresInComments holds the figures that comments of the builders state
// against the limits, as they are in the latest edition.
func TestFiguresInComments(t *testing.T) {
	known := map[string]bool{
		"350": true, // seconds, the default timeout of TCP connections on Nitro v6, which no rule tests
		"255": true, // the longest name of a group
	}
	for _, r := range launch.Rules() {
		for l := range r.Figures() {
			if n, ok := l.In(validate.Latest); ok {
				known[strconv.FormatInt(n, 10)] = true
			}
		}
	}
	// A number in an ID, an address, a path or a text is no figure.
	figure := regexp.MustCompile(`(?:^|[\s(])(\d{2,})(?:$|[\s,.;)])`)
	found := 0
	for _, dir := range []string{"blockdevice", "network", "launch/metadata", "launch/placement", "launch/market"} {
		files, err := filepath.Glob(filepath.Join("../..", dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range file.Comments {
				for line := range strings.Lines(c.Text()) {
					for _, match := range figure.FindAllStringSubmatch(line, -1) {
						if found++; !known[match[1]] && !strings.HasPrefix(line, "\t") {
							t.Errorf("%s: %s is no figure of a limit: %s", path, match[1], strings.TrimSpace(line))
						}
					}
				}
			}
		}
	}
	if found < 20 {
		t.Errorf("found %d figures: does the pattern still match?", found)
	}
}
