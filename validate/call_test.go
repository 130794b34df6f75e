package validate_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// of is a well-formed rule of a name, to which a test adds what it needs.
func of(id string, r validate.Rule) *validate.Rule {
	r.ID, r.Summary, r.Code, r.Source = id, "must hold", "InvalidParameterValue", validate.Source{Shape: "RunInstances"}
	return &r
}

// everything reports at every member of a launch that the test sets.
var everything = of("launch-values", validate.Rule{
	Given: []string{"RamdiskId", "UserData", "MaxCount", "Placement.AvailabilityZone", "SecurityGroupIds", "InstanceMarketOptions"},
	Check: func(p *validate.Pass) {
		if p.Input.RamdiskId != nil {
			p.Reportf("RamdiskId", "x")
		}
		if p.Input.UserData != nil {
			p.Conflictf("UserData", []string{"MaxCount", "RamdiskId"}, "x")
		}
		if *p.Input.MaxCount != 1 {
			p.Reportf("MaxCount", "x")
		}
		if place := p.Input.Placement; place != nil && place.AvailabilityZone != nil {
			p.Reportf("Placement.AvailabilityZone", "x")
		}
		for i := range p.Input.SecurityGroupIds {
			p.Reportf(validate.At("SecurityGroupIds[]", i), "x")
		}
		if p.Input.InstanceMarketOptions != nil {
			p.Reportf("InstanceMarketOptions.MarketType", "x")
		}
	},
})

func TestCallsAreReportedAtPathsOfTheirOwn(t *testing.T) {
	v := ruletest.Validator(t, []*validate.Rule{everything})
	for _, test := range []struct {
		call any
		want []string
	}{
		{
			&types.RequestLaunchTemplateData{RamDiskId: new("x"), UserData: new("c2VjcmV0")},
			[]string{"launch-values RamDiskId", "launch-values UserData RamDiskId"},
		},
		{
			&ec2.CreateLaunchTemplateVersionInput{LaunchTemplateData: &types.RequestLaunchTemplateData{RamDiskId: new("x")}},
			[]string{"launch-values LaunchTemplateData.RamDiskId"},
		},
		{
			&ec2.CreateFleetInput{LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{
				LaunchTemplateSpecification: &types.FleetLaunchTemplateSpecificationRequest{LaunchTemplateSpecificationUserData: new("c2VjcmV0")},
			}, {
				Overrides: []types.FleetLaunchTemplateOverridesRequest{{}, {AvailabilityZone: new("us-east-1a")}, {
					Placement: &types.Placement{AvailabilityZone: new("us-east-1b")},
				}},
			}}},
			[]string{
				"launch-values LaunchTemplateConfigs[0].LaunchTemplateSpecification.LaunchTemplateSpecificationUserData",
				"launch-values LaunchTemplateConfigs[1].Overrides[1].AvailabilityZone",
				"launch-values LaunchTemplateConfigs[1].Overrides[2].Placement.AvailabilityZone",
			},
		},
		{
			&ec2.RequestSpotInstancesInput{InstanceCount: new(int32(2)), LaunchSpecification: &types.RequestSpotLaunchSpecification{}},
			[]string{"launch-values InstanceCount", "launch-values LaunchSpecification"},
		},
		{
			&ec2.RequestSpotFleetInput{SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{
				LaunchSpecifications: []types.SpotFleetLaunchSpecification{{SecurityGroups: []types.GroupIdentifier{
					{GroupName: new("web")}, {GroupId: new("sg-1")},
				}}},
				LaunchTemplateConfigs: []types.LaunchTemplateConfig{{Overrides: []types.LaunchTemplateOverrides{{AvailabilityZone: new("us-east-1a")}}}},
			}},
			[]string{
				"launch-values SpotFleetRequestConfig.LaunchSpecifications[0]",
				"launch-values SpotFleetRequestConfig.LaunchSpecifications[0].SecurityGroups[1].GroupId",
				"launch-values SpotFleetRequestConfig.LaunchTemplateConfigs[0].Overrides[0].AvailabilityZone",
			},
		},
	} {
		report, covered := v.CheckCall(test.call)
		got := ruletest.Broken(report.Violations)
		if diff := cmp.Diff(test.want, got); !covered || diff != "" {
			t.Errorf("%T: covered %v: %s", test.call, covered, diff)
		}
		if text := report.String(); strings.Contains(text, "c2VjcmV0") {
			t.Errorf("%T: the report holds user data: %s", test.call, text)
		}
	}
}

