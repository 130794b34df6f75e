package template

import (
	"reflect"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/project"
	"github.com/ec2launch/ec2launch/internal/sdkcopy"
	"github.com/ec2launch/ec2launch/validate"
)

// A Merged is a request together with the launch template that it names: what
// EC2 launches, and where each part of it comes from. It is immutable, safe for
// concurrent use, and prints without the user data. [Merge] makes one; nil and
// the zero Merged hold nothing, and every check refuses them.
type Merged struct {
	launch func() *validate.TemplatedLaunch // never written to
	merger *merger
	lost   []string
}

// Merge combines the data of a launch template with a request, as EC2 documents
// that RunInstances does: the package's documentation says how, and what no page
// tells. Data of nil has no parameters. Neither is modified, nor shared.
//
// An error says that there is no request.
func Merge(data *types.RequestLaunchTemplateData, r Request) (*Merged, error) {
	in, err := inputOf(r)
	if err != nil {
		return nil, err
	}
	return merge(ownData(data), in, 0), nil
}

// merge merges two sides that nobody else has, by a reading.
func merge(data *types.RequestLaunchTemplateData, in *ec2.RunInstancesInput, reading doubt) *Merged {
	launch := &validate.TemplatedLaunch{Request: in, LaunchTemplateData: data, Effective: new(ec2.RunInstancesInput)}
	m := &Merged{launch: func() *validate.TemplatedLaunch { return launch }, merger: newMerger(reading)}
	template := new(ec2.RunInstancesInput)
	m.lost = project.Onto(template, data)
	to, from, with := reflect.ValueOf(launch.Effective), reflect.ValueOf(template), reflect.ValueOf(in)
	m.merger.structure(to.Elem(), from.Elem(), with.Elem(), spot{})
	return m
}

func (m *Merged) isEmpty() bool { return m == nil || m.launch == nil }

// Input returns what EC2 launches, without the reference to the template. It is
// the caller's own, and holds the user data, base64-encoded, in clear.
func (m *Merged) Input() *ec2.RunInstancesInput {
	if m.isEmpty() {
		return nil
	}
	in := sdkcopy.RunInstancesInput(*m.launch().Effective)
	in.LaunchTemplate = nil
	return &in
}

// Origin returns where the member or element at a path of [Merged.Input] comes
// from. Where both sides give a value, it comes from the one that counts. The
// path in the template data is spelled as there.
func (m *Merged) Origin(path string) Origin {
	if m.isEmpty() {
		return Origin{}
	}
	return m.merger.origins[path]
}

// Unsure lists the parts of [Merged.Input] that EC2 may combine otherwise, for
// all that is documented, and what only the template says is at stake there.
func (m *Merged) Unsure() []string {
	if m.isEmpty() {
		return nil
	}
	return m.merger.about(^(answered | general))
}

// Lost lists the parameters of the template that RunInstances does not have:
// InstanceRequirements, with which it refuses the template.
func (m *Merged) Lost() []string {
	if m.isEmpty() {
		return nil
	}
	return slices.Sorted(slices.Values(m.lost))
}
