package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

var shutdownBehaviorValues = &validate.Rule{
	ID:      "shutdown-behavior-values",
	Summary: "InstanceInitiatedShutdownBehavior must be stop or terminate",
	Source:  validate.Source{Shape: "RunInstances", Member: "InstanceInitiatedShutdownBehavior"},
	Code:    "InvalidParameterValue",
	Members: []string{"InstanceInitiatedShutdownBehavior"},
	Values:  shutdownBehaviors,
	Good: []validate.Example{
		{Spec: `{"InstanceInitiatedShutdownBehavior":"stop"}`},
		{Spec: `{"InstanceInitiatedShutdownBehavior":"terminate"}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceInitiatedShutdownBehavior":"hibernate"}`, At: "InstanceInitiatedShutdownBehavior"},
	},
}

var shutdownProtectionAdvice = &validate.Rule{
	ID: "shutdown-protection-advice",
	Summary: "InstanceInitiatedShutdownBehavior should not be terminate with termination protection, which does " +
		"not hold it off",
	Source:   validate.Source{Guide: "Using_ChangingDisableAPITermination"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"InstanceInitiatedShutdownBehavior"},
	When:     []string{"DisableApiTermination"},
	Check: func(p *validate.Pass) {
		terminates := p.Input.InstanceInitiatedShutdownBehavior == types.ShutdownBehaviorTerminate
		if terminates && *p.Input.DisableApiTermination {
			p.Conflictf("InstanceInitiatedShutdownBehavior", []string{"DisableApiTermination"},
				"should be stop with DisableApiTermination, which does not hold off a shutdown from within")
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceInitiatedShutdownBehavior":"stop","DisableApiTermination":true}`},
		{Spec: `{"InstanceInitiatedShutdownBehavior":"terminate","DisableApiTermination":false}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceInitiatedShutdownBehavior":"terminate","DisableApiTermination":true}`,
			At:   "InstanceInitiatedShutdownBehavior",
		},
	},
}