// What EC2 stores and cannot launch is said to be so, where it is an error.
func TestTemplatesSayThatTheLaunchFails(t *testing.T) {
	warning := of("image-values", validate.Rule{Severity: validate.SeverityWarning, Members: []string{"ImageId"}, Tag: "ec2id=ami"})
	v := ruletest.Validator(t, []*validate.Rule{everything, warning})
	report, _ := v.CheckCall(&types.RequestLaunchTemplateData{RamDiskId: new("x"), ImageId: new("x")})
	for _, f := range report.Violations {
		if says := strings.Contains(f.Message, "not launch from it"); says != (f.Severity == validate.SeverityError) {
			t.Errorf("a message of severity %v: %s", f.Severity, f.Message)
		}
	}
	report, _ = v.CheckCall(&ec2.RequestSpotInstancesInput{LaunchSpecification: &types.RequestSpotLaunchSpecification{RamdiskId: new("x")}})
	if text := report.String(); strings.Contains(text, "template") {
		t.Errorf("a Spot request speaks of a template: %s", text)
	}
}

func TestWhatCompletesACallKeepsRulesOnAbsentMembersSilent(t *testing.T) {
	required := of("image-required", validate.Rule{Members: []string{"ImageId"}, Check: func(p *validate.Pass) {
		if p.Input.ImageId == nil && !p.Templated() {
			p.Reportf("ImageId", "must be given")
		}
	}})
	v := ruletest.Validator(t, []*validate.Rule{required})
	for call, want := range map[any]int{
		&types.RequestLaunchTemplateData{}: 0,
		&ec2.CreateFleetInput{LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{Overrides: make([]types.FleetLaunchTemplateOverridesRequest, 1)}}}:  0,
		&ec2.RequestSpotInstancesInput{LaunchSpecification: &types.RequestSpotLaunchSpecification{}}:                                                               1,
		&ec2.RequestSpotFleetInput{SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{LaunchSpecifications: make([]types.SpotFleetLaunchSpecification, 1)}}: 1,
		&ec2.RunInstancesInput{}: 1,
	} {
		if report, _ := v.CheckCall(call); len(report.Violations) != want {
			t.Errorf("%T: got %v, want %d", call, report.Violations, want)
		}
	}
}

