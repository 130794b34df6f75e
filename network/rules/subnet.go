package rules

import (
	"github.com/ec2launch/ec2launch/internal/format"
	"github.com/ec2launch/ec2launch/validate"
)

var subnetIDFormat = &validate.Rule{
	ID:        "subnet-id-format",
	Summary:   "a subnet ID must be subnet- and 8 or 17 lower-case hexadecimal digits",
	Source:    validate.Source{Shape: "RunInstances", Member: "SubnetId"},
	Code:      "InvalidSubnetID.NotFound",
	CodeBasis: validate.Observed,
	Given:     []string{"SubnetId", "NetworkInterfaces[].SubnetId"},
	Check: func(p *validate.Pass) {
		check := func(o owner, id *string) {
			if id != nil && !format.ID("subnet", *id) {
				p.Reportf(o.at(p, "SubnetId"), "%s", o.idFault("subnet", *id))
			}
		}
		check(request, p.Input.SubnetId)
		for i, nic := range interfaces(p.Input) {
			check(owner(i), nic.SubnetId)
		}
	},
	Good: []validate.Example{
		{Spec: `{"SubnetId":"subnet-0123456789abcdef0"}`},
		{Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-1a2b3c4d"}]}`},
	},
	Bad: []validate.Example{
		{Spec: `{"SubnetId":"vpc-0123456789abcdef0"}`, At: "SubnetId"},
		{Spec: `{"SubnetId":"sg-0123456789abcdef0"}`, At: "SubnetId"},
		{Spec: `{"SubnetId":"subnet_0123456789abcdef0"}`, At: "SubnetId"},
		{Spec: `{"SubnetId":"subnet-0123456789abcdef"}`, At: "SubnetId"},
		{Spec: `{"SubnetId":""}`, At: "SubnetId"},
		{
			Spec: `{"NetworkInterfaces":[{"DeviceIndex":0,"SubnetId":"subnet-xyz"}]}`,
			At:   "NetworkInterfaces[0].SubnetId",
		},
	},
}
