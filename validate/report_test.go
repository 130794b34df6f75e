package validate_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// everyKind is a report with a value of every kind and every member set.
func everyKind(t *testing.T) validate.Report {
	t.Helper()
	values := &validate.Values{ID: "tenancy", Sets: []validate.ValueSet{{Since: validate.Spring2023,
		Values: []string{"host"}}}}
	rules := []*validate.Rule{
		rule(validate.Rule{ID: "tenancy-values", Values: values, Members: []string{"Placement.Tenancy"}}),
		rule(validate.Rule{ID: "count-range", Range: &validate.Range{Max: maxCount}, Members: []string{"MaxCount"}}),
		rule(validate.Rule{
			ID: "fact-unsupported", CodeBasis: validate.Observed,
			Facts:   []instancetype.Fact{instancetype.FactHibernation},
			Members: []string{"InstanceType"}, Check: func(p *validate.Pass) {
				p.Conflictf("DryRun", []string{"InstanceType", "MaxCount"}, "must not be true")
				p.Reportf("InstanceMarketOptions.SpotOptions.ValidUntil", "must be later")
				p.Reportf("", "must be another request")
			},
		}),
	}
	rules[2].Members = append(rules[2].Members, "DryRun")
	return check(t, &ec2.RunInstancesInput{
		MaxCount: new(int32(11)), DryRun: new(true), InstanceType: types.InstanceTypeM5Large,
		Placement: &types.Placement{Tenancy: "dedicated"},
		InstanceMarketOptions: &types.InstanceMarketOptionsRequest{
			SpotOptions: &types.SpotMarketOptions{ValidUntil: new(time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC))},
		},
	}, rules)
}

