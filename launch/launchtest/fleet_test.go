package launchtest_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// templated starts a server that has a launch template called web.
func templated(t *testing.T, data *types.RequestLaunchTemplateData, opts ...launchtest.Option) *launchtest.Server {
	t.Helper()
	srv := launchtest.Start(t, opts...)
	_, err := srv.Client().CreateLaunchTemplate(t.Context(), &ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("web"), LaunchTemplateData: data})
	if err != nil {
		t.Fatal(err)
	}
	return srv
}

// instant returns a request for an instant On-Demand fleet of the template web.
func instant(total int32, overrides ...types.FleetLaunchTemplateOverridesRequest) *ec2.CreateFleetInput {
	return &ec2.CreateFleetInput{
		Type: types.FleetTypeInstant,
		TargetCapacitySpecification: &types.TargetCapacitySpecificationRequest{
			TotalTargetCapacity: &total, DefaultTargetCapacityType: types.DefaultTargetCapacityTypeOnDemand,
		},
		LaunchTemplateConfigs: []types.FleetLaunchTemplateConfigRequest{{
			LaunchTemplateSpecification: &types.FleetLaunchTemplateSpecificationRequest{LaunchTemplateName: new("web"), Version: new("$Latest")},
			Overrides:                   overrides,
		}},
	}
}

// in returns an override for a type in a zone of us-east-1.
func in(kind types.InstanceType, zone string) types.FleetLaunchTemplateOverridesRequest {
	return types.FleetLaunchTemplateOverridesRequest{InstanceType: kind, AvailabilityZone: new("us-east-1" + zone)}
}

// summary says in words what a fleet launched and what it could not.
func summary(out *ec2.CreateFleetOutput) []string {
	var lines []string
	for _, i := range out.Instances {
		lines = append(lines, fmt.Sprintf("%d %s %s %s", len(i.InstanceIds), i.Lifecycle, i.InstanceType, *i.AvailabilityZone))
	}
	for _, e := range out.Errors {
		lines = append(lines, fmt.Sprintf("%s %s %s", *e.ErrorCode, e.Lifecycle, e.LaunchTemplateAndOverrides.Overrides.InstanceType))
	}
	return lines
}

var image = &types.RequestLaunchTemplateData{ImageId: new("ami-0abcdef1234567890"), KeyName: new("admin")}