func TestRulesOnCalls(t *testing.T) {
	least := &validate.Limit{ID: "memory-min", Figures: []validate.Figure{{Since: validate.Spring2023, N: 0}}}
	rules := []*validate.Rule{
		of("name-format", validate.Rule{
			On:      []validate.Subject{validate.CreateLaunchTemplate, validate.CreateLaunchTemplateVersion},
			Members: []string{"LaunchTemplateName"}, Tag: "ec2ascii",
		}),
		of("memory-range", validate.Rule{
			On:      []validate.Subject{validate.InstanceRequirements},
			Members: []string{"MemoryMiB.Min", "MemoryMiB.Max"}, Range: &validate.Range{Min: least},
		}),
		of("excluded-values", validate.Rule{
			On:      []validate.Subject{validate.InstanceRequirements},
			Members: []string{"ExcludedInstanceTypes"}, Values: &validate.Values{ID: "types", Sets: []validate.ValueSet{{Values: []string{"m5.*"}}}},
		}),
		of("subnet-required", validate.Rule{
			On: []validate.Subject{validate.CreateFleet}, Given: []string{"LaunchTemplateConfigs[].Overrides"}, When: []string{"Type"},
			Reads: []string{"LaunchTemplateConfigs[].Overrides[].SubnetId"},
			Check: func(p *validate.Pass) {
				in := validate.CallOf[ec2.CreateFleetInput](p)
				for i, c := range in.LaunchTemplateConfigs {
					for j, o := range c.Overrides {
						if o.SubnetId == nil {
							p.Reportf(validate.At("LaunchTemplateConfigs[].Overrides[]", i, j), "must have a SubnetId")
						}
					}
				}
			},
		}),
	}
	v := ruletest.Validator(t, rules)
	wrong := &types.InstanceRequirementsRequest{
		MemoryMiB:             &types.MemoryMiBRequest{Min: new(int32(-1)), Max: new(int32(4))},
		ExcludedInstanceTypes: []string{"m5.*", "m6.*"},
	}
	fleet := &ec2.CreateFleetInput{LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{
		Overrides: []types.FleetLaunchTemplateOverridesRequest{{SubnetId: new("x")}, {InstanceRequirements: wrong}},
	}}}
	typed := *fleet
	typed.Type = types.FleetTypeInstant
	for _, test := range []struct {
		call any
		want []string
	}{
		{&ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("é")}, []string{"name-format LaunchTemplateName"}},
		{&ec2.CreateLaunchTemplateVersionInput{LaunchTemplateName: new("é")}, []string{"name-format LaunchTemplateName"}},
		{wrong, []string{"memory-range MemoryMiB.Min", "excluded-values ExcludedInstanceTypes[1]"}},
		{
			&ec2.CreateLaunchTemplateInput{LaunchTemplateData: &types.RequestLaunchTemplateData{InstanceRequirements: wrong}},
			[]string{
				"memory-range LaunchTemplateData.InstanceRequirements.MemoryMiB.Min",
				"excluded-values LaunchTemplateData.InstanceRequirements.ExcludedInstanceTypes[1]",
			},
		},
		{fleet, []string{
			"memory-range LaunchTemplateConfigs[0].Overrides[1].InstanceRequirements.MemoryMiB.Min",
			"excluded-values LaunchTemplateConfigs[0].Overrides[1].InstanceRequirements.ExcludedInstanceTypes[1]",
		}},
		{&typed, []string{
			"subnet-required LaunchTemplateConfigs[0].Overrides[1]",
			"memory-range LaunchTemplateConfigs[0].Overrides[1].InstanceRequirements.MemoryMiB.Min",
			"excluded-values LaunchTemplateConfigs[0].Overrides[1].InstanceRequirements.ExcludedInstanceTypes[1]",
		}},
		{
			&ec2.RequestSpotFleetInput{SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{
				LaunchSpecifications: []types.SpotFleetLaunchSpecification{{InstanceRequirements: &types.InstanceRequirements{MemoryMiB: &types.MemoryMiB{Min: new(int32(-1))}}}},
			}},
			[]string{"memory-range SpotFleetRequestConfig.LaunchSpecifications[0].InstanceRequirements.MemoryMiB.Min"},
		},
	} {
		report, _ := v.CheckCall(test.call)
		if diff := cmp.Diff(test.want, ruletest.Broken(report.Violations)); diff != "" {
			t.Errorf("%T: %s", test.call, diff)
		}
	}
}

