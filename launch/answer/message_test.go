package answer_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/aws/smithy-go"

	"github.com/ec2launch/ec2launch/launch/answer"
)

func TestAnInstanceProfileThatIsMissing(t *testing.T) {
	const invalid = "Value (web) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name"
	const roleless = "IAM Instance Profile &quot;web&quot; has no associated IAM Roles"
	for _, test := range []struct {
		err  error
		want bool
	}{
		{refusal(t, 400, "InvalidParameterValue", invalid), true},
		{refusal(t, 400, "Client.InvalidParameterValue", invalid), true},
		{refusal(t, 400, "InvalidParameterValue", roleless), true},
		{fmt.Errorf("batch: %w", refusal(t, 400, "InvalidParameterValue", roleless)), true},
		{refusal(t, 400, "InvalidParameterValue", "Value (x) for parameter groupId is invalid."), false},
		{refusal(t, 400, "InvalidParameterCombination", invalid), false},
		{refusal(t, 307, "InvalidParameterValue", invalid), false},
		{&smithy.GenericAPIError{Code: "InvalidParameterValue", Message: invalid}, false},
		{errors.New(invalid), false},
		{nil, false},
	} {
		if got := answer.InstanceProfileMissing(test.err); got != test.want {
			t.Errorf("%v: got %t, want %t", test.err, got, test.want)
		}
	}
}

func TestSpreadGroupFull(t *testing.T) {
	const full = "The maximum of 7 running instances for a Spread placement group in an Availability Zone is reached."
	for _, test := range []struct {
		err  error
		want bool
	}{
		{refusal(t, 500, "InsufficientInstanceCapacity", full), true},
		{refusal(t, 500, "InsufficientInstanceCapacity", "We currently do not have sufficient m7i.large capacity."), false},
		{refusal(t, 400, "InvalidParameterValue", full), false},
		{nil, false},
	} {
		if got := answer.SpreadGroupFull(test.err); got != test.want {
			t.Errorf("%v: got %t, want %t", test.err, got, test.want)
		}
	}
}

// A mismatch between the message of one error and the code of another proves
// nothing.
func TestMessagesOfJoinedErrorsAreNotMixed(t *testing.T) {
	const invalid = "Invalid IAM Instance Profile name"
	err := errors.Join(refusal(t, 400, "VcpuLimitExceeded", invalid), refusal(t, 400, "InvalidParameterValue", "m"))
	if answer.InstanceProfileMissing(err) {
		t.Error("took the message of one error for that of another")
	}
}

// mute is a refusal whose message cannot be read.
type mute struct{ smithy.GenericAPIError }

func (*mute) ErrorMessage() string { panic("no message") }
func (*mute) HTTPStatusCode() int  { return 400 }

func TestAMessageThatCannotBeReadSaysNothing(t *testing.T) {
	err := &mute{smithy.GenericAPIError{Code: "InvalidParameterValue"}}
	if answer.InstanceProfileMissing(err) || answer.SpreadGroupFull(err) || answer.InstanceProfileMissing(nil) || answer.SpreadGroupFull(nil) {
		t.Error("it does")
	}
}
