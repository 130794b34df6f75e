package rules

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/validate"
)

var efaGroupAdvice = &validate.Rule{
	ID:       "efa-group-advice",
	Summary:  "a security group of an EFA should let its own members reach each other",
	Source:   validate.Source{Guide: "efa-start"},
	Severity: validate.SeverityAdvice,
	Given:    []string{"NetworkInterfaces[].Groups"},
	Reads:    []string{"NetworkInterfaces[].InterfaceType"},
	Asks:     []validate.Asked{validate.SecurityGroup},
	Age:      validate.Edited,
	Check: func(p *validate.Pass) {
		for i, nic := range p.Input.NetworkInterfaces {
			if !efa(&nic) || len(nic.Groups) == 0 {
				continue
			}
			open := func(id string) bool {
				group, _ := validate.SecurityGroup.Of(p, id)
				return group == nil || allowsItself(group.IpPermissions, id) && allowsItself(group.IpPermissionsEgress, id)
			}
			if !slices.ContainsFunc(nic.Groups, open) {
				p.Reportf(p.At("NetworkInterfaces[].Groups", i), "should hold a group with a rule for all traffic from itself, and one to itself: without them, no traffic bypasses the operating system")
			}
		}
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"c5n.18xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa","SubnetId":"subnet-0123456789abcdef0","Groups":["sg-0123456789abcdef0"]}]}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{"IpPermissions":[{"IpProtocol":"-1","UserIdGroupPairs":[{"GroupId":"sg-0123456789abcdef0"}]}],"IpPermissionsEgress":[{"IpProtocol":"-1","UserIdGroupPairs":[{"GroupId":"sg-0123456789abcdef0"}]}]}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"c5n.18xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa","SubnetId":"subnet-0123456789abcdef0","Groups":["sg-0123456789abcdef0"]}]}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{"IpPermissions":[{"IpProtocol":"tcp","UserIdGroupPairs":[{"GroupId":"sg-0123456789abcdef0"}]}]}}}`,
			At:      "NetworkInterfaces[0].Groups",
		},
	},
}

// allowsItself reports whether rules of a group let all traffic pass between its
// own members.
func allowsItself(rules []types.IpPermission, id string) bool {
	return slices.ContainsFunc(rules, func(r types.IpPermission) bool {
		return aws.ToString(r.IpProtocol) == "-1" && slices.ContainsFunc(r.UserIdGroupPairs, func(pair types.UserIdGroupPair) bool {
			return aws.ToString(pair.GroupId) == id
		})
	})
}