// Other calls must say that there is no lower limit; Spot Fleet need not.
func TestSpotFleetTakesARangeWithoutMinForNoLowerLimit(t *testing.T) {
	v := ruletest.Validator(t, []*validate.Rule{of("min-required", validate.Rule{
		On:      []validate.Subject{validate.InstanceRequirements},
		Members: []string{"VCpuCount.Min", "MemoryMiB.Min"},
		Check: func(p *validate.Pass) {
			in := validate.CallOf[types.InstanceRequirementsRequest](p)
			if in.VCpuCount.Min == nil || in.MemoryMiB.Min == nil {
				p.Reportf("VCpuCount.Min", "x")
			}
		},
	})})
	spot := &types.InstanceRequirements{VCpuCount: &types.VCpuCountRange{Max: new(int32(8))}, MemoryMiB: &types.MemoryMiB{}}
	for call, want := range map[any]int{
		&types.InstanceRequirementsRequest{VCpuCount: &types.VCpuCountRangeRequest{}, MemoryMiB: &types.MemoryMiBRequest{}}: 1,
		&ec2.RequestSpotFleetInput{SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{
			LaunchSpecifications: []types.SpotFleetLaunchSpecification{{InstanceRequirements: spot}},
		}}: 0,
		&ec2.RequestSpotFleetInput{SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{
			LaunchTemplateConfigs: []types.LaunchTemplateConfig{{Overrides: []types.LaunchTemplateOverrides{{InstanceRequirements: spot}}}},
		}}: 0,
	} {
		if report, _ := v.CheckCall(call); len(report.Violations) != want {
			t.Errorf("%T: %d violations, want %d", call, len(report.Violations), want)
		}
	}
	if spot.VCpuCount.Min != nil || spot.MemoryMiB.Min != nil {
		t.Error("the call was changed")
	}
}

// A fleet chooses among subnets and zones that are separated by commas. Subnets lie in
// one VPC, that of the first.
func TestALaunchGoesIntoTheFirstOfSeveralSubnetsAndIntoNoneOfSeveralZones(t *testing.T) {
	chosen := of("subnet-values", validate.Rule{Given: []string{"SubnetId", "Placement.AvailabilityZone"}, Check: func(p *validate.Pass) {
		if p.Input.SubnetId != nil {
			p.Reportf("SubnetId", "%s of %d", *p.Input.SubnetId, len(p.Subnets()))
		}
		if p.Input.Placement != nil && p.Input.Placement.AvailabilityZone != nil {
			p.Reportf("Placement.AvailabilityZone", "x")
		}
	}})
	v := ruletest.Validator(t, []*validate.Rule{chosen})
	calls := func(list string) []any {
		subnets, zones := new("subnet-1"+list), new("us-east-1a"+list)
		return []any{
			&ec2.CreateFleetInput{LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{
				Overrides: []types.FleetLaunchTemplateOverridesRequest{{SubnetId: subnets, AvailabilityZone: zones}},
			}}},
			&ec2.RequestSpotFleetInput{SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{
				LaunchSpecifications: []types.SpotFleetLaunchSpecification{{SubnetId: subnets, Placement: &types.SpotPlacement{AvailabilityZone: zones}}},
			}},
			&ec2.RequestSpotFleetInput{SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{
				LaunchTemplateConfigs: []types.LaunchTemplateConfig{{
					Overrides: []types.LaunchTemplateOverrides{{SubnetId: subnets, AvailabilityZone: zones}},
				}},
			}},
		}
	}
	for list, want := range map[string]string{"": "x subnet-1 of 1", ", b,": "subnet-1 of 2"} {
		for _, call := range calls(list) {
			report, _ := v.CheckCall(call)
			var got []string
			for _, f := range report.Violations {
				got = append(got, f.Message)
			}
			slices.SortFunc(got, func(a, b string) int { return strings.Compare(b, a) })
			if strings.Join(got, " ") != want {
				t.Errorf("%T with %q: got %q, want %q", call, list, got, want)
			}
		}
	}
}

// User data is no part of a report, wherever in a call it stands.
func TestUserDataOfCallsIsWithheld(t *testing.T) {
	data := &types.RequestLaunchTemplateData{UserData: new("c2VjcmV0")}
	template := &types.FleetLaunchTemplateSpecificationRequest{LaunchTemplateSpecificationUserData: new("c2VjcmV0")}
	for _, tt := range []struct {
		on   validate.Subject
		path string
		call any
	}{
		{validate.CreateLaunchTemplate, "LaunchTemplateData.UserData", &ec2.CreateLaunchTemplateInput{LaunchTemplateData: data}},
		{
			validate.CreateFleet, "LaunchTemplateConfigs[].LaunchTemplateSpecification.LaunchTemplateSpecificationUserData",
			&ec2.CreateFleetInput{LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{LaunchTemplateSpecification: template}}},
		},
	} {
		v := ruletest.Validator(t, []*validate.Rule{of("user-data-values", validate.Rule{
			On: []validate.Subject{tt.on}, Members: []string{tt.path}, Tag: "ec2ipv4",
		})})
		report, _ := v.CheckCall(tt.call)
		if len(report.Violations) != 1 || report.Violations[0].Value != nil || strings.Contains(report.String(), "c2VjcmV0") {
			t.Errorf("%s: got %#v", tt.path, report)
		}
	}
}

