package launcher_test

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/network"
)

const (
	subnetA = "subnet-0aaaaaaaaaaaaaaaa"
	subnetB = "subnet-0bbbbbbbbbbbbbbbb"
)

func plan(t testing.TB, spec launch.Spec, opts ...launcher.PlanOption) launcher.Plan {
	t.Helper()
	p, err := launcher.Launcher{}.Plan(spec, "test", opts...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPlanSizes(t *testing.T) {
	group := placement.Group("blue")
	for _, tt := range []struct {
		name string
		spec launch.Builder
		opts []launcher.PlanOption
		want []int // sizes
		min  int   // of the first
	}{
		{"one instance", base(), nil, []int{1}, 1},
		{"a range that fits one batch", base().Count(launch.Between(1, 100)), nil, []int{100}, 1},
		{"a range that does not", base().Count(launch.Between(1, 250)), nil, []int{84, 83, 83}, 1},
		{"a range whose floor is above what all other batches hold", base().Count(launch.Between(240, 250)), nil, []int{84, 83, 83}, 74},
		{"an exact number, which is one request", base().Count(launch.Exactly(500)), nil, []int{500}, 500},
		{"an exact number that may be split", base().Count(launch.Exactly(500)), []launcher.PlanOption{launcher.Split()}, []int{100, 100, 100, 100, 100}, 100},
		{"batches of another size", base().Count(launch.Between(1, 25)), []launcher.PlanOption{launcher.BatchSize(10)}, []int{9, 8, 8}, 1},
		{"a placement group", base().Count(launch.Between(1, 250)).Placement(group), nil, []int{250}, 1},
		{"a placement group that may be split", base().Count(launch.Between(1, 250)).Placement(group), []launcher.PlanOption{launcher.Split()}, []int{84, 83, 83}, 1},
		{"a partition", base().Count(launch.Between(1, 250)).Placement(group.Partition(2)), nil, []int{84, 83, 83}, 1},
	} {
		p := plan(t, build(t, tt.spec), tt.opts...)
		var got []int
		for _, b := range p.Batches() {
			got = append(got, b.Max)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || p.Batches()[0].Min != tt.min {
			t.Errorf("%s: the first has %d at least, want %d; sizes (-want +got):\n%s", tt.name, p.Batches()[0].Min, tt.min, diff)
		}
	}
}

func TestPlansThatCannotBe(t *testing.T) {
	many := base().Count(launch.Between(1, 5))
	raw := func(b launch.Builder, edit func(*ec2.RunInstancesInput)) launch.Builder { return b.Edit(edit) }
	for _, tt := range []struct {
		name string
		spec launch.Builder
		id   string
		opts []launcher.PlanOption
		want string
	}{
		{"a client token", many.ClientToken("x"), "a", nil, "has a client token"},
		{"a launch ID with a line break", many, "a\nb", nil, "launch ID"},
		{"a launch ID that is too long", many, strings.Repeat("a", 257), nil, "launch ID"},
		{"an exact number beyond one request", base().Count(launch.Exactly(1001)), "a", nil, "use Split"},
		{"a batch size of zero", many, "a", []launcher.PlanOption{launcher.BatchSize(0)}, "BatchSize: 0"},
		{"a batch size over a thousand", many, "a", []launcher.PlanOption{launcher.BatchSize(1001)}, "BatchSize: 1001"},
		{"no option", many, "a", []launcher.PlanOption{nil}, "option 1 of 1 is nil"},
		{"an alternative that changes nothing", many, "a", []launcher.PlanOption{launcher.Alternatives(launcher.Alternative{})}, "alternative 1: changes nothing"},
		{"an alternative that the rules refuse", many, "a", []launcher.PlanOption{launcher.Alternatives(launcher.Alternative{Subnet: "subnet-x"})}, "alternative 1: SubnetId"},
		{"a zone beside a subnet", many.Network(network.InSubnet(subnetA)), "a", []launcher.PlanOption{launcher.Alternatives(launcher.Alternative{Zone: "us-east-1b"})}, "names a subnet"},
		{"roll-back of protected instances", raw(many, func(in *ec2.RunInstancesInput) { in.DisableApiTermination = new(true) }), "a", []launcher.PlanOption{launcher.RollBack()}, "DisableApiTermination"},
		{"roll-back of persistent Spot requests", base().Market(market.Persistent(market.Stop())), "a", []launcher.PlanOption{launcher.RollBack()}, "SpotInstanceType"},
		{"roll-back of a template's instances", launch.FromTemplate(template.Name("web")), "a", []launcher.PlanOption{launcher.RollBack()}, "LaunchTemplate"},
	} {
		spec, err := tt.spec.Build()
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if _, err := (launcher.Launcher{}).Plan(spec, tt.id, tt.opts...); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
	if _, err := (launcher.Launcher{}).Plan(launch.Spec{}, "a"); err == nil {
		t.Error("the zero spec was planned")
	}
}

// What is sent depends on the spec, the plan and the batch alone.
func TestRequestsOfABatchAreAlwaysTheSame(t *testing.T) {
	spec := build(t, base().Count(launch.Between(1, 7)).Network(network.InSubnet(subnetA)).UserDataText("#!/bin/sh\n"))
	opts := []launcher.PlanOption{launcher.BatchSize(3), launcher.Alternatives(launcher.Alternative{Subnet: subnetB})}
	bodies := map[string]string{}
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client(), launcher.WithoutLimits())
	for range 50 {
		p := plan(t, spec, opts...)
		batches := p.Batches()
		rand.Shuffle(len(batches), func(i, j int) { batches[i], batches[j] = batches[j], batches[i] })
		for _, b := range batches {
			if _, err := l.RunBatch(t.Context(), p, spec, b.Path); err != nil {
				t.Fatal(err)
			}
			form := srv.Requests()[len(srv.Requests())-1].Form().Encode()
			if known, ok := bodies[b.Path]; ok && known != form {
				t.Fatalf("batch %s was sent as %s and as %s", b.Path, known, form)
			}
			bodies[b.Path] = form
		}
	}
	if len(bodies) != 3 {
		t.Errorf("%d batches were sent, want 3", len(bodies))
	}
}

func TestPlansReadBack(t *testing.T) {
	spec := build(t, base().Count(launch.Exactly(500)).UserDataText(canary))
	p := plan(t, spec, launcher.Split(), launcher.RollBack(), launcher.Alternatives(launcher.Alternative{InstanceType: types.InstanceTypeM7aLarge}))
	p = p.MarkSent("3")
	text, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var again launcher.Plan
	if err := json.Unmarshal(text, &again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(p, again, cmp.AllowUnexported(launcher.Plan{})); diff != "" {
		t.Errorf("(-written +read):\n%s", diff)
	}
	expectNone(t, canary, string(text)+printed(p, &p, again))
}

func TestPlansThatWereChangedAreRefused(t *testing.T) {
	spec := build(t, base().Count(launch.Exactly(500)))
	text, err := json.Marshal(plan(t, spec, launcher.Split()))
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"token altered":          {`"token":"el1-`, `"token":"el1-0`},
		"sizes altered":          {`"max":100`, `"max":101`},
		"negative size":          {`"min":100`, `"min":-100`},
		"batch renamed":          {`"path":"4"`, `"path":"5"`},
		"version unknown":        {`"version":1`, `"version":2`},
		"another spec":           {`"fingerprint":"`, `"fingerprint":"0`},
		"attempt altered":        {`"attempt":0`, `"attempt":1`},
		"unknown member":         {`"version":1`, `"version":1,"colour":1`},
		"cut short":              {`}`, ``},
		"something behind":       {`}`, `}{`},
		"a thousand million":     {`"max":500`, `"max":1000000000`},
		"sent where it was not":  {`"sent":false`, `"sent":true`},
		"checksum of other text": {`"checksum":"`, `"checksum":"0`},
	} {
		i := strings.LastIndex(string(text), change[0])
		changed := string(text)[:i] + change[1] + string(text)[i+len(change[0]):]
		var p launcher.Plan
		if err := json.Unmarshal([]byte(changed), &p); err == nil || !p.IsZero() {
			t.Errorf("%s: got %v with %d batches", name, err, len(p.Batches()))
		}
	}
}

func TestRunRefusesPlansThatDoNotFit(t *testing.T) {
	srv := launchtest.Start(t)
	l := newLauncher(srv.Client())
	spec, other := build(t, base()), build(t, base().Network(network.InSubnet(subnetB)))
	var disk store
	save := launcher.Save(disk.save)
	for _, tt := range []struct {
		name string
		plan launcher.Plan
		spec launch.Spec
		opts []launcher.RunOption
		want string
	}{
		{"another spec", plan(t, spec), other, []launcher.RunOption{save}, "fingerprints differ"},
		{"the zero plan", launcher.Plan{}, spec, nil, "Plan is empty"},
		{"the zero spec", plan(t, spec), launch.Spec{}, []launcher.RunOption{save}, "Spec is empty"},
		{"alternatives without Save", plan(t, spec, launcher.Alternatives(launcher.Alternative{Zone: "us-east-1b"})), spec, nil, "use Save"},
		{"a timeout of nothing", plan(t, spec), spec, []launcher.RunOption{save, launcher.Timeout(0)}, "Timeout: 0s"},
		{"a negative timeout", plan(t, spec), spec, []launcher.RunOption{save, launcher.Timeout(-1)}, "Timeout: -1ns"},
	} {
		result, err := l.Run(t.Context(), tt.plan, tt.spec, tt.opts...)
		if err == nil || outcome(t, err) != launcher.Refused || !strings.Contains(err.Error(), tt.want) || result == nil {
			t.Errorf("%s: got %v", tt.name, err)
		}
	}
	if n := len(srv.Requests()); n != 0 {
		t.Errorf("%d requests were sent", n)
	}
}

func TestPlansWarnOfWhatARollBackLeaves(t *testing.T) {
	spec := build(t, base().Device("/dev/sdf", blockdevice.GP3(blockdevice.GiB(8)).DeleteOnTermination(false)))
	if got := plan(t, spec, launcher.RollBack()).Warnings(); len(got) != 1 || !strings.Contains(got[0], "BlockDeviceMappings[0]") {
		t.Errorf("got %q", got)
	}
	if got := plan(t, spec).Warnings(); len(got) != 0 {
		t.Errorf("without a roll-back: %q", got)
	}
}

func TestPlansTellWhetherTheyRollBack(t *testing.T) {
	spec := build(t, base())
	if !plan(t, spec, launcher.RollBack()).RollsBack() || plan(t, spec).RollsBack() {
		t.Error("a plan tells the opposite of how it was made")
	}
}
