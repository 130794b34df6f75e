package launch_test

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/project"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// Template data as tools and people write it is neither refused nor warned of.
func TestOrdinaryTemplatesPass(t *testing.T) {
	f, err := os.Open("testdata/templates.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for lines := bufio.NewScanner(f); lines.Scan(); n++ {
		data := new(types.RequestLaunchTemplateData)
		if err := launch.DecodeCallCLI(strings.NewReader(lines.Text()), data); err != nil {
			t.Fatalf("%s: %v", lines.Text(), err)
		}
		report, _ := launch.CheckCall(&ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("web"), LaunchTemplateData: data})
		if len(report.Violations) > 0 {
			t.Errorf("%s:\n%s", lines.Text(), report)
		}
	}
	if n == 0 {
		t.Error("there are no templates")
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
