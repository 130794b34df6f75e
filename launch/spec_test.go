package launch_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/validate"
)

func TestEqual(t *testing.T) {
	at := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	spot := func(until time.Time) launch.Builder {
		return base().Market(market.Persistent(market.Stop()).ValidUntil(until))
	}
	empty := func(in *ec2.RunInstancesInput) { in.SecurityGroupIds = []string{} }
	for _, tt := range []struct {
		name string
		a, b launch.Builder
		want bool
	}{
		{"the same", base(), base(), true},
		{"another count", base(), base().Count(launch.Exactly(2)), false},
		{"other user data", base().UserDataText("a"), base().UserDataText("b"), false},
		{"user data and none", base().UserDataText("a"), base(), false},
		{"another token", base(), base().ClientToken("a"), false},
		{"an empty list and none", base(), base().Edit(empty), true},
		{"one moment in two zones", spot(at), spot(at.In(time.FixedZone("", 3600))), true},
		{"a value moved to its neighbour", base().KeyName("a"), base().Kernel("aki-12345678"), false},
	} {
		a, b := build(t, tt.a), build(t, tt.b)
		if a.Equal(b) != tt.want || b.Equal(a) != tt.want || cmp.Equal(a, b) != tt.want {
			t.Errorf("%s: Equal = %t, want %t", tt.name, a.Equal(b), tt.want)
		}
	}
	if (launch.Spec{}).Equal(build(t, base())) || !(launch.Spec{}).Equal(launch.Spec{}) {
		t.Error("the zero Spec equals itself and nothing else")
	}
}

func TestFingerprint(t *testing.T) {
	spec := build(t, base().UserDataText("#!/bin/sh\n").KeyName("ops"))
	// The fingerprint is kept beside launches: it must not change.
	const want = "e6f06a0c1fb9db62f535212ef159fd9b10b8625c7e566e40318cdca6513f865a"
	if got := spec.Fingerprint(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := build(t, launch.FromSpec(spec).ClientToken("a").DryRun(true)).Fingerprint(); got != want {
		t.Error("the token or the dry run counts")
	}
	if got := build(t, launch.FromSpec(spec).KeyName("dev")).Fingerprint(); got == want {
		t.Error("the key name does not count")
	}
	if got := (launch.Spec{}).Fingerprint(); got != "" {
		t.Errorf("the zero Spec has the fingerprint %s", got)
	}
}

func TestJSON(t *testing.T) {
	for _, tt := range []struct {
		spec launch.Spec
		want string
	}{
		{build(t, base().UserDataText("#!/bin/sh\n")), `{"MaxCount":1,"MinCount":1,"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large","UserData":"[redacted 10 bytes]"}`},
		{launch.Spec{}, "null"},
	} {
		got, err := json.Marshal(tt.spec)
		if err != nil || string(got) != tt.want {
			t.Errorf("got %s, %v, want %s", got, err, tt.want)
		}
	}
}

func TestTheZeroSpecIsNoStart(t *testing.T) {
	_, err := launch.FromSpec(launch.Spec{}).InstanceType("m7i.large").Build()
	refused, ok := errors.AsType[*validate.Error](err)
	if !ok || len(refused.Violations) != 1 || !strings.Contains(refused.Violations[0].Message, "not the zero Spec") {
		t.Errorf("got %v", err)
	}
	if _, err := launch.FromSpec(build(t, base())).Build(); err != nil {
		t.Error(err)
	}
}

// TestJSONIsNotReadIntoASpec holds that nothing unchecked becomes a Spec, and
// that the error names the way.
func TestJSONIsNotReadIntoASpec(t *testing.T) {
	spec := build(t, base())
	text, err := json.Marshal(spec)
	if err != nil {
		t.Fatal(err)
	}
	read, builder := spec, base()
	for what, into := range map[string]any{"Spec": &read, "Builder": &builder, "Spec inside": &struct{ Launch *launch.Spec }{&read}} {
		doc := string(text)
		if what == "Spec inside" {
			doc = `{"Launch":` + doc + `}`
		}
		if err := json.Unmarshal([]byte(doc), into); err == nil || !strings.Contains(err.Error(), "DecodeCLI") {
			t.Errorf("%s: got %v, want an error that names DecodeCLI", what, err)
		}
	}
	if !read.Equal(spec) || builder.String() != base().String() {
		t.Error("what was refused is changed")
	}
	zero := launch.Spec{}
	if err := json.Unmarshal([]byte("null"), &zero); err != nil || !zero.IsZero() {
		t.Errorf("null, which the zero Spec is in JSON: %v", err)
	}
}

func TestBuildReportsAll(t *testing.T) {
	_, err := launch.Builder{}.Build()
	if err == nil {
		t.Fatal("an empty request is built")
	}
	for _, path := range []string{"MinCount", "MaxCount", "ImageId"} {
		if !containsPath(err, path) {
			t.Errorf("%s is not reported: %v", path, err)
		}
	}
	if _, err := launch.FromInput(nil).Build(); err == nil {
		t.Error("a nil request is built")
	}
}

func TestWarningsDoNotStopABuild(t *testing.T) {
	spec := build(t, base().InstanceType("m7i.larg"))
	if len(spec.Warnings()) == 0 {
		t.Fatal("no warning of an unknown instance type")
	}
	spec.Warnings()[0].Rule = "changed"
	if spec.Warnings()[0].Rule == "changed" {
		t.Error("the warnings are shared")
	}
	if spec.Input().InstanceType != types.InstanceType("m7i.larg") {
		t.Error("the type was changed")
	}
}

func TestWarningsShareNoMemory(t *testing.T) {
	house := &validate.Rule{
		ID: "house-pair", Summary: "a house has its own pairs", Severity: validate.SeverityWarning,
		Source: validate.Source{Shape: "RunInstances", Member: "InstanceType"}, Members: []string{"InstanceType"},
		Reads: []string{"ImageId"}, Facts: []instancetype.Fact{instancetype.FactVCPUs},
		Check: func(p *validate.Pass) { p.Conflictf("InstanceType", []string{"ImageId"}, "does not go with it") },
	}
	v, err := validate.NewValidator(launch.Rules(), validate.Also(house))
	if err != nil {
		t.Fatal(err)
	}
	spec, err := base().BuildWith(v)
	if err != nil {
		t.Fatal(err)
	}
	w := spec.Warnings()
	if len(w) != 1 || len(w[0].With) != 1 || len(w[0].Facts) != 1 {
		t.Fatalf("got %#v, want one warning with another member and a fact", w)
	}
	w[0].With[0], w[0].Facts[0] = "changed", "changed"
	if again := spec.Warnings()[0]; again.With[0] == "changed" || again.Facts[0] == "changed" {
		t.Errorf("who changes a warning changes the spec's: %#v", again)
	}
}

func TestEqualAllocatesNothing(t *testing.T) {
	a, b := build(t, rich()), build(t, rich())
	if n := testing.AllocsPerRun(10, func() { a.Equal(b) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// BenchmarkEqual compares with one fingerprint, which takes the time 1.
func BenchmarkEqual(b *testing.B) {
	one, other := build(b, rich()), build(b, rich())
	b.ReportAllocs()
	for b.Loop() {
		one.Equal(other)
	}
	start := time.Now()
	for range b.N {
		one.Fingerprint()
	}
	b.ReportMetric(float64(b.Elapsed())/float64(time.Since(start)), "x-Fingerprint")
}
