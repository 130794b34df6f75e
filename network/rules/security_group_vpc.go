package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

var securityGroupVPCConflict = &validate.Rule{
	ID:        "security-group-vpc-conflict",
	Summary:   "a security group must belong to the VPC of the subnet, or be associated with it",
	Reading:   "Without a subnet, the default VPC counts.",
	Source:    validate.Source{Shape: "RunInstances", Member: "SecurityGroupIds"},
	Code:      "InvalidParameter",
	CodeBasis: validate.Observed,
	Given:     []string{"SecurityGroupIds", "NetworkInterfaces[].Groups"},
	Reads:     groupPlaceMembers,
	Asks:      []validate.Asked{validate.SecurityGroup, validate.Subnet, validate.Vpc, validate.GroupAssociations},
	Age:       validate.Edited,
	Check: func(p *validate.Pass) {
		inGroups(p, func(path, id string, subnet *types.Subnet, at string) {
			if serves(p, id, subnet) == instancetype.No {
				p.Conflictf(path, []string{at}, "must be of %s, the VPC of the launch, or associated with it", *subnet.VpcId)
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"SecurityGroupIds":["sg-0123456789abcdef0"],"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{"VpcId":"vpc-1"}},"Subnet":{"subnet-0123456789abcdef0":{"VpcId":"vpc-2"}},"GroupAssociations":{"sg-0123456789abcdef0":[{"VpcId":"vpc-2","State":"associated"}]}}`,
		},
		{
			Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0"]}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{"VpcId":"vpc-1"}},"Vpc":{"":{"VpcId":"vpc-1"}},` +
				`"GroupAssociations":{"sg-0123456789abcdef0":[]}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0"]}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{"VpcId":"vpc-1"}},"Vpc":{"":{"VpcId":"vpc-2"}},` +
				`"GroupAssociations":{"sg-0123456789abcdef0":[]}}`,
			At: "SecurityGroupIds[0]",
		},
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
	ID:      "security-group-vpc-unknown",
	Summary: "a security group should belong to the VPC of the subnet, or be associated with it",
	Reading: "The account did not say with which VPCs a group is associated, they are being associated, or group and " +
		"subnet are of two accounts, one of which shares.",
	Source:   validate.Source{Shape: "RunInstances", Member: "SecurityGroupIds"},
	Severity: validate.SeverityWarning,
	Code:     "InvalidParameter",
	Given:    []string{"SecurityGroupIds", "NetworkInterfaces[].Groups"},
	Reads:    groupPlaceMembers,
	Asks:     []validate.Asked{validate.SecurityGroup, validate.Subnet, validate.Vpc, validate.GroupAssociations},
	Age:      validate.Edited,
	Check: func(p *validate.Pass) {
		inGroups(p, func(path, id string, subnet *types.Subnet, at string) {
			if serves(p, id, subnet) == instancetype.Unknown {
				p.Conflictf(path, []string{at}, "should be of %s, the VPC of the launch, or associated with it", *subnet.VpcId)
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
			Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0"],"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{"VpcId":"vpc-1"}},` +
				`"Subnet":{"subnet-0123456789abcdef0":{"VpcId":"vpc-2"}},` +
				`"GroupAssociations":{"sg-0123456789abcdef0":[{"VpcId":"vpc-2","State":"associating"}]}}`,
			At: "SecurityGroupIds[0]",
		},
		{
			Spec: `{"SecurityGroupIds":["sg-0123456789abcdef0"],"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{"VpcId":"vpc-1","OwnerId":"111122223333"}},` +
				`"Subnet":{"subnet-0123456789abcdef0":{"VpcId":"vpc-2","OwnerId":"444455556666"}},` +
				`"GroupAssociations":{"sg-0123456789abcdef0":[]}}`,
			At: "SecurityGroupIds[0]",
		},
		{
			Spec:    `{"SecurityGroupIds":["sg-0123456789abcdef0"]}`,
			Account: `{"SecurityGroup":{"sg-0123456789abcdef0":{"VpcId":"vpc-1"}},"Vpc":{"":{"VpcId":"vpc-2"}}}`,
			At:      "SecurityGroupIds[0]",
		},
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

// groupPlaceMembers are what tells where the groups of a launch are for.
var groupPlaceMembers = []string{"SubnetId", "NetworkInterfaces[].SubnetId", "NetworkInterfaces[].NetworkInterfaceId"}

// inGroups calls f with every security group that the request names by ID, and
// the subnet that it is for.
func inGroups(p *validate.Pass, f func(path, id string, subnet *types.Subnet, at string)) {
	for i, id := range p.Input.SecurityGroupIds {
		f(p.At("SecurityGroupIds[]", i), id, subnetOrDefault(p, p.Input.SubnetId), "SubnetId")
	}
	for i, nic := range p.Input.NetworkInterfaces {
		if nic.NetworkInterfaceId != nil {
			continue
		}
		for j, id := range nic.Groups {
			at := validate.At("NetworkInterfaces[].SubnetId", i)
			f(p.At("NetworkInterfaces[].Groups[]", i, j), id, subnetOrDefault(p, nic.SubnetId), at)
		}
	}
}

// subnetOrDefault is a subnet or, where none is chosen, some subnet of the
// default VPC; nil where nothing is known of it.
func subnetOrDefault(p *validate.Pass, id *string) *types.Subnet {
	if id != nil {
		return validate.Subnet.Named(p, id)
	}
	vpc, _ := validate.Vpc.Of(p, "")
	if vpc == nil || p.Templated() {
		return nil
	}
	return &types.Subnet{VpcId: vpc.VpcId, OwnerId: vpc.OwnerId}
}

// serves says whether a group serves a subnet, which a group of another VPC does
// where it is associated with that of the subnet. Yes is also what nothing is
// known of; Unknown is a group of another VPC that may be associated.
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
		switch {
		case aws.ToString(a.VpcId) != *subnet.VpcId:
		case a.State == types.SecurityGroupVpcAssociationStateAssociated:
			return instancetype.Yes
		case a.State == types.SecurityGroupVpcAssociationStateAssociating:
			return instancetype.Unknown
		}
	}
	if !sameOwner(group.OwnerId, subnet.OwnerId) {
		return instancetype.Unknown // an account sees its own associations
	}
	return instancetype.No
}