// TestReportsReadBackFromJSON reads each report back into a fresh one and into
// one that holds another.
func TestReportsReadBackFromJSON(t *testing.T) {
	var none *validate.Validator
	for name, want := range map[string]validate.Report{
		"the zero report": {}, "nothing found": {Edition: validate.Spring2023}, "every kind": everyKind(t),
		"no validator": none.Check(nil),
	} {
		text, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		used := everyKind(t)
		used.Omitted = 7
		for _, got := range []validate.Report{{}, used} {
			if err := json.Unmarshal(text, &got); err != nil {
				t.Fatalf("%s: %v", text, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		}
	}
}

func TestErrorsReadBackFromJSON(t *testing.T) {
	var none *validate.Validator
	for name, report := range map[string]validate.Report{"every kind": everyKind(t), "no validator": none.Check(nil)} {
		want, _ := errors.AsType[*validate.Error](report.Err())
		text, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got *validate.Error
		if err := json.Unmarshal(text, &got); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestReportAsJSON(t *testing.T) {
	for _, tt := range []struct {
		name string
		r    validate.Report
		want string
	}{
		{"nothing found", validate.Report{Edition: validate.Autumn2026}, `{"violations":[],"edition":"2026"}`},
		{"a violation", validate.Report{Edition: validate.Spring2023, Omitted: 2, Violations: []validate.Violation{{
			Rule: "a-range", Severity: validate.SeverityWarning, Path: "MaxCount", With: []string{"MinCount"},
			Value: int64(3), Message: "must",
			Code: "C", Basis: validate.Documented, URL: "u", Limit: "l", Values: "v", Facts: []string{"f"},
		}}}, `{"violations":[{"rule":"a-range","severity":"warning","path":"MaxCount","with":["MinCount"],"value":3,` +
			`"message":"must",` +
			`"code":"C","basis":"documented","url":"u","limit":"l","values":"v","facts":["f"]}],"omitted":2,` +
			`"edition":"2023"}`},
		{"a violation without a code", validate.Report{Edition: validate.Autumn2026, Violations: []validate.Violation{{
			Rule: "a-range", Message: "must", URL: "u",
		}}}, `{"violations":[{"rule":"a-range","severity":"error","path":"","message":"must","basis":"inferred","url":"u"}],"edition":"2026"}`},
	} {
		text, err := json.Marshal(tt.r)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, string(text)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestJSONOfNoReportIsRefused(t *testing.T) {
	for _, text := range []string{
		`{"edition":"2024"}`, `{"edition":"2026","violations":[{"severity":"fatal"}]}`,
		`{"edition":"2026","violations":[{"basis":"guessed"}]}`,
		`{"edition":"2026","violations":[{"value":1.5}]}`, `{"edition":"2026","violations":3}`,
		`{"edition":"2026","violations":[{"value":["x"]}]}`, `{"edition":"2026","violations":[{"value":{}}]}`,
	} {
		r := everyKind(t)
		if err := json.Unmarshal([]byte(text), &r); err == nil {
			t.Errorf("%s is read as %v", text, r)
		}
		if diff := cmp.Diff(everyKind(t), r); diff != "" {
			t.Errorf("%s changes the report:\n%s", text, diff)
		}
	}
}

// The way out of what rests on a dated figure, a list or a fact stands in the
// text, and the names that it takes in the violation.
func TestViolationsNameTheWayOut(t *testing.T) {
	r := everyKind(t)
	got := map[string]string{}
	for _, v := range r.Violations {
		text := v.String()
		got[v.Rule] = text[strings.LastIndex(text, "["):] + strings.Join(append([]string{v.Limit, v.Values},
			v.Facts...), "|")
	}
	want := map[string]string{
		"count-range":      "[count-range; Override count-max]count-max|",
		"tenancy-values":   "[tenancy-values; Allow tenancy]|tenancy",
		"fact-unsupported": "[fact-unsupported; Facts]||HibernationSupported",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReportsLogAsGroups(t *testing.T) {
	var out bytes.Buffer
	log := slog.New(slog.NewTextHandler(&out, &slog.HandlerOptions{ReplaceAttr: func(groups []string,
		a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey && len(groups) == 0 {
			return slog.Attr{}
		}
		return a
	}}))
	report := check(t, &ec2.RunInstancesInput{MaxCount: new(int32(11))}, []*validate.Rule{countRule()})
	const violation = `0.rule=count-limit r.0.severity=error r.0.path=MaxCount r.0.value=11 r.0.message="must be at most 10" r.0.code=InvalidParameterValue`
	for what, value := range map[string]any{"report": report, "error": report.Err()} {
		out.Reset()
		log.Info("checked", "r", value)
		if want := "level=INFO msg=checked r.edition=" + validate.Latest.String() + " r." + violation +
			"\n"; out.String() != want {
			t.Errorf("%s:\n got %s\nwant %s", what, out.String(), want)
		}
	}
	out.Reset()
	log.Info("checked", "v", validate.Violation{Rule: "a-conflict", Path: "KeyName", With: []string{"ImageId"}, Message: "must not be"})
	if want := `v.path=KeyName v.with=[ImageId] v.message="must not be"`; !strings.Contains(out.String(), want) {
		t.Errorf("a conflict: got %s", out.String())
	}
}

func TestAReportOfNoValidatorLogsNoEdition(t *testing.T) {
	var none *validate.Validator
	if got := none.Check(nil).LogValue().String(); strings.Contains(strings.ToLower(got), "edition") {
		t.Errorf("logged is %s", got)
	}
}

// Code that handles the SDK's errors alone still learns where the first mistake is,
// and that there are others.
func TestErrorsOfTheSDKsKindSayWhereAndHowManyMore(t *testing.T) {
	v := validate.Violation{Rule: "a-range", Path: "MaxCount", Value: int64(3), Message: "must", Code: "C"}
	for want, err := range map[string]error{
		"MaxCount = 3: must":              &v,
		"request: must":                   &validate.Violation{Message: "must"},
		"MaxCount = 3: must (and 3 more)": fmt.Errorf("operation: %w", &validate.Error{Violations: []validate.Violation{v, v}, Omitted: 2}),
	} {
		api, ok := errors.AsType[smithy.APIError](err)
		if !ok || api.ErrorMessage() != want || api.ErrorFault() != smithy.FaultClient {
			t.Errorf("got %v, want %s", api, want)
		}
	}
	one := &validate.Error{Violations: []validate.Violation{v}}
	if one.ErrorCode() != "C" || one.ErrorMessage() != v.ErrorMessage() || strings.Count(one.Error(), "MaxCount = 3: must") != 1 {
		t.Errorf("got %s, %s, %v", one.ErrorCode(), one.ErrorMessage(), one)
	}
}

func TestTheCommentOfStringShowsAViolationAsItPrints(t *testing.T) {
	source, err := os.ReadFile("violation.go")
	if err != nil {
		t.Fatal(err)
	}
	line := "//\t" + launch.Check(request()).Violations[0].String() + "\nfunc (v Violation) String() "
	if !strings.Contains(string(source), line) {
		t.Errorf("the comment does not show %s", line)
	}
}

func TestNilErrorsAnswer(t *testing.T) {
	var e *validate.Error
	var v *validate.Violation
	if e.ErrorCode() != "" || e.ErrorMessage() != "" || (&validate.Error{}).ErrorCode() != "" || (&validate.Error{}).ErrorMessage() != "" {
		t.Error("an error without a violation has a code or a message")
	}
	if e.Error() == "" || e.Unwrap() != nil || v.Error() == "" || v.ErrorCode() != "" || v.ErrorMessage() != "" {
		t.Error("a nil error does not say that it is nil")
	}
}
