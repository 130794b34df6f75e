package rules_test

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/metadata/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// The rules on the metadata service alone.
func ExampleRules() {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(v.Check(&ec2.RunInstancesInput{
		MetadataOptions: &types.InstanceMetadataOptionsRequest{HttpPutResponseHopLimit: new(int32(65))},
	}))
	// Output:
	// MetadataOptions.HttpPutResponseHopLimit = 65: must be 1 to 64 [metadata-hop-limit-range; Override metadata-hop-limit-max]
}

// What only the account's settings can tell.
func ExampleAccountRules() {
	for _, r := range rules.AccountRules() {
		if slices.Contains(r.Asks, validate.Asked(validate.MetadataDefaults)) {
			fmt.Println(r.ID)
		}
	}
	// Output:
	// metadata-tokens-enforced-required
}
