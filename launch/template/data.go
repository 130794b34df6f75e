package template

import (
	"errors"
	"reflect"
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

// inputOf returns a copy of a request, also of one that hands out its own.
func inputOf(r Request) (*ec2.RunInstancesInput, error) {
	if isNil(r) {
		return nil, errNoRequest
	}
	in := r.Input()
	if in == nil {
		return nil, errNoRequest
	}
	return new(sdkcopy.RunInstancesInput(*in)), nil
}

// isNil reports whether v is nil or a nil pointer.
func isNil(v any) bool {
	r := reflect.ValueOf(v)
	return !r.IsValid() || r.Kind() == reflect.Pointer && r.IsNil()
}

// A LostError names the members of a request for which launch template data has
// no place.
type LostError struct {
	Members []string // as AWS spells them: "SubnetId", "NetworkInterfaces[0].Ipv6Addresses[0].IsPrimaryIpv6"
}

// Error lists the members, each with where it belongs instead.
func (e *LostError) Error() string {
	if e == nil {
		return "template: the LostError is nil"
	}
	list := make([]string, len(e.Members))
	for i, member := range e.Members {
		list[i] = member
		if place := elsewhere(member); place != "" {
			list[i] += " (" + place + ")"
		}
	}
	return "template: launch template data has no " + strings.Join(list, ", ")
}

// elsewhere says what to do with a member that template data does not have at
// its top; of others, "".
func elsewhere(member string) string {
	switch member {
	case "MinCount", "MaxCount", "ClientToken", "DryRun":
		return "give it in the call that launches"
	case "LaunchTemplate":
		return "a template names no other: Merge the two"
	case "SubnetId", "PrivateIpAddress", "Ipv6Addresses", "Ipv6AddressCount":
		return "give it in an element of NetworkInterfaces"
	case "EnablePrimaryIpv6":
		return "give PrimaryIpv6 in an element of NetworkInterfaces"
	}
	return ""
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
	in, err := inputOf(r)
	if err != nil {
		return nil, err
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
