package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// A call is one whose files are checked.
type call struct {
	name string     // of the CLI's command
	tell string     // a member at the top that no other has; "" for the one that is left
	new  func() any // its input
}

// calls stand in the order in which their members are looked for.
var calls = []call{
	{"create-launch-template-version", "SourceVersion", func() any { return new(ec2.CreateLaunchTemplateVersionInput) }},
	{"create-launch-template-version", "LaunchTemplateId", func() any { return new(ec2.CreateLaunchTemplateVersionInput) }},
	{"create-launch-template", "LaunchTemplateData", func() any { return new(ec2.CreateLaunchTemplateInput) }},
	{"create-fleet", "LaunchTemplateConfigs", func() any { return new(ec2.CreateFleetInput) }},
	{"request-spot-instances", "LaunchSpecification", func() any { return new(ec2.RequestSpotInstancesInput) }},
	{"request-spot-fleet", "SpotFleetRequestConfig", func() any { return new(ec2.RequestSpotFleetInput) }},
	{"run-instances", "", func() any { return new(ec2.RunInstancesInput) }},
	{"launch-template-data", "", func() any { return new(types.RequestLaunchTemplateData) }},
}

// callNames lists the names that -call takes.
func callNames() string {
	var names []string
	for _, c := range calls {
		if !slices.Contains(names, c.name) {
			names = append(names, c.name)
		}
	}
	return strings.Join(names, ", ")
}

// parseCall finds a call by its name.
func parseCall(name string) (*call, error) {
	for i := range calls {
		if calls[i].name == name {
			return &calls[i], nil
		}
	}
	return nil, errors.New("must be one of " + callNames())
}

// recognize tells the call of a document by the members at its top. What is no
// document is one of RunInstances, which says why.
func recognize(document []byte) call {
	members := topMembers(document)
	for _, c := range calls {
		if c.tell == "" || slices.Contains(members, c.tell) {
			return c
		}
	}
	panic("unreachable: run-instances takes what is left")
}

// topMembers lists the names of the members at the top of a document, as far as
// it is one.
func topMembers(document []byte) (names []string) {
	d := json.NewDecoder(bytes.NewReader(document))
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return nil
	}
	for d.More() {
		name, err := d.Token()
		var value json.RawMessage
		if err != nil || d.Decode(&value) != nil {
			return names
		}
		names = append(names, name.(string))
	}
	return names
}

// maxDocument is more than a document may have.
const maxDocument = 1<<20 + 1

// readDocument reads as much of a document as can be taken.
func readDocument(r io.Reader) ([]byte, error) { return io.ReadAll(io.LimitReader(r, maxDocument)) }
