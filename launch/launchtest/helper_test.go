package launchtest_test

import (
	"errors"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/document"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// day is when everything happens in tests that look at the clock.
var day = time.Date(2026, time.September, 1, 12, 0, 0, 0, time.UTC)

// stopped returns a clock that stands still.
func stopped(at time.Time) func() time.Time { return func() time.Time { return at } }

// request returns a request for count instances under a token.
func request(token string, count int32) *ec2.RunInstancesInput {
	return &ec2.RunInstancesInput{
		ImageId:      new("ami-0abcdef1234567890"),
		InstanceType: types.InstanceTypeM7iLarge,
		MinCount:     &count,
		MaxCount:     &count,
		ClientToken:  &token,
	}
}

// launch sends a request and fails the test unless it is granted.
func launch(t *testing.T, srv *launchtest.Server, in *ec2.RunInstancesInput) *ec2.RunInstancesOutput {
	t.Helper()
	out, err := srv.Client().RunInstances(t.Context(), in)
	if err != nil {
		t.Fatalf("RunInstances: %v", err)
	}
	return out
}

// describe sends a request and fails the test unless it is granted.
func describe(t *testing.T, srv *launchtest.Server, in *ec2.DescribeInstancesInput) *ec2.DescribeInstancesOutput {
	t.Helper()
	out, err := srv.Client().DescribeInstances(t.Context(), in)
	if err != nil {
		t.Fatalf("DescribeInstances: %v", err)
	}
	return out
}

// terminate ends instances and fails the test unless that is granted.
func terminate(t *testing.T, srv *launchtest.Server, ids ...string) *ec2.TerminateInstancesOutput {
	t.Helper()
	out, err := srv.Client().TerminateInstances(t.Context(), &ec2.TerminateInstancesInput{InstanceIds: ids})
	if err != nil {
		t.Fatalf("TerminateInstances: %v", err)
	}
	return out
}

// ids returns the IDs of instances.
func ids(instances []types.Instance) []string {
	var ids []string
	for _, i := range instances {
		ids = append(ids, *i.InstanceId)
	}
	return ids
}

// described returns the instances of all reservations.
func described(out *ec2.DescribeInstancesOutput) []types.Instance {
	var instances []types.Instance
	for _, r := range out.Reservations {
		instances = append(instances, r.Instances...)
	}
	return instances
}

// code returns the EC2 error code of an error, "" for nil, and the error's text if it is not from EC2.
func code(err error) string {
	if err == nil {
		return ""
	}
	if api, ok := errors.AsType[smithy.APIError](err); ok {
		return api.ErrorCode()
	}
	return err.Error()
}

// ignoreSerde lets cmp look into the SDK's structures.
var ignoreSerde = cmpopts.IgnoreTypes(document.NoSerde{})
