package rules_test

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/profile/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// The rules on the instance profile alone.
func ExampleRules() {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(v.Check(&ec2.RunInstancesInput{
		IamInstanceProfile: &types.IamInstanceProfileSpecification{
			Name: new("web"),
			Arn:  new("arn:aws:iam::111122223333:instance-profile/web"),
		},
	}))
	// Output:
	// IamInstanceProfile.Name = "web": must not be given with Arn; keep one of the two [profile-conflict]
}

// What only IAM can tell.
func ExampleAccountRules() {
	for _, r := range rules.AccountRules() {
		if slices.Contains(r.Asks, validate.Asked(validate.InstanceProfile)) {
			fmt.Println(r.ID)
		}
	}
	// Output:
	// profile-unknown
}
