package rules_test

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/network/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// The rules on the network alone.
func ExampleRules() {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(v.Check(&ec2.RunInstancesInput{
		SubnetId:       new("subnet-0123456789abcdef0"),
		SecurityGroups: []string{"web"},
	}))
	// Output:
	// SecurityGroups: must not be given with SubnetId; give the groups by ID in SecurityGroupIds [security-group-name-subnet-conflict]
}

// What only the interface that is there already can tell.
func ExampleAccountRules() {
	for _, r := range rules.AccountRules() {
		if slices.Contains(r.Asks, validate.Asked(validate.NetworkInterface)) {
			fmt.Println(r.ID)
		}
	}
	// Output:
	// existing-interface-unknown
	// existing-interface-state-unsupported
	// existing-interface-zone-conflict
}
