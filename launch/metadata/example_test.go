package metadata_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/metadata"
)

// Sessions by token, also from containers, whose answers travel a hop more.
func ExampleRequired() {
	var in ec2.RunInstancesInput
	metadata.Required().HopLimit(2).Apply(&in)
	fmt.Println(in.MetadataOptions.HttpTokens, *in.MetadataOptions.HttpPutResponseHopLimit)
	// Output: required 2
}

// Options print as JSON and compare.
func ExampleOptions() {
	options := metadata.Options{}.Endpoint(true).InstanceTags(true).IPv6(false)
	fmt.Println(options)
	fmt.Println(options.Equal(metadata.Disabled()))
	// Output:
	// {"MetadataOptions":{"HttpEndpoint":"enabled","HttpProtocolIpv6":"disabled","InstanceMetadataTags":"enabled"}}
	// false
}