func TestInstantFleetsFillTheirCapacity(t *testing.T) {
	const large, xlarge, m6 = types.InstanceTypeM7iLarge, types.InstanceTypeM7iXlarge, types.InstanceTypeM6iLarge
	strategy := func(s types.SpotAllocationStrategy) func(*ec2.CreateFleetInput) {
		return func(in *ec2.CreateFleetInput) {
			in.TargetCapacitySpecification.DefaultTargetCapacityType = types.DefaultTargetCapacityTypeSpot
			in.SpotOptions = &types.SpotOptionsRequest{AllocationStrategy: s}
		}
	}
	prioritized := func(priority float64, o types.FleetLaunchTemplateOverridesRequest) types.FleetLaunchTemplateOverridesRequest {
		o.Priority = &priority
		return o
	}
	weighing := func(weight float64, o types.FleetLaunchTemplateOverridesRequest) types.FleetLaunchTemplateOverridesRequest {
		o.WeightedCapacity = &weight
		return o
	}
	for name, test := range map[string]struct {
		in   *ec2.CreateFleetInput
		edit func(*ec2.CreateFleetInput)
		want []string
	}{
		"the first override has room": {in: instant(3, in(large, "c"), in(m6, "a")), want: []string{"3 on-demand m7i.large us-east-1c"}},
		"the first override runs out": {
			in: instant(5, in(large, "a"), in(m6, "c")),
			want: []string{
				"2 on-demand m7i.large us-east-1a", "3 on-demand m6i.large us-east-1c", "InsufficientInstanceCapacity on-demand m7i.large",
			},
		},
		"two overrides share a zone": {
			in: instant(5, in(large, "a"), in(m6, "a")),
			want: []string{
				"2 on-demand m7i.large us-east-1a", "InsufficientInstanceCapacity on-demand m7i.large", "InsufficientInstanceCapacity on-demand m6i.large",
			},
		},
		"no override has room": {in: instant(1, in(large, "f"), in(m6, "f")), want: []string{
			"InsufficientInstanceCapacity on-demand m7i.large", "InsufficientInstanceCapacity on-demand m6i.large",
		}},
		"priorities": {
			in: instant(1, in(large, "c"), prioritized(2, in(m6, "c")), prioritized(1, in(xlarge, "d"))),
			edit: func(in *ec2.CreateFleetInput) {
				in.OnDemandOptions = &types.OnDemandOptionsRequest{AllocationStrategy: types.FleetOnDemandAllocationStrategyPrioritized}
			},
			want: []string{"1 on-demand m7i.xlarge us-east-1d"},
		},
		"weights":                    {in: instant(5, weighing(2, in(large, "c"))), want: []string{"3 on-demand m7i.large us-east-1c"}},
		"weights that are fractions": {in: instant(1, weighing(0.1, in(large, "c"))), want: []string{"10 on-demand m7i.large us-east-1c"}},
		"a split": {
			in: instant(10, in(large, "c")),
			edit: func(in *ec2.CreateFleetInput) {
				in.TargetCapacitySpecification.OnDemandTargetCapacity, in.TargetCapacitySpecification.SpotTargetCapacity = new(int32(2)), new(int32(5))
			},
			want: []string{"5 on-demand m7i.large us-east-1c", "5 spot m7i.large us-east-1c"},
		},
		"diversified": {
			in: instant(7, in(large, "c"), in(m6, "a"), in(large, "d")), edit: strategy(types.SpotAllocationStrategyDiversified),
			want: []string{"3 spot m7i.large us-east-1c", "2 spot m6i.large us-east-1a", "2 spot m7i.large us-east-1d"},
		},
		"diversified with a shortage": {
			in: instant(9, in(large, "c"), in(m6, "a"), in(large, "d")), edit: strategy(types.SpotAllocationStrategyDiversified),
			want: []string{
				"3 spot m7i.large us-east-1c", "2 spot m6i.large us-east-1a", "4 spot m7i.large us-east-1d", "InsufficientInstanceCapacity spot m6i.large",
			},
		},
		"two pools": {
			in: instant(4, in(large, "c"), in(m6, "d"), in(xlarge, "e")),
			edit: func(in *ec2.CreateFleetInput) {
				strategy(types.SpotAllocationStrategyLowestPrice)(in)
				in.SpotOptions.InstancePoolsToUseCount = new(int32(2))
			},
			want: []string{"2 spot m7i.large us-east-1c", "2 spot m6i.large us-east-1d"},
		},
		"capacity optimized": {
			in: instant(1, in(large, "a"), in(m6, "b")), edit: strategy(types.SpotAllocationStrategyCapacityOptimized),
			want: []string{"1 spot m6i.large us-east-1b"},
		},
		"price and capacity optimized": {
			in: instant(1, in(large, "a"), in(m6, "b")), edit: strategy(types.SpotAllocationStrategyPriceCapacityOptimized),
			want: []string{"1 spot m7i.large us-east-1a"},
		},
		"price and capacity optimized for more": {
			in: instant(4, in(large, "a"), in(m6, "b")), edit: strategy(types.SpotAllocationStrategyPriceCapacityOptimized),
			want: []string{"4 spot m6i.large us-east-1b"},
		},
		"a minimum that is not reached": {
			in: instant(9, in(large, "a"), in(m6, "b")),
			edit: func(in *ec2.CreateFleetInput) {
				in.OnDemandOptions = &types.OnDemandOptionsRequest{SingleInstanceType: new(true), MinTargetCapacity: new(int32(7))}
			},
			want: []string{"InsufficientInstanceCapacity on-demand m6i.large"},
		},
		"a minimum for which two overrides want the same room": {
			in: instant(4, in(large, "a"), in(m6, "a")),
			edit: func(in *ec2.CreateFleetInput) {
				in.OnDemandOptions = &types.OnDemandOptionsRequest{SingleAvailabilityZone: new(true), MinTargetCapacity: new(int32(4))}
			},
			want: []string{"InsufficientInstanceCapacity on-demand m7i.large", "InsufficientInstanceCapacity on-demand m6i.large"},
		},
		"one zone": {
			in: instant(4, in(large, "a"), in(m6, "b"), in(large, "b")),
			edit: func(in *ec2.CreateFleetInput) {
				in.OnDemandOptions = &types.OnDemandOptionsRequest{SingleAvailabilityZone: new(true), MinTargetCapacity: new(int32(4))}
			},
			want: []string{"4 on-demand m6i.large us-east-1b"},
		},
		"no override": {in: instant(1), want: []string{"1 on-demand c7i.large us-east-1a"}},
	} {
		t.Run(name, func(t *testing.T) {
			data := *image
			data.InstanceType = types.InstanceTypeC7iLarge
			srv := templated(t, &data, launchtest.Capacity("us-east-1a", 2), launchtest.Capacity("us-east-1b", 5), launchtest.Capacity("us-east-1f", 0))
			if test.edit != nil {
				test.edit(test.in)
			}
			out, err := srv.Client().CreateFleet(t.Context(), test.in)
			if err != nil {
				t.Fatal(err)
			}
			got := summary(out)
			slices.Sort(got)
			slices.Sort(test.want)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			launched := 0
			for _, i := range out.Instances {
				launched += len(i.InstanceIds)
			}
			if srv.Alive() != launched {
				t.Errorf("%d instances are alive, the answer has %d", srv.Alive(), launched)
			}
		})
	}
}

