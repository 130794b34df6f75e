package launch

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

// An Outcome says what a failed launch left behind.
type Outcome uint8

const (
	// Unknown: instances may run. The same spec with the same client token
	// settles it, since EC2 launches for a token only once.
	Unknown Outcome = iota
	// Refused: nothing was launched.
	Refused
)

// String returns "unknown" or "refused".
func (o Outcome) String() string {
	if o == Refused {
		return "refused"
	}
	return "unknown"
}

// An Error is a launch that did not succeed as a whole. It unwraps to what the
// SDK returned, so that [errors.AsType] finds [smithy.APIError] and the HTTP
// response, or to the [*validate.Error] of a [Guard].
type Error struct {
	Outcome Outcome // whether nothing was launched, or whether that is unknown
	Token   string  // the client token that was sent; empty when nothing was
	Err     error   // the cause
}

// maxText bounds what an error prints of EC2's answer; encoded authorization
// messages are thousands of characters long.
const maxText = 1 << 10

// Error says what happened and, where instances may run, how to find out.
func (e *Error) Error() string {
	text := e.Err.Error()
	if _, ours := errors.AsType[*validate.Error](e.Err); !ours {
		if len(text) > maxText {
			text = strings.ToValidUTF8(text[:maxText], "") + "…"
		}
		text = format.Plain(text) // it may repeat what the request holds
	}
	if e.Outcome == Refused {
		return "nothing launched: " + text
	}
	return fmt.Sprintf("instances may run, send client token %q again to settle it: %s", e.Token, text)
}

// Unwrap returns Err.
func (e *Error) Unwrap() error { return e.Err }

// noCapacity are the refusals that EC2 gives the status of a server fault.
var noCapacity = [...]string{
	"InsufficientCapacity", "InsufficientHostCapacity", "InsufficientInstanceCapacity",
	"InsufficientReservedInstanceCapacity", "InsufficientCapacityOnHost",
}

// usedToken are the refusals that say that the client token has launched before.
var usedToken = [...]string{"IdempotentParameterMismatch", "IdempotentInstanceTerminated"}

// outcomeOf reads an error of the SDK. Only EC2 itself can refuse: an answer
// without one of its error codes, or none at all, leaves the outcome unknown.
func outcomeOf(err error) Outcome {
	if _, guarded := errors.AsType[*validate.Error](err); guarded {
		return Refused
	}
	fault, ok := errors.AsType[smithy.APIError](err)
	if !ok || fault.ErrorCode() == "UnknownError" || slices.Contains(usedToken[:], fault.ErrorCode()) {
		return Unknown
	}
	if slices.Contains(noCapacity[:], fault.ErrorCode()) {
		return Refused
	}
	response, ok := errors.AsType[*smithyhttp.ResponseError](err)
	if ok && response.HTTPStatusCode() >= 400 && response.HTTPStatusCode() < 500 {
		return Refused
	}
	return Unknown
}

// verify checks that an answer is the success that its status claims.
func (r *Result) verify(in *ec2.RunInstancesInput) error {
	ids := r.IDs()
	least, most := int(aws.ToInt32(in.MinCount)), int(aws.ToInt32(in.MaxCount))
	switch {
	case len(ids) == 0:
		return errors.New("the answer names no instances: the endpoint may not be EC2")
	case len(ids) < len(r.Instances):
		return fmt.Errorf("the answer has %d instances but %d distinct IDs", len(r.Instances), len(ids))
	case len(ids) < least || len(ids) > most:
		return fmt.Errorf("the answer has %d instances, between %d and %d were asked for", len(ids), least, most)
	}
	for _, i := range r.Instances {
		if i.State != nil && ended(i.State.Name) {
			return fmt.Errorf("instance %q is %s: the client token had launched it before", aws.ToString(i.InstanceId), i.State.Name)
		}
	}
	return nil
}

// ended reports whether an instance is past running.
func ended(s types.InstanceStateName) bool {
	switch s {
	case types.InstanceStateNameShuttingDown, types.InstanceStateNameTerminated,
		types.InstanceStateNameStopping, types.InstanceStateNameStopped:
		return true
	}
	return false
}

func dryRunLaunched(instances []types.Instance) error {
	return fmt.Errorf("the dry run was answered as a launch, of instances %q", distinctIDs(instances))
}

func distinctIDs(instances []types.Instance) []string {
	var ids []string
	seen := map[string]bool{"": true}
	for _, i := range instances {
		if id := aws.ToString(i.InstanceId); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}
