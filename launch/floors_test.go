package launch

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/ec2launch/ec2launch/"

// floors are the packages of the library, each with what it may import of the
// others. What stands higher is never imported from below.
var floors = map[string][]string{
	"internal/asks":      nil,
	"internal/format":    nil,
	"internal/members":   nil,
	"internal/nearest":   nil,
	"internal/repeats":   nil,
	"internal/secret":    {"internal/format"},
	"internal/sdkcopy":   nil,
	"internal/clijson":   {"internal/members", "internal/nearest"},
	"instancetype":       {"internal/nearest", "instancetype/internal/phash"},
	"validate":           {"instancetype", "internal"},
	"validate/ruletest":  {"validate", "internal"},
	"blockdevice":        {"validate", "instancetype", "internal"},
	"network":            {"validate", "instancetype", "internal"},
	"launch/cpu":         {"validate", "instancetype", "internal"},
	"launch/market":      {"validate", "instancetype", "internal"},
	"launch/metadata":    {"validate", "instancetype", "internal"},
	"launch/placement":   {"validate", "instancetype", "internal"},
	"launch/tags":        {"validate", "instancetype", "internal"},
	"launch/answer":      nil,
	"launch/launchtest":  nil,
	"launch":             {"blockdevice", "network", "launch/cpu", "launch/market", "launch/metadata", "launch/placement", "launch/tags", "validate", "instancetype", "internal"},
	"launch/launcher":    {"launch", "launch/answer", "validate", "internal"},
	"internal/catalogue": {"launch", "validate", "blockdevice", "network", "instancetype", "launch/cpu", "launch/market", "launch/metadata", "launch/placement", "launch/tags"},
}

func TestFloors(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, module+"...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		imports := strings.Fields(line)
		pkg := strings.TrimPrefix(imports[0], module)
		allowed, bound := floors[pkg]
		seen[pkg] = true
		for _, path := range imports[1:] {
			path, ours := strings.CutPrefix(path, module)
			if !ours {
				continue
			}
			if strings.HasPrefix(path, "examples") {
				t.Errorf("%s imports %s; nothing imports the examples", pkg, path)
			}
			if bound && !slices.ContainsFunc(allowed, func(a string) bool {
				return path == a || strings.HasPrefix(path, "internal/") && a == "internal" || strings.HasPrefix(path, a+"/internal/")
			}) {
				t.Errorf("%s imports %s, which is not below it", pkg, path)
			}
		}
	}
	for pkg := range floors {
		if !seen[pkg] {
			t.Errorf("there is no package %s", pkg)
		}
	}
}
