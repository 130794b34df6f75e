package validate

import (
	"reflect"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/members"
)

// A Subject is a structure of the SDK that rules judge: the input of a call
// that launches instances or describes how to, or what several of these calls
// hold, or a request with its launch template.
type Subject uint8

const (
	// Launch is a RunInstances request, whole, or as much of one as another
	// call describes: the data of a launch template, the specification of a
	// Spot request, the override of a fleet.
	Launch Subject = iota
	// InstanceRequirements is [types.InstanceRequirementsRequest], wherever a
	// call has it or [types.InstanceRequirements].
	InstanceRequirements
	CreateLaunchTemplate
	CreateLaunchTemplateVersion
	CreateFleet
	RequestSpotInstances
	RequestSpotFleet
	// FromTemplate is a [TemplatedLaunch].
	FromTemplate
)

// A TemplatedLaunch is a RunInstances request with the data of the launch
// template that it names, and what EC2 launches of the two. Package template
// makes and checks one: see [template.Merge].
//
// [template.Merge]: https://pkg.go.dev/github.com/ec2launch/ec2launch/launch/template#Merge
type TemplatedLaunch struct {
	Request            *ec2.RunInstancesInput           // as it is sent
	LaunchTemplateData *types.RequestLaunchTemplateData // of the version that Request names
	Effective          *ec2.RunInstancesInput           // what is launched; of nil, only the other two are judged
}

var subjectNames = [...]string{
	Launch:                      "RunInstances",
	InstanceRequirements:        "InstanceRequirements",
	CreateLaunchTemplate:        "CreateLaunchTemplate",
	CreateLaunchTemplateVersion: "CreateLaunchTemplateVersion",
	CreateFleet:                 "CreateFleet",
	RequestSpotInstances:        "RequestSpotInstances",
	RequestSpotFleet:            "RequestSpotFleet",
	FromTemplate:                "TemplatedLaunch",
}

// Subjects lists all subjects.
func Subjects() []Subject {
	all := make([]Subject, len(subjectNames))
	for i := range all {
		all[i] = Subject(i)
	}
	return all
}

// String returns the name that AWS has for s: of Launch, "RunInstances"; of
// FromTemplate, for which AWS has none, "TemplatedLaunch".
func (s Subject) String() string {
	if int(s) < len(subjectNames) {
		return subjectNames[s]
	}
	return "unknown subject"
}

// Type returns the type of the structure, nil for an unknown subject. It is a
// function, and no table, since a program links all types of a table.
func (s Subject) Type() reflect.Type {
	switch s {
	case Launch:
		return reflect.TypeFor[ec2.RunInstancesInput]()
	case InstanceRequirements:
		return reflect.TypeFor[types.InstanceRequirementsRequest]()
	case CreateLaunchTemplate:
		return reflect.TypeFor[ec2.CreateLaunchTemplateInput]()
	case CreateLaunchTemplateVersion:
		return reflect.TypeFor[ec2.CreateLaunchTemplateVersionInput]()
	case CreateFleet:
		return reflect.TypeFor[ec2.CreateFleetInput]()
	case RequestSpotInstances:
		return reflect.TypeFor[ec2.RequestSpotInstancesInput]()
	case RequestSpotFleet:
		return reflect.TypeFor[ec2.RequestSpotFleetInput]()
	case FromTemplate:
		return reflect.TypeFor[TemplatedLaunch]()
	}
	return nil
}

// has reports whether s has a member at a path.
func (s Subject) has(path string) bool {
	if s.Type() == nil {
		return false
	}
	_, known := members.In(s.Type(), path)
	return known
}
