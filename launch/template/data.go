package template

import (
	"errors"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/project"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
)

// A Request is a launch, such as a launch.Spec; [Raw] makes one of a request of
// the SDK.
type Request interface {
	// Input returns the request, which is the caller's own.
	Input() *ec2.RunInstancesInput
}

// Raw makes a [Request] of a request of the SDK, valid or not.
func Raw(in *ec2.RunInstancesInput) Request { return raw{in} }

type raw struct{ in *ec2.RunInstancesInput }

func (r raw) Input() *ec2.RunInstancesInput {
	if r.in == nil {
		return nil
	}
	return new(sdkcopy.RunInstancesInput(*r.in))
}

var errNoRequest = errors.New("template: there is no request")

// A LostError names the members of a request for which launch template data has
// no place.
type LostError struct {
	Members []string // as AWS spells them: "SubnetId", "NetworkInterfaces[0].Ipv6Addresses[0].IsPrimaryIpv6"
}

// Error lists the members.
func (e *LostError) Error() string {
	if e == nil {
		return "template: the LostError is nil"
	}
	return "template: launch template data has no " + strings.Join(e.Members, ", ")
}

// FromSpec returns the data of a launch template that launches what a request
// does, user data included, as base64. It is the caller's own.
//
// A template has no counts: those of one instance are left out, which is what a
// request from the template has to give. All else that template data has no
// place for is an error, a [*LostError] with every such member: other counts,
// client tokens and dry runs, a launch template, and the subnet and addresses at
// the top of a request, which stand in a network interface there.
func FromSpec(r Request) (*types.RequestLaunchTemplateData, error) {
	if r == nil {
		return nil, errNoRequest
	}
	in := r.Input()
	if in == nil {
		return nil, errNoRequest
	}
	if one(in.MinCount) && one(in.MaxCount) {
		in.MinCount, in.MaxCount = nil, nil
	}
	data := new(types.RequestLaunchTemplateData)
	if lost := project.Onto(data, in); len(lost) > 0 {
		return nil, &LostError{lost}
	}
	return data, nil
}

func one(n *int32) bool { return n == nil || *n == 1 }

// FromVersion returns the data of a version that DescribeLaunchTemplateVersions
// answers with, as a request for a new one has it. What only answers have, such
// as the state of the metadata options, is left out. It is the caller's own; nil
// stays nil.
func FromVersion(version *types.ResponseLaunchTemplateData) *types.RequestLaunchTemplateData {
	if version == nil {
		return nil
	}
	data := new(types.RequestLaunchTemplateData)
	project.Onto(data, sdkcopy.OfAny(version))
	return data
}

// sorted returns a sorted copy.
func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }
