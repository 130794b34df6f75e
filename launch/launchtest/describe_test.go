package launchtest_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestInstancesAppearAndRun(t *testing.T) {
	const unseen, pending, running = "InvalidInstanceID.NotFound", "pending", "running"
	tests := []struct {
		reason string
		opts   []launchtest.Option
		want   []string // by look
	}{
		{"default", nil, []string{running, running}},
		{"one look", []launchtest.Option{launchtest.PendingFor(1)}, []string{pending, running, running}},
		{"slow", []launchtest.Option{launchtest.PendingFor(2)}, []string{pending, pending, running}},
		{"hidden first", []launchtest.Option{launchtest.VisibleAfter(2), launchtest.PendingFor(1)}, []string{unseen, unseen, pending, running}},
		{"hidden, then running", []launchtest.Option{launchtest.VisibleAfter(1), launchtest.PendingFor(0)}, []string{unseen, running}},
		{"negative counts", []launchtest.Option{launchtest.VisibleAfter(-1), launchtest.PendingFor(-1)}, []string{running}},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			srv := launchtest.Start(t, test.opts...)
			// A look before the launch does not count.
			describe(t, srv, &ec2.DescribeInstancesInput{})
			id := *launch(t, srv, request("token", 1)).Instances[0].InstanceId
			var got []string
			for range test.want {
				out, err := srv.Client().DescribeInstances(t.Context(), &ec2.DescribeInstancesInput{InstanceIds: []string{id}})
				if err != nil {
					got = append(got, code(err))
					continue
				}
				got = append(got, string(described(out)[0].State.Name))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestHiddenInstancesMatchNoFilter(t *testing.T) {
	srv := launchtest.Start(t, launchtest.VisibleAfter(1))
	launch(t, srv, request("token", 1))
	in := &ec2.DescribeInstancesInput{Filters: []types.Filter{{Name: new("client-token"), Values: []string{"token"}}}}
	for look, want := range []int{0, 1} {
		if got := len(described(describe(t, srv, in))); got != want {
			t.Errorf("look %d found %d instances, want %d", look+1, got, want)
		}
	}
}

func TestWaiter(t *testing.T) {
	srv := launchtest.Start(t, launchtest.VisibleAfter(1), launchtest.PendingFor(2))
	out := launch(t, srv, request("token", 3))
	waiter := ec2.NewInstanceRunningWaiter(srv.Client(), func(o *ec2.InstanceRunningWaiterOptions) {
		o.MinDelay, o.MaxDelay = time.Millisecond, time.Millisecond
	})
	if err := waiter.Wait(t.Context(), &ec2.DescribeInstancesInput{InstanceIds: ids(out.Instances)}, time.Minute); err != nil {
		t.Fatal(err)
	}
	for _, i := range srv.Instances() {
		if i.State != types.InstanceStateNameRunning {
			t.Errorf("%s is %s after the wait", i.ID, i.State)
		}
	}
}

func TestDescribeNamesInstances(t *testing.T) {
	srv := launchtest.Start(t)
	launch(t, srv, request("token", 3))
	const first, second, unknown = "i-00000000000000001", "i-00000000000000002", "i-0123456789abcdef0"
	tests := []struct {
		reason string
		ids    []string
		want   []string
		code   string
	}{
		{"in order of launch", []string{second, first}, []string{first, second}, ""},
		{"named twice", []string{first, first}, []string{first}, ""},
		{"one unknown fails all", []string{first, unknown}, nil, "InvalidInstanceID.NotFound"},
		{"short and unknown", []string{"i-12345678"}, nil, "InvalidInstanceID.NotFound"},
		{"no prefix", []string{"0123456789abcdef0"}, nil, "InvalidInstanceID.Malformed"},
		{"upper case", []string{"i-0123456789ABCDEF0"}, nil, "InvalidInstanceID.Malformed"},
		{"trailing newline", []string{first + "\n"}, nil, "InvalidInstanceID.Malformed"},
		{"sixteen digits", []string{"i-0123456789abcdef"}, nil, "InvalidInstanceID.Malformed"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			out, err := srv.Client().DescribeInstances(t.Context(), &ec2.DescribeInstancesInput{InstanceIds: test.ids})
			if code(err) != test.code {
				t.Errorf("got %v, want code %q", err, test.code)
			}
			if err != nil {
				return
			}
			if diff := cmp.Diff(test.want, ids(described(out))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestDescribePages(t *testing.T) {
	tests := []struct {
		reason     string
		pageSize   int
		maxResults int32
		want       []int // instances by page
	}{
		{"one page", 0, 0, []int{12}},
		{"by MaxResults", 0, 5, []int{5, 5, 2}},
		{"by the server", 5, 0, []int{5, 5, 2}},
		{"the smaller of both", 4, 6, []int{4, 4, 4}},
		{"nothing left over", 0, 12, []int{12}},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			srv := launchtest.Start(t, launchtest.PageSize(test.pageSize), launchtest.PendingFor(1))
			var want []string
			for r, count := range []int32{1, 8, 3} {
				want = append(want, ids(launch(t, srv, request(fmt.Sprint(r), count)).Instances)...)
			}
			in := &ec2.DescribeInstancesInput{}
			if test.maxResults > 0 {
				in.MaxResults = &test.maxResults
			}
			var pages []int
			var got []string
			paginator := ec2.NewDescribeInstancesPaginator(srv.Client(), in)
			for paginator.HasMorePages() {
				out, err := paginator.NextPage(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				page := described(out)
				pages = append(pages, len(page))
				got = append(got, ids(page)...)
				for _, i := range page {
					if i.State.Name != types.InstanceStateNamePending {
						t.Errorf("%s is %s: the pages of one listing must be one look", *i.InstanceId, i.State.Name)
					}
				}
			}
			if diff := cmp.Diff(test.want, pages); diff != "" {
				t.Errorf("pages (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("instances (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDescribeGroupsByReservation(t *testing.T) {
	srv := launchtest.Start(t)
	launch(t, srv, request("a", 2))
	launch(t, srv, request("b", 1))
	got := map[string][]string{}
	for _, r := range describe(t, srv, &ec2.DescribeInstancesInput{}).Reservations {
		got[*r.ReservationId] = ids(r.Instances)
	}
	want := map[string][]string{
		"r-00000000000000001": {"i-00000000000000001", "i-00000000000000002"},
		"r-00000000000000002": {"i-00000000000000003"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDescribeRefusals(t *testing.T) {
	tests := []struct {
		reason string
		in     *ec2.DescribeInstancesInput
		code   string
	}{
		{"page size for named instances", &ec2.DescribeInstancesInput{InstanceIds: []string{"i-00000000000000001"}, MaxResults: new(int32(5))}, "InvalidParameterCombination"},
		{"empty pages", &ec2.DescribeInstancesInput{MaxResults: new(int32(0))}, "InvalidParameterValue"},
		{"pages of four", &ec2.DescribeInstancesInput{MaxResults: new(int32(4))}, "InvalidParameterValue"},
		{"pages of 1001", &ec2.DescribeInstancesInput{MaxResults: new(int32(1001))}, "InvalidParameterValue"},
		{"too many filter values", &ec2.DescribeInstancesInput{Filters: []types.Filter{
			{Name: new("image-id"), Values: slices.Repeat([]string{"ami-1"}, 100)},
			{Name: new("subnet-id"), Values: slices.Repeat([]string{"subnet-1"}, 101)},
		}}, "FilterLimitExceeded"},
		{"made-up page token", &ec2.DescribeInstancesInput{NextToken: new("page two")}, "InvalidNextToken"},
		{"unknown filter", &ec2.DescribeInstancesInput{Filters: []types.Filter{{Name: new("colour"), Values: []string{"red"}}}}, "InvalidParameterValue"},
		{"dry run", &ec2.DescribeInstancesInput{DryRun: new(true)}, "DryRunOperation"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			srv := launchtest.Start(t)
			if _, err := srv.Client().DescribeInstances(t.Context(), test.in); code(err) != test.code {
				t.Errorf("got %v, want code %q", err, test.code)
			}
		})
	}
}

func TestFilters(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Subnet("subnet-b", "us-east-1b"), launchtest.Clock(func() time.Time { return day }))
	tagged := func(token, team string) *ec2.RunInstancesInput {
		in := request(token, 1)
		in.TagSpecifications = []types.TagSpecification{{
			ResourceType: types.ResourceTypeInstance,
			Tags:         []types.Tag{{Key: new("Team"), Value: &team}, {Key: new(token), Value: new("x")}},
		}}
		return in
	}
	red, blue := tagged("red", "Rød*"), tagged("blue", "Blue")
	blue.NetworkInterfaces = []types.InstanceNetworkInterfaceSpecification{{
		DeviceIndex: new(int32(0)), SubnetId: new("subnet-b"), Groups: []string{"sg-web"}, AssociatePublicIpAddress: new(true),
	}}
	blue.KeyName = new("admin")
	blue.InstanceMarketOptions = &types.InstanceMarketOptionsRequest{MarketType: types.MarketTypeSpot}
	blue.InstanceType = types.InstanceTypeC7gLarge
	red.ImageId = nil
	red.LaunchTemplate = &types.LaunchTemplateSpecification{LaunchTemplateName: new("web")}
	launch(t, srv, red)
	launch(t, srv, blue)
	terminate(t, srv, "i-00000000000000001")

	type filter map[string][]string
	tests := []struct {
		filter filter
		want   []string
	}{
		{filter{}, []string{"red", "blue"}},
		{filter{"client-token": {"red"}}, []string{"red"}},
		{filter{"client-token": {"red", "blue"}}, []string{"red", "blue"}},
		{filter{"client-token": {"RED"}}, nil},
		{filter{"client-token": {"*e*"}}, []string{"red", "blue"}},
		{filter{"client-token": {"r?d"}}, []string{"red"}},
		{filter{"client-token": {"re"}}, nil},
		{filter{"client-token": {}}, nil},
		{filter{"instance-id": {"i-00000000000000002"}}, []string{"blue"}},
		{filter{"instance-state-name": {"running", "pending"}}, []string{"blue"}},
		{filter{"instance-state-name": {"shutting-down", "terminated"}}, []string{"red"}},
		{filter{"instance-state-code": {"16"}}, []string{"blue"}},
		{filter{"instance-type": {"c7g.*"}}, []string{"blue"}},
		{filter{"image-id": {"ami-0abcdef1234567890"}}, []string{"blue"}},
		{filter{"image-id": {"*"}}, []string{"blue"}}, // The other has its image from a template.
		{filter{"availability-zone": {"us-east-1b"}}, []string{"blue"}},
		{filter{"availability-zone-id": {"use1-az1"}}, []string{"red"}},
		{filter{"subnet-id": {"subnet-b"}}, []string{"blue"}},
		{filter{"vpc-id": {"vpc-*"}}, []string{"blue"}},
		{filter{"private-ip-address": {"10.6.0.4"}}, []string{"blue"}},
		{filter{"reservation-id": {"r-00000000000000002"}}, []string{"blue"}},
		{filter{"key-name": {"admin"}}, []string{"blue"}},
		{filter{"instance-lifecycle": {"spot"}}, []string{"blue"}},
		{filter{"tag-value": {"Bl*"}}, []string{"blue"}},
		{filter{"instance.group-id": {"sg-web"}}, []string{"blue"}},
		{filter{"network-interface.group-id": {"sg-web"}}, []string{"blue"}},
		{filter{"network-interface.subnet-id": {"subnet-b"}}, []string{"blue"}},
		{filter{"network-interface.addresses.private-ip-address": {"10.6.0.4"}}, []string{"blue"}},
		{filter{"network-interface.attachment.device-index": {"0"}}, []string{"blue"}},
		{filter{"ip-address": {"198.18.0.2"}}, []string{"blue"}},
		{filter{"dns-name": {"ec2-198-18-0-2.*"}}, []string{"blue"}},
		{filter{"private-dns-name": {"ip-10-6-0-4.ec2.internal"}}, []string{"blue"}},
		{filter{"launch-time": {"2026-09-01T*"}}, []string{"red", "blue"}},
		{filter{"launch-index": {"0"}}, []string{"red", "blue"}},
		{filter{"ebs-optimized": {"false"}}, []string{"red", "blue"}},
		{filter{"owner-id": {"111122223333"}}, []string{"red", "blue"}},
		{filter{"block-device-mapping.volume-id": {"vol-00000000000000002"}}, []string{"blue"}},
		{filter{"root-device-type": {"instance-store"}}, nil},
		{filter{"state-reason-code": {"Client.*"}}, []string{"red"}},
		{filter{"metadata-options.http-tokens": {"optional"}}, []string{"red", "blue"}},
		{filter{"tag-key": {"red"}}, []string{"red"}},
		{filter{"tag:Team": {"Blue"}}, []string{"blue"}},
		{filter{"tag:Team": {`Rød\*`}}, []string{"red"}},
		{filter{"tag:Team": {"R?d?"}}, []string{"red"}},
		{filter{"tag:Team": {"R??d?"}}, nil},
		{filter{"tag:Team": {`Blu\?`}}, nil},
		{filter{"tag:team": {"Blue"}}, nil},
		{filter{"tag:Team": {"Blue"}, "client-token": {"red"}}, nil},
	}
	for _, test := range tests {
		in := &ec2.DescribeInstancesInput{}
		for name, values := range test.filter {
			in.Filters = append(in.Filters, types.Filter{Name: &name, Values: values})
		}
		var got []string
		for _, i := range described(describe(t, srv, in)) {
			got = append(got, *i.ClientToken)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: got %q, want %q", test.filter, got, test.want)
		}
	}
}
