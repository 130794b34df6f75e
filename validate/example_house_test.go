package validate_test

import (
	"fmt"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// A service tells its callers which of the broken rules are the house's, whom
// they may ask about them.
func ExampleValidator_House() {
	v, err := validate.NewValidator(launch.Rules(), validate.Also(&validate.Rule{
		ID:      "house-count-limit",
		Summary: "a launch must have at most 5 instances",
		Source:  validate.Source{Page: "https://wiki.example.com/launches#count"},
		Code:    "UnauthorizedOperation",
		Members: []string{"MaxCount"},
		Tag:     "max=5",
	}))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, found := range v.Check(request()).Violations {
		fmt.Println(found.Rule, v.House(found.Rule))
	}
	// Output:
	// house-count-limit true
	// volume-iops-range false
}
