package main

import (
	"bytes"
	"encoding/json"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/launch"
)

// A subject is a request in all the forms that operations take.
type subject struct {
	build    func() launch.Builder
	builder  launch.Builder
	spec     launch.Spec
	in       *ec2.RunInstancesInput
	document []byte // in the AWS CLI's shape, and so that package json reads it too
	decoded  any    // the document, as JSON Schema takes it

	spoilt        *ec2.RunInstancesInput // with ten mistakes
	spoiltDecoded any
}

func newSubject(r request) *subject {
	s := &subject{build: r.build, builder: r.build()}
	s.spec = must(s.builder.BuildWith(rules))
	s.in, s.spoilt = s.spec.Input(), s.spec.Input()
	spoil(s.spoilt)
	s.document = documentOf(s.in)
	s.decoded, s.spoiltDecoded = decodedOf(s.in), decodedOf(s.spoilt)
	return s
}

func documentOf(in *ec2.RunInstancesInput) []byte {
	return must(clijson.Encode(in, clijson.RevealBase64()))
}

func decodedOf(in *ec2.RunInstancesInput) any {
	return must(jsonschema.UnmarshalJSON(bytes.NewReader(documentOf(in))))
}

// An operation is what is measured, on every request.
type operation struct {
	name string
	ours bool
	run  func(s *subject)
}

// operations lists what the library does, and then what else can be done with a
// request. The first of these is what all ratios refer to.
func operations() []operation {
	plain, guarded := client(), client(launch.GuardWith(rules))
	return []operation{
		{"build", true, func(s *subject) { must(s.build().BuildWith(rules)) }},
		{"freeze", true, func(s *subject) { must(s.builder.BuildWith(rules)) }},
		{"check", true, func(s *subject) { rules.Check(s.in) }},
		{"check, 10 mistakes", true, func(s *subject) { rules.Check(s.spoilt) }},
		{"Spec.Input", true, func(s *subject) { s.spec.Input() }},
		{"Spec.Equal", true, func(s *subject) { s.spec.Equal(s.spec) }},
		{"DecodeCLI", true, func(s *subject) { must(launch.DecodeCLI(bytes.NewReader(s.document))) }},
		{"SDK's call with Guard", true, func(s *subject) { call(guarded, s.in) }},

		{theSDKsCall, false, func(s *subject) { call(plain, s.in) }},
		{"hand-written chain", false, func(s *subject) { byHand(s.in) }},
		{"validator/v10", false, func(s *subject) { mapRulesAccept(s.in) }},
		{"validator/v10, 10 mistakes", false, func(s *subject) { mapRulesAccept(s.spoilt) }},
		{"JSON Schema", false, func(s *subject) { schemaAccepts(s.decoded) }},
		{"JSON Schema, 10 mistakes", false, func(s *subject) { schemaAccepts(s.spoiltDecoded) }},
		{"json.Unmarshal", false, func(s *subject) { unmarshal(s.document) }},
		{"copy by JSON", false, func(s *subject) { unmarshal(must(json.Marshal(s.in))) }},
	}
}

const theSDKsCall = "SDK's call"

func unmarshal(document []byte) {
	var in ec2.RunInstancesInput
	if err := json.Unmarshal(document, &in); err != nil {
		panic(err)
	}
}