// Several parts of a call share one Pass: nothing that was worked out of one
// may be taken for another.
func TestPartsOfACallAreJudgedEachByItself(t *testing.T) {
	var memo = validate.Memo[string]{Fill: func(p *validate.Pass, s *string) { *s = *p.Input.KeyName }}
	echo := of("key-values", validate.Rule{Given: []string{"KeyName"}, Check: func(p *validate.Pass) {
		p.Reportf("KeyName", "%s %s", *memo.Of(p), p.InstanceType().Type())
	}})
	v := ruletest.Validator(t, []*validate.Rule{echo})
	overrides := make([]types.FleetLaunchTemplateOverridesRequest, 3)
	for i := range overrides {
		overrides[i].KeyName = new(fmt.Sprint("key", i))
		overrides[i].InstanceType = []types.InstanceType{"m5.large", "m5.xlarge", ""}[i]
	}
	report, _ := v.CheckCall(&ec2.CreateFleetInput{LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{Overrides: overrides}}})
	var got []string
	for _, f := range report.Violations {
		got = append(got, f.Message)
	}
	if want := []string{"key0 m5.large", "key1 m5.xlarge", "key2 "}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCallReportsAreBounded(t *testing.T) {
	v := ruletest.Validator(t, []*validate.Rule{of("key-values", validate.Rule{Given: []string{"KeyName"}, Check: func(p *validate.Pass) {
		p.Reportf("KeyName", "x")
	}})})
	overrides := make([]types.FleetLaunchTemplateOverridesRequest, 150)
	for i := range overrides {
		overrides[i].KeyName = new("x")
	}
	report, _ := v.CheckCall(&ec2.CreateFleetInput{LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{Overrides: overrides}}})
	if len(report.Violations) != 100 || report.Omitted != 50 {
		t.Errorf("%d violations and %d omitted, want 100 and 50", len(report.Violations), report.Omitted)
	}
}

func TestCallsWithNothingToCheck(t *testing.T) {
	v := ruletest.Validator(t, []*validate.Rule{everything})
	for _, call := range []any{nil, 1, ec2.DescribeInstancesInput{}, &ec2.DescribeInstancesInput{}} {
		if report, covered := v.CheckCall(call); covered || len(report.Violations) > 0 || validate.Covers(call) {
			t.Errorf("%T is covered: %v", call, report)
		}
	}
	for _, call := range []any{
		(*ec2.RunInstancesInput)(nil), (*ec2.CreateLaunchTemplateInput)(nil), (*ec2.CreateLaunchTemplateVersionInput)(nil),
		(*ec2.CreateFleetInput)(nil), (*ec2.RequestSpotInstancesInput)(nil), (*ec2.RequestSpotFleetInput)(nil),
		(*types.RequestLaunchTemplateData)(nil), (*types.InstanceRequirementsRequest)(nil),
	} {
		if report, covered := v.CheckCall(call); !covered || report.Err() == nil {
			t.Errorf("%T: a nil call is not refused", call)
		}
		empty := reflect.New(reflect.TypeOf(call).Elem()).Interface()
		for _, none := range []*validate.Validator{nil, new(validate.Validator)} {
			if report, covered := none.CheckCall(empty); !covered || report.Err() == nil {
				t.Errorf("%T: a validator of nothing does not refuse", call)
			}
		}
		if report, covered := v.CheckCall(empty); !covered {
			t.Errorf("%T is not covered: %v", call, report)
		}
	}
}

