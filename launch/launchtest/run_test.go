package launchtest_test

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

func TestParameterChecks(t *testing.T) {
	tests := []struct {
		reason string
		edit   func(*ec2.RunInstancesInput)
		code   string
	}{
		{"nothing wrong", func(in *ec2.RunInstancesInput) {}, ""},
		{"no image", func(in *ec2.RunInstancesInput) { in.ImageId = nil }, "MissingParameter"},
		{"the image may be in the template", func(in *ec2.RunInstancesInput) {
			in.ImageId = nil
			in.LaunchTemplate = &types.LaunchTemplateSpecification{LaunchTemplateName: new("web")}
		}, ""},
		{"no instances", func(in *ec2.RunInstancesInput) { in.MinCount = new(int32(0)) }, "InvalidParameterValue"},
		{"maximum below minimum", func(in *ec2.RunInstancesInput) { in.MinCount = new(int32(2)) }, "InvalidParameterValue"},
		{"longest token", func(in *ec2.RunInstancesInput) { in.ClientToken = new(strings.Repeat("t", 64)) }, ""},
		{"token too long", func(in *ec2.RunInstancesInput) { in.ClientToken = new(strings.Repeat("t", 65)) }, "InvalidClientToken"},
		{"token not ASCII", func(in *ec2.RunInstancesInput) { in.ClientToken = new("tökén") }, "InvalidClientToken"},
		{"most user data", func(in *ec2.RunInstancesInput) { in.UserData = userData(16384) }, ""},
		{"too much user data", func(in *ec2.RunInstancesInput) { in.UserData = userData(16385) }, "InvalidParameterValue"},
		{"no address", func(in *ec2.RunInstancesInput) { in.PrivateIpAddress = new("10.0.0.256") }, "InvalidParameterValue"},
		{"an IPv6 address for IPv4", func(in *ec2.RunInstancesInput) { in.PrivateIpAddress = new("2001:db8::4") }, "InvalidParameterValue"},
		{"user data not encoded", func(in *ec2.RunInstancesInput) { in.UserData = new("#!/bin/sh") }, "InvalidParameterValue"},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			srv := launchtest.Start(t)
			in := request("token", 1)
			test.edit(in)
			_, err := srv.Client().RunInstances(t.Context(), in)
			if got := code(err); got != test.code {
				t.Errorf("code %q, want %q (%v)", got, test.code, err)
			}

			in.DryRun = new(true)
			want := test.code
			if want == "" {
				want = "DryRunOperation"
			}
			if _, err := srv.Client().RunInstances(t.Context(), in); code(err) != want {
				t.Errorf("dry run: code %q, want %q", code(err), want)
			}
		})
	}
}

func userData(n int) *string {
	return new(base64.StdEncoding.EncodeToString(make([]byte, n)))
}

func TestCountsAreRequired(t *testing.T) {
	// The SDK asks for both counts itself, so these requests are raw.
	for _, missing := range []string{"MinCount", "MaxCount"} {
		srv := launchtest.Start(t)
		form := map[string][]string{
			"Action": {"RunInstances"}, "Version": {"2016-11-15"},
			"ImageId": {"ami-0abcdef1234567890"}, "MinCount": {"1"}, "MaxCount": {"1"},
		}
		delete(form, missing)
		_, document := post(t, srv, form)
		if !strings.Contains(document, "MissingParameter") || !strings.Contains(document, missing) {
			t.Errorf("without %s:\n%s", missing, document)
		}
	}
}

func TestDryRunLaunchesNothing(t *testing.T) {
	srv := launchtest.Start(t)
	in := request("token", 1)
	in.DryRun = new(true)
	_, err := srv.Client().RunInstances(t.Context(), in)
	if code(err) != "DryRunOperation" {
		t.Fatalf("got %v, want DryRunOperation", err)
	}
	if answer, ok := errors.AsType[*smithyhttp.ResponseError](err); !ok || answer.HTTPStatusCode() != 412 {
		t.Errorf("got %v, want status 412", err)
	}
	if n := len(srv.Instances()); n != 0 {
		t.Errorf("launched %d instances", n)
	}
	if n := len(srv.Requests()); n != 1 {
		t.Errorf("sent %d times, want once", n)
	}
	// The token of a dry run is still free.
	in.DryRun, in.InstanceType = nil, types.InstanceTypeC7gLarge
	launch(t, srv, in)
}

