package validate_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/validate"
)

func TestRangeRule(t *testing.T) {
	least := &validate.Limit{ID: "least", Figures: []validate.Figure{{Since: validate.Spring2023, N: 2}}}
	most := &validate.Limit{ID: "most", Figures: []validate.Figure{{Since: validate.Autumn2026, N: 4}}}
	number := rule(validate.Rule{ID: "count-range", Range: &validate.Range{Min: least, Max: most},
		Members: []string{"MaxCount"}})
	text := rule(validate.Rule{ID: "key-length", Range: &validate.Range{Min: least, Max: most},
		Members: []string{"KeyName"}})
	open := rule(validate.Rule{ID: "min-range", Range: &validate.Range{Min: least}, Members: []string{"MinCount"}})
	for _, tt := range []struct {
		name string
		in   ec2.RunInstancesInput
		opts []validate.Option
		want string
	}{
		{"both ends hold", ec2.RunInstancesInput{MaxCount: new(int32(4)), KeyName: new("äöü"),
			MinCount: new(int32(2))}, nil, ""},
		{"number above", ec2.RunInstancesInput{MaxCount: new(int32(5))}, nil,
			"MaxCount = 5: must be 2 to 4 [count-range; Override most]"},
		{"number below", ec2.RunInstancesInput{MaxCount: new(int32(1))}, nil,
			"MaxCount = 1: must be 2 to 4 [count-range; Override least]"},
		{"an end that the edition does not state", ec2.RunInstancesInput{MaxCount: new(int32(5))},
			[]validate.Option{validate.In(validate.Spring2023)}, ""},
		{"overridden", ec2.RunInstancesInput{MaxCount: new(int32(5))}, []validate.Option{validate.Override("most", 5)}, ""},
		{"text by its characters", ec2.RunInstancesInput{KeyName: new("äöüäö")}, nil,
			`KeyName = "\u00e4\u00f6\u00fc\u00e4\u00f6": must have 2 to 4 characters,` +
				` and has 5 [key-length; Override most]`},
		{"one end", ec2.RunInstancesInput{MinCount: new(int32(1))}, nil,
			"MinCount = 1: must be at least 2 [min-range; Override least]"},
	} {
		if diff := cmp.Diff(tt.want, lines(check(t, &tt.in, []*validate.Rule{number, text, open},
			tt.opts...))[0]); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestWhatARequestLeavesOutPasses(t *testing.T) {
	names := &validate.Values{ID: "names", Sets: []validate.ValueSet{{Values: []string{"a"}}}}
	one := &validate.Limit{ID: "one", Figures: []validate.Figure{{N: 1}}}
	report := check(t, &ec2.RunInstancesInput{}, []*validate.Rule{
		rule(validate.Rule{ID: "key-values", Members: []string{"KeyName"}, Values: names}),
		rule(validate.Rule{ID: "type-values", Members: []string{"InstanceType"}, Values: names}),
		rule(validate.Rule{ID: "count-range", Members: []string{"MaxCount"}, Range: &validate.Range{Min: one}}),
		rule(validate.Rule{ID: "count-least-range", Members: []string{"MinCount"}, Tag: "min=1"}),
	})
	if len(report.Violations) > 0 {
		t.Error(report)
	}
}

// At one path the gravest comes first, whatever the order of the rules.
func TestErrorsComeFirstWithinAPath(t *testing.T) {
	at := func(id string, severity validate.Severity) *validate.Rule {
		return rule(validate.Rule{ID: id, Severity: severity, Members: []string{"KeyName"},
			Check: func(p *validate.Pass) { p.Reportf("KeyName", "must not be") }})
	}
	other := rule(validate.Rule{ID: "image-advice", Severity: validate.SeverityAdvice, Members: []string{"ImageId"},
		Check: func(p *validate.Pass) { p.Reportf("ImageId", "must not be") }})
	rules := []*validate.Rule{
		at("a-advice", validate.SeverityAdvice), at("b-ignored", validate.SeverityWarning),
		at("c-format", validate.SeverityError), at("d-format", validate.SeverityError), other,
	}
	in := &ec2.RunInstancesInput{ImageId: new("ami"), KeyName: new("k")}
	var got []string
	for _, v := range check(t, in, rules, validate.Advise()).Violations {
		got = append(got, v.Rule)
	}
	want := []string{"image-advice", "c-format", "d-format", "b-ignored", "a-advice"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// rule completes r to a well-formed rule.
func rule(r validate.Rule) *validate.Rule {
	if r.Summary == "" {
		r.Summary = "must hold"
	}
	r.Source = validate.Source{Shape: "RunInstances"}
	r.Code = "InvalidParameterValue"
	return &r
}

func check(t *testing.T, in *ec2.RunInstancesInput, rules []*validate.Rule, opts ...validate.Option) validate.Report {
	t.Helper()
	v, err := validate.NewValidator(rules, opts...)
	if err != nil {
		t.Fatal(err)
	}
	return v.Check(in)
}

// lines prints what a report found, one violation a line.
func lines(r validate.Report) []string {
	return strings.Split(strings.TrimSuffix(r.String(), "\n"), "\n")
}

func TestTagRule(t *testing.T) {
	hops := rule(validate.Rule{
		ID: "hops-range", Summary: "the hop limit must lie between 1 and 9", Tag: "min=1,max=9",
		Members: []string{"MetadataOptions.HttpPutResponseHopLimit"},
	})
	ids := rule(validate.Rule{
		ID: "group-format", Summary: "must be the ID of a security group", Tag: "ec2id=sg",
		Members: []string{"SecurityGroupIds", "NetworkInterfaces[].Groups"},
	})
	addresses := rule(validate.Rule{
		ID: "address-format", Summary: "must be an IPv6 address", Tag: "ec2ipv6",
		Members: []string{"NetworkInterfaces[].Ipv6Addresses[].Ipv6Address"},
	})
	kind := rule(validate.Rule{ID: "tenancy-length", Summary: "is short", Tag: "max=7",
		Members: []string{"Placement.Tenancy"}})
	in := &ec2.RunInstancesInput{
		MetadataOptions:  &types.InstanceMetadataOptionsRequest{HttpPutResponseHopLimit: new(int32(0))},
		SecurityGroupIds: []string{"sg-12345678", "vpc-12345678", ""},
		Placement:        &types.Placement{Tenancy: "dedicated"},
		NetworkInterfaces: []types.InstanceNetworkInterfaceSpecification{
			{},
			{
				Groups: []string{"x"},
				Ipv6Addresses: []types.InstanceIpv6Address{
					{Ipv6Address: new("2001:db8::1")}, {Ipv6Address: new("::ffff:10.0.0.1")}, {},
				},
			},
		},
	}
	want := []string{
		`MetadataOptions.HttpPutResponseHopLimit = 0: the hop limit must lie between 1 and 9 [hops-range]`,
		`NetworkInterfaces[1].Groups[0] = "x": must be the ID of a security group [group-format]`,
		`NetworkInterfaces[1].Ipv6Addresses[1].Ipv6Address = "::ffff:10.0.0.1": must be an IPv6 address [address-format]`,
		`Placement.Tenancy = "dedicated": is short [tenancy-length]`,
		`SecurityGroupIds[1] = "vpc-12345678": must be the ID of a security group; this is the ID of a VPC [group-format]`,
		`SecurityGroupIds[2] = "": must be the ID of a security group [group-format]`,
	}
	if diff := cmp.Diff(want, lines(check(t, in, []*validate.Rule{hops, ids, addresses, kind}))); diff != "" {
		t.Error(diff)
	}
}

func TestValuesRule(t *testing.T) {
	tenancy := rule(validate.Rule{
		ID: "tenancy-values",
		Values: &validate.Values{ID: "tenancy", Sets: []validate.ValueSet{
			{Since: validate.Spring2023, Values: []string{"default", "host"}},
			{Since: validate.Autumn2026, Values: []string{"default", "dedicated", "host"}},
		}},
		Members: []string{"Placement.Tenancy"},
	})
	dedicated := &ec2.RunInstancesInput{Placement: &types.Placement{Tenancy: "dedicatd"}}
	for _, tt := range []struct {
		name string
		opts []validate.Option
		want string
	}{
		{"latest", nil, `Placement.Tenancy = "dedicatd": must be one of default, dedicated,` +
			` host; did you mean "dedicated"? [tenancy-values; Allow tenancy]`},
		{"older edition", []validate.Option{validate.In(validate.Spring2023)},
			`Placement.Tenancy = "dedicatd": must be one of default, host [tenancy-values; Allow tenancy]`},
		{"allowed by the user", []validate.Option{validate.Allow("tenancy", "dedicatd")}, ""},
	} {
		if diff := cmp.Diff(tt.want, lines(check(t, dedicated, []*validate.Rule{tenancy}, tt.opts...))[0]); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// What a house leaves out is not misspelt for that.
func TestValuesOfAHouseSuggestNothing(t *testing.T) {
	for want, values := range map[string][]string{
		`Placement.Tenancy = "dedicated": must be dedicate`:              {"dedicate"},
		`Placement.Tenancy = "dedicated": must be one of dedicate, host`: {"dedicate", "host"},
	} {
		r := rule(validate.Rule{ID: "house-values", Members: []string{"Placement.Tenancy"},
			Values: &validate.Values{ID: "house", Sets: []validate.ValueSet{{Values: values}}}})
		in := &ec2.RunInstancesInput{Placement: &types.Placement{Tenancy: "dedicated"}}
		const option = " [house-values; Allow house]"
		if got := lines(check(t, in, nil, validate.Also(r)))[0]; got != want+option {
			t.Errorf("got  %s\nwant %s", got, want+option)
		}
		if got := lines(check(t, in, []*validate.Rule{r}))[0]; got != want+`; did you mean "dedicate"?`+option {
			t.Errorf("of the library: got %s", got)
		}
	}
}

func TestValuesOfAnyCase(t *testing.T) {
	for given, wantBroken := range map[string]bool{"host": false, "Host": false, "HOST": false, "ho\u017ft": true,
		"hosts": true, "": true} {
		for _, anyCase := range []bool{true, false} {
			affinity := rule(validate.Rule{
				ID: "affinity-values",
				Values: &validate.Values{ID: "affinity", Sets: []validate.ValueSet{{Since: validate.Spring2023,
					Values: []string{"default", "host"}}}, AnyCase: anyCase},
				Members: []string{"Placement.Affinity"},
			})
			got := check(t, &ec2.RunInstancesInput{Placement: &types.Placement{Affinity: &given}},
				[]*validate.Rule{affinity}).Err() != nil
			if want := wantBroken || !anyCase && given != "host"; got != want {
				t.Errorf("%q, any case %t: broken %t, want %t", given, anyCase, got, want)
			}
		}
	}
}

var maxCount = &validate.Limit{ID: "count-max", Figures: []validate.Figure{{Since: validate.Spring2023, N: 5},
	{Since: validate.Autumn2026, N: 10}}}

func countRule() *validate.Rule {
	return rule(validate.Rule{
		ID: "count-limit", Limits: []*validate.Limit{maxCount}, Given: []string{"MaxCount"},
		Check: func(p *validate.Pass) {
			if n, ok := p.Limit(maxCount); ok && int64(*p.Input.MaxCount) > n {
				p.Reportf("MaxCount", "must be at most %d", n)
			}
		},
	})
}

func TestLimitsAreDatedAndReplaceable(t *testing.T) {
	in := &ec2.RunInstancesInput{MaxCount: new(int32(8))}
	rules := []*validate.Rule{countRule()}
	for _, tt := range []struct {
		name string
		opts []validate.Option
		want int
	}{
		{"latest", nil, 0},
		{"2023", []validate.Option{validate.In(validate.Spring2023)}, 1},
		{"2023, overridden", []validate.Option{validate.In(validate.Spring2023), validate.Override("count-max", 8)}, 0},
		{"lowered", []validate.Option{validate.Override("count-max", 7)}, 1},
		{"switched off", []validate.Option{validate.Override("count-max", 7), validate.Skip("count-limit")}, 0},
	} {
		if got := len(check(t, in, rules, tt.opts...).Violations); got != tt.want {
			t.Errorf("%s: %d violations, want %d", tt.name, got, tt.want)
		}
	}
}

func TestRuleRunsOnlyWhenItsMembersAreSet(t *testing.T) {
	var ran int
	r := rule(validate.Rule{
		ID: "both-conflict", When: []string{"BlockDeviceMappings[].Ebs.Iops"}, Given: []string{"SubnetId", "KeyName"},
		Check: func(*validate.Pass) { ran++ },
	})
	in := &ec2.RunInstancesInput{SubnetId: new("subnet-12345678"), BlockDeviceMappings: []types.BlockDeviceMapping{{},
		{Ebs: &types.EbsBlockDevice{}}}}
	check(t, in, []*validate.Rule{r})
	if ran != 0 {
		t.Error("the rule ran without IOPS")
	}
	in.BlockDeviceMappings[1].Ebs.Iops = new(int32(3000))
	check(t, in, []*validate.Rule{r})
	if ran != 1 {
		t.Errorf("the rule ran %d times on a request that sets both members", ran)
	}
}

func TestEditionsBoundRules(t *testing.T) {
	always := func(id string) validate.Rule {
		return validate.Rule{ID: id, Members: []string{"SubnetId"},
			Check: func(p *validate.Pass) { p.Reportf("SubnetId", "always") }}
	}
	since, until := always("since-required"), always("until-required")
	since.Since, until.Until = validate.Autumn2026, validate.Spring2023
	rules := []*validate.Rule{rule(since), rule(until)}
	for edition, want := range map[validate.Edition]string{validate.Latest: "since-required",
		validate.Spring2023: "until-required"} {
		report := check(t, &ec2.RunInstancesInput{}, rules, validate.In(edition))
		if len(report.Violations) != 1 || report.Violations[0].Rule != want || report.Edition != edition {
			t.Errorf("%v: got %v in %v, want %s alone", edition, report.Violations, report.Edition, want)
		}
	}
}

// factRule reports on every request, on the strength of one fact.
func factRule(f instancetype.Fact) *validate.Rule {
	return rule(validate.Rule{
		ID: "fact-unsupported", Facts: []instancetype.Fact{f}, Members: []string{"InstanceType"},
		Check: func(p *validate.Pass) { p.Reportf("InstanceType", "must not") },
	})
}

func TestAgeOfFactsLowersSeverity(t *testing.T) {
	in := &ec2.RunInstancesInput{InstanceType: types.InstanceTypeM5Large}
	live := instancetype.FromDescribe([]types.InstanceTypeInfo{{InstanceType: types.InstanceTypeM5Large,
		HibernationSupported: new(false), FreeTierEligible: new(false)}})
	for _, tt := range []struct {
		name string
		fact instancetype.Fact
		opts []validate.Option
		want validate.Severity
	}{
		{"structural", instancetype.FactVCPUs, nil, validate.SeverityError},
		{"switched on later", instancetype.FactHibernation, nil, validate.SeverityWarning},
		{"switched on later, strict", instancetype.FactHibernation, []validate.Option{validate.Strict()},
			validate.SeverityError},
		{"switched on later, live", instancetype.FactHibernation, []validate.Option{validate.Facts(live)},
			validate.SeverityError},
		{"volatile, strict and live", instancetype.FactFreeTier, []validate.Option{validate.Strict(),
			validate.Facts(live)}, validate.SeverityWarning},
	} {
		got := check(t, in, []*validate.Rule{factRule(tt.fact)}, tt.opts...).Violations
		if len(got) != 1 || got[0].Severity != tt.want {
			t.Errorf("%s: got %v, want severity %v", tt.name, got, tt.want)
		}
	}
	both := factRule(instancetype.FactHibernation)
	both.Facts = append(both.Facts, instancetype.FactENAExpress) // which the live answer does not have
	if got := check(t, in, []*validate.Rule{both},
		validate.Facts(live)).Violations[0].Severity; got != validate.SeverityError {
		t.Errorf("a fact that is unknown lowers what a live one decides to %v", got)
	}
	unheard := &ec2.RunInstancesInput{InstanceType: "x0.large"}
	found := check(t, unheard, []*validate.Rule{factRule(instancetype.FactVCPUs)}).Violations
	if got := found[0].Severity; got != validate.SeverityWarning {
		t.Errorf("a rule on facts that are all unknown reports with severity %v", got)
	}
	dated := check(t, in, []*validate.Rule{factRule(instancetype.FactHibernation)}).Violations[0].Message
	if !strings.Contains(dated, "as of 20") {
		t.Errorf("the warning does not date the fact: %s", dated)
	}
}

func TestViolationsComeInTheOrderOfTheRequest(t *testing.T) {
	paths := []string{"UserData", "BlockDeviceMappings[10].Ebs.Iops", "BlockDeviceMappings[2].Ebs.Iops", "MaxCount",
		"", "BlockDeviceMappings[2].DeviceName"}
	r := rule(validate.Rule{ID: "all-required", Members: []string{"MaxCount"}, Check: func(p *validate.Pass) {
		for _, path := range paths {
			p.Reportf(path, "must")
		}
	}})
	in := &ec2.RunInstancesInput{BlockDeviceMappings: make([]types.BlockDeviceMapping, 11)}
	var got []string
	for _, v := range check(t, in, []*validate.Rule{r}).Violations {
		got = append(got, v.Path)
	}
	want := []string{"", "MaxCount", "BlockDeviceMappings[2].DeviceName", "BlockDeviceMappings[2].Ebs.Iops",
		"BlockDeviceMappings[10].Ebs.Iops", "UserData"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReportIsBounded(t *testing.T) {
	warn := rule(validate.Rule{ID: "a-ignored", Severity: validate.SeverityWarning, Members: []string{"KeyName"},
		Check: func(p *validate.Pass) {
			for range 1000 {
				p.Reportf("KeyName", "%s", strings.Repeat("w", 10_000))
			}
		}})
	fail := rule(validate.Rule{ID: "b-length", Members: []string{"KeyName"},
		Check: func(p *validate.Pass) { p.Reportf("KeyName", "must") }})
	report := check(t, &ec2.RunInstancesInput{KeyName: new(strings.Repeat("é", 1<<20))}, []*validate.Rule{warn, fail})
	if len(report.Violations) != 100 || report.Omitted != 901 {
		t.Errorf("%d violations and %d omitted, want 100 and 901", len(report.Violations), report.Omitted)
	}
	if err, ok := errors.AsType[*validate.Error](report.Err()); !ok || len(err.Violations) != 1 || err.Omitted != 0 {
		t.Errorf("a crowd of warnings hid the one error: %v", err)
	}
	if n := len(report.String()); n > 64<<10 {
		t.Errorf("the report has %d bytes", n)
	}
}

func TestUserDataNeverStandsInAReport(t *testing.T) {
	r := rule(validate.Rule{ID: "data-length", Members: []string{"UserData"},
		Check: func(p *validate.Pass) { p.Reportf("UserData", "must be shorter") }})
	report := check(t, &ec2.RunInstancesInput{UserData: new("c2VjcmV0")}, []*validate.Rule{r})
	if v := report.Violations[0]; v.Value != nil || strings.Contains(report.String()+fmt.Sprintf("%+v %#v", v, v),
		"c2Vj") {
		t.Errorf("user data shows: %#v", v)
	}
}

func TestSecretRulesWithholdTheValue(t *testing.T) {
	r := rule(validate.Rule{ID: "key-advice", Secret: true, Members: []string{"KeyName"},
		Check: func(p *validate.Pass) { p.Reportf("KeyName", "looks like a secret") }})
	if got := check(t, &ec2.RunInstancesInput{KeyName: new("hunter2")},
		[]*validate.Rule{r}).String(); strings.Contains(got, "hunter2") {
		t.Error(got)
	}
}

func TestValuesPrintEscaped(t *testing.T) {
	r := rule(validate.Rule{ID: "key-format", Members: []string{"KeyName"},
		Check: func(p *validate.Pass) { p.Reportf("KeyName", "must") }})
	for value, want := range map[string]string{
		"\u0430mi":              `"\u0430mi"`,
		"a\r\nb":                `"a\r\nb"`,
		"\u202e":                `"\u202e"`,
		"%s%n":                  `"%s%n"`,
		strings.Repeat("x", 70): `"` + strings.Repeat("x", 64) + `"…`,
	} {
		got := check(t, &ec2.RunInstancesInput{KeyName: &value}, []*validate.Rule{r}).String()
		if want := "KeyName = " + want + ": must [key-format]\n"; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestMessagesPrintEscaped(t *testing.T) {
	r := rule(validate.Rule{ID: "key-format", Members: []string{"KeyName"},
		Check: func(p *validate.Pass) { p.Reportf("", "must not be %s", *p.Input.KeyName) }})
	for value, want := range map[string]string{
		"schlüssel \"":   `schlüssel "`,
		"a\r\nb\x1b":     `a\r\nb\x1b`,
		"a\u202eb\u200b": `a\u202eb\u200b`,
		"a\xffb":         "a\ufffdb",
	} {
		got := check(t, &ec2.RunInstancesInput{KeyName: &value}, []*validate.Rule{r}).String()
		if want := "request: must not be " + want + " [key-format]\n"; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestRulesThatFail shows that a rule of a house refuses when it fails, that
// one of the library warns, that others go on, and that no text of a panic
// shows.
func TestRulesThatFail(t *testing.T) {
	const secret = "hunter2"
	failing := []*validate.Rule{
		rule(validate.Rule{ID: "panic-required", Members: []string{"KeyName"},
			Check: func(p *validate.Pass) { panic(*p.Input.UserData) }}),
		rule(validate.Rule{ID: "nil-required", Members: []string{"KeyName"},
			Check: func(p *validate.Pass) { _ = *p.Input.KeyName }}),
		rule(validate.Rule{ID: "misspelt-required", Members: []string{"KeyName"},
			Check: func(p *validate.Pass) { p.Reportf(*p.Input.UserData, "must") }}),
		rule(validate.Rule{ID: "beyond-required", Members: []string{"KeyName"},
			Check: func(p *validate.Pass) { p.Reportf("SecurityGroupIds[3]", "must") }}),
		rule(validate.Rule{ID: "with-conflict", Members: []string{"KeyName"}, Check: func(p *validate.Pass) {
			p.Conflictf("KeyName", []string{*p.Input.UserData}, "must")
		}}),
		rule(validate.Rule{ID: "message-required", Members: []string{"KeyName"}, Check: func(p *validate.Pass) {
			p.Reportf("KeyName", "must %v", failing{*p.Input.UserData})
		}}),
		rule(validate.Rule{ID: "undeclared-limit", Members: []string{"KeyName"},
			Check: func(p *validate.Pass) { p.Limit(maxCount) }}),
		rule(validate.Rule{ID: "memo-required", Members: []string{"KeyName"},
			Check: func(p *validate.Pass) { badMemo.Of(p) }}),
	}
	after := rule(validate.Rule{ID: "after-required", Members: []string{"KeyName"},
		Check: func(p *validate.Pass) { p.Reportf("KeyName", "must") }})
	in := &ec2.RunInstancesInput{UserData: new(secret)}
	for name, tt := range map[string]struct {
		rules []*validate.Rule
		opts  []validate.Option
		want  validate.Severity
	}{
		"of a house": {[]*validate.Rule{after}, []validate.Option{validate.Also(failing...)},
			validate.SeverityError},
		"of the library": {append(failing, after), nil, validate.SeverityWarning},
	} {
		report := check(t, in, tt.rules, tt.opts...)
		got := map[string]validate.Severity{}
		for _, v := range report.Violations {
			got[v.Rule] = v.Severity
		}
		want := map[string]validate.Severity{"after-required": validate.SeverityError}
		for _, r := range failing {
			want[r.ID] = tt.want
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if text := fmt.Sprintf("%v %+v", report, report.Violations); strings.Contains(text, secret) {
			t.Errorf("%s: the panic's text shows: %s", name, text)
		}
	}
}

var badMemo = validate.Memo[int]{Fill: func(p *validate.Pass, _ *int) { _ = *p.Input.KeyName }}

func TestNilAndZeroValidatorsRefuse(t *testing.T) {
	for _, v := range []*validate.Validator{nil, {}} {
		report := v.Check(&ec2.RunInstancesInput{})
		if err := report.Err(); err == nil || report.Violations[0].Rule != "validator-required" {
			t.Errorf("%v: got %v", v, err)
		}
	}
}

func TestNilRequest(t *testing.T) {
	if err := check(t, nil, nil).Err(); err == nil ||
		err.Error() != "invalid launch request: request: there is no request to check [request-required]" {
		t.Errorf("got %v", err)
	}
}

func TestErrorsAreAPIErrors(t *testing.T) {
	two := rule(validate.Rule{ID: "two-required", Members: []string{"MinCount", "MaxCount"},
		Check: func(p *validate.Pass) {
			p.Conflictf("MinCount", []string{"MaxCount"}, "must not stand beside MaxCount")
			p.Reportf("MaxCount", "must be given")
		}})
	err := check(t, &ec2.RunInstancesInput{MinCount: new(int32(2))}, []*validate.Rule{two}).Err()
	const want = "invalid launch request: 2 rules broken\n\tMaxCount: must be given [two-required]\n\tMinCount = 2: " +
		"must not stand beside MaxCount [two-required]"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if api, ok := errors.AsType[smithy.APIError](err); !ok || api.ErrorCode() != "InvalidParameterValue" ||
		api.ErrorFault() != smithy.FaultClient {
		t.Errorf("not an API error: %v", api)
	}
	all, ok := errors.AsType[*validate.Error](err)
	if !ok || len(all.Violations) != 2 || all.Violations[1].With[0] != "MaxCount" {
		t.Errorf("not an Error with both violations: %v", all)
	}
	if first, ok := errors.AsType[*validate.Violation](err); !ok || first.Path != "MaxCount" {
		t.Errorf("the first violation is %v", first)
	}
}

func TestNewValidatorNamesEveryFault(t *testing.T) {
	broken := []*validate.Rule{
		nil,
		{ID: "No Kebab"},
		rule(validate.Rule{ID: "tag-format", Tag: "mim=1", Members: []string{"KeyName"}}),
		rule(validate.Rule{ID: "kind-format", Tag: "ec2ipv4", Members: []string{"MaxCount"}}),
		rule(validate.Rule{ID: "struct-format", Tag: "min=1", Members: []string{"Placement"}}),
		rule(validate.Rule{ID: "switch-range", Range: &validate.Range{Max: maxCount}, Members: []string{"DryRun"}}),
		rule(validate.Rule{ID: "open-range", Range: &validate.Range{}, Members: []string{"MaxCount"}}),
		rule(validate.Rule{ID: "twice-format", Tag: "min=1", Members: []string{"KeyName"}, When: []string{"KeyName"}}),
		rule(validate.Rule{ID: "given-format", Tag: "min=1", Given: []string{"KeyName"}}),
		rule(validate.Rule{ID: "place-format", Tag: "min=1", Members: []string{"KyName"}}),
		rule(validate.Rule{ID: "nothing-limit", Limits: []*validate.Limit{nil}, Given: []string{"KeyName"},
			Check: func(*validate.Pass) {}}),
		rule(validate.Rule{ID: "when-format", When: []string{"Nowhere"}, Given: []string{"KeyName"},
			Check: func(*validate.Pass) {}}),
		rule(validate.Rule{ID: "two-forms-format", Tag: "min=1", Check: func(*validate.Pass) {},
			Members: []string{"KeyName"}}),
		rule(validate.Rule{ID: "number-values", Values: &validate.Values{ID: "n",
			Sets: []validate.ValueSet{{Since: 1, Values: []string{"1"}}}}, Members: []string{"MaxCount"}}),
		countRule(), countRule(),
		rule(validate.Rule{ID: "other-limit",
			Limits: []*validate.Limit{{ID: "count-max", Figures: []validate.Figure{{N: 3}}}},
			Given:  []string{"MaxCount"}, Check: func(*validate.Pass) {}}),
	}
	_, err := validate.NewValidator(broken, validate.Skip("count-limits"), validate.Override("count-maxx", 1), validate.Override("count", 1),
		validate.Allow("x", "y"), validate.In(9), validate.Facts(nil),
		validate.Override("count-max", -2), validate.Override("count-max", 5), validate.Allow("n"))
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		"a rule is nil", `rule "No Kebab": the ID must be in kebab-case`, `rule "No Kebab": a Summary`,
		`rule "No Kebab": a Source`, `rule "No Kebab": a Code`,
		`rule "tag-format": tag "mim=1"`, `rule "place-format": a request has no member KyName`,
		`rule "kind-format": tag "ec2ipv4" on MaxCount: there is no such test of a number`,
		`rule "struct-format": Placement has no value`,
		`rule "switch-range": DryRun: only numbers and texts have a Range`, `rule "open-range": its Range has no end`,
		`rule "twice-format": it names KeyName twice`, `rule "given-format": Given is for a Check`,
		`rule "nothing-limit": a limit is nil`, `rule "when-format": a request has no member Nowhere`,
		`rule "two-forms-format": there must be exactly one`, `rule "number-values": MaxCount: only texts have Values`,
		`rule "count-limit": given twice`,
		`rule "other-limit": another limit has the ID "count-max"`,
		`Skip: no rule has the ID "count-limits"; did you mean "count-limit"?`,
		`Override: no rule has the limit "count-maxx"; did you mean "count-max"?`,
		`Override: no rule has the limit "count"; did you mean "count-max"?`,
		`Allow: no rule has the values "x"`, "unknown edition 9", `Override: "count-max" is given twice`,
		`Override: "count-max" must not be negative`,
		`Allow: "n" needs values`, "no catalogue of instance types",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not among:\n%v", want, err)
		}
	}
	for line := range strings.Lines(err.Error()) {
		if !strings.HasPrefix(line, "validate: ") {
			t.Errorf("a line without its package: %s", line)
		}
	}
	if _, err := validate.NewValidator(nil, nil, validate.Skip("x")); err == nil ||
		err.Error() != "validate: an option is nil\nvalidate: Skip: no rule has the ID \"x\"" {
		t.Errorf("a nil option: got %v", err)
	}
}

func TestOneMistakeIsNamedOnce(t *testing.T) {
	house := func(change func(*validate.Rule)) *validate.Rule {
		r := rule(validate.Rule{ID: "house-limit", Given: []string{"MaxCount"}, Limits: []*validate.Limit{maxCount}, Check: func(*validate.Pass) {}})
		change(r)
		return r
	}
	values := func(v *validate.Values) func(*validate.Rule) {
		return func(r *validate.Rule) { r.Check, r.Given, r.Members, r.Values = nil, nil, []string{"KeyName"}, v }
	}
	options := []validate.Option{validate.Skip("house-limit"), validate.Override("count-max", 5)}
	for _, tt := range []struct {
		want   string
		change func(*validate.Rule)
		opts   []validate.Option
	}{
		{"there must be exactly one of Tag, Range, Values and Check", func(r *validate.Rule) { r.Check = nil }, options},
		{"a Summary must say what must hold", func(r *validate.Rule) { r.Summary = "" }, options},
		{"a Source must be named", func(r *validate.Rule) { r.Source = validate.Source{} }, options},
		{"a Code must say what EC2 would answer", func(r *validate.Rule) { r.Code = "" }, options},
		{"Members or Given must say what it constrains", func(r *validate.Rule) { r.Given = nil }, options},
		{"a request has no member Nowhere", func(r *validate.Rule) { r.Given, r.When = []string{"Nowhere"}, []string{"Nowhere"} }, options},
		{"a limit has no ID, which Override takes", func(r *validate.Rule) { r.Limits = []*validate.Limit{{}} }, options[:1]},
		{`the limit "new-max" has no Figures`, func(r *validate.Rule) { r.Limits = []*validate.Limit{{ID: "new-max"}} }, options[:1]},
		{`the Figures of the limit "new-max" must be of editions that there are, oldest first, one of each`, func(r *validate.Rule) {
			r.Limits = []*validate.Limit{{ID: "new-max", Figures: []validate.Figure{{Since: validate.Latest, N: 1}, {Since: validate.Spring2023, N: 5}}}}
		}, options[:1]},
		{`the Figures of the limit "new-max" must be of editions that there are, oldest first, one of each`, func(r *validate.Rule) {
			r.Limits = []*validate.Limit{{ID: "new-max", Figures: []validate.Figure{{N: 5}, {N: 1}}}}
		}, options[:1]},
		{`the Figures of the limit "new-max" must be of editions that there are, oldest first, one of each`, func(r *validate.Rule) {
			r.Limits = []*validate.Limit{{ID: "new-max", Figures: []validate.Figure{{N: 5}, {Since: validate.Latest + 1, N: 1}}}}
		}, options[:1]},
		{`the Figures of the limit "new-max" must not be negative`, func(r *validate.Rule) {
			r.Limits = []*validate.Limit{{ID: "new-max", Figures: []validate.Figure{{N: -1}}}}
		}, options[:1]},
		{"the Sets of its Values must be of editions that there are, oldest first, one of each", values(&validate.Values{ID: "names",
			Sets: []validate.ValueSet{{Since: validate.Latest, Values: []string{"a"}}, {Values: []string{"b"}}}}), options[:1]},
		{"no edition lies between Since and Until", func(r *validate.Rule) { r.Since, r.Until = validate.Autumn2026, validate.Spring2023 }, options},
		{"its Since is no edition that there is", func(r *validate.Rule) { r.Since, r.Until = validate.Latest+1, validate.Spring2023 }, options},
		{"its Until is no edition that there is", func(r *validate.Rule) { r.Until = validate.Latest + 1 }, options},
		{"one of Facts is no fact that there is", func(r *validate.Rule) { r.Facts = []instancetype.Fact{200} }, options},
		{"its LimitsOf panics", func(r *validate.Rule) { r.LimitsOf = func() []*validate.Limit { panic("hunter2") } }, options},
		{"its Values have no ID, which Allow takes", values(&validate.Values{Sets: []validate.ValueSet{{Values: []string{"a"}}}}), options},
		{"one of the Sets of its Values is empty", values(&validate.Values{ID: "names", Sets: []validate.ValueSet{{Values: []string{"a"}}, {Since: validate.Latest}}}), options},
		{"one of the Sets of its Values has an empty value", values(&validate.Values{ID: "names", Sets: []validate.ValueSet{{Values: []string{"a", ""}}}}), options[:1]},
		{"its Values have no Sets", values(&validate.Values{ID: "names"}), append(options, validate.Allow("names", "b"))},
		{"the Page of its Source must be an address such as https://wiki.example.com/launches", func(r *validate.Rule) { r.Source = validate.Source{Page: "wiki/launches"} }, options},
	} {
		_, err := validate.NewValidator(nil, slices.Concat(tt.opts, []validate.Option{validate.Also(house(tt.change))})...)
		if want := `validate: rule "house-limit": ` + tt.want; err == nil || err.Error() != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
}

func TestUnknownNamesHintAtWhatWasMeant(t *testing.T) {
	var limits []*validate.Limit
	for _, id := range []string{"a-max", "b-max", "c-max", "d-max", "e-max", "f-max"} {
		limits = append(limits, &validate.Limit{ID: id, Figures: []validate.Figure{{N: 1}}})
	}
	rules := []*validate.Rule{
		rule(validate.Rule{ID: "two-range", Members: []string{"MaxCount"}, Range: &validate.Range{Min: limits[0], Max: limits[1]}}),
		rule(validate.Rule{ID: "all-limit", Members: []string{"MaxCount"}, Limits: limits, Check: func(*validate.Pass) {}}),
		rule(validate.Rule{ID: "key-values", Members: []string{"KeyName"}, Values: &validate.Values{ID: "names",
			Sets: []validate.ValueSet{{Values: []string{"a"}}}}}),
	}
	for _, tt := range []struct {
		option validate.Option
		want   string
	}{
		{validate.Override("two-range", 1), `Override: no rule has the limit "two-range"; it is the ID of a rule, which has a-max, b-max`},
		{validate.Override("all-limit", 1), `Override: no rule has the limit "all-limit"; it is the ID of a rule, which has a-max, b-max, c-max, d-max, e-max, …`},
		{validate.Override("key-values", 1), `Override: no rule has the limit "key-values"; it is the ID of a rule, which has none`},
		{validate.Allow("key-values", "b"), `Allow: no rule has the values "key-values"; it is the ID of a rule, which has names`},
		{validate.Skip("two-range,all-limit"), `Skip: no rule has the ID "two-range,all-limit"; give each by itself, not joined by commas`},
	} {
		if _, err := validate.NewValidator(rules, tt.option); err == nil || err.Error() != "validate: "+tt.want {
			t.Errorf("got  %v\nwant %s", err, tt.want)
		}
	}
}

// What a tag takes does not depend on the member, of which a test may be none.
func TestTagsTakeWhatTheyNeed(t *testing.T) {
	const number, prefix = " takes a whole number that is not negative, as in ", "ec2id takes the prefix of an ID, as in ec2id=ami"
	const service, once = "ec2arn takes the service of an ARN, as in ec2arn=iam", "each test must be given once"
	for tag, want := range map[string]string{
		"ec2id": prefix, "ec2id=": prefix, "ec2id=AMI": prefix, "ec2id=ami-": prefix, "ec2arn": service, "ec2arn=": service,
		"min": "min" + number + "min=3", "min=x": "min" + number + "min=3", "max=-1": "max" + number + "max=3",
		"ec2text=3": "ec2text takes nothing, and so no =", "ec2ipv6=": "ec2ipv6 takes nothing, and so no =",
		"min=5,max=3": "no number lies between its min and its max", "max=5,max=3": once, "ec2id=ami,ec2id=i": once, "ec2text,ec2text": once,
		"min=3,ec2text,max=3": "", "ec2id=tgw-attach": "", "ec2arn=resource-groups": "",
	} {
		r := rule(validate.Rule{ID: "key-format", Tag: tag, Members: []string{"KeyName", "ImageId"}})
		_, err := validate.NewValidator([]*validate.Rule{r})
		if want != "" {
			want = fmt.Sprintf("validate: rule %q: tag %q: %s", r.ID, tag, want)
		}
		if got := fmt.Sprint(err); err == nil && want != "" || err != nil && got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// A rule of a house that the edition leaves nothing to refuse is a mistake; one of
// the library is not.
func TestHouseRulesMustBeAbleToRefuse(t *testing.T) {
	latest := &validate.Limit{ID: "house-max", Figures: []validate.Figure{{Since: validate.Latest, N: 4}}}
	ever := &validate.Limit{ID: "house-min", Figures: []validate.Figure{{N: 1}}}
	least := &validate.Limit{ID: "house-least", Figures: []validate.Figure{{Since: validate.Latest, N: 2}}}
	names := &validate.Values{ID: "names", Sets: []validate.ValueSet{{Since: validate.Latest, Values: []string{"a"}}}}
	check := func(*validate.Pass) {}
	for _, tt := range []struct {
		name string
		rule validate.Rule
		opts []validate.Option
		says string // of what leaves nothing to refuse
	}{
		{"a range of the latest edition", validate.Rule{Members: []string{"MaxCount"}, Range: &validate.Range{Max: latest}}, nil, `its Range has no figure of the limit "house-max": `},
		{"values of the latest edition", validate.Rule{Members: []string{"KeyName"}, Values: names}, nil, `its Values "names" have no set: `},
		{"a check by a limit of the latest edition, which may know what to do without",
			validate.Rule{Given: []string{"MaxCount"}, Limits: []*validate.Limit{latest}, Check: check}, nil, ""},
		{"a range of the latest edition that is skipped", validate.Rule{Members: []string{"MaxCount"}, Range: &validate.Range{Max: latest}},
			[]validate.Option{validate.Skip("house-limit")}, ""},
		{"a range of the latest edition that is advice, which nobody asks for",
			validate.Rule{Severity: validate.SeverityAdvice, Members: []string{"MaxCount"}, Range: &validate.Range{Max: latest}}, nil, ""},
		{"values of the latest edition to which one is added", validate.Rule{Members: []string{"KeyName"}, Values: names},
			[]validate.Option{validate.Allow("names", "b")}, `its Values "names" have no set: `},
		{"a range of the latest edition at both ends", validate.Rule{Members: []string{"MaxCount"}, Range: &validate.Range{Min: least, Max: latest}},
			nil, `its Range has no figure of the limit "house-least" nor of "house-max": `},
		{"a range with an end of every edition",
			validate.Rule{Members: []string{"MaxCount"}, Range: &validate.Range{Min: ever, Max: latest}}, nil, ""},
		{"a range that is overridden", validate.Rule{Members: []string{"MaxCount"}, Range: &validate.Range{Max: latest}},
			[]validate.Option{validate.Override("house-max", 3)}, ""},
		{"a rule of the latest edition",
			validate.Rule{Since: validate.Latest, Members: []string{"MaxCount"}, Range: &validate.Range{Max: latest}}, nil, ""},
		{"a check that rests on neither", validate.Rule{Given: []string{"MaxCount"}, Check: check}, nil, ""},
	} {
		tt.rule.ID = "house-limit"
		r := rule(tt.rule)
		opts := append(tt.opts, validate.In(validate.Spring2023))
		_, err := validate.NewValidator(nil, append(opts, validate.Also(r))...)
		want := `validate: rule "house-limit": it would refuse nothing in edition 2023, for which ` + tt.says
		if tt.says == "" && err != nil || tt.says != "" && (err == nil || !strings.HasPrefix(err.Error(), want)) {
			t.Errorf("%s: got %v", tt.name, err)
		}
		if _, err := validate.NewValidator([]*validate.Rule{r}, opts...); err != nil {
			t.Errorf("%s, of the library: got %v", tt.name, err)
		}
	}
}

// Overrides, and the figures of an edition, may leave a range nothing to let in.
func TestRangesMustLetSomethingIn(t *testing.T) {
	const nothing = `validate: rule "count-range": its Range would let nothing in: the limit "least" is 5, and the limit "most" is 4`
	least := &validate.Limit{ID: "least", Figures: []validate.Figure{{N: 2}, {Since: validate.Latest, N: 5}}}
	most := &validate.Limit{ID: "most", Figures: []validate.Figure{{N: 4}}}
	r := rule(validate.Rule{ID: "count-range", Members: []string{"MaxCount"}, Range: &validate.Range{Min: least, Max: most}})
	for _, tt := range []struct {
		name, want string
		opts       []validate.Option
	}{
		{"the figures", nothing, nil},
		{"those of another edition", "", []validate.Option{validate.In(validate.Spring2023)}},
		{"an override", nothing, []validate.Option{validate.In(validate.Spring2023), validate.Override("least", 5)}},
		{"one number", "", []validate.Option{validate.Override("most", 5)}},
		{"a rule that is skipped", "", []validate.Option{validate.Skip("count-range")}},
		{"a negative override", `validate: Override: "most" must not be negative`, []validate.Option{validate.In(validate.Spring2023), validate.Override("most", -1)}},
	} {
		for whose, v := range map[string]func() (*validate.Validator, error){
			"the library's": func() (*validate.Validator, error) { return validate.NewValidator([]*validate.Rule{r}, tt.opts...) },
			"a house's": func() (*validate.Validator, error) {
				return validate.NewValidator(nil, append(tt.opts, validate.Also(r))...)
			},
		} {
			if _, err := v(); err == nil && tt.want != "" || err != nil && err.Error() != tt.want {
				t.Errorf("%s, of %s: got %v, want %s", tt.name, whose, err, tt.want)
			}
		}
	}
}

// TestHouseRules holds what a house may leave out, and that its violations lead
// to its own page.
func TestHouseRules(t *testing.T) {
	const page = "https://wiki.example.com/launches#names"
	names := &validate.Rule{
		ID: "house-key-length", Summary: "a key name should be short", Severity: validate.SeverityWarning,
		Source: validate.Source{Page: page}, Members: []string{"KeyName"}, Tag: "max=3",
	}
	r := check(t, &ec2.RunInstancesInput{KeyName: new("long")}, nil, validate.Also(names))
	want := []validate.Violation{{
		Rule: "house-key-length", Severity: validate.SeverityWarning, Path: "KeyName", Value: "long",
		Message: "a key name should be short", URL: page,
	}}
	if diff := cmp.Diff(want, r.Violations); diff != "" {
		t.Error(diff)
	}
}

func TestRulesOfAHouseAreOfAHouseWhateverTheyJudge(t *testing.T) {
	for _, s := range validate.Subjects() {
		r := rule(validate.Rule{ID: "house-limit", On: []validate.Subject{s}, Check: func(*validate.Pass) {},
			Members: []string{members.PathsIn(s.Type())[0]}})
		for own, opts := range map[bool][]validate.Option{true: {validate.Also(r)}, false: nil} {
			v, err := validate.NewValidator([]*validate.Rule{r}[:1-len(opts)], opts...)
			if err != nil {
				t.Fatal(err)
			}
			if got := v.House(r.ID); got != own {
				t.Errorf("on %s: got %t, want %t", s, got, own)
			}
		}
	}
}

func TestSources(t *testing.T) {
	const page = "https://wiki.example.com/launches"
	const docs = "https://docs.aws.amazon.com/AWSEC2/latest/"
	for _, tt := range []struct {
		source    validate.Source
		text, url string
	}{
		{validate.Source{}, "", ""},
		{validate.Source{Shape: "RunInstances"}, "RunInstances", docs + "APIReference/API_RunInstances.html"},
		{validate.Source{Shape: "EbsBlockDevice", Member: "Iops"}, "EbsBlockDevice.Iops", docs + "APIReference/API_EbsBlockDevice.html"},
		{validate.Source{Shape: "EbsBlockDevice", Member: "Iops", Guide: "volumes"}, "EbsBlockDevice.Iops; User Guide: volumes", docs + "UserGuide/volumes.html"},
		{validate.Source{Page: page}, page, page},
		{validate.Source{Shape: "EbsBlockDevice", Guide: "volumes", Page: page}, "EbsBlockDevice; User Guide: volumes; " + page, page},
	} {
		if text, url := tt.source.String(), tt.source.URL(); text != tt.text || url != tt.url {
			t.Errorf("got %q at %q, want %q at %q", text, url, tt.text, tt.url)
		}
	}
}

func TestCheckIsConcurrentAndDeterministic(t *testing.T) {
	v, err := validate.NewValidator([]*validate.Rule{countRule(), factRule(instancetype.FactVCPUs)})
	if err != nil {
		t.Fatal(err)
	}
	in := &ec2.RunInstancesInput{MaxCount: new(int32(11)), InstanceType: "m5.large"}
	want := v.Check(in).String()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 100 {
				if got := v.Check(in).String(); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		})
	}
	wg.Wait()
}

func ExampleAt() {
	fmt.Println(validate.At("NetworkInterfaces[].Ipv6Addresses[].Ipv6Address", 1, 0))
	// Output: NetworkInterfaces[1].Ipv6Addresses[0].Ipv6Address
}

// failing is an error whose text cannot be had.
type failing struct{ secret string }

func (f failing) Error() string { panic(f.secret) }
