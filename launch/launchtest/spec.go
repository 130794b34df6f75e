package launchtest

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/nearest"
	"github.com/ec2launch/ec2launch/validate"
)

// A Builder is what builds a spec and checks it: launch.Builder is one, with
// launch.Spec for S.
type Builder[S any] interface{ Build() (S, error) }

// Valid returns the spec that a builder builds. It ends the test if a rule is
// broken.
func Valid[S any](tb testing.TB, b Builder[S]) S {
	tb.Helper()
	spec, err := b.Build()
	if err != nil {
		tb.Fatalf("the spec is not valid: %v", err)
	}
	return spec
}

// With returns a builder that builds as b does with a validator, such as one that
// has the rules of a house, for [Valid] and [Violates]:
//
//	launchtest.Violates(t, launchtest.With(v, web), "house-count-limit", "MaxCount")
//
// Where b is nil, what it returns fails to build.
func With[S any](v *validate.Validator, b interface {
	BuildWith(*validate.Validator) (S, error)
}) Builder[S] {
	return built[S](func() (spec S, err error) {
		if b == nil {
			return spec, errors.New("launchtest: With must be given a builder, not nil")
		}
		return b.BuildWith(v)
	})
}

// A built function is a builder.
type built[S any] func() (S, error)

func (f built[S]) Build() (S, error) { return f() }

// Violates fails the test unless the builder is refused because of one rule, by
// its ID, at one path, such as "BlockDeviceMappings[0].Ebs.Iops"; an empty path
// stands for the request as a whole. It does not mind other violations. A warning
// refuses nothing: Warnings of a launch.Spec lists those. Where the rule is not
// violated and the library has none of that ID, the failure names the rule that
// may be meant.
//
//	small := base.Device("/dev/sdf", blockdevice.GP3(blockdevice.GiB(8)).IOPS(100))
//	launchtest.Violates(t, small, "volume-iops-range", "BlockDeviceMappings[0].Ebs.Iops")
func Violates[S any](tb testing.TB, b Builder[S], rule, path string) {
	tb.Helper()
	spec, err := b.Build()
	if err == nil {
		tb.Errorf("the spec is valid, want a violation of %s at %q%s%s", rule, path, mild(spec, rule), stranger(rule))
		return
	}
	refused, ok := errors.AsType[*validate.Error](err)
	if !ok {
		tb.Errorf("got %v, want a violation of %s at %q", err, rule, path)
		return
	}
	var elsewhere []string
	for _, v := range refused.Violations {
		switch {
		case v.Rule != rule:
		case v.Path == path:
			return
		default:
			elsewhere = append(elsewhere, strconv.Quote(v.Path))
		}
	}
	if len(elsewhere) > 0 {
		tb.Errorf("want a violation of %s at %q, not at %s:\n%v", rule, path, strings.Join(elsewhere, ", "), err)
		return
	}
	tb.Errorf("no violation of %s at %q%s:\n%v", rule, path, stranger(rule), err)
}

// mild says that a spec has the violation of a rule which Violates does not take,
// since it refuses nothing.
func mild(spec any, rule string) string {
	warned, ok := spec.(interface{ Warnings() []validate.Violation })
	if !ok {
		return ""
	}
	for _, v := range warned.Warnings() {
		if v.Rule == rule {
			return fmt.Sprintf(" (the spec has that %s at %q, which refuses nothing; Valid(t, b).Warnings() lists it)", v.Severity, v.Path)
		}
	}
	return ""
}

// ruleIDs are the IDs of the library's rules, one a line.
//
//go:embed rules.txt
var ruleIDs string

// stranger says of an ID that no rule of the library has it; of others it has
// nothing to say.
func stranger(id string) string {
	known := strings.Fields(ruleIDs)
	if slices.Contains(known, id) {
		return ""
	}
	for _, near := range nearest.Names(id, known, 1) {
		return fmt.Sprintf(" (no rule of the library has the ID %q; did you mean %q?)", id, near)
	}
	return fmt.Sprintf(" (no rule of the library has the ID %q)", id)
}

// Golden fails the test unless a spec, in JSON, is what the file holds. A
// launch.Spec shows of user data no more than its length, so that other user
// data of the same length goes unnoticed: where that matters, compare
// Spec.Fingerprint too, or all of two specs by [Diff]. Run as
//
//	go test -update
//
// it writes the file instead, provided that the test has such a flag:
//
//	var _ = flag.Bool("update", false, "write the golden files")
func Golden(tb testing.TB, file string, spec json.Marshaler) {
	tb.Helper()
	compact, err := spec.MarshalJSON()
	if err != nil {
		tb.Fatal(err)
	}
	var text bytes.Buffer
	if err := json.Indent(&text, compact, "", "  "); err != nil {
		tb.Fatal(err)
	}
	text.WriteByte('\n')
	if update := flag.Lookup("update"); update != nil && update.Value.String() == "true" {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(file, text.Bytes(), 0o644); err != nil {
			tb.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		tb.Fatalf("%v; go test -update writes it", err)
	}
	if diff := cmp.Diff(string(want), text.String()); diff != "" {
		tb.Errorf("%s (-want +got); go test -update accepts it:\n%s", file, diff)
	}
}
