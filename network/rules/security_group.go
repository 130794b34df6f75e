package rules

import (
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var securityGroupQuotaAdvice = &validate.Rule{
	ID:       "security-group-quota-advice",
	Summary:  "an interface should not have more security groups than the quota of an account allows by default",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Groups"},
	Severity: validate.SeverityAdvice,
	Code:     "SecurityGroupsPerInterfaceLimitExceeded",
	Members:  []string{"SecurityGroupIds", "SecurityGroups", "NetworkInterfaces[].Groups"},
	Limits:   []*validate.Limit{securityGroupsPerInterfaceDefault, securityGroupsPerInterfaceMax},
	Check: func(p *validate.Pass) {
		usual, ok := p.Limit(securityGroupsPerInterfaceDefault)
		most, bounded := p.Limit(securityGroupsPerInterfaceMax)
		for l := range groupLists(p.Input) {
			if n := l.count(usual); ok && n > usual && !(bounded && n > most) {
				p.Reportf(l.at(p, l.member), "an account's quota is %d groups an interface unless it was raised", usual)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-00000001","sg-00000002","sg-00000003","sg-00000004","sg-00000005"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-00000001","sg-00000002","sg-00000003","sg-00000004","sg-00000005","sg-00000006"]}`, At: "SecurityGroupIds"},
		{
			Spec: `{"SecurityGroupIds":["sg-00000001","sg-00000002","sg-00000003","sg-00000004","sg-00000005","sg-00000006","sg-00000007","sg-00000008",
				"sg-00000009","sg-0000000a","sg-0000000b","sg-0000000c","sg-0000000d","sg-0000000e","sg-0000000f","sg-00000010"]}`,
			At: "SecurityGroupIds",
		},
	},
}

var securityGroupDefaultAdvice = &validate.Rule{
	ID:       "security-group-default-advice",
	Summary:  "an instance should be given security groups of its own, rather than the default group of its VPC",
	Reading:  "An existing interface brings its groups along, and a launch template may name them.",
	Source:   validate.Source{Shape: "RunInstances", Member: "SecurityGroups"},
	Severity: validate.SeverityAdvice,
	Absent:   []string{"SecurityGroupIds", "NetworkInterfaces[].Groups"},
	Reads:    []string{"SecurityGroups", "NetworkInterfaces[].NetworkInterfaceId"},
	Check: func(p *validate.Pass) {
		if p.Templated() || len(p.Input.SecurityGroupIds) > 0 || len(p.Input.SecurityGroups) > 0 {
			return
		}
		const message = "should name a group: without one, EC2 takes the default group of the VPC"
		if len(p.Input.NetworkInterfaces) == 0 {
			p.Reportf("SecurityGroupIds", message)
		}
		for i, nic := range interfaces(p.Input) {
			if !existing(nic) && len(nic.Groups) == 0 {
				p.Reportf(p.At("NetworkInterfaces[].Groups", i), message)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0","SecurityGroupIds":["sg-0123456789abcdef0"]}`},
		{Spec: `{"SecurityGroups":["web"]}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"NetworkInterfaceId":"eni-0123456789abcdef0"}]}`},
		{Spec: `{"LaunchTemplate":{"LaunchTemplateId":"lt-0123456789abcdef0"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0"}`, At: "SecurityGroupIds"},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0}]}`, At: "NetworkInterfaces[0].Groups"},
	},
}

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
				p.Reportf(l.at(p, l.member+"[]", again), "should not be listed twice; drop it, as %s has it", l.at(p, l.member+"[]", first))
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
				p.Reportf(l.at(p, l.member), "an interface takes at most %d security groups; drop %d of them", most, n-most)
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
