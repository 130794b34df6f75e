package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/launch"
)

func check(in *ec2.RunInstancesInput) { launch.Check(in) }

// comparisons are what the README and the documentation speak of.
func comparisons() []comparison {
	in := rich().Input()
	bare := minimal().Input()
	client := ec2.New(options())
	document := cliJSON()
	same := rich()
	names := map[types.InstanceType]int32{}
	for t := range instancetype.All() {
		names[t.Type()], _ = t.VCPUs()
	}
	call := func(in *ec2.RunInstancesInput) func() {
		return func() { must(client.RunInstances(context.Background(), in)) }
	}
	return []comparison{
		{"check, rich request", func() { check(in) }, "the SDK's call", call(in)},
		{"check, rich request", func() { check(in) }, "hand-written chain", func() { byHand(in) }},
		{"check, rich request", func() { check(in) }, "copy by JSON", func() { copyByJSON(in) }},
		{"check, minimal request", func() { check(bare) }, "the SDK's call", call(bare)},
		{"build, rich request", func() { must(builder().Build()) }, "the SDK's call", call(in)},
		{"Spec.Input", func() { same.Input() }, "copy by JSON", func() { copyByJSON(in) }},
		{"Spec.Equal", func() { same.Equal(same) }, "check", func() { check(in) }},
		{"DecodeCLI", func() { must(launch.DecodeCLI(bytes.NewReader(document))) }, "json.Unmarshal", func() {
			var in ec2.RunInstancesInput
			if err := json.Unmarshal(document, &in); err != nil {
				panic(err)
			}
		}},
		{"look-up of a fact", func() { look(types.InstanceTypeM7iLarge) }, "Go map",
			func() { sink = names[types.InstanceTypeM7iLarge] }},
	}
}

var sink int32

func look(t types.InstanceType) {
	info, _ := instancetype.Lookup(t)
	sink, _ = info.VCPUs()
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func copyByJSON(in *ec2.RunInstancesInput) {
	var out ec2.RunInstancesInput
	if err := json.Unmarshal(must(json.Marshal(in)), &out); err != nil {
		panic(err)
	}
}

// options are those of a client that does all its work but for the network's.
func options() ec2.Options {
	return ec2.Options{
		Region: "us-east-1", Credentials: credentials.NewStaticCredentialsProvider("id", "key", ""),
		HTTPClient: stub{}, Retryer: aws.NopRetryer{},
	}
}

// stub answers every request with the shortest document.
type stub struct{}

func (stub) Do(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Header: http.Header{},
		Body: io.NopCloser(strings.NewReader("<RunInstancesResponse/>"))}, nil
}
