package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestMisuse(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{nil, "no files given; - is standard input"},
		{[]string{"-format", "json"}, "no files given"},
		{[]string{"a.json", "-format", "json"}, "flags stand before the files: -format"},
		{[]string{"-format", "yaml", "-"}, `invalid value "yaml" for flag -format: must be text, json, sarif or github`},
		{[]string{"-edition", "2024", "-"}, `unknown edition "2024": must be one of 2023, 2026, `},
		{[]string{"-colour", "-"}, "flag provided but not defined: -colour"},
		{[]string{"-override", "gp3-iops-max", "-"}, "must be LIMIT=N"},
		{[]string{"-allow", "gp4", "-"}, "must be VALUES=VALUE"},
		{[]string{"-skip", "key-name-length,image-required", "-"}, "must be one rule; -skip is repeated for others"},
		{[]string{"-fail-on", "never", "-"}, `unknown severity "never"`},
		{[]string{"-edition"}, "flag needs an argument: -edition"},
		{[]string{"-", "testdata/valid.json", "-"}, "standard input, -, can be read only once"},
		{[]string{"-rules", "testdata/valid.json"}, "-rules takes no files"},
	}
	for _, tt := range tests {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			status, stdout, stderr := preflight(t, minimal, tt.args...)
			if status != failed || stdout != "" {
				t.Errorf("status %d, printed %q", status, stdout)
			}
			if !strings.Contains(stderr, tt.want) || !strings.Contains(stderr, usage) {
				t.Errorf("standard error has %q, want %q and the usage", stderr, tt.want)
			}
		})
	}
}

func TestHelp(t *testing.T) {
	for _, arg := range []string{"-h", "-help", "--help"} {
		status, stdout, stderr := preflight(t, "", arg)
		if status != allValid || stderr != "" {
			t.Errorf("%s: status %d, %s", arg, status, stderr)
		}
		for _, want := range []string{usage, "-advise", "-allow", "-edition", "-fail-on", "-format", "-override", "-policy", "-rules", "-skip", "-strict", "Exit status"} {
			if !strings.Contains(stdout, want) {
				t.Errorf("%s does not mention %s:\n%s", arg, want, stdout)
			}
		}
	}
}

// TestOptions holds that each option adds a line to a report that is valid
// without it.
func TestOptions(t *testing.T) {
	tests := []struct {
		option  []string
		request string
		line    string // its beginning
		status  int
	}{
		{[]string{"-advise"}, minimal, "  advice: MetadataOptions.HttpTokens", allValid},
		{[]string{"-strict"}, efaOnLarge, "  error: NetworkInterfaces[0].InterfaceType", someInvalid},
		{[]string{"-edition", "2023"}, iops80000, "  error: BlockDeviceMappings[0].Ebs.Iops", someInvalid},
	}
	for _, tt := range tests {
		t.Run(tt.option[0], func(t *testing.T) {
			status, stdout, _ := preflight(t, tt.request, "-")
			if status != allValid || strings.Contains(stdout, tt.line) {
				t.Errorf("without: status %d\n%s", status, stdout)
			}
			status, stdout, _ = preflight(t, tt.request, append(tt.option, "-")...)
			if status != tt.status || !strings.Contains(stdout, tt.line) {
				t.Errorf("with: status %d, want %d and %q\n%s", status, tt.status, tt.line, stdout)
			}
		})
	}
}

// TestOptionsThatLift holds that a line which names the way out is gone once
// that is taken.
func TestOptionsThatLift(t *testing.T) {
	const gp4 = `{"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large","MinCount":1,"MaxCount":1,
		"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp4","VolumeSize":100}}]}`
	const tooMany = `{"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.48xlarge","MinCount":1,"MaxCount":1,
		"BlockDeviceMappings":[{"DeviceName":"/dev/sdf","Ebs":{"VolumeType":"gp3","VolumeSize":2000,"Iops":1000000}}]}`
	for _, tt := range []struct {
		request, shown string
		option         []string
	}{
		{tooMany, "[volume-iops-range; Override gp3-iops-max]", []string{"-override", "gp3-iops-max=1000000"}},
		{tooMany, "[volume-iops-range; Override gp3-iops-max]", []string{"-skip", "volume-iops-range"}},
		{gp4, "[volume-type-values; Allow volume-type]", []string{"-allow", "volume-type=gp4"}},
	} {
		if status, stdout, _ := preflight(t, tt.request, "-"); status != someInvalid || !strings.Contains(stdout, tt.shown) {
			t.Errorf("without: status %d, want %q in\n%s", status, tt.shown, stdout)
		}
		if status, stdout, _ := preflight(t, tt.request, append(tt.option, "-")...); status != allValid {
			t.Errorf("%v: status %d\n%s", tt.option, status, stdout)
		}
	}
}

