package rules

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
)

// vpcOf is what the account says of the VPC of a subnet, nil where that is not
// known.
func vpcOf(p *validate.Pass, subnetID string) *types.Vpc {
	subnet := validate.Subnet.Named(p, &subnetID)
	if subnet == nil {
		return nil
	}
	return validate.Vpc.Named(p, subnet.VpcId)
}

var subnetVPCEncryptionUnsupported = &validate.Rule{
	ID:      "subnet-vpc-encryption-unsupported",
	Summary: "the instance type must encrypt traffic in a VPC that enforces it",
	Source:  validate.Source{Shape: "VpcEncryptionControl", Member: "Mode"},
	Code:    "UnsupportedOperation",
	Given:   subnetMembers,
	When:    []string{"InstanceType"},
	Facts:   []instancetype.Fact{instancetype.FactEncryptionInTransit},
	Asks:    []validate.Asked{validate.Subnet, validate.Vpc},
	Age:     validate.Edited,
	Check: func(p *validate.Pass) {
		if p.InstanceType().EncryptionInTransit() != instancetype.No {
			return
		}
		subnets(p, func(path, id string) {
			if vpc := vpcOf(p, id); vpc != nil && enforcesEncryption(vpc.EncryptionControl) {
				p.Conflictf(path, []string{"InstanceType"}, "must be of a VPC that does not enforce encryption in transit, which %s does not support", p.Input.InstanceType)
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"InstanceType":"m6i.large","SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","VpcId":"vpc-1"}},"Vpc":{"vpc-1":{"EncryptionControl":{"Mode":"enforce"}}}}`,
		},
		{
			Spec: `{"InstanceType":"m4.large","SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"VpcId":"vpc-1"}},` +
				`"Vpc":{"vpc-1":{"EncryptionControl":{"Mode":"enforce","State":"enforce-in-progress"}}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"InstanceType":"m4.large","SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","VpcId":"vpc-1"}},"Vpc":{"vpc-1":{"EncryptionControl":{"Mode":"enforce"}}}}`,
			At:      "SubnetId",
		},
		{
			Spec:    `{"InstanceType":"m4.large","NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","VpcId":"vpc-1"}},"Vpc":{"vpc-1":{"EncryptionControl":{"Mode":"enforce"}}}}`,
			At:      "NetworkInterfaces[0].SubnetId",
		},
	},
}

// enforcesEncryption reports whether a VPC refuses what is not encrypted, which
// it does once the mode has taken effect.
func enforcesEncryption(c *types.VpcEncryptionControl) bool {
	return c != nil && c.Mode == types.VpcEncryptionControlModeEnforce &&
		(c.State == "" || c.State == types.VpcEncryptionControlStateAvailable)
}

var subnetVPCTenancyAdvice = &validate.Rule{
	ID:       "subnet-vpc-tenancy-advice",
	Summary:  "the tenancy should be given in a VPC that makes every instance a dedicated one",
	Source:   validate.Source{Shape: "Vpc", Member: "InstanceTenancy"},
	Severity: validate.SeverityAdvice,
	Given:    subnetMembers,
	Reads:    []string{"Placement.Tenancy"},
	Asks:     []validate.Asked{validate.Subnet, validate.Vpc},
	Age:      validate.Edited,
	Check: func(p *validate.Pass) {
		if place := p.Input.Placement; place != nil && place.Tenancy != "" && place.Tenancy != types.TenancyDefault {
			return
		}
		subnets(p, func(path, id string) {
			if vpc := vpcOf(p, id); vpc != nil && vpc.InstanceTenancy == types.TenancyDedicated {
				p.Reportf(path, "is of a VPC with dedicated tenancy, so that instances are Dedicated Instances; say so by Placement.Tenancy")
			}
		})
	},
	Good: []validate.Example{
		{
			Spec:    `{"Placement":{"Tenancy":"dedicated"},"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","VpcId":"vpc-1"}},"Vpc":{"vpc-1":{"InstanceTenancy":"dedicated"}}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec:    `{"SubnetId":"subnet-0123456789abcdef0"}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","VpcId":"vpc-1"}},"Vpc":{"vpc-1":{"InstanceTenancy":"dedicated"}}}`,
			At:      "SubnetId",
		},
		{
			Spec:    `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0"}]}`,
			Account: `{"Subnet":{"subnet-0123456789abcdef0":{"SubnetId":"subnet-0123456789abcdef0","VpcId":"vpc-1"}},"Vpc":{"vpc-1":{"InstanceTenancy":"dedicated"}}}`,
			At:      "NetworkInterfaces[0].SubnetId",
		},
	},
}
