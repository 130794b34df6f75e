package rules

import (
	"slices"
	"strings"

	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/internal/repeats"
	"github.com/ec2launch/ec2launch/validate"
)

var securityGroupQuotaAdvice = &validate.Rule{
	ID:       "security-group-quota-advice",
	Summary:  "an interface should not have more security groups than the quota of an account allows by default",
	Source:   validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Groups"},
	Severity: validate.SeverityAdvice,
	Code:     "SecurityGroupsPerInterfaceLimitExceeded",
	Given:    []string{"SecurityGroupIds", "SecurityGroups", "NetworkInterfaces[].Groups"},
	Limits:   []*validate.Limit{securityGroupsPerInterfaceDefault, securityGroupsPerInterfaceMax},
	Check: func(p *validate.Pass) {
		usual, ok := p.Limit(securityGroupsPerInterfaceDefault)
		most, bounded := p.Limit(securityGroupsPerInterfaceMax)
		for _, l := range groupLists(p) {
			if n := l.count(usual); ok && n > usual && !(bounded && n > most) {
				p.Reportf(l.at(p, l.member),
					"an account's quota is %d groups an interface unless it was raised", usual)
			}
		}
	},
	Good: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-00000001","sg-00000002","sg-00000003","sg-00000004","sg-00000005"]}`},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SecurityGroupIds":["sg-00000001","sg-00000002","sg-00000003","sg-00000004","sg-00000005",
				"sg-00000006"]}`,
			At: "SecurityGroupIds",
		},
		{
			Spec: `{"SecurityGroupIds":["sg-00000001","sg-00000002","sg-00000003","sg-00000004","sg-00000005",
				"sg-00000006","sg-00000007","sg-00000008","sg-00000009","sg-0000000a","sg-0000000b",
				"sg-0000000c","sg-0000000d","sg-0000000e","sg-0000000f","sg-00000010"]}`,
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
	Members:  []string{"SecurityGroupIds", "NetworkInterfaces[].Groups"},
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

// A groupIDFault is what is wrong with an entry of a list of security groups by
// ID.
type groupIDFault int

const (
	emptyGroupID   groupIDFault = iota
	groupNameForID              // what EC2 may take for the name of a group
	malformedGroupID
)

// faultOfGroupID judges an entry that is no ID. EC2 takes names in
// SecurityGroupIds, where no subnet is chosen.
func faultOfGroupID(p *validate.Pass, o owner, id string) groupIDFault {
	_, _, misplaced := format.Misplaced(id)
	switch {
	case id == "":
		return emptyGroupID
	case o == request && p.Input.SubnetId == nil && !misplaced && canNameGroup(id):
		return groupNameForID
	}
	return malformedGroupID
}

// canNameGroup reports whether a security group can have a name, which EC2 does
// not let begin with sg-, and which is no ID in capitals or between blanks.
func canNameGroup(s string) bool {
	return format.MadeOf(s, " ._-:/()#,@[]+=&;{}!$*") && !strings.HasPrefix(s, "sg-") &&
		!format.ID("sg", strings.ToLower(strings.TrimSpace(s)))
}

// eachGroupIDFault reports the entries that have a fault.
func eachGroupIDFault(p *validate.Pass, fault groupIDFault, message func(o owner, id string) string) {
	for _, id := range groups.Of(p).faulty {
		if id.fault == fault {
			p.Reportf(id.owner.at(p, id.member+"[]", id.at), "%s", message(id.owner, id.groups[id.at]))
		}
	}
}

var securityGroupIDFormat = &validate.Rule{
	ID:      "security-group-id-format",
	Summary: "a security group ID must be sg- and 8 or 17 lower-case hexadecimal digits",
	Reading: "A name in SecurityGroupIds is refused where a subnet is chosen. Elsewhere it is for " +
		"security-group-id-unknown.",
	Source:    validate.Source{Shape: "RunInstances", Member: "SecurityGroupIds"},
	Code:      "InvalidGroup.NotFound",
	CodeBasis: validate.Observed,
	Given:     []string{"SecurityGroupIds", "NetworkInterfaces[].Groups"},
	Reads:     []string{"SubnetId"},
	Check: func(p *validate.Pass) {
		eachGroupIDFault(p, malformedGroupID, func(o owner, id string) string { return o.idFault("sg", id) })
	},
	Good: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0","sg-1a2b3c4d"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-1a2b3c4d","sg-bbfe0e"]}`, At: "SecurityGroupIds[1]"},
		{Spec: `{"SecurityGroupIds":["SG-1A2B3C4D"]}`, At: "SecurityGroupIds[0]"},
		{Spec: `{"SecurityGroupIds":["größer"]}`, At: "SecurityGroupIds[0]"},
		{Spec: `{"SecurityGroupIds":["subnet-0123456789abcdef0"]}`, At: "SecurityGroupIds[0]"},
		{Spec: `{"SecurityGroupIds":["vpc-0123456789abcdef0"]}`, At: "SecurityGroupIds[0]"},
		{
			Spec: `{"SubnetId":"subnet-0123456789abcdef0","SecurityGroupIds":["web-servers"]}`,
			At:   "SecurityGroupIds[0]",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Groups":["default"]}]}`,
			At:   "NetworkInterfaces[0].Groups[0]",
		},
	},
}

