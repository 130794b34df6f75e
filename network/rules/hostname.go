package rules

import (
	"github.com/ec2launch/ec2launch/validate"
)

var hostnameTypeValues = &validate.Rule{
	ID:      "hostname-type-values",
	Summary: "the type of a host name must be one that EC2 knows",
	Source:  validate.Source{Shape: "PrivateDnsNameOptionsRequest", Member: "HostnameType"},
	Code:    "InvalidParameterValue",
	Members: []string{"PrivateDnsNameOptions.HostnameType"},
	Values:  hostnameTypes,
	Good: []validate.Example{
		{Spec: `{"PrivateDnsNameOptions":{"HostnameType":"resource-name"}}`},
		{Spec: `{"PrivateDnsNameOptions":{"HostnameType":"ip-name"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"PrivateDnsNameOptions":{"HostnameType":"instance-id"}}`, At: "PrivateDnsNameOptions.HostnameType"},
	},
}