func TestUnknownNamesAreMisuse(t *testing.T) {
	for _, args := range [][]string{{"-skip", "volume-iops-rnge"}, {"-override", "gp3-iops-mx=1"}, {"-allow", "volume-typ=gp4"}} {
		status, _, stderr := preflight(t, minimal, append(args, "-")...)
		if status != failed || !strings.Contains(stderr, "did you mean") {
			t.Errorf("%v: status %d, %s", args, status, stderr)
		}
	}
}

func TestFailOnWarning(t *testing.T) {
	const file = "testdata/warning.json"
	for severity, want := range map[string]int{"error": allValid, "warning": someInvalid} {
		status, stdout, _ := preflight(t, "", "-fail-on", severity, file)
		if status != want {
			t.Errorf("-fail-on %s: status %d, want %d\n%s", severity, status, want, stdout)
		}
		if says := strings.Contains(stdout, ": valid, but fails on warnings "+latest+"\n"); says != (want == someInvalid) {
			t.Errorf("-fail-on %s: the status is %d, and the verdict\n%s", severity, status, stdout)
		}
		_, stdout, _ = preflight(t, "", "-fail-on", severity, "-format", "json", file)
		if got := decode(t, stdout); !got.Valid || got.Passed != (want == allValid) {
			t.Errorf("-fail-on %s: the status is %d, and the verdict\n%s", severity, status, stdout)
		}
	}
}

// A policy that cannot be read is named once, without the usage, and in the output
// too where that annotates files.
func TestAFaultyPolicyIsNamedOnce(t *testing.T) {
	for file, want := range map[string]string{
		"testdata/absent.json": "no such file or directory\n",
		"testdata/policy.yaml": "must be JSON, not YAML; version 4 of yq converts it: yq -o=json POLICY.yaml >POLICY.json\n",
		"testdata/valid.json":  "policy: 6 faults\n\tline 2, column 3: ImageId: unknown field",
	} {
		for format, shown := range map[string]string{
			"text": "", "json": "", "github": "::error file=" + file + ",", "sarif": `"uri": "` + file,
		} {
			status, stdout, stderr := preflight(t, minimal, "-policy", file, "-format", format, "-")
			if status != failed || !strings.HasPrefix(stderr, "preflight: "+file+": "+want) || strings.Count(stderr, file) != 1 || strings.Contains(stderr, usage) {
				t.Errorf("%s in %s: status %d, standard error %s", file, format, status, stderr)
			}
			if faults := max(1, strings.Count(stderr, "\n")-1); shown == "" && stdout != "" || shown != "" && strings.Count(stdout, shown) != faults {
				t.Errorf("%s in %s: the output is %s", file, format, stdout)
			}
		}
	}
}

// JSON is YAML, too: of what is wrong in it, yq says nothing.
func TestAPolicyInJSONIsReadAsJSONWhateverItsName(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct {
		text, want string
	}{
		"good.yaml": {`{"maxCount":1}`, ""},
		"bad.yaml":  {`{"maxCounts":1}`, "maxCounts: unknown field; did you mean"},
		"two.yml":   {"maxCount: 1", "must be JSON, not YAML; "},
	} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, _, stderr := preflight(t, minimal, "-policy", file, "-"); !strings.Contains(stderr, c.want) || c.want == "" && stderr != "" {
			t.Errorf("%s: %s", name, stderr)
		}
	}
	if _, _, stderr := preflight(t, minimal, "-policy", "/dev/zero", "-"); !strings.Contains(stderr, "longer than 1 MiB") && !strings.Contains(stderr, "no such") {
		t.Errorf("a file without end: %s", stderr)
	}
	if _, _, stderr := preflight(t, minimal, "-policy", dir, "-"); strings.Contains(stderr, "yq") || stderr == "" {
		t.Errorf("a folder: %s", stderr)
	}
}

