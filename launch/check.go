package launch

import (
	"fmt"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/validate"
)

// Check runs all rules in their latest edition on a request, whoever built it.
// It never modifies the request. A validator of one's own, made from [Rules],
// checks other editions, house rules or with live facts.
func Check(in *ec2.RunInstancesInput) validate.Report { return standard().Check(in) }

// CheckCall is [Check] for every call that launches instances or describes how
// to, and for launch-template data: see [validate.Validator.CheckCall]. Of any
// other, covered is false.
func CheckCall(in any) (report validate.Report, covered bool) {
	if request, ok := in.(*ec2.RunInstancesInput); ok {
		return Check(request), true
	}
	if !validate.Covers(in) {
		return validate.Report{}, false
	}
	return standardForCalls().CheckCall(in)
}

// standard returns the validator of the rules on launches, compiled on first
// use.
var standard = sync.OnceValue(func() *validate.Validator { return compiled(launchRules()) })

// standardForCalls returns the validator of all rules, compiled on first use.
var standardForCalls = sync.OnceValue(func() *validate.Validator { return compiled(Rules()) })

func compiled(rules []*validate.Rule) *validate.Validator {
	v, err := validate.NewValidator(rules)
	if err != nil {
		panic(fmt.Sprintf("launch: the catalogue is not well formed: %v", err))
	}
	return v
}
