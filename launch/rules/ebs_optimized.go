package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var ebsOptimizedUnsupported = &validate.Rule{
	ID:        "ebs-optimized-unsupported",
	Summary:   "EbsOptimized must be true only on types that can be optimized for EBS",
	Source:    validate.Source{Shape: "RunInstances", Member: "EbsOptimized"},
	Code:      "Unsupported",
	CodeBasis: validate.Observed,
	Given:     []string{"EbsOptimized"},
	When:      []string{"InstanceType"},
	Facts:     []instancetype.Fact{instancetype.FactEBSOptimized},
	Check: func(p *validate.Pass) {
		if *p.Input.EbsOptimized && p.InstanceType().EBSOptimized() == types.EbsOptimizedSupportUnsupported {
			p.Conflictf("EbsOptimized", []string{"InstanceType"},
				"must not be true: %s cannot be optimized for EBS; drop it, or choose a newer "+
					"type", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m6i.large","EbsOptimized":true}`},
		{Spec: `{"InstanceType":"t2.micro","EbsOptimized":false}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"t2.micro","EbsOptimized":true}`, At: "EbsOptimized"},
	},
}

var ebsOptimizedOffAdvice = &validate.Rule{
	ID:       "ebs-optimized-off-advice",
	Summary:  "EbsOptimized should not be false for a type that is always optimized for EBS: it changes nothing",
	Source:   validate.Source{Shape: "EbsInfo", Member: "EbsOptimizedSupport"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"EbsOptimized"},
	When:     []string{"InstanceType"},
	Facts:    []instancetype.Fact{instancetype.FactEBSOptimized},
	Check: func(p *validate.Pass) {
		if !*p.Input.EbsOptimized && p.InstanceType().EBSOptimized() == types.EbsOptimizedSupportDefault {
			p.Conflictf("EbsOptimized", []string{"InstanceType"},
				"should be dropped: %s is always optimized for EBS", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m6i.large","EbsOptimized":true}`},
		{Spec: `{"InstanceType":"m3.xlarge","EbsOptimized":false}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m6i.large","EbsOptimized":false}`, At: "EbsOptimized"},
	},
}

var ebsOptimizedChargeAdvice = &validate.Rule{
	ID: "ebs-optimized-charge-advice",
	Summary: "EbsOptimized should be true only where it is worth its price, on types that are not optimized for " +
		"EBS by default",
	Source:   validate.Source{Shape: "RunInstances", Member: "EbsOptimized"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"EbsOptimized"},
	When:     []string{"InstanceType"},
	Facts:    []instancetype.Fact{instancetype.FactEBSOptimized},
	Check: func(p *validate.Pass) {
		if *p.Input.EbsOptimized && p.InstanceType().EBSOptimized() == types.EbsOptimizedSupportSupported {
			p.Conflictf("EbsOptimized", []string{"InstanceType"},
				"should be worth its price: it costs extra on %s; a newer type is optimized for EBS at no "+
					"charge", p.Input.InstanceType)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m6i.large","EbsOptimized":true}`},
		{Spec: `{"InstanceType":"m3.xlarge","EbsOptimized":false}`},
	},
	Bad: []validate.Example{
		{Spec: `{"InstanceType":"m3.xlarge","EbsOptimized":true}`, At: "EbsOptimized"},
	},
}