func TestCapacity(t *testing.T) {
	type counts struct{ min, max int32 }
	tests := []struct {
		reason   string
		opts     []launchtest.Option
		zone     string
		counts   counts
		code     string
		launched int
		in       string
	}{
		{"all fit", nil, "us-east-1b", counts{1, 5}, "", 5, "us-east-1b"},
		{"as many as fit", []launchtest.Option{launchtest.Capacity("us-east-1b", 3)}, "us-east-1b", counts{1, 5}, "", 3, "us-east-1b"},
		{"just the minimum", []launchtest.Option{launchtest.Capacity("us-east-1b", 3)}, "us-east-1b", counts{3, 5}, "", 3, "us-east-1b"},
		{"not the minimum", []launchtest.Option{launchtest.Capacity("us-east-1b", 3)}, "us-east-1b", counts{4, 5}, "InsufficientInstanceCapacity", 0, ""},
		{"none at all", []launchtest.Option{launchtest.Capacity("us-east-1b", 0)}, "us-east-1b", counts{1, 1}, "InsufficientInstanceCapacity", 0, ""},
		{"the first zone unless one is named", nil, "", counts{1, 5}, "", 5, "us-east-1a"},
		{"no other zone unasked", []launchtest.Option{launchtest.Capacity("us-east-1a", 4)}, "", counts{5, 5}, "InsufficientInstanceCapacity", 0, ""},
		{"a zone with room for all", []launchtest.Option{launchtest.Capacity("us-east-1a", 4), launchtest.SpillOver()}, "", counts{1, 5}, "", 5, "us-east-1b"},
		{"a zone that was added has no default subnet", []launchtest.Option{launchtest.Zone("us-east-1-bos-1a", "use1-bos1-az1")}, "us-east-1-bos-1a", counts{1, 1}, "MissingInput", 0, ""},
		{"a zone that there is not", nil, "us-east-1z", counts{1, 1}, "InvalidZone.NotFound", 0, ""},
		{"a zone elsewhere", nil, "us-west-2a", counts{1, 1}, "InvalidZone.NotFound", 0, ""},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			srv := launchtest.Start(t, test.opts...)
			in := request("token", 1)
			in.MinCount, in.MaxCount = &test.counts.min, &test.counts.max
			if test.zone != "" {
				in.Placement = &types.Placement{AvailabilityZone: &test.zone}
			}
			_, err := srv.Client().RunInstances(t.Context(), in)
			if code(err) != test.code {
				t.Errorf("got %v, want code %q", err, test.code)
			}
			instances := srv.Instances()
			if len(instances) != test.launched {
				t.Fatalf("launched %d, want %d", len(instances), test.launched)
			}
			if len(instances) > 0 && instances[0].Zone != test.in {
				t.Errorf("launched in %s, want %s", instances[0].Zone, test.in)
			}
		})
	}
}

func TestCapacityComesBack(t *testing.T) {
	srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 2))
	in := func(token string) *ec2.RunInstancesInput {
		in := request(token, 2)
		in.Placement = &types.Placement{AvailabilityZone: new("us-east-1a")}
		return in
	}
	first := launch(t, srv, in("first"))
	_, err := srv.Client().RunInstances(t.Context(), in("second"))
	if answer, ok := errors.AsType[*smithyhttp.ResponseError](err); !ok || answer.HTTPStatusCode() != 500 {
		t.Errorf("got %v, want status 500", err)
	}
	if n := len(srv.Requests()); n != 4 {
		t.Errorf("%d requests, want 4: the SDK tries three times on status 500", n)
	}
	terminate(t, srv, ids(first.Instances)...)
	launch(t, srv, in("second"))
}
