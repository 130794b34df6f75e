package cloud

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest/internal/wire"
)

// maxLaunch is the most instances that one request launches: far more than EC2 lets it, but not without end.
const maxLaunch = 10_000

// maxUserData is the documented size of user data in bytes, before base64.
const maxUserData = 16 << 10

// runInstances serves RunInstances: first the parameters, then what they
// name, then the dry run, then the client token, then the room.
func (g *Region) runInstances(in *ec2.RunInstancesInput, form url.Values) (*ec2.RunInstancesOutput, error) {
	in, err := g.effective(in)
	if err != nil {
		return nil, err
	}
	if err := checkRun(in); err != nil {
		return nil, err
	}
	if err := g.exists(in); err != nil {
		return nil, err
	}
	if err := dry(in.DryRun); err != nil {
		return nil, err
	}
	b, err := g.bind(in, form)
	if err != nil {
		return nil, err
	}
	if b.launched == nil {
		p, err := g.place(in)
		if err != nil {
			return nil, err
		}
		if err := g.spend("RunInstances instances", p.count); err != nil {
			return nil, err
		}
		b.launched = g.launch(in, p)
	}
	out := &ec2.RunInstancesOutput{ReservationId: &b.launched.id, OwnerId: new(accountID)}
	for _, i := range b.launched.instances {
		out.Instances = append(out.Instances, g.view(i))
	}
	return out, nil
}

// checkRun refuses a request that EC2 would refuse on sight. It does not stand in for EC2's checks as a whole.
func checkRun(in *ec2.RunInstancesInput) error {
	switch {
	case in.MinCount == nil:
		return wire.Missing("MinCount")
	case in.MaxCount == nil:
		return wire.Missing("MaxCount")
	case *in.MinCount < 1:
		return wire.Refuse("InvalidParameterValue", "Value (%d) for parameter minCount is invalid. It must be at least 1", *in.MinCount)
	case *in.MaxCount < *in.MinCount:
		return wire.Refuse("InvalidParameterValue", "Value (%d) for parameter maxCount is invalid. It must not be less than minCount (%d)", *in.MaxCount, *in.MinCount)
	case value(in.ImageId) == "" && in.LaunchTemplate == nil:
		return wire.Missing("ImageId")
	}
	if token := value(in.ClientToken); len(token) > 64 || strings.ContainsFunc(token, notASCII) {
		return wire.Refuse("InvalidClientToken", "A client token must be 1 to 64 ASCII characters; this one has %d bytes", len(token))
	}
	data, err := base64.StdEncoding.DecodeString(value(in.UserData))
	if err != nil {
		return wire.Refuse("InvalidParameterValue", "Invalid BASE64 encoding of user data")
	}
	if len(data) > maxUserData {
		return wire.Refuse("InvalidParameterValue", "User data is limited to %d bytes before base64; this has %d", maxUserData, len(data))
	}
	for _, spec := range specifications(in) {
		if _, _, err := explicitIPv4(spec); err != nil {
			return err
		}
		if _, err := explicitIPv6(spec); err != nil {
			return err
		}
	}
	return nil
}

func notASCII(r rune) bool { return r > 0x7f }

// insufficientCapacity is the refusal of a request that does not fit into a zone. EC2 sends it as a server error, so
// that the SDK retries it.
func insufficientCapacity(in *ec2.RunInstancesInput, z Zone) error {
	return &wire.Error{Status: http.StatusInternalServerError, Code: "InsufficientInstanceCapacity", Message: fmt.Sprintf(
		"There is no capacity for %d instances of type %s in %s", *in.MinCount, wire.Clip(string(orElse(in.InstanceType, types.InstanceTypeM1Small))), z.Name)}
}
