package rules_test

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/market/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// The rules on how capacity is bought alone.
func ExampleRules() {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(v.Check(&ec2.RunInstancesInput{
		InstanceMarketOptions: &types.InstanceMarketOptionsRequest{
			MarketType:  types.MarketTypeSpot,
			SpotOptions: &types.SpotMarketOptions{MaxPrice: new("free")},
		},
	}))
	// Output:
	// InstanceMarketOptions.SpotOptions.MaxPrice = "free": must be a decimal number of US dollars, such as 0.05, without sign, currency and exponent, of at most 64 characters [spot-max-price-format]
}

// What only the prices of now can tell.
func ExampleAccountRules() {
	for _, r := range rules.AccountRules() {
		if slices.Contains(r.Asks, validate.Asked(validate.SpotPrices)) {
			fmt.Println(r.ID)
		}
	}
	// Output:
	// spot-max-price-limit
}