var securityGroupIDRequired = &validate.Rule{
	ID:        "security-group-id-required",
	Summary:   "every entry of a list of security groups must name one",
	Source:    validate.Source{Shape: "RunInstances", Member: "SecurityGroupIds"},
	Code:      "MissingParameter",
	CodeBasis: validate.Observed,
	Given:     []string{"SecurityGroupIds", "NetworkInterfaces[].Groups"},
	Check: func(p *validate.Pass) {
		eachGroupIDFault(p, emptyGroupID, func(owner, string) string {
			return "must be the ID of a security group; drop the empty entry"
		})
	},
	Good: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SecurityGroupIds":[""]}`, At: "SecurityGroupIds[0]"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"Groups":["sg-0123456789abcdef0",""]}]}`,
			At:   "NetworkInterfaces[0].Groups[1]",
		},
	},
}

var securityGroupIDUnknown = &validate.Rule{
	ID:        "security-group-id-unknown",
	Summary:   "SecurityGroupIds should hold IDs, not names",
	Reading:   "EC2 is reported to take the name of a group of the default VPC there, so the rule warns.",
	Source:    validate.Source{Shape: "RunInstances", Member: "SecurityGroupIds"},
	Severity:  validate.SeverityWarning,
	Code:      "InvalidGroup.NotFound",
	CodeBasis: validate.Observed,
	Given:     []string{"SecurityGroupIds"},
	Reads:     []string{"SubnetId"},
	Check: func(p *validate.Pass) {
		eachGroupIDFault(p, groupNameForID, func(owner, string) string {
			return "should be an ID, sg- and 8 or 17 lower-case hexadecimal digits; move a name to SecurityGroups"
		})
	},
	Good: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0"]}`},
		{Spec: `{"SecurityGroups":["web-servers"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-1a2b3c4d","web-servers"]}`, At: "SecurityGroupIds[1]"},
		{Spec: `{"SecurityGroupIds":["sgr-0123456789abcdef0"]}`, At: "SecurityGroupIds[0]"},
	},
}

var securityGroupUnique = &validate.Rule{
	ID:       "security-group-unique",
	Summary:  "a security group should not be listed twice",
	Source:   validate.Source{Shape: "RunInstances", Member: "SecurityGroupIds"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameterValue",
	Given:    []string{"SecurityGroupIds", "SecurityGroups", "NetworkInterfaces[].Groups"},
	Check: func(p *validate.Pass) {
		for _, l := range groupLists(p) {
			repeats.Each(len(l.groups), func(i int) (string, bool) { return l.groups[i], true },
				func(first, again int) {
					other := l.at(p, l.member+"[]", first)
					p.Conflictf(l.at(p, l.member+"[]", again), []string{other},
						"should not be listed twice; drop it, as %s has it", other)
				})
		}
	},
	Good: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0","sg-0fedcba9876543210"]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0","sg-0123456789abcdef0"]}`, At: "SecurityGroupIds[1]"},
		{Spec: `{"SecurityGroups":["web","db","web"]}`, At: "SecurityGroups[2]"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0},
				{"DeviceIndex":1,"Groups":["sg-1a2b3c4d","sg-1a2b3c4d"]}]}`,
			At: "NetworkInterfaces[1].Groups[1]",
		},
	},
}

var securityGroupLimit = &validate.Rule{
	ID:        "security-group-limit",
	Summary:   "an interface must not have more security groups than AWS grants",
	Reading:   "Each interface is counted by itself, and a group that is listed twice counts once.",
	Source:    validate.Source{Shape: "InstanceNetworkInterfaceSpecification", Member: "Groups"},
	Code:      "SecurityGroupsPerInterfaceLimitExceeded",
	CodeBasis: validate.Documented,
	Given:     []string{"SecurityGroupIds", "SecurityGroups", "NetworkInterfaces[].Groups"},
	Limits:    []*validate.Limit{securityGroupsPerInterfaceMax},
	Check: func(p *validate.Pass) {
		most, ok := p.Limit(securityGroupsPerInterfaceMax)
		for _, l := range groupLists(p) {
			if n := l.count(most); ok && n > most {
				p.Reportf(l.at(p, l.member),
					"an interface takes at most %d security groups; drop %d of them", most, n-most)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec: `{"SecurityGroupIds":["sg-00000001","sg-00000002","sg-00000003","sg-00000004","sg-00000005",
				"sg-00000006","sg-00000007","sg-00000008","sg-00000009","sg-0000000a","sg-0000000b",
				"sg-0000000c","sg-0000000d","sg-0000000e","sg-0000000f","sg-00000010"]}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SecurityGroupIds":["sg-00000001","sg-00000002","sg-00000003","sg-00000004","sg-00000005",
				"sg-00000006","sg-00000007","sg-00000008","sg-00000009","sg-0000000a","sg-0000000b",
				"sg-0000000c","sg-0000000d","sg-0000000e","sg-0000000f","sg-00000010","sg-00000011"]}`,
			At: "SecurityGroupIds",
		},
	},
}

var securityGroupUnknown = &validate.Rule{
	ID:        "security-group-unknown",
	Summary:   "a security group must exist in the Region",
	Source:    validate.Source{Shape: "RunInstances", Member: "SecurityGroupIds"},
	Code:      "InvalidGroup.NotFound",
	CodeBasis: validate.Documented,
	Given:     []string{"SecurityGroupIds", "NetworkInterfaces[].Groups"},
	Asks:      []validate.Asked{validate.SecurityGroup},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		report := func(path, id string) {
			if found, known := validate.SecurityGroup.Of(p, id); known && found == nil {
				p.Reportf(path, "must exist: the account has no such security group in this Region")
			}
		}
		for i, id := range p.Input.SecurityGroupIds {
			report(p.At("SecurityGroupIds[]", i), id)
		}
		for i, nic := range p.Input.NetworkInterfaces {
			for j, id := range nic.Groups {
				report(p.At("NetworkInterfaces[].Groups[]", i, j), id)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"SecurityGroupIds":["sg-0123456789abcdef0"]}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SecurityGroupIds":["sg-0123456789abcdef0"]}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":null}}`,
			At:      "SecurityGroupIds[0]",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0",` +
				`"Groups":["sg-0123456789abcdef0"]}]}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":null}}`,
			At:      "NetworkInterfaces[0].Groups[0]",
		},
	},
}

