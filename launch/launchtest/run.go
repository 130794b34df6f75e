package launchtest

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// maxLaunch is the most instances that one request launches: far more than EC2 lets it, but not without end.
const maxLaunch = 10_000

// maxUserData is the documented size of user data in bytes, before base64.
const maxUserData = 16 << 10

// runInstances serves RunInstances: first the parameters, then the dry run, then the client token, then the capacity.
func (g *region) runInstances(form url.Values, requestID string) (any, error) {
	in := new(ec2.RunInstancesInput)
	if err := decode(form, runInstancesParameters, in); err != nil {
		return nil, err
	}
	if err := checkRun(in); err != nil {
		return nil, err
	}
	if aws.ToBool(in.DryRun) {
		return nil, dryRunPassed()
	}

	g.mu.Lock()
	defer g.mu.Unlock()
	b, err := g.bind(in, form)
	if err != nil {
		return nil, err
	}
	if b.launched == nil {
		z, count, err := g.place(in)
		if err != nil {
			return nil, err
		}
		if err := g.spend("RunInstances instances", count); err != nil {
			return nil, err
		}
		b.launched = g.launch(in, z, count)
	}
	return runInstancesXML{RequestID: requestID, reservationXML: g.describe(b.launched.id, b.launched.instances)}, nil
}

// checkRun refuses a request that EC2 would refuse on sight. It does not stand in for EC2's checks as a whole.
func checkRun(in *ec2.RunInstancesInput) error {
	switch {
	case in.MinCount == nil:
		return missing("MinCount")
	case in.MaxCount == nil:
		return missing("MaxCount")
	case *in.MinCount < 1:
		return refusal("InvalidParameterValue", "Value (%d) for parameter minCount is invalid. It must be at least 1",
			*in.MinCount)
	case *in.MaxCount < *in.MinCount:
		return refusal("InvalidParameterValue",
			"Value (%d) for parameter maxCount is invalid. It must not be less than minCount (%d)", *in.MaxCount,
			*in.MinCount)
	case aws.ToString(in.ImageId) == "" && in.LaunchTemplate == nil:
		return missing("ImageId")
	}
	if token := aws.ToString(in.ClientToken); len(token) > 64 || strings.ContainsFunc(token, notASCII) {
		return refusal("InvalidClientToken", "A client token must be 1 to 64 ASCII characters; this one has %d bytes",
			len(token))
	}
	data, err := base64.StdEncoding.DecodeString(aws.ToString(in.UserData))
	if err != nil {
		return refusal("InvalidParameterValue", "Invalid BASE64 encoding of user data")
	}
	if len(data) > maxUserData {
		return refusal("InvalidParameterValue", "User data is limited to %d bytes before base64; this has %d",
			maxUserData, len(data))
	}
	return nil
}

// missing is the refusal of a request that lacks a required parameter.
func missing(parameter string) error {
	return refusal("MissingParameter", "The request must contain the parameter %s", parameter)
}

func notASCII(r rune) bool { return r > 0x7f }

// insufficientCapacity is the refusal of a request that does not fit into a zone. EC2 sends it as a server error, so
// that the SDK retries it.
func insufficientCapacity(in *ec2.RunInstancesInput, z zone) error {
	return &apiError{http.StatusInternalServerError, "InsufficientInstanceCapacity", fmt.Sprintf(
		"There is no capacity for %d instances of type %s in %s", *in.MinCount, clip(string(in.InstanceType)), z.name)}
}
