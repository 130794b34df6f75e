package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var securityGroupVPCConflict = &validate.Rule{
	ID:        "security-group-vpc-conflict",
	Summary:   "a security group must belong to the VPC of the subnet, or be associated with it",
	Source:    validate.Source{Shape: "RunInstances", Member: "SecurityGroupIds"},
	Code:      "InvalidParameter",
	CodeBasis: validate.Observed,
	Given:     []string{"SecurityGroupIds", "NetworkInterfaces[].Groups"},
	Reads:     []string{"SubnetId", "NetworkInterfaces[].SubnetId"},
	Asks:      []validate.Asked{validate.SecurityGroup, validate.Subnet, validate.GroupAssociations},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		inGroups(p, func(path, id string, subnet *types.Subnet, at string) {
			if serves(p, id, subnet) == instancetype.No {
				p.Conflictf(path, []string{at}, "must be of %s, the VPC of the subnet, or associated with it", *subnet.VpcId)
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"SecurityGroupIds":["sg-0123456789abcdef0"],"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{"VpcId":"vpc-1"}},"Subnet":{"subnet-0123456789abcdef0":{"VpcId":"vpc-2"}},"GroupAssociations":{"sg-0123456789abcdef0":[{"VpcId":"vpc-2","State":"associated"}]}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SecurityGroupIds":["sg-0123456789abcdef0"],"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{"VpcId":"vpc-1"}},"Subnet":{"subnet-0123456789abcdef0":{"VpcId":"vpc-2"}},"GroupAssociations":{"sg-0123456789abcdef0":[{"VpcId":"vpc-2","State":"disassociated"}]}}`,
			At:      "SecurityGroupIds[0]",
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","Groups":["sg-0123456789abcdef0"]}]}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{"VpcId":"vpc-1"}},"Subnet":{"subnet-0123456789abcdef0":{"VpcId":"vpc-2"}},"GroupAssociations":{"sg-0123456789abcdef0":[]}}`,
			At:      "NetworkInterfaces[0].Groups[0]",
		},
	},
}

var securityGroupVPCUnknown = &validate.Rule{
	ID:       "security-group-vpc-unknown",
	Summary:  "a security group should belong to the VPC of the subnet, or be associated with it",
	Reading:  "The account did not say with which VPCs a group is associated.",
	Source:   validate.Source{Shape: "RunInstances", Member: "SecurityGroupIds"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameter",
	Given:    []string{"SecurityGroupIds", "NetworkInterfaces[].Groups"},
	Reads:    []string{"SubnetId", "NetworkInterfaces[].SubnetId"},
	Asks:     []validate.Asked{validate.SecurityGroup, validate.Subnet, validate.GroupAssociations},
	Age:      validate.Edited,
	Check: func(p *validate.Pass) {
		inGroups(p, func(path, id string, subnet *types.Subnet, at string) {
			if serves(p, id, subnet) == instancetype.Unknown {
				p.Conflictf(path, []string{at}, "should be of %s, the VPC of the subnet, or associated with it", *subnet.VpcId)
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"SecurityGroupIds":["sg-0123456789abcdef0"],"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{"VpcId":"vpc-1"}},"Subnet":{"subnet-0123456789abcdef0":{"VpcId":"vpc-1"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SecurityGroupIds":["sg-0123456789abcdef0"],"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{"VpcId":"vpc-1"}},"Subnet":{"subnet-0123456789abcdef0":{"VpcId":"vpc-2"}}}`,
			At:      "SecurityGroupIds[0]",
		},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0",` +
				`"Groups":["sg-0123456789abcdef0"]}]}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{"VpcId":"vpc-1"}},"Subnet":{"subnet-0123456789abcdef0":{"VpcId":"vpc-2"}}}`,
			At:      "NetworkInterfaces[0].Groups[0]",
		},
	},
}

// inGroups calls f with every security group that the request names by ID, and
// the subnet that it is for.
func inGroups(p *validate.Pass, f func(path, id string, subnet *types.Subnet, at string)) {
	for i, id := range p.Input.SecurityGroupIds {
		f(p.At("SecurityGroupIds[]", i), id, subnetOf(p, p.Input.SubnetId), "SubnetId")
	}
	for i, nic := range p.Input.NetworkInterfaces {
		for j, id := range nic.Groups {
			f(p.At("NetworkInterfaces[].Groups[]", i, j), id, subnetOf(p, nic.SubnetId), validate.At("NetworkInterfaces[].SubnetId", i))
		}
	}
}

// serves says whether a group serves a subnet, which a group of another VPC does
// where it is associated with that of the subnet. Yes is also what nothing is
// known of; Unknown is a group of another VPC whose associations are not known.
func serves(p *validate.Pass, id string, subnet *types.Subnet) instancetype.Answer {
	group, _ := validate.SecurityGroup.Of(p, id)
	if subnet == nil || group == nil || subnet.VpcId == nil || group.VpcId == nil || *subnet.VpcId == *group.VpcId {
		return instancetype.Yes
	}
	associations, known := validate.GroupAssociations.Of(p, id)
	if !known || associations == nil {
		return instancetype.Unknown
	}
	for _, a := range *associations {
		if a.VpcId != nil && *a.VpcId == *subnet.VpcId && a.State == types.SecurityGroupVpcAssociationStateAssociated {
			return instancetype.Yes
		}
	}
	return instancetype.No
}
