package launch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// room holds the rules of one area: the ID of each with the file it stands in,
// without its ending.
type room map[string]string

// rooms finds every rule in the source, by the folder it stands in.
func rooms(t *testing.T) map[string]room {
	t.Helper()
	found := map[string]room{}
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		dir, file := filepath.Split(path)
		if filepath.Base(dir) != "rules" {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, id := range ruleIDs(parsed) {
			if found[dir] == nil {
				found[dir] = room{}
			}
			found[dir][id] = strings.TrimSuffix(file, ".go")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// ruleIDs lists the IDs of the composite literals of type validate.Rule.
func ruleIDs(file *ast.File) (ids []string) {
	for n := range ast.Preorder(file) {
		rule, ok := n.(*ast.CompositeLit)
		if !ok {
			continue
		}
		if name, ok := rule.Type.(*ast.SelectorExpr); !ok || name.Sel.Name != "Rule" {
			continue
		}
		for _, e := range rule.Elts {
			field, ok := e.(*ast.KeyValueExpr)
			if !ok || field.Key.(*ast.Ident).Name != "ID" {
				continue
			}
			if id, err := strconv.Unquote(field.Value.(*ast.BasicLit).Value); err == nil {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// TestEveryRuleIsListed finds rules that are defined and left out of the list
// of their room.
func TestEveryRuleIsListed(t *testing.T) {
	listed := map[string]bool{}
	for _, r := range Rules() {
		listed[r.ID] = true
	}
	for dir, room := range rooms(t) {
		for id, file := range room {
			if !listed[id] {
				t.Errorf("%s%s.go defines %s, which no list has", dir, file, id)
			}
			delete(listed, id)
		}
	}
	for id := range listed {
		t.Errorf("%s is in no file of a rules folder", id)
	}
}

// TestRulesThatAskTheAccountAreListedByThemselves: those of AccountRules ask it,
// and no others do.
func TestRulesThatAskTheAccountAreListedByThemselves(t *testing.T) {
	for _, r := range accountRules() {
		if len(r.Asks) == 0 {
			t.Errorf("%s asks the account nothing, and belongs into Rules of its room", r.ID)
		}
	}
	for _, r := range slices.Concat(launchRules(), callRules()) {
		if len(r.Asks) > 0 {
			t.Errorf("%s asks the account, and belongs into AccountRules of its room", r.ID)
		}
	}
}

// TestFilesAreNamedForTheirRules shows that an ID leads to the file: of the
// files of a room, the one whose name comes first in the ID, and of several
// that begin at the same word, the one with the longest name.
func TestFilesAreNamedForTheirRules(t *testing.T) {
	for dir, room := range rooms(t) {
		for id, file := range room {
			if want := fileFor(id, room); want != file {
				t.Errorf("%s stands in %s%s.go, a reader looks in %s.go", id, dir, file, want)
			}
		}
	}
}

// fileFor is where a reader looks for a rule.
func fileFor(id string, r room) (file string) {
	words := strings.Split(id, "-")
	for at := range words {
		for _, candidate := range r {
			name := strings.Split(candidate, "_")
			if len(name) > strings.Count(file, "_")+1 || file == "" {
				if at+len(name) <= len(words) && slices.Equal(name, words[at:at+len(name)]) {
					file = candidate
				}
			}
		}
		if file != "" {
			return file
		}
	}
	return "no file of the room"
}
