package network

import (
	"slices"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var securityGroupIDFormat = &validate.Rule{
	ID:        "security-group-id-format",
	Summary:   "a security group ID must be sg- and 8 or 17 lower-case hexadecimal digits; a name must be in SecurityGroups",
	Source:    validate.Source{Shape: "RunInstances", Member: "SecurityGroupIds"},
	Code:      "InvalidGroupId.Malformed",
	CodeBasis: validate.Documented,
	Members:   []string{"SecurityGroupIds", "NetworkInterfaces[].Groups"},
	Tag:       "ec2id=sg",
	Good: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0","sg-1a2b3c4d"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-1a2b3c4d","web-servers"]}`, At: "SecurityGroupIds[1]"},
		{Spec: `{"SecurityGroupIds":["sgr-0123456789abcdef0"]}`, At: "SecurityGroupIds[0]"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Groups":["default"]}]}`, At: "NetworkInterfaces[0].Groups[0]"},
	},
}

var securityGroupNameFormat = &validate.Rule{
	ID:        "security-group-name-format",
	Summary:   "an ID must not stand where a security group's name belongs",
	Reading:   "No name begins with sg-, so what reads like an ID is one.",
	Source:    validate.Source{Shape: "RunInstances", Member: "SecurityGroups"},
	Code:      "InvalidGroup.NotFound",
	CodeBasis: validate.Observed,
	Members:   []string{"SecurityGroups", "SubnetId", "NetworkInterfaces"},
	When:      []string{"SecurityGroups"},
	Check: func(p *validate.Pass) {
		if p.Input.SubnetId != nil || len(p.Input.NetworkInterfaces) > 0 {
			return // SecurityGroups as a whole is refused there
		}
		for i, name := range p.Input.SecurityGroups {
			if format.ID("sg", name) {
				p.Reportf(validate.At("SecurityGroups[]", i), "must be a name; IDs go into SecurityGroupIds")
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
	Summary:  "a security group's name should have 1 to 255 characters",
	Source:   validate.Source{Shape: "CreateSecurityGroup", Member: "GroupName"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidGroup.NotFound",
	Members:  []string{"SecurityGroups"},
	Tag:      "ec2chars=1-255",
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
	Members:   []string{"SecurityGroups", "SubnetId", "NetworkInterfaces"},
	When:      []string{"SecurityGroups", "SubnetId"},
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
	Members:  []string{"SecurityGroups", "SecurityGroupIds"},
	When:     []string{"SecurityGroups", "SecurityGroupIds"},
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

var securityGroupUnique = &validate.Rule{
	ID:       "security-group-unique",
	Summary:  "a security group should not be listed twice",
	Source:   validate.Source{Shape: "RunInstances", Member: "SecurityGroupIds"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Members:  []string{"SecurityGroupIds", "SecurityGroups", "NetworkInterfaces[].Groups"},
	Check: func(p *validate.Pass) {
		for l := range groupLists(p.Input) {
			repeats.Each(len(l.groups), func(i int) (string, bool) { return l.groups[i], true }, func(first, again int) {
				p.Reportf(l.at(l.member+"[]", again), "should not be listed twice; drop it, as %s has it", l.at(l.member+"[]", first))
			})
		}
	},
	Good: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0","sg-0fedcba9876543210"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0","sg-0123456789abcdef0"]}`, At: "SecurityGroupIds[1]"},
		{Spec: `{"SecurityGroups":["web","db","web"]}`, At: "SecurityGroups[2]"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0},{"DeviceIndex":1,"Groups":["sg-1a2b3c4d","sg-1a2b3c4d"]}]}`, At: "NetworkInterfaces[1].Groups[1]"},
	},
}

var securityGroupLimit = &validate.Rule{
	ID:        "security-group-limit",
	Summary:   "an interface must not have more security groups than AWS grants",
	Reading:   "Each interface is counted by itself, and a group that is listed twice counts once.",
	Source:    validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Groups"},
	Code:      "SecurityGroupsPerInterfaceLimitExceeded",
	CodeBasis: validate.Documented,
	Members:   []string{"SecurityGroupIds", "SecurityGroups", "NetworkInterfaces[].Groups"},
	Limits:    []*validate.Limit{securityGroupsPerInterfaceMax},
	Check: func(p *validate.Pass) {
		most, ok := p.Limit(securityGroupsPerInterfaceMax)
		for l := range groupLists(p.Input) {
			if n := l.count(most); ok && n > most {
				p.Reportf(l.at(l.member), "an interface takes at most %d security groups; drop %d of them", most, n-most)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-00000001","sg-00000002","sg-00000003","sg-00000004","sg-00000005","sg-00000006","sg-00000007","sg-00000008",
			"sg-00000009","sg-0000000a","sg-0000000b","sg-0000000c","sg-0000000d","sg-0000000e","sg-0000000f","sg-00000010"]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SecurityGroupIds":["sg-00000001","sg-00000002","sg-00000003","sg-00000004","sg-00000005","sg-00000006","sg-00000007","sg-00000008",
				"sg-00000009","sg-0000000a","sg-0000000b","sg-0000000c","sg-0000000d","sg-0000000e","sg-0000000f","sg-00000010","sg-00000011"]}`,
			At: "SecurityGroupIds",
		},
	},
}

// count returns how many different groups a list has, as far as it may matter:
// a list no longer than enough is not searched for repetitions.
func (l groupList) count(enough int64) int64 {
	if n := int64(len(l.groups)); n <= enough {
		return n
	}
	return int64(len(slices.Compact(slices.Sorted(slices.Values(l.groups)))))
}
