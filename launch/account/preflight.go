package account

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/validate"
)

// Check runs the rules of a validator on a request, those that ask the account
// on what the snapshot has. A nil validator refuses.
func Check(v *validate.Validator, s *Snapshot, r Request) validate.Report {
	var in *ec2.RunInstancesInput
	if r != nil {
		in = r.Input()
	}
	return v.With(s).Check(in)
}
