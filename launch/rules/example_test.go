package rules_test

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// The rules on the request's own parameters alone.
func ExampleRules() {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(v.Check(&ec2.RunInstancesInput{
		ImageId:      new("ami-0123456789abcdef0"),
		InstanceType: "m7i.large",
		MinCount:     new(int32(3)),
		MaxCount:     new(int32(2)),
	}))
	// Output:
	// MinCount = 3: must not exceed MaxCount, which is 2 [count-conflict]
}

// What only the key pairs of the account can tell.
func ExampleAccountRules() {
	for _, r := range rules.AccountRules() {
		if slices.Contains(r.Asks, validate.Asked(validate.KeyPair)) {
			fmt.Println(r.ID)
		}
	}
	// Output:
	// key-name-unknown
	// key-name-type-unsupported
}