func TestCheckCallLeavesTheCallAsItWas(t *testing.T) {
	group := types.GroupIdentifier{GroupId: new("sg-1"), GroupName: new("x")}
	call := func() *ec2.RequestSpotFleetInput {
		return &ec2.RequestSpotFleetInput{SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{
			LaunchSpecifications: []types.SpotFleetLaunchSpecification{{
				SubnetId: new("subnet-1,subnet-2"), SecurityGroups: []types.GroupIdentifier{group},
				Placement: &types.SpotPlacement{AvailabilityZone: new("us-east-1a,us-east-1b")},
			}},
			LaunchTemplateConfigs: []types.LaunchTemplateConfig{{Overrides: []types.LaunchTemplateOverrides{{AvailabilityZone: new("x")}}}},
		}}
	}
	checked := call()
	ruletest.Validator(t, []*validate.Rule{everything}).CheckCall(checked)
	unexported := cmpopts.IgnoreUnexported(ec2.RequestSpotFleetInput{}, types.SpotFleetRequestConfigData{}, types.SpotFleetLaunchSpecification{},
		types.GroupIdentifier{}, types.SpotPlacement{}, types.LaunchTemplateConfig{}, types.LaunchTemplateOverrides{})
	if diff := cmp.Diff(call(), checked, unexported); diff != "" {
		t.Errorf("the call is changed: %s", diff)
	}
}

func TestIllFormedRulesOnCallsAreNamed(t *testing.T) {
	for _, test := range []struct {
		rule validate.Rule
		want string
	}{
		{validate.Rule{On: []validate.Subject{validate.CreateFleet}, Members: []string{"ImageId"}, Tag: "ec2ascii"}, "CreateFleet has no member ImageId"},
		{validate.Rule{On: []validate.Subject{99}, Members: []string{"ImageId"}, Tag: "ec2ascii"}, "unknown subject has no member"},
		{validate.Rule{On: []validate.Subject{validate.CreateFleet}, Members: []string{"Context"}, Reads: []string{"Context"}, Tag: "ec2ascii"}, "names Context twice"},
		{validate.Rule{On: []validate.Subject{validate.CreateFleet, validate.CreateFleet}, Members: []string{"Context"}, Tag: "ec2ascii"}, "On names CreateFleet twice"},
		{validate.Rule{On: []validate.Subject{validate.CreateFleet}, Members: []string{"LaunchTemplateConfigs"}, Tag: "ec2ascii"}, "has no value that could be tested"},
	} {
		_, err := validate.NewValidator([]*validate.Rule{of("a-b", test.rule)})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("got %v, want %q", err, test.want)
		}
	}
}

// A rule whose function takes another structure than it judges fails, and as a
// rule of a house refuses.
func TestRulesOnCallsFailClosed(t *testing.T) {
	mistaken := of("context-values", validate.Rule{
		On: []validate.Subject{validate.CreateFleet}, Members: []string{"Context"},
		Check: func(p *validate.Pass) { validate.CallOf[ec2.RunInstancesInput](p) },
	})
	v := ruletest.Validator(t, nil, validate.Also(mistaken))
	if report, _ := v.CheckCall(&ec2.CreateFleetInput{}); report.Err() == nil {
		t.Error("a failing rule of a house lets a call go")
	}
}

// A structure by value is no less covered than a pointer to it.
func TestCallsByValueAreChecked(t *testing.T) {
	v := ruletest.Validator(t, []*validate.Rule{of("name-values", validate.Rule{
		On: []validate.Subject{validate.CreateLaunchTemplate}, Members: []string{"LaunchTemplateName"}, Tag: "max=3",
	})})
	in := ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("long")}
	if report, covered := v.CheckCall(in); !covered || len(report.Violations) != 1 || !validate.Covers(in) {
		t.Errorf("got %v, covered %t", report, covered)
	}
	if report, covered := v.CheckCall(ec2.DescribeImagesInput{}); covered || len(report.Violations) > 0 {
		t.Errorf("another call: got %v, covered %t", report, covered)
	}
}
