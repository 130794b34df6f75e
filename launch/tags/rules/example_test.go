package rules_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/tags/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// The rules on tags alone.
func ExampleRules() {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(v.Check(&ec2.RunInstancesInput{
		TagSpecifications: []types.TagSpecification{{
			ResourceType: types.ResourceTypeInstance,
			Tags:         []types.Tag{{Key: new("aws:name"), Value: new("web")}},
		}},
	}))
	// Output:
	// TagSpecifications[0].Tags[0].Key = "aws:name": must not begin with aws:, which is reserved for AWS; choose another prefix [tag-key-reserved]
}
