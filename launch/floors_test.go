package launch

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/ec2launch/ec2launch/"

// floors are all packages of the library, each with what it may import of the
// others, with their rules rooms and internal packages. What stands higher is
// never imported from below.
var floors = map[string][]string{
	"internal/api":       nil,
	"internal/aspects":   nil,
	"internal/format":    nil,
	"internal/leaks":     nil,
	"internal/lend":      nil,
	"internal/members":   nil,
	"internal/mutate":    nil,
	"internal/nearest":   nil,
	"internal/nocompile": nil,
	"internal/part":      {"internal/clijson", "internal/sdkcopy"},
	"internal/project":   nil,
	"internal/repeats":   nil,
	"internal/newrule":   {"internal/aspects", "internal/members"},
	"internal/requested": nil,
	"internal/sdkcopy":   nil,
	"internal/sdkgen":    nil,
	"internal/sdktest":   nil,
	"internal/secret":    {"internal/format"},
	"internal/clijson":   {"internal/format", "internal/located", "internal/members", "internal/nearest"},
	"internal/located":   nil,

	"instancetype":                {"internal/nearest", "instancetype/internal/phash"},
	"instancetype/internal/phash": nil,

	"validate":                    {"instancetype", "internal"},
	"validate/ruletest":           {"validate", "instancetype", "internal"},
	"validate/playground":         {"validate", "internal"},
	"validate/ruletest/inventory": {"validate", "validate/ruletest", "internal"},

	"blockdevice":       {"internal"},
	"blockdevice/rules": rulesFloor,
	"network":           {"internal"},
	"network/rules":     rulesFloor,

	"launch/cpu":             {"internal"},
	"launch/cpu/rules":       append([]string{"launch/cpu"}, rulesFloor...),
	"launch/market":          {"internal"},
	"launch/market/rules":    rulesFloor,
	"launch/metadata":        {"internal"},
	"launch/metadata/rules":  rulesFloor,
	"launch/placement":       {"internal"},
	"launch/placement/rules": rulesFloor,
	"launch/profile":         {"internal"},
	"launch/profile/rules":   rulesFloor,
	"launch/tags":            {"internal"},
	"launch/tags/rules":      rulesFloor,
	"launch/template":        {"validate", "internal"},
	"launch/template/rules":  rulesFloor,
	"launch/rules":           rulesFloor,

	"launch/requirements/rules": rulesFloor,
	"launch/fleet/rules":        rulesFloor,
	"launch/spot/rules":         rulesFloor,

	"launch": {
		"blockdevice", "network", "validate", "instancetype", "internal", "launch/rules",
		"launch/cpu", "launch/market", "launch/metadata", "launch/placement", "launch/profile", "launch/tags", "launch/template",
		"launch/requirements", "launch/fleet", "launch/spot",
	},

	"launch/account":                    {"launch", "launch/launcher", "launch/template", "validate", "instancetype", "internal"},
	"launch/annotate":                   {"launch", "launch/policy", "validate", "internal"},
	"launch/answer":                     nil,
	"launch/answer/internal/gen":        nil,
	"launch/catalogue":                  {"launch", "validate"},
	"launch/catalogue/gen":              {"launch/catalogue"},
	"launch/launcher":                   {"launch", "launch/answer", "validate", "internal"},
	"launch/launchtest":                 {"validate", "launch/launchtest", "internal/nearest"},
	"launch/launchtest/internal/wire":   nil,
	"launch/launchtest/internal/cloud":  {"validate", "instancetype", "launch/template", "launch/launchtest/internal/wire", "internal"},
	"launch/launchtest/internal/gen":    nil,
	"launch/launchtest/internal/gendoc": {"launch/launchtest/internal/cloud"},
	"launch/policy":                     {"validate", "instancetype", "internal"},
}

// rulesFloor is what a rule book stands on.
var rulesFloor = []string{"validate", "instancetype", "internal"}

func TestFloors(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, module+"...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		imports := strings.Fields(line)
		pkg := strings.TrimPrefix(imports[0], module)
		if strings.HasPrefix(pkg, "examples") {
			continue
		}
		allowed, bound := floors[pkg]
		if !bound {
			t.Errorf("the floors do not say where %s stands", pkg)
		}
		seen[pkg] = true
		for _, path := range imports[1:] {
			path, ours := strings.CutPrefix(path, module)
			if !ours {
				continue
			}
			if strings.HasPrefix(path, "examples") {
				t.Errorf("%s imports %s; nothing imports the examples", pkg, path)
			}
			if !slices.ContainsFunc(allowed, func(a string) bool {
				return path == a || strings.HasPrefix(path, "internal/") && a == "internal" || path == a+"/rules" || strings.HasPrefix(path, a+"/internal/")
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
