package tags_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/tags"
)

// Specifications of one type of resource are merged.
func ExampleInstance() {
	var in ec2.RunInstancesInput
	tags.Instance(tags.T{"team": "search"}).Apply(&in)
	tags.Instance(tags.T{"Name": "web"}).Apply(&in)
	for _, tag := range in.TagSpecifications[0].Tags {
		fmt.Println(*tag.Key, *tag.Value)
	}
	// Output:
	// team search
	// Name web
}

func ExampleSpecification() {
	web := tags.Instance(tags.T{"team": "search"}).Tag("Name", "web")
	fmt.Println(web)
	fmt.Println(web.Equal(web.Tag("Name", "db")))
	// Output:
	// {"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"team","Value":"search"},{"Key":"Name","Value":"web"}]}]}
	// false
}
