package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/validate"
)

// latest is how reports name the edition that is the default.
var latest = "(edition " + validate.Latest.String() + ")"

// TestDecode gives files that are not requests: the rule is always decode, with
// the path where there is one, and the position.
func TestDecode(t *testing.T) {
	const mib = 1 << 20
	tests := []struct {
		name, doc, path string
		message         string // part of it, behind the position
	}{
		{"empty", ``, "", "line 1, column 1: the document is empty"},
		{"cut off", `{"ImageId":`, "", "line 1, column 12: "},
		{"not JSON", "ImageId: ami-0abcdef1234567890", "", "line 1, column 1: "},
		{"a comment", "{\n  // the image\n}", "", "line 2, column 3: "},
		{"a list", `[]`, "", "line 1, column 1: "},
		{"two requests", minimal + "\n" + minimal, "", "line 2, column 1: "},
		{"unknown member", "{\n  \"ImageID\": \"\"}", `ImageID`, `line 2, column 3: unknown member; did you mean "ImageId"?`},
		{"repeated member", `{"MinCount":1,"MinCount":1}`, "MinCount", "line 1, column 15: repeated member"},
		{"wrong type", `{"BlockDeviceMappings":[{"Ebs":{"Iops":"3000"}}]}`, "BlockDeviceMappings[0].Ebs.Iops", "line 1, column 40: "},
		{"overflow", `{"MinCount":4294967297}`, "MinCount", "line 1, column 13: "},
		{"not UTF-8", "{\"KeyName\":\"\xff\"}", "", "invalid UTF-8"},
		{"user data of a wrong type", `{"UserData":["swordfish"]}`, "UserData", "line 1, column 13: "},
		{"user data cut off", `{"UserData":"swordfish`, "", "ends in the middle"},
		{"user data twice", `{"UserData":"swordfish","UserData":"swordfish"}`, "UserData", "repeated member"},
		{"2 MiB", `{"UserData":"` + strings.Repeat("swordfish ", mib/4) + `"}`, "", "longer than 1048576 bytes"},
		{"deep lists", strings.Repeat("[", mib-1), "", "nested too deeply"},
		{"deep objects", strings.Repeat(`{"a":`, 9999) + "1" + strings.Repeat("}", 9999), "a", "unknown member"},
		{"a long list", `{"SecurityGroups":[` + strings.Repeat(`"x",`, 1000) + `"x"]}`, "SecurityGroups", "more than 1000 items"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, stdout, stderr := preflight(t, tt.doc, "-format", "json", "-")
			if status != someInvalid || stderr != "" || len(stdout) > 1024 {
				t.Fatalf("status %d, %.2000s%s", status, stdout, stderr)
			}
			got := decode(t, stdout)
			if len(got.Violations) != 1 || got.Violations[0].Rule != "decode" || got.Violations[0].Severity != "error" {
				t.Fatalf("got %s", stdout)
			}
			v := got.Violations[0]
			at := fmt.Sprintf("line %d, column %d: ", v.Line, v.Column)
			if strings.Trim(v.Path, `"`) != tt.path || !strings.Contains(at+v.Message, tt.message) || strings.Contains(v.Message, at) {
				t.Errorf("at %q: %q, want at %q: %q", v.Path, at+v.Message, tt.path, tt.message)
			}

			_, text, _ := preflight(t, tt.doc, "-")
			if !strings.HasPrefix(text, "-: invalid "+latest+"\n  error: "+at) || !strings.HasSuffix(text, " [decode]\n") {
				t.Errorf("as text: %s", text)
			}
		})
	}
}

// TestManyViolations holds that the output is bounded, however much is wrong.
func TestManyViolations(t *testing.T) {
	request := strings.TrimSuffix(minimal, "}") + `,"BlockDeviceMappings":[` +
		strings.TrimSuffix(strings.Repeat(`{"DeviceName":"`+strings.Repeat("x", 900)+`","Ebs":{"VolumeSize":-1}},`, 1000), ",") + `]}`
	status, text, _ := preflight(t, request, "-")
	if status != someInvalid || !strings.Contains(text, "\n  and ") || len(text) > 100_000 {
		t.Errorf("status %d, %d bytes: %.500s", status, len(text), text)
	}
}

// TestOneLine holds that a request cannot break out of its line.
func TestOneLine(t *testing.T) {
	request, err := json.Marshal(map[string]any{"ImageId": "ami-\n\u2028\x1b[2J", "MinCount": 1, "MaxCount": 1})
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := preflight(t, string(request), "-format", "text", "-")
	for line := range strings.Lines(strings.TrimPrefix(text, "-: invalid "+latest+"\n")) {
		if !strings.HasPrefix(line, "  error: ") || strings.Contains(line, "\x1b") {
			t.Errorf("got line %q", line)
		}
	}
}

// TestNamesStayOnTheirLine holds that the name of a file ends no line, where
// GitHub Actions would read a command from the next.
func TestNamesStayOnTheirLine(t *testing.T) {
	there := filepath.Join(t.TempDir(), "a\n::error::b.json")
	if err := os.WriteFile(there, []byte(minimal), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"text", "json", "sarif", "github"} {
		_, stdout, stderr := preflight(t, "", "-format", format, "-policy", "testdata/policy.json", there, there+".absent")
		for line := range strings.Lines(stdout + stderr) {
			if strings.HasPrefix(line, "::error::") {
				t.Errorf("%s: printed %q", format, line)
			}
		}
		if !strings.Contains(stderr, `a\n::error::b.json.absent`) {
			t.Errorf("%s: standard error has %q", format, stderr)
		}
	}
}
