package launch_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/project"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// A storedTemplate is a line of testdata/templates.jsonl: template data from a
// public source, and what is to be said of it.
type storedTemplate struct {
	Source string
	Warns  []string // the rules that rightly warn
	Breaks []struct {
		Rule string
		Path string
	} // why no instance can be launched from it
	Data json.RawMessage
}

// Template data as tools and people write it is neither refused nor warned of,
// but for what its line says.
func TestOrdinaryTemplatesPass(t *testing.T) {
	f, err := os.Open("testdata/templates.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := json.NewDecoder(f)
	lines.DisallowUnknownFields()
	n := 0
	for ; lines.More(); n++ {
		var stored storedTemplate
		if err := lines.Decode(&stored); err != nil {
			t.Fatalf("line %d: %v", n+1, err)
		}
		if stored.Source == "" {
			t.Errorf("line %d names no source", n+1)
		}
		data := new(types.RequestLaunchTemplateData)
		if err := launch.DecodeCallCLI(bytes.NewReader(stored.Data), data); err != nil {
			t.Fatalf("line %d, %s: %v", n+1, stored.Source, err)
		}
		var want, got []string
		for _, rule := range stored.Warns {
			want = append(want, "warning "+rule)
		}
		for _, b := range stored.Breaks {
			want = append(want, fmt.Sprintf("error %s at %s", b.Rule, b.Path))
		}
		report, _ := launch.CheckCall(&ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("web"), LaunchTemplateData: data})
		for _, v := range report.Violations {
			if v.Severity == validate.SeverityError {
				got = append(got, fmt.Sprintf("error %s at %s", v.Rule, v.Path))
			} else {
				got = append(got, fmt.Sprintf("%s %s", v.Severity, v.Rule))
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("line %d, %s: want %q, got %q:\n%s\n%s", n+1, stored.Source, want, got, report, stored.Data)
		}
	}
	if n < 200 {
		t.Errorf("there are only %d templates", n)
	}
}

// TestVerdictsOfTemplates makes template data of real requests, of all that it
// has a place for. What EC2 launches is launched from the template too. What it
// refuses for a member that the template keeps, it refuses there, unless the
// fault is something missing, which a request from the template may give.
func TestVerdictsOfTemplates(t *testing.T) {
	eachCollection(t, func(t *testing.T, dir string, verdicts []verdict) {
		var valid, invalid, judged int
		for _, want := range verdicts {
			if !want.in(validate.Latest) {
				continue
			}
			in := read(t, dir, want.File)
			data := new(types.RequestLaunchTemplateData)
			lost := project.Onto(data, in)
			report, _ := launch.CheckCall(data)
			switch {
			case want.Expect == "valid":
				valid++
				if len(report.Violations) > 0 {
					t.Errorf("%s: %s", want.File, report)
				}
			case want.Basis == "request" && !slices.ContainsFunc(lost, func(l string) bool { return l != "MinCount" && l != "MaxCount" }):
				invalid++
				if report.Err() != nil {
					judged++
				}
			}
		}
		if judged*5 < invalid*4 {
			t.Errorf("%d of %d invalid templates are refused: what is left lacks something that a request may give", judged, invalid)
		}
		t.Logf("%d valid templates, none refused or warned of; %d of %d invalid ones refused", valid, judged, invalid)
	})
}