func TestInstancesOfAFleetAreThoseOfTheTemplateAndTheOverride(t *testing.T) {
	data := *image
	data.NetworkInterfaces = []types.LaunchTemplateInstanceNetworkInterfaceSpecificationRequest{{DeviceIndex: new(int32(0)), Groups: []string{"sg-0123456789abcdef0"}}}
	srv := templated(t, &data, launchtest.Subnet("subnet-0123456789abcdef0", "us-east-1d"))
	override := types.FleetLaunchTemplateOverridesRequest{
		InstanceType: types.InstanceTypeM7iLarge, SubnetId: new("subnet-0123456789abcdef0"), MaxPrice: new("0.5"), ImageId: new("ami-0abcdef1234567891"),
	}
	request := instant(1, override)
	request.TargetCapacitySpecification.DefaultTargetCapacityType = types.DefaultTargetCapacityTypeSpot
	for _, kind := range []types.ResourceType{"fleet", "instance", "volume"} {
		request.TagSpecifications = append(request.TagSpecifications, types.TagSpecification{ResourceType: kind, Tags: []types.Tag{{Key: new("kind"), Value: new(string(kind))}}})
	}
	client := srv.Client()
	out, err := client.CreateFleet(t.Context(), request)
	if err != nil || len(out.Instances) != 1 {
		t.Fatalf("%v, %+v", err, out)
	}
	entry := out.Instances[0]
	if *entry.SubnetId != "subnet-0123456789abcdef0" || *entry.LaunchTemplateAndOverrides.LaunchTemplateSpecification.LaunchTemplateName != "web" ||
		*entry.LaunchTemplateAndOverrides.Overrides.MaxPrice != "0.5" {
		t.Errorf("the answer says %+v", entry)
	}
	i := described(describe(t, srv, &ec2.DescribeInstancesInput{InstanceIds: entry.InstanceIds}))[0]
	if *i.ImageId != "ami-0abcdef1234567891" || *i.KeyName != "admin" || *i.SubnetId != "subnet-0123456789abcdef0" || i.InstanceLifecycle != "spot" ||
		*i.SecurityGroups[0].GroupId != "sg-0123456789abcdef0" || *i.Placement.AvailabilityZone != "us-east-1d" {
		t.Errorf("launched %+v", i)
	}
	tags, err := client.DescribeTags(t.Context(), &ec2.DescribeTagsInput{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, tag := range tags.Tags {
		got = append(got, fmt.Sprintf("%s %s=%s", tag.ResourceType, *tag.Key, *tag.Value))
	}
	slices.Sort(got)
	want := []string{"fleet kind=fleet", "instance aws:ec2:fleet-id=" + *out.FleetId, "instance kind=instance", "volume kind=volume"}
	if !slices.Equal(got, want) {
		t.Errorf("tags are %q, want %q", got, want)
	}
}

func TestOverridesThatCannotBeLaunchedAreErrorsOfTheAnswer(t *testing.T) {
	srv := templated(t, image, account(launchtest.Has(types.InstanceTypeOffering{InstanceType: types.InstanceTypeM7iLarge, Location: new("us-east-1a")}))...)
	absent := in(types.InstanceTypeM7iLarge, "a")
	absent.ImageId = new("ami-0123456789abcdef0")
	out, err := srv.Client().CreateFleet(t.Context(), instant(1, absent, in(types.InstanceTypeM7iLarge, "b"), in(types.InstanceTypeM7iLarge, "z"), in(types.InstanceTypeM7iLarge, "a")))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"1 on-demand m7i.large us-east-1a",
		"InvalidAMIID.NotFound on-demand m7i.large", "Unsupported on-demand m7i.large", "InvalidZone.NotFound on-demand m7i.large",
	}
	if diff := cmp.Diff(want, summary(out)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestAFleetTokenLaunchesOnce(t *testing.T) {
	srv := templated(t, image)
	client := srv.Client()
	request := instant(2, in(types.InstanceTypeM7iLarge, "a"))
	request.ClientToken = new("token")
	first, err := client.CreateFleet(t.Context(), request)
	if err != nil {
		t.Fatal(err)
	}
	again, err := client.CreateFleet(t.Context(), request)
	if err != nil || *again.FleetId != *first.FleetId || !slices.Equal(again.Instances[0].InstanceIds, first.Instances[0].InstanceIds) || srv.Alive() != 2 {
		t.Errorf("%v, %d alive, answered %+v after %+v", err, srv.Alive(), again, first)
	}
	request.TargetCapacitySpecification.TotalTargetCapacity = new(int32(3))
	if _, err := client.CreateFleet(t.Context(), request); code(err) != "IdempotentParameterMismatch" || srv.Alive() != 2 {
		t.Errorf("%v, %d alive", err, srv.Alive())
	}
}

func TestFleetsThatAreRefused(t *testing.T) {
	for reason, test := range map[string]struct {
		edit func(*ec2.CreateFleetInput)
		code string
	}{
		"no type":              {func(in *ec2.CreateFleetInput) { in.Type = "" }, "UnsupportedOperation"},
		"type maintain":        {func(in *ec2.CreateFleetInput) { in.Type = types.FleetTypeMaintain }, "UnsupportedOperation"},
		"type request":         {func(in *ec2.CreateFleetInput) { in.Type = types.FleetTypeRequest }, "UnsupportedOperation"},
		"a dry run":            {func(in *ec2.CreateFleetInput) { in.DryRun = new(true) }, "DryRunOperation"},
		"no capacity":          {func(in *ec2.CreateFleetInput) { in.TargetCapacitySpecification.TotalTargetCapacity = new(int32(0)) }, "InvalidFleetConfig"},
		"no default":           {func(in *ec2.CreateFleetInput) { in.TargetCapacitySpecification.DefaultTargetCapacityType = "" }, "InvalidFleetConfig"},
		"more Spot than total": {func(in *ec2.CreateFleetInput) { in.TargetCapacitySpecification.SpotTargetCapacity = new(int32(2)) }, "InvalidFleetConfig"},
		"capacity blocks": {func(in *ec2.CreateFleetInput) {
			in.TargetCapacitySpecification.DefaultTargetCapacityType = types.DefaultTargetCapacityTypeCapacityBlock
		}, "UnsupportedOperation"},
		"no template": {func(in *ec2.CreateFleetInput) { in.LaunchTemplateConfigs[0].LaunchTemplateSpecification = nil }, "MissingParameter"},
		"no version": {func(in *ec2.CreateFleetInput) {
			in.LaunchTemplateConfigs[0].LaunchTemplateSpecification.Version = new("9")
		}, "InvalidLaunchTemplateId.VersionNotFound"},
		"two subnets": {func(in *ec2.CreateFleetInput) {
			in.LaunchTemplateConfigs[0].Overrides[0].SubnetId = new("subnet-0123456789abcdef0,subnet-0123456789abcdef1")
		}, "InvalidParameterValue"},
		"a weight of zero": {func(in *ec2.CreateFleetInput) { in.LaunchTemplateConfigs[0].Overrides[0].WeightedCapacity = new(0.0) }, "InvalidParameterValue"},
		"types by their attributes": {func(in *ec2.CreateFleetInput) {
			in.LaunchTemplateConfigs[0].Overrides[0].InstanceRequirements = &types.InstanceRequirementsRequest{
				VCpuCount: &types.VCpuCountRangeRequest{Min: new(int32(1))}, MemoryMiB: &types.MemoryMiBRequest{Min: new(int32(1))},
			}
		}, "UnsupportedOperation"},
	} {
		t.Run(reason, func(t *testing.T) {
			srv := templated(t, image)
			request := instant(1, in(types.InstanceTypeM7iLarge, "a"))
			test.edit(request)
			if _, err := srv.Client().CreateFleet(t.Context(), request); code(err) != test.code || srv.Alive() != 0 {
				t.Errorf("%v, %d alive", err, srv.Alive())
			}
		})
	}
}

func TestAnInstantFleetIsDescribedByItsIDAndDeletedWithItsInstances(t *testing.T) {
	srv := templated(t, image, launchtest.Capacity("us-east-1a", 2), launchtest.EndingFor(1))
	client := srv.Client()
	out, err := client.CreateFleet(t.Context(), instant(3, in(types.InstanceTypeM7iLarge, "a")))
	if err != nil {
		t.Fatal(err)
	}
	state := func(filters ...types.Filter) string {
		t.Helper()
		all, err := client.DescribeFleets(t.Context(), &ec2.DescribeFleetsInput{FleetIds: []string{*out.FleetId}, Filters: filters})
		if err != nil {
			t.Fatal(err)
		}
		if len(all.Fleets) == 0 {
			return ""
		}
		f := all.Fleets[0]
		return fmt.Sprintf("%s %s %v instances %d errors %d", f.FleetState, f.ActivityStatus, *f.FulfilledCapacity, len(f.Instances[0].InstanceIds), len(f.Errors))
	}
	if got, want := state(), "active error 2 instances 2 errors 1"; got != want {
		t.Errorf("the fleet is %q, want %q", got, want)
	}
	if got := state(types.Filter{Name: new("type"), Values: []string{"maintain"}}); got != "" {
		t.Errorf("no filter: %q", got)
	}
	if unnamed, err := client.DescribeFleets(t.Context(), &ec2.DescribeFleetsInput{}); err != nil || len(unnamed.Fleets) != 0 {
		t.Errorf("%v, %d fleets are listed unnamed", err, len(unnamed.Fleets))
	}
	if _, err := client.DescribeFleets(t.Context(), &ec2.DescribeFleetsInput{FleetIds: []string{"fleet-1"}}); code(err) != "InvalidFleetId.NotFound" {
		t.Error(err)
	}
	if _, err := client.DescribeFleetInstances(t.Context(), &ec2.DescribeFleetInstancesInput{FleetId: out.FleetId}); code(err) != "UnsupportedOperation" || !strings.Contains(err.Error(), "DescribeFleets") {
		t.Error(err)
	}
	remove := func(terminate bool, want types.DeleteFleetErrorCode, ids ...string) {
		t.Helper()
		deleted, err := client.DeleteFleets(t.Context(), &ec2.DeleteFleetsInput{FleetIds: ids, TerminateInstances: &terminate})
		if err != nil {
			t.Fatal(err)
		}
		got := types.DeleteFleetErrorCode("")
		if len(deleted.UnsuccessfulFleetDeletions) == 1 {
			got = deleted.UnsuccessfulFleetDeletions[0].Error.Code
		}
		if got != want || len(deleted.SuccessfulFleetDeletions)+len(deleted.UnsuccessfulFleetDeletions) != 1 {
			t.Errorf("got %q, want %q: %+v", got, want, deleted)
		}
	}
	remove(true, types.DeleteFleetErrorCodeFleetIdDoesNotExist, "fleet-1")
	remove(false, types.DeleteFleetErrorCodeUnexpectedError, *out.FleetId)
	if srv.Alive() != 2 {
		t.Fatalf("%d instances are alive after refusals", srv.Alive())
	}
	remove(true, "", *out.FleetId)
	if srv.Alive() != 0 {
		t.Errorf("%d instances outlive their fleet", srv.Alive())
	}
	if got, want := state(), "deleted_terminating error 2 instances 2 errors 1"; got != want {
		t.Errorf("the fleet is %q, want %q", got, want)
	}
	if got, want := state(), "deleted error 2 instances 2 errors 1"; got != want {
		t.Errorf("the fleet is %q, want %q", got, want)
	}
	remove(true, types.DeleteFleetErrorCodeFleetNotInDeletableState, *out.FleetId)
}

func TestRandomFleetsFillTheirCapacityAndNoZoneBeyondItsRoom(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 9))
	kinds := []types.InstanceType{types.InstanceTypeM7iLarge, types.InstanceTypeM6iLarge, types.InstanceTypeC7iLarge}
	for n := range 150 {
		capacity := map[string]int{}
		var opts []launchtest.Option
		for _, zone := range []string{"us-east-1a", "us-east-1b", "us-east-1c"} {
			if r.IntN(2) == 0 {
				capacity[zone] = r.IntN(6)
				opts = append(opts, launchtest.Capacity(zone, capacity[zone]))
			}
		}
		srv := templated(t, image, opts...)
		var overrides []types.FleetLaunchTemplateOverridesRequest
		heaviest := 1.0
		for range 1 + r.IntN(6) {
			o := in(kinds[r.IntN(3)], string("abc"[r.IntN(3)]))
			if r.IntN(3) == 0 {
				o.WeightedCapacity = new(float64(1+r.IntN(9)) / 2)
				heaviest = max(heaviest, *o.WeightedCapacity)
			}
			overrides = append(overrides, o)
		}
		total := 1 + r.IntN(20)
		request := instant(int32(total), overrides...)
		request.TargetCapacitySpecification.DefaultTargetCapacityType = types.DefaultTargetCapacityType("").Values()[r.IntN(2)]
		request.SpotOptions = &types.SpotOptionsRequest{AllocationStrategy: types.SpotAllocationStrategy("").Values()[r.IntN(5)]}
		out, err := srv.Client().CreateFleet(t.Context(), request)
		if err != nil {
			t.Fatal(err)
		}
		launched, units := 0, 0.0
		for _, i := range out.Instances {
			weight := 1.0
			if w := i.LaunchTemplateAndOverrides.Overrides.WeightedCapacity; w != nil {
				weight = *w
			}
			launched += len(i.InstanceIds)
			units += weight * float64(len(i.InstanceIds))
			if room, limited := capacity[*i.AvailabilityZone]; limited {
				capacity[*i.AvailabilityZone] = room - len(i.InstanceIds)
			}
		}
		if launched != srv.Alive() {
			t.Errorf("fleet %d: %d alive, %d in the answer", n, srv.Alive(), launched)
		}
		for zone, left := range capacity {
			if left < 0 {
				t.Errorf("fleet %d: %d more in %s than it has room for", n, -left, zone)
			}
		}
		if short := units < float64(total); short && len(out.Errors) == 0 || units >= float64(total)+heaviest {
			t.Errorf("fleet %d: %v units of %d, %d errors", n, units, total, len(out.Errors))
		}
	}
}
