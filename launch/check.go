package launch

import (
	"fmt"
	"slices"
	"sync"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/lend"
	"github.com/ec2launch/ec2launch/validate"
)

// Check runs all rules in their latest edition on a request, whoever built it.
// It never modifies the request. A validator of one's own, made from [Rules],
// checks other editions, house rules or with live facts.
func Check(in *ec2.RunInstancesInput) validate.Report { return standard().Check(in) }

// CheckCall is [Check] for every call that launches instances or describes how
// to, and for launch-template data: see [validate.Validator.CheckCall]. Of any
// other, and of nil, covered is false.
func CheckCall(in any) (report validate.Report, covered bool) {
	if request, ok := in.(*ec2.RunInstancesInput); ok {
		return Check(request), true
	}
	if !validate.Covers(in) {
		return validate.Report{}, false
	}
	return standardForCalls().CheckCall(in)
}

// standard and standardForCalls return the validators of the rules on launches
// and of those on all calls, compiled on first use. A program that calls only
// the first links no rules on other calls; a variable which names both ways to
// compile would link them all.
func standard() *validate.Validator         { return launchValidator.of(compileLaunches) }
func standardForCalls() *validate.Validator { return callValidator.of(compileCalls) }

func compileLaunches() (*validate.Validator, error) {
	return validate.LentLaunches(lend.Open(), launchRules())
}

func compileCalls() (*validate.Validator, error) {
	return validate.Lent(lend.Open(), slices.Concat(launchRules(), callRules()))
}

var launchValidator, callValidator compiled

// A compiled validator is made on first use.
type compiled struct {
	once sync.Once
	v    *validate.Validator
	err  error
}

func (c *compiled) of(compile func() (*validate.Validator, error)) *validate.Validator {
	c.once.Do(func() { c.v, c.err = compile() })
	if c.err != nil {
		panic(fmt.Sprintf("launch: the catalogue is not well formed: %v", c.err))
	}
	return c.v
}
