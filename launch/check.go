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

var standardValidator struct {
	once sync.Once
	v    *validate.Validator
}

// standard returns the validator of all rules, compiled on first use.
func standard() *validate.Validator {
	standardValidator.once.Do(func() {
		v, err := validate.NewValidator(catalogue())
		if err != nil {
			panic(fmt.Sprintf("launch: the catalogue is not well formed: %v", err))
		}
		standardValidator.v = v
	})
	return standardValidator.v
}
