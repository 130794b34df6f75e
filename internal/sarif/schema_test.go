// Package sarif holds the logs of package annotate against the schema of SARIF.
// It is a module of its own, so that the library needs no validator of schemas.
package sarif_test

import (
	"bytes"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif" // has the schema
	"github.com/xeipuuv/gojsonschema"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/annotate"
	"github.com/ec2launch/ec2launch/launch/policy"
	"github.com/ec2launch/ec2launch/validate"
)

// schema compiles the JSON schema of SARIF 2.1.0 that OASIS publishes. It is a
// constant in the source of the module go-sarif, which exports no validator of
// logs that others have written.
func schema(t *testing.T) *gojsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var text string
	ast.Inspect(file, func(n ast.Node) bool {
		if literal, ok := n.(*ast.BasicLit); ok {
			text, err = strconv.Unquote(literal.Value)
		}
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	s, err := gojsonschema.NewSchema(gojsonschema.NewStringLoader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// conforms says why a log does not conform to the schema, if it does not.
func conforms(t *testing.T, s *gojsonschema.Schema, log string) error {
	t.Helper()
	result, err := s.Validate(gojsonschema.NewStringLoader(log))
	if err != nil {
		t.Fatal(err)
	}
	var faults []error
	for _, f := range result.Errors() {
		faults = append(faults, errors.New(f.String()))
	}
	return errors.Join(faults...)
}

func write(t *testing.T, files ...annotate.File) string {
	t.Helper()
	var b bytes.Buffer
	if err := annotate.SARIF(&b, launch.Rules(), files...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestLogsConform(t *testing.T) {
	v, err := validate.NewValidator(launch.Rules(), validate.Advise())
	if err != nil {
		t.Fatal(err)
	}
	file := func(name, doc string) annotate.File {
		in, err := launch.DecodeCLI(strings.NewReader(doc))
		if err != nil {
			return annotate.Undecoded(name, []byte(doc), err)
		}
		return annotate.Locate(name, []byte(doc), v.Check(in))
	}
	broken := file("requests/web server.json", `{
  "ImageId": "ami-0abcdef1234567890", "InstanceType": "m7i.large", "MinCount": 1, "MaxCount": 1,
  "Ipv6AddressCount": 1, "Ipv6Addresses": [{"Ipv6Address": "2001:db8::1"}],
  "BlockDeviceMappings": [{"DeviceName": "/dev/sdf", "Ebs": {"VolumeType": "gp3", "VolumeSize": 10, "Iops": 2999}}],
  "SecurityGroupIds": ["sg-0123456789abcdef0", "sg-0123456789abcdef0"]
}`)
	severities := map[validate.Severity]bool{}
	with := 0
	for _, violation := range broken.Report.Violations {
		severities[violation.Severity] = true
		with += len(violation.With)
	}
	if len(severities) != 3 || with == 0 {
		t.Fatalf("the request does not break rules of every kind: %v", broken.Report)
	}
	house := annotate.File{Report: validate.Report{Omitted: 3, Violations: []validate.Violation{{
		Rule: "house-limit", Message: "see [this](there) {0}\n", URL: "https://wiki.example.com/a b", Facts: []string{"VCpuInfo.DefaultVCpus"},
	}}}}
	faulty := &policy.Error{Faults: []policy.Fault{{Line: 2, Column: 3, Path: "maxCount", Message: "must"}, {Message: "cannot"}}}
	s := schema(t)
	for name, files := range map[string][]annotate.File{
		"no file":           nil,
		"a valid file":      {file("a.json", `{"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large"}`)},
		"every kind":        {broken},
		"no request":        {file("-", "{\n'")},
		"no place":          {house},
		"unread":            {annotate.Unread("a.json", errors.New("gone")), annotate.Unread("-", faulty), annotate.Unread("", faulty)},
		"names of any kind": {{Name: "/a/ü b:c%.json", Report: house.Report}, {Name: "a:b", Report: house.Report}, {Name: "..\\x\n", Report: house.Report}},
		"all":               {broken, house, file("empty.json", "")},
	} {
		if err := conforms(t, s, write(t, files...)); err != nil {
			t.Errorf("%s: %v\n%s", name, err, write(t, files...))
		}
	}
}

// TestTheSchemaBites holds that what is no log does not conform.
func TestTheSchemaBites(t *testing.T) {
	s := schema(t)
	log := write(t, annotate.File{Name: "a.json", Report: launch.Check(nil)})
	for old, broken := range map[string]string{
		`"version": "2.1.0"`: `"version": "2.1"`,
		`"level": "error"`:   `"level": "fatal"`,
		`"ruleId"`:           `"rule"`,
		`"a.json"`:           `"%zz"`,
		`"text"`:             `"txt"`,
	} {
		if !strings.Contains(log, old) {
			t.Fatalf("the log has no %s:\n%s", old, log)
		}
		if err := conforms(t, s, strings.ReplaceAll(log, old, broken)); err == nil {
			t.Errorf("a log with %s conforms", broken)
		}
	}
}
