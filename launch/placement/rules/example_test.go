package rules_test

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/placement/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// The rules on the placement alone.
func ExampleRules() {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(v.Check(&ec2.RunInstancesInput{
		Placement: &types.Placement{
			GroupName: new("web"),
			GroupId:   new("pg-0123456789abcdef0"),
		},
	}))
	// Output:
	// Placement.GroupId = "pg-0123456789abcdef0": must not be given with GroupName; keep one of the two [placement-group-conflict]
}

// What only the hosts with auto-placement can tell.
func ExampleAccountRules() {
	for _, r := range rules.AccountRules() {
		if slices.Contains(r.Asks, validate.Asked(validate.AutoPlacement)) {
			fmt.Println(r.ID)
		}
	}
	// Output:
	// placement-host-auto-limit
}
