package answer

import (
	"errors"
	"strings"

	"github.com/aws/smithy-go"
)

// InstanceProfileMissing reports whether an error is EC2's refusal of an
// instance profile that it does not know, or that has no role. IAM shows a new
// profile or role to EC2 only after a while, so a caller who has just created
// one may send the same request again under the same client token, for up to
// two minutes or so. Whether it was just created only the caller knows: for any
// other profile the refusal is final.
//
// EC2 has no code for it. InstanceProfileMissing and [SpreadGroupFull] are the
// only functions of this package that read the text of messages, which AWS may
// change.
func InstanceProfileMissing(err error) bool {
	return says(err, "InvalidParameterValue", "invalid iam instance profile") ||
		says(err, "InvalidParameterValue", "has no associated iam roles")
}

// SpreadGroupFull reports whether an error looks like EC2's refusal to place
// more instances of a spread placement group in a zone: seven may run in each.
// Then neither time nor another instance type helps, but another zone or group
// does. It is a hint for people, since it reads the text of the message.
func SpreadGroupFull(err error) bool {
	return says(err, "InsufficientInstanceCapacity", "spread placement group")
}

// says reports whether EC2 refused with the code and a message that has the
// lower-case text. An error whose methods panic has none.
func says(err error, code, text string) (said bool) {
	defer func() { recover() }()
	if a := Of(err); !a.Refused() || a.Code != code {
		return false
	}
	fault, ok := errors.AsType[smithy.APIError](err)
	return ok && strings.Contains(strings.ToLower(fault.ErrorMessage()), text)
}
