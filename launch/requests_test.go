package launch_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

// A verdict says what EC2 does with the request in a file.
type verdict struct {
	File    string   `json:"file"`
	Expect  string   `json:"expect"`  // valid or invalid
	Edition string   `json:"edition"` // any, seed-2023-only or current-only
	Fields  []string `json:"fields"`  // where the fault lies, any of them
	Basis   string   `json:"basis"`   // what the refusal rests on
}

// in reports whether the verdict holds in an edition.
func (v verdict) in(e validate.Edition) bool {
	switch v.Edition {
	case "seed-2023-only":
		return e == validate.Spring2023
	case "current-only":
		return e >= validate.Autumn2026
	}
	return true
}

// collections are the folders of requests with verdicts: the repository's own,
// and a larger one that may stand beside it.
var collections = []string{"testdata/requests", "../../shared/corpus"}

func eachCollection(t *testing.T, test func(t *testing.T, dir string, verdicts []verdict)) {
	for _, dir := range collections {
		data, err := os.ReadFile(filepath.Join(dir, "index.json"))
		if errors.Is(err, fs.ErrNotExist) && dir != collections[0] {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		var verdicts []verdict
		if err := json.Unmarshal(data, &verdicts); err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(dir), func(t *testing.T) { test(t, dir, verdicts) })
	}
}

// TestVerdicts judges real requests: none that EC2 accepts may get an error,
// those that it refuses must get one, and what rests on a fact that ages at
// least a warning. It logs how many.
func TestVerdicts(t *testing.T) {
	eachCollection(t, func(t *testing.T, dir string, verdicts []verdict) {
		for _, edition := range validate.Editions() {
			v, err := validate.NewValidator(launch.Rules(), validate.In(edition))
			if err != nil {
				t.Fatal(err)
			}
			var valid, warnings, invalid, located int
			for _, want := range verdicts {
				if !want.in(edition) {
					continue
				}
				report := v.Check(read(t, dir, want.File))
				if want.Expect == "valid" {
					valid++
					warnings += len(report.Warnings())
					if err := report.Err(); err != nil {
						t.Errorf("%s in %v: refused: %v", want.File, edition, err)
					}
					continue
				}
				if want.refused(t, edition, report) {
					invalid++
					if at(report, want.Fields) {
						located++
					} else {
						t.Logf("%s in %v: want %v\n%s", want.File, edition, want.Fields, report)
					}
				}
			}
			t.Logf("edition %v: %d valid requests with %d warnings; %d refused, %d of them at the path named", edition, valid, warnings, invalid, located)
		}
	})
}

// doubted are requests that EC2 refuses or not as something else has it.
var doubted = map[string]bool{
	"block-device-53c514d6.json": true, // the device may come from a snapshot of the AMI
	"cpu-31c70a3d.json":          true, // hosts can be enabled for AMD SEV-SNP
}

// refused checks the report on an invalid request, and reports whether the
// request could be judged.
func (v verdict) refused(t *testing.T, edition validate.Edition, report validate.Report) bool {
	t.Helper()
	switch v.Basis {
	case "account":
		if err := report.Err(); err != nil {
			t.Errorf("%s in %v: only EC2 can tell, but: %v", v.File, edition, err)
		}
		return false
	case "type-feature", "type-unknown":
		if len(report.Violations) == 0 {
			t.Errorf("%s in %v: no warning", v.File, edition)
			return false
		}
	default:
		if report.Err() == nil && doubted[v.File] && len(report.Violations) > 0 {
			return true
		}
		if report.Err() == nil {
			t.Errorf("%s in %v: not refused, wrong at %v\n%s", v.File, edition, v.Fields, report)
			return false
		}
	}
	return true
}

// at reports whether a violation stands at one of the fields.
func at(report validate.Report, fields []string) bool {
	return slices.ContainsFunc(report.Violations, func(v validate.Violation) bool {
		return slices.ContainsFunc(fields, func(field string) bool {
			return field == v.Path || strings.HasPrefix(v.Path, field+".") || strings.HasPrefix(v.Path, field+"[")
		})
	})
}

// TestValidRequestsLaunch sends every valid request to an endpoint of its own, in
// the Region of the zone that it names.
func TestValidRequestsLaunch(t *testing.T) {
	eachCollection(t, func(t *testing.T, dir string, verdicts []verdict) {
		for _, want := range verdicts {
			if want.Expect != "valid" || !want.in(validate.Latest) {
				continue
			}
			in := read(t, dir, want.File)
			in.DryRun = nil
			spec, err := launch.FromInput(in).Build()
			if err != nil {
				t.Errorf("%s: %v", want.File, err)
				continue
			}
			var opts []launchtest.Option
			if in.Placement != nil && aws.ToString(in.Placement.AvailabilityZone) != "" {
				opts = append(opts, launchtest.Region(strings.TrimRight(*in.Placement.AvailabilityZone, "abcdef")))
			}
			srv := launchtest.Start(t, opts...)
			if _, err := launcher.New(srv.Client()).Launch(t.Context(), spec); err != nil {
				t.Errorf("%s: %v", want.File, err)
			}
			srv.Close()
		}
	})
}

func read(t *testing.T, dir, file string) *ec2.RunInstancesInput {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in, err := launch.DecodeCLI(f)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return in
}
