package launchtest_test

import (
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestTokenUsedAgain(t *testing.T) {
	inZone := func(name string) func(*ec2.RunInstancesInput) {
		return func(in *ec2.RunInstancesInput) { in.Placement = &types.Placement{AvailabilityZone: &name} }
	}
	inSubnet := func(id string) func(*ec2.RunInstancesInput) {
		return func(in *ec2.RunInstancesInput) { in.SubnetId = &id }
	}
	anywhere := func(*ec2.RunInstancesInput) {}
	tests := []struct {
		reason        string
		first, second func(*ec2.RunInstancesInput)
		code          string
		launched      int
	}{
		{"same request", anywhere, anywhere, "", 2},
		{"same request in the same zone", inZone("us-east-1b"), inZone("us-east-1b"), "", 2},
		{"same zone by its ID", inZone("us-east-1b"), func(in *ec2.RunInstancesInput) {
			in.Placement = &types.Placement{AvailabilityZoneId: new("use1-az2")}
		}, "", 2},
		{"another zone is another launch", inZone("us-east-1a"), inZone("us-east-1b"), "", 4},
		{"a zone and the Region are apart", anywhere, inZone("us-east-1a"), "", 4},
		{"a subnet in another zone is another launch", inSubnet("subnet-a"), inSubnet("subnet-b"), "", 4},
		{"another subnet in the same zone", inSubnet("subnet-a"), inSubnet("subnet-a2"), "IdempotentParameterMismatch", 2},
		{"the subnet of an interface counts", func(in *ec2.RunInstancesInput) {
			in.NetworkInterfaces = []types.InstanceNetworkInterfaceSpecification{{SubnetId: new("subnet-a")}}
		}, func(in *ec2.RunInstancesInput) {
			in.NetworkInterfaces = []types.InstanceNetworkInterfaceSpecification{{SubnetId: new("subnet-b")}}
		}, "", 4},
		{"another type", anywhere, func(in *ec2.RunInstancesInput) { in.InstanceType = types.InstanceTypeC7gLarge }, "IdempotentParameterMismatch", 2},
		{"another count", anywhere, func(in *ec2.RunInstancesInput) { in.MaxCount = new(int32(3)) }, "IdempotentParameterMismatch", 2},
		{"one more parameter", anywhere, func(in *ec2.RunInstancesInput) { in.KeyName = new("k") }, "IdempotentParameterMismatch", 2},
		{"other user data", func(in *ec2.RunInstancesInput) { in.UserData = new("YQ==") },
			func(in *ec2.RunInstancesInput) { in.UserData = new("Yg==") }, "IdempotentParameterMismatch", 2},
		{"another token", anywhere, func(in *ec2.RunInstancesInput) { in.ClientToken = new("Token") }, "", 4},
		{"no token", func(in *ec2.RunInstancesInput) { in.ClientToken = new("") },
			func(in *ec2.RunInstancesInput) { in.ClientToken = new("") }, "", 4},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			srv := launchtest.Start(t,
				launchtest.Subnet("subnet-a", "us-east-1a"),
				launchtest.Subnet("subnet-a2", "us-east-1a"),
				launchtest.Subnet("subnet-b", "us-east-1b"),
			)
			first, second := request("token", 2), request("token", 2)
			test.first(first)
			test.second(second)

			before := launch(t, srv, first)
			after, err := srv.Client().RunInstances(t.Context(), second)
			if code(err) != test.code {
				t.Errorf("second request: got %v, want code %q", err, test.code)
			}
			if n := len(srv.Instances()); n != test.launched {
				t.Errorf("launched %d instances in all, want %d", n, test.launched)
			}
			if err == nil {
				same := *before.ReservationId == *after.ReservationId && slices.Equal(ids(before.Instances), ids(after.Instances))
				if same != (test.launched == 2) {
					t.Errorf("first answer %s %v, second %s %v", *before.ReservationId, ids(before.Instances), *after.ReservationId, ids(after.Instances))
				}
			}
		})
	}
}

func TestReplayShowsStatesOfNow(t *testing.T) {
	srv := launchtest.Start(t, launchtest.PendingFor(0))
	first := launch(t, srv, request("token", 2))
	describe(t, srv, &ec2.DescribeInstancesInput{})
	terminate(t, srv, *first.Instances[0].InstanceId)

	var got []types.InstanceStateName
	for _, i := range launch(t, srv, request("token", 2)).Instances {
		got = append(got, i.State.Name)
	}
	want := []types.InstanceStateName{types.InstanceStateNameShuttingDown, types.InstanceStateNameRunning}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTokenOfTerminatedInstances(t *testing.T) {
	srv := launchtest.Start(t)
	out := launch(t, srv, request("token", 2))
	terminate(t, srv, ids(out.Instances)...)
	_, err := srv.Client().RunInstances(t.Context(), request("token", 2))
	if code(err) != "IdempotentInstanceTerminated" {
		t.Errorf("got %v, want IdempotentInstanceTerminated", err)
	}
	if srv.Alive() != 0 {
		t.Errorf("%d instances alive", srv.Alive())
	}
}

func TestRefusedRequestBindsItsToken(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 1))
	in := request("token", 1)
	in.Placement = &types.Placement{AvailabilityZone: new("us-east-1a")}
	other := *in
	other.ClientToken = new("other")
	blocking := launch(t, srv, &other)

	if _, err := srv.Client().RunInstances(t.Context(), in); code(err) != "InsufficientInstanceCapacity" {
		t.Fatalf("got %v, want InsufficientInstanceCapacity", err)
	}
	changed := *in
	changed.InstanceType = types.InstanceTypeC7gLarge
	if _, err := srv.Client().RunInstances(t.Context(), &changed); code(err) != "IdempotentParameterMismatch" {
		t.Errorf("changed request: got %v, want IdempotentParameterMismatch", err)
	}
	terminate(t, srv, ids(blocking.Instances)...)
	launch(t, srv, in) // The same request may succeed later.
}
