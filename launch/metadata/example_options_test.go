package metadata_test

import (
	"encoding/json"
	"fmt"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/metadata"
)

// A service for software that reads the instance's tags, over IPv6 too.
func ExampleOptions_InstanceTags() {
	o := metadata.Required().Endpoint(true).IPv6(true).InstanceTags(true)
	text, err := json.MarshalIndent(launch.Builder{}.Metadata(o), "", "  ")
	fmt.Printf("%s %v\n", text, err)
	// Output:
	// {
	//   "MetadataOptions": {
	//     "HttpEndpoint": "enabled",
	//     "HttpProtocolIpv6": "enabled",
	//     "HttpTokens": "required",
	//     "InstanceMetadataTags": "enabled"
	//   }
	// } <nil>
}

// Software that knows no tokens needs IMDSv1, which a house may refuse.
func ExampleOptional() {
	fmt.Println(launch.Builder{}.Metadata(metadata.Optional()))
	// Output:
	// {"MetadataOptions":{"HttpTokens":"optional"}}
}

func ExampleDisabled() {
	fmt.Println(launch.Builder{}.Metadata(metadata.Disabled()))
	// Output:
	// {"MetadataOptions":{"HttpEndpoint":"disabled"}}
}
