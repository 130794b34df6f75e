package launchtest

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go/document"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// Diff compares two requests member by member and returns a report for people,
// or "" when they are equal. An empty list equals none, as it does on the wire.
// The report shows of user data only its length in base64, and whether it
// differs.
//
// Two specs are compared by their inputs, since [cmp.Diff] has no more than a line
// for each:
//
//	diff := launchtest.Diff(want.Input(), got.Input())
//
// What was sent is compared with what was meant. The SDK's client adds a
// ClientToken to a request that has none, which is then a difference:
//
//	if diff := launchtest.Diff(want, srv.LastRequest("RunInstances").Input()); diff != "" {
//		t.Errorf("sent (-want +got):\n%s", diff)
//	}
func Diff(want, got *ec2.RunInstancesInput) string {
	want, got = redact(want, got)
	return cmp.Diff(want, got, cmpopts.IgnoreTypes(document.NoSerde{}), cmpopts.EquateEmpty())
}

// redact returns copies of two requests whose user data is replaced by words that are equal if the data is.
func redact(want, got *ec2.RunInstancesInput) (*ec2.RunInstancesInput, *ec2.RunInstancesInput) {
	label := func(in *ec2.RunInstancesInput, note string) *ec2.RunInstancesInput {
		if in == nil || in.UserData == nil {
			return in
		}
		redacted := *in
		redacted.UserData = new(fmt.Sprintf("[redacted %d characters%s]", len(*in.UserData), note))
		return &redacted
	}
	if want == nil || got == nil || want.UserData == nil || got.UserData == nil || *want.UserData == *got.UserData {
		return label(want, ""), label(got, "")
	}
	return label(want, ""), label(got, ", different")
}
