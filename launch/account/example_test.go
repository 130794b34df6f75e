package account_test

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/account"
	"github.com/ec2launch/ec2launch/validate"
)

func spec() launch.Spec {
	spec, err := launch.FromImage("ami-0abcdef1234567890", types.InstanceTypeM6gLarge).KeyName("ops").Build()
	if err != nil {
		panic(err)
	}
	return spec
}

// What Fetch would ask, before anything is asked.
func ExamplePlan() {
	for _, l := range account.Plan(spec()) {
		fmt.Println(l)
	}
	// Output:
	// DescribeImages ami-0abcdef1234567890
	// DescribeVpcs
	// DescribeKeyPairs ops
	// DescribeInstanceTypeOfferings m6g.large
	// DescribeInstanceTypes m6g.large
	// GetInstanceMetadataDefaults
}

// An account where the image is for another architecture, and the key is gone.
func ExampleFetch() {
	client := (&ec2Account{
		xml: map[string]string{"DescribeImages": `<imagesSet><item><imageId>ami-0abcdef1234567890</imageId>` +
			`<architecture>x86_64</architecture></item></imagesSet>`},
		codes: map[string]string{"DescribeKeyPairs": "InvalidKeyPair.NotFound", "DescribeVpcs": "UnauthorizedOperation"},
	}).client()
	snapshot, err := account.Fetch(context.Background(), client, spec())
	if err != nil {
		panic(err)
	}
	rules, err := validate.NewValidator(launch.Rules())
	if err != nil {
		panic(err)
	}
	for _, v := range account.Check(rules, snapshot, spec()).Violations {
		fmt.Println(v.Path, v.Rule, v.Code)
	}
	fmt.Println("unknown:", snapshot.Unread())
	// Output:
	// InstanceType image-architecture-unsupported InvalidParameterValue
	// KeyName key-name-unknown InvalidKeyPair.NotFound
	// unknown: [DescribeVpcs: UnauthorizedOperation]
}

// A snapshot of yesterday serves a build that has no credentials.
func ExampleSnapshot() {
	yesterday := `{"read":"2026-11-26T12:00:00Z","things":{"KeyPair":{"ops":null}}}`
	snapshot := new(account.Snapshot)
	if err := json.Unmarshal([]byte(yesterday), snapshot); err != nil {
		panic(err)
	}
	rules, err := validate.NewValidator(launch.Rules())
	if err != nil {
		panic(err)
	}
	fmt.Print(account.Check(rules, snapshot, spec()))
	// Output: KeyName = "ops": must exist: the account has no such key pair in this Region (as of 2026-11-26T12:00:00Z) [key-name-unknown]
}

// Offline rules, rules on the account, and a dry run, which launches nothing.
func ExamplePreflight() {
	client := (&ec2Account{codes: map[string]string{
		"DescribeKeyPairs": "InvalidKeyPair.NotFound", "DescribeVpcs": "UnauthorizedOperation",
	}}).client()
	report, err := account.Preflight(context.Background(), client, spec())
	for _, v := range report.Violations {
		fmt.Println(v.Path, v.Rule, err)
	}
	// Output:
	// KeyName key-name-unknown <nil>
}