var securityGroupAccountLimit = &validate.Rule{
	ID:        "security-group-account-limit",
	Summary:   "an interface must not have more security groups than the account allows",
	Source:    validate.Source{Shape: "DescribeAccountAttributes", Member: "AttributeNames"},
	Code:      "SecurityGroupsPerInterfaceLimitExceeded",
	CodeBasis: validate.Documented,
	Reading:   "In a subnet that another account shares, its own quota may count.",
	Given:     []string{"SecurityGroupIds", "NetworkInterfaces[].Groups"},
	Reads:     []string{"SubnetId", "NetworkInterfaces[].SubnetId"},
	Asks:      []validate.Asked{validate.GroupsPerInterface, validate.Subnet, validate.SecurityGroup},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		most, _ := validate.GroupsPerInterface.Of(p, "")
		if most == nil {
			return
		}
		if groups := p.Input.SecurityGroupIds; distinct(groups) > *most && !sharedSubnet(p, p.Input.SubnetId, groups) {
			p.Reportf("SecurityGroupIds", "must be at most %d, which the account allows for an interface", *most)
		}
		for i, nic := range p.Input.NetworkInterfaces {
			if distinct(nic.Groups) > *most && !sharedSubnet(p, nic.SubnetId, nic.Groups) {
				p.Reportf(p.At("NetworkInterfaces[].Groups", i), "must be at most %d, which the account allows for an interface", *most)
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"SecurityGroupIds":["sg-0123456789abcdef0"]}`,
			Account: `{"GroupsPerInterface":{"":1}}`,
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","Groups":["sg-0123456789abcdef0"]}]}`,
			Account: `{"GroupsPerInterface":{"":1}}`,
		},
		{
			Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0","sg-0fedcba9876543210"],"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"GroupsPerInterface":{"":1},"SecurityGroup":{"sg-0fedcba9876543210":{"OwnerId":"111122223333"}},` +
				`"Subnet":{"subnet-0123456789abcdef0":{"OwnerId":"444455556666"}}}`,
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0",` +
				`"Groups":["sg-0123456789abcdef0","sg-0fedcba9876543210"]}]}`,
			Account: `{"GroupsPerInterface":{"":1},"SecurityGroup":{"sg-0fedcba9876543210":{"OwnerId":"111122223333"}},` +
				`"Subnet":{"subnet-0123456789abcdef0":{"OwnerId":"444455556666"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SecurityGroupIds":["sg-0123456789abcdef0","sg-0fedcba9876543210"]}`,
			Account: `{"GroupsPerInterface":{"":1}}`,
			At:      "SecurityGroupIds",
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","Groups":["sg-0123456789abcdef0","sg-0fedcba9876543210"]}]}`,
			Account: `{"GroupsPerInterface":{"":1}}`,
			At:      "NetworkInterfaces[0].Groups",
		},
	},
}

// distinct is how many of the IDs differ.
func distinct(ids []string) int { return len(slices.Compact(slices.Sorted(slices.Values(ids)))) }

// sharedSubnet reports whether a subnet belongs to another account than one of
// the groups.
func sharedSubnet(p *validate.Pass, id *string, groups []string) bool {
	subnet := validate.Subnet.Named(p, id)
	return subnet != nil && slices.ContainsFunc(groups, func(id string) bool {
		group, _ := validate.SecurityGroup.Of(p, id)
		return group != nil && !sameOwner(group.OwnerId, subnet.OwnerId)
	})
}

// sameOwner reports whether two things belong to one account, as far as is
// known.
func sameOwner(a, b *string) bool { return a == nil || b == nil || *a == *b }
