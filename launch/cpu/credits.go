package cpu

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Credits say what a burstable (T) instance may spend beyond the CPU credits it
// has earned. The zero Credits leaves that to the default: Unlimited on T3, T3a
// and T4g, Standard on T2 and on Dedicated Hosts, unless the account says
// otherwise. No other types take credits, whichever they are: see the rule
// credit-type-unsupported.
type Credits string

const (
	// Standard slows the instance down to its baseline once its credits are
	// spent.
	Standard Credits = "standard"
	// Unlimited lets the instance burst for as long as it needs to; what it
	// spends beyond its credits costs extra.
	Unlimited Credits = "unlimited"
)

// Apply writes c into a request, in place of what was there; the request shares
// nothing with c. The zero Credits leaves the request without
// CreditSpecification.
func (c Credits) Apply(in *ec2.RunInstancesInput) {
	in.CreditSpecification = nil
	if c != "" {
		in.CreditSpecification = &types.CreditSpecificationRequest{CpuCredits: new(string(c))}
	}
}
