package launch_test

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/project"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// An operation describes a launch in a structure of its own.
type operation struct {
	name string
	at   string // the path of the structure in the call
	// means completes a RunInstances request to what the operation asks for: on
	// the Spot market, or with what a launch template supplies.
	means func(*ec2.RunInstancesInput)
	// call makes a valid call with the structure, and says what of the request
	// the structure has no place for.
	call func(*ec2.RunInstancesInput) (call any, lost []string)
}

func templated(in *ec2.RunInstancesInput) {
	if in.LaunchTemplate == nil {
		in.LaunchTemplate = &types.LaunchTemplateSpecification{LaunchTemplateName: new("web"), Version: new("1")}
	}
}

func onSpot(in *ec2.RunInstancesInput) {
	in.InstanceMarketOptions = &types.InstanceMarketOptionsRequest{MarketType: types.MarketTypeSpot}
}

var operations = []operation{
	{"CreateLaunchTemplate", "LaunchTemplateData", templated, func(in *ec2.RunInstancesInput) (any, []string) {
		data := new(types.RequestLaunchTemplateData)
		lost := project.Onto(data, in)
		return &ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("web"), LaunchTemplateData: data}, lost
	}},
	{"RequestSpotInstances", "LaunchSpecification", onSpot, func(in *ec2.RunInstancesInput) (any, []string) {
		specification := new(types.RequestSpotLaunchSpecification)
		lost := project.Onto(specification, in)
		return &ec2.RequestSpotInstancesInput{LaunchSpecification: specification}, lost
	}},
	{"RequestSpotFleet", "SpotFleetRequestConfig.LaunchSpecifications[0]", onSpot, func(in *ec2.RunInstancesInput) (any, []string) {
		var specification types.SpotFleetLaunchSpecification
		lost := project.Onto(&specification, in)
		if in.SubnetId != nil && *in.SubnetId == "" {
			lost = append(lost, "SubnetId") // an empty one is none there
		}
		return &ec2.RequestSpotFleetInput{SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{
			IamFleetRole: new("arn:aws:iam::123456789012:role/aws-ec2-spot-fleet-tagging-role"), TargetCapacity: new(int32(1)),
			LaunchSpecifications: []types.SpotFleetLaunchSpecification{specification},
		}}, lost
	}},
	{"CreateFleet", "LaunchTemplateConfigs[0].Overrides[0]", templated, func(in *ec2.RunInstancesInput) (any, []string) {
		var override types.FleetLaunchTemplateOverridesRequest
		lost := project.Onto(&override, in)
		return &ec2.CreateFleetInput{
			Type: types.FleetTypeInstant,
			LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{
				LaunchTemplateSpecification: &types.FleetLaunchTemplateSpecificationRequest{LaunchTemplateName: new("web"), Version: new("1")},
				Overrides:                   []types.FleetLaunchTemplateOverridesRequest{override},
			}},
			TargetCapacitySpecification: &types.TargetCapacitySpecificationRequest{
				TotalTargetCapacity: new(int32(1)), DefaultTargetCapacityType: types.DefaultTargetCapacityTypeSpot,
			},
		}, lost
	}},
}

// replaced are rules on launches in whose place templates have one of their own,
// which is milder.
var replaced = map[string]string{"interface-device-index-required": "launch-template-device-index-required"}

// TestOperationsAreJudgedByTheRulesOfLaunches runs the examples of every rule on
// launches in every operation that can say them. The operation breaks the rules
// that RunInstances would with what the operation means, at the paths that the
// operation has for them: none, for a good example of a launch that goes with
// what it means.
func TestOperationsAreJudgedByTheRulesOfLaunches(t *testing.T) {
	v := ruletest.Validator(t, launch.Rules(), validate.Advise())
	var table strings.Builder
	for _, r := range launch.Rules() {
		if !slices.Contains(r.Subjects(), validate.Launch) || len(r.Asks) > 0 || !slices.Contains(r.Editions(), validate.Latest) {
			continue
		}
		var applies []string
		for _, o := range operations {
			judged := false
			for _, x := range slices.Concat(r.Good, r.Bad) {
				if !x.Base64 && slices.Contains(x.Editions(r), validate.Latest) && slices.Contains(o.broken(t, v, x), r.ID) {
					judged = true
				}
			}
			if judged {
				applies = append(applies, o.name)
			}
		}
		fmt.Fprintf(&table, "%s: %s\n", r.ID, strings.Join(applies, ", "))
	}
	golden(t, "testdata/operations.txt", table.String())
}

// broken lists the rules that an example breaks in an operation that can say it.
func (o operation) broken(t *testing.T, v *validate.Validator, x validate.Example) (ids []string) {
	t.Helper()
	in := ruletest.Request(t, x.Spec)
	in.MinCount, in.MaxCount = one(in.MinCount), one(in.MaxCount)
	call, lost := o.call(in)
	if len(lost) > 0 {
		return nil
	}
	in.MinCount, in.MaxCount = new(int32(1)), new(int32(1))
	o.means(in)
	var want []string
	for _, f := range v.Check(in).Violations {
		path, ok := project.Path(o.structure(call), f.Path)
		if path = o.at + "." + path; !ok {
			path = o.at
			if o.name == "RequestSpotFleet" && f.Path == "SecurityGroupIds" {
				path += ".SecurityGroups" // a list of structures there
			}
		}
		if own, ok := replaced[f.Rule]; ok && o.name == "CreateLaunchTemplate" {
			f.Rule = own
		}
		want = append(want, f.Rule+" at "+path)
	}
	var got []string
	report, _ := v.CheckCall(call)
	for _, f := range report.Violations {
		if onCalls(f.Rule) {
			continue
		}
		got = append(got, f.Rule+" at "+f.Path)
		ids = append(ids, f.Rule)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s: example %s:\n got %v\nwant %v", o.name, x.Spec, got, want)
	}
	return ids
}

// callIDs are the rules that do not judge launches.
var callIDs = func() (ids []string) {
	for _, r := range launch.Rules() {
		if !slices.Contains(r.Subjects(), validate.Launch) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}()

// onCalls reports whether a rule judges a call itself, and stands in the place of
// none on launches.
func onCalls(id string) bool {
	for _, own := range replaced {
		if id == own {
			return false
		}
	}
	return slices.Contains(callIDs, id)
}

// structure is the type of the structure in the call.
func (o operation) structure(call any) reflect.Type {
	t := reflect.TypeOf(call).Elem()
	for step := range strings.SplitSeq(o.at, ".") {
		f, _ := t.FieldByName(strings.TrimSuffix(step, "[0]"))
		for t = f.Type; t.Kind() != reflect.Struct; t = t.Elem() {
		}
	}
	return t
}

// one leaves out a count of one, which every operation has.
func one(count *int32) *int32 {
	if count != nil && *count == 1 {
		return nil
	}
	return count
}

// golden compares a text with a file, or with -update writes the file.
func golden(t *testing.T, file, text string) {
	t.Helper()
	if update := flag.Lookup("update"); update.Value.String() == "true" {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	recorded, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(recorded), text); diff != "" {
		t.Errorf("%s is stale; look at what changed, then run with -update:\n%s", file, diff)
	}
}