func TestFaultsOfAPolicyStandAtTheirLines(t *testing.T) {
	for format, want := range map[string]string{
		"github": "::error file=testdata/valid.json,line=4,col=3,title=ec2launch::MinCount: unknown field; did you mean \"maxCount\"?\n",
		"sarif":  `"startLine": 4`,
	} {
		if _, stdout, _ := preflight(t, minimal, "-policy", "testdata/valid.json", "-format", format, "-"); !strings.Contains(stdout, want) {
			t.Errorf("%s: the output is %s", format, stdout)
		}
	}
}

func TestAllFaultyPoliciesAreNamed(t *testing.T) {
	policies := []string{"-policy", "testdata/absent.json", "-policy", "testdata/policy.json", "-policy", "testdata/policy.yaml"}
	for _, args := range [][]string{{"-"}, {"-rules"}, {"-format", "sarif", "-"}, {"-format", "github", "-"}} {
		status, stdout, stderr := preflight(t, minimal, append(policies, args...)...)
		if status != failed || strings.Contains(stderr, "policy.json") {
			t.Errorf("%q: status %d, standard error %s", args, status, stderr)
		}
		for _, file := range []string{"testdata/absent.json", "testdata/policy.yaml"} {
			if !strings.Contains(stderr, file) || strings.Contains(stdout, file) != (len(args) == 3) {
				t.Errorf("%q: %s is not told: %s%s", args, file, stdout, stderr)
			}
		}
		if strings.Count(stdout, `"version"`) > 1 {
			t.Errorf("%q: there is more than one log: %s", args, stdout)
		}
	}
}

func TestRulesListsThoseOfThePolicy(t *testing.T) {
	status, stdout, stderr := preflight(t, "", "-rules", "-policy", "testdata/policy.json")
	if status != allValid || stderr != "" || !strings.Contains(stdout, `"policy-imdsv2-required"`) || !strings.Contains(stdout, `"volume-iops-range"`) {
		t.Errorf("status %d, %.500s%s", status, stdout, stderr)
	}
}

func TestPoliciesWithTheSameRuleAreNamed(t *testing.T) {
	second := filepath.Join(t.TempDir(), "second.json")
	if err := os.WriteFile(second, []byte(`{"maxCount":5,"requireIMDSv2":true}`), 0o666); err != nil {
		t.Fatal(err)
	}
	const first = "testdata/policy.json"
	want := "preflight: " + second + ": " + first + " has the rule policy-imdsv2-required already; put the policies into one file\n"
	for _, args := range [][]string{{"-"}, {"-rules"}} {
		if status, _, stderr := preflight(t, minimal, append([]string{"-policy", first, "-policy", second}, args...)...); status != failed || stderr != want {
			t.Errorf("%q: status %d, %s", args, status, stderr)
		}
	}
}

// TestPolicy adds the rules of a house to those of EC2.
func TestPolicy(t *testing.T) {
	const file = "testdata/policy.json"
	status, stdout, stderr := preflight(t, minimal, "-policy", file, "-")
	if status != someInvalid || stderr != "" || !strings.Contains(stdout, "  error: MetadataOptions.HttpTokens: must require IMDSv2") {
		t.Errorf("status %d, %s%s", status, stdout, stderr)
	}
	if _, stdout, _ := preflight(t, minimal, "-policy", file, "-format", "sarif", "-"); !strings.Contains(stdout, `"text": "the metadata service must require`) {
		t.Errorf("the log does not describe the rule of the house:\n%s", stdout)
	}
	owners := filepath.Join(t.TempDir(), "owners.json")
	if err := os.WriteFile(owners, []byte(`{"imageOwners":["amazon"]}`), 0o666); err != nil {
		t.Fatal(err)
	}
	if status, _, stderr := preflight(t, minimal, "-policy", owners, "-"); status != failed || !strings.Contains(stderr, "it needs -live") {
		t.Errorf("owners of images: status %d, %s", status, stderr)
	}
	if status, stdout, _ := preflight(t, minimal, "-policy", file, "-skip", "policy-imdsv2-required", "-"); status != allValid {
		t.Errorf("skipped: status %d, %s", status, stdout)
	}
}
