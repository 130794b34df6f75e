package rules

import (
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var securityGroupNameFormat = &validate.Rule{
	ID:        "security-group-name-format",
	Summary:   "an ID must not stand where a security group's name belongs",
	Reading:   "No name begins with sg-, so what reads like an ID is one.",
	Source:    validate.Source{Shape: "RunInstances", Member: "SecurityGroups"},
	Code:      "InvalidGroup.NotFound",
	CodeBasis: validate.Observed,
	Given:     []string{"SecurityGroups"},
	Reads:     []string{"SubnetId", "NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		if p.Input.SubnetId != nil || len(p.Input.NetworkInterfaces) > 0 {
			return // SecurityGroups as a whole is refused there
		}
		for i, name := range p.Input.SecurityGroups {
			if format.ID("sg", name) {
				p.Reportf(p.At("SecurityGroups[]", i), "must be a name; IDs go into SecurityGroupIds")
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"SecurityGroups":["web-servers","sg_web"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SecurityGroups":["web-servers","sg-1a2b3c4d"]}`, At: "SecurityGroups[1]"},
	},
}

var securityGroupNameLength = &validate.Rule{
	ID:       "security-group-name-length",
	Summary:  "a security group's name should have a length that EC2 takes",
	Source:   validate.Source{Shape: "CreateSecurityGroup", Member: "GroupName"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidGroup.NotFound",
	Members:  []string{"SecurityGroups"},
	Range:    &validate.Range{Min: securityGroupNameMin, Max: securityGroupNameMax},
	Good: []validate.Example{
		{Spec: `{"SecurityGroups":["a"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SecurityGroups":["default",""]}`, At: "SecurityGroups[1]"},
	},
}

var securityGroupNameTextFormat = &validate.Rule{
	ID:      "security-group-name-text-format",
	Summary: "a security group's name must be in ASCII, without control characters",
	Reading: "Stated, more narrowly, for the creation of security groups: no other group can exist.",
	Source:  validate.Source{Shape: "CreateSecurityGroup", Member: "GroupName"},
	Code:    "InvalidGroup.NotFound",
	Members: []string{"SecurityGroups"},
	Tag:     "ec2asciitext",
	Good: []validate.Example{
		{Spec: `{"SecurityGroups":["web servers (#2)"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SecurityGroups":["web","wеb"]}`, At: "SecurityGroups[1]"},
		{Spec: `{"SecurityGroups":["web\u0000"]}`, At: "SecurityGroups[0]"},
	},
}

var securityGroupNameSubnetConflict = &validate.Rule{
	ID:        "security-group-name-subnet-conflict",
	Summary:   "security groups must be given by ID where a subnet is chosen",
	Reading:   "Names are for a launch into the default VPC that chooses no subnet, not even one of the default VPC.",
	Source:    validate.Source{Shape: "RunInstances", Member: "SecurityGroups"},
	Code:      "InvalidParameterCombination",
	CodeBasis: validate.Observed,
	Given:     []string{"SecurityGroups"},
	When:      []string{"SubnetId"},
	Reads:     []string{"NetworkInterfaces"},
	Check: func(p *validate.Pass) {
		if len(p.Input.NetworkInterfaces) == 0 {
			p.Conflictf("SecurityGroups", []string{"SubnetId"},
				"must not be given with SubnetId; give the groups by ID in SecurityGroupIds")
		}
	},
	Good: []validate.Example{
		{Spec: `{"SecurityGroups":["default"]}`},
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0","SecurityGroupIds":["sg-0123456789abcdef0"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0","SecurityGroups":["default"]}`, At: "SecurityGroups"},
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0","SecurityGroups":["sg-1a2b3c4d"]}`, At: "SecurityGroups"},
	},
}

var securityGroupNameAdvice = &validate.Rule{
	ID:       "security-group-name-advice",
	Summary:  "security groups should be given by ID or by name, not some by each",
	Source:   validate.Source{Shape: "RunInstances", Member: "SecurityGroups"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"SecurityGroups"},
	When:     []string{"SecurityGroupIds"},
	Check: func(p *validate.Pass) {
		p.Conflictf("SecurityGroups", []string{"SecurityGroupIds"}, "give all groups by ID in SecurityGroupIds")
	},
	Good: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0"],"SecurityGroups":["default"]}`, At: "SecurityGroups"},
	},
}

var securityGroupNameUnknown = &validate.Rule{
	ID:        "security-group-name-unknown",
	Summary:   "SecurityGroups must name groups of the default VPC",
	Source:    validate.Source{Shape: "RunInstances", Member: "SecurityGroups"},
	Code:      "InvalidGroup.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"SecurityGroups"},
	Asks:      []validate.Asked{validate.SecurityGroup},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		for i, name := range p.Input.SecurityGroups {
			if found, known := validate.SecurityGroup.Of(p, name); known && found == nil {
				p.Reportf(p.At("SecurityGroups[]", i), "must name a security group of the default VPC, which has none of that name")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"SecurityGroups":["web"]}`,
			Account: `{"SecurityGroup":{"web":{}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SecurityGroups":["web"]}`,
			Account: `{"SecurityGroup":{"web":null}}`,
			At:      "SecurityGroups[0]",
		},
	},
}
