package launch

import (
	"fmt"
	"reflect"
	"runtime"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// allocated returns the bytes that a function allocates.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// oversized are the requests with one list, or one list in each element of
// another, that is longer than anything that EC2 takes.
func oversized() map[string]*ec2.RunInstancesInput {
	all := map[string]*ec2.RunInstancesInput{}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[ec2.RunInstancesInput]()) {
		if f.Type.Kind() != reflect.Slice {
			continue
		}
		in := minimal()
		reflect.ValueOf(in).Elem().FieldByIndex(f.Index).Set(reflect.MakeSlice(f.Type, 50_001, 50_001))
		all[f.Name] = in
		if f.Type.Elem().Kind() != reflect.Struct {
			continue
		}
		for _, nested := range reflect.VisibleFields(f.Type.Elem()) {
			if nested.Type.Kind() != reflect.Slice {
				continue
			}
			in, list := minimal(), reflect.MakeSlice(f.Type, 300, 300)
			for i := range list.Len() {
				list.Index(i).FieldByIndex(nested.Index).Set(reflect.MakeSlice(nested.Type, 300, 300))
			}
			reflect.ValueOf(in).Elem().FieldByIndex(f.Index).Set(list)
			all[f.Name+"[]."+nested.Name] = in
		}
	}
	million := minimal()
	million.Ipv6Addresses = make([]types.InstanceIpv6Address, 1_000_000)
	for i := range million.Ipv6Addresses {
		million.Ipv6Addresses[i].Ipv6Address = new(fmt.Sprintf("2001:db8::%x:%x", i>>16, i&0xffff))
	}
	all["a million addresses"] = million
	return all
}

// A request of more elements than any that EC2 takes costs no more than the
// counting of some: nothing is parsed, indexed or kept for each.
func TestMillionsOfElementsAreNotLookedAt(t *testing.T) {
	v := demanding(t)
	v.Check(minimal()) // what the first check allocates is kept for others
	for what, in := range oversized() {
		var report validate.Report
		if n := allocated(func() { report = v.Check(in) }); n > 64<<10 {
			t.Errorf("%s: %d bytes allocated", what, n)
		}
		bounded(t, what, report)
		if len(report.Violations) != 1 || report.Violations[0].Rule != "request-limit" || report.Err() == nil {
			t.Errorf("%s: %v", what, report)
		}
	}
}

func TestMillionsOfElementsOfCallsAreNotLookedAt(t *testing.T) {
	v := demanding(t)
	overrides := make([]types.FleetLaunchTemplateOverridesRequest, 50_001)
	for what, call := range map[string]any{
		"overrides": &ec2.CreateFleetInput{LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{Overrides: overrides}}},
		"templates": &ec2.CreateFleetInput{LaunchTemplateConfigs: make([]types.FleetLaunchTemplateConfigRequest, 50_001)},
		"groups": &ec2.RequestSpotInstancesInput{LaunchSpecification: &types.RequestSpotLaunchSpecification{
			SecurityGroupIds: make([]string, 50_001)}},
		"specifications": &ec2.RequestSpotFleetInput{SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{
			LaunchSpecifications: make([]types.SpotFleetLaunchSpecification, 50_001)}},
		"tags": &ec2.CreateLaunchTemplateInput{LaunchTemplateData: &types.RequestLaunchTemplateData{
			TagSpecifications: []types.LaunchTemplateTagSpecificationRequest{{Tags: make([]types.Tag, 50_001)}}}},
		"instance types": &types.InstanceRequirementsRequest{AllowedInstanceTypes: make([]string, 50_001)},
	} {
		var report validate.Report
		var covered bool
		if n := allocated(func() { report, covered = v.CheckCall(call) }); n > 64<<10 {
			t.Errorf("%s: %d bytes allocated", what, n)
		}
		if !covered || len(report.Violations) != 1 || report.Violations[0].Rule != "request-limit" {
			t.Errorf("%s: %v", what, report)
		}
	}
}

// Below that bound, each element costs at most half a KiB, also where it breaks
// a rule.
func TestWorkGrowsWithTheRequest(t *testing.T) {
	v := demanding(t)
	for name, address := range map[string]func(i int) string{
		"each another": func(i int) string { return fmt.Sprintf("2001:db8::%x:%x", i>>16, i&0xffff) },
		"all the same": func(int) string { return "2001:db8::1" },
		"none right":   func(i int) string { return fmt.Sprint(i) },
	} {
		for _, n := range []int{10_000, 50_000} {
			in := minimal()
			in.Ipv6Addresses = make([]types.InstanceIpv6Address, n)
			for i := range in.Ipv6Addresses {
				in.Ipv6Addresses[i].Ipv6Address = new(address(i))
			}
			var report validate.Report
			if got := allocated(func() { report = v.Check(in) }); got > uint64(n)*512 {
				t.Errorf("%d addresses, %s: %d bytes allocated", n, name, got)
			}
			bounded(t, name, report)
		}
	}
}
