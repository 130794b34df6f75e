package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/internal/requested"
	"github.com/ec2launch/ec2launch/validate"
)

var maintenanceRecoveryValues = &validate.Rule{
	ID:      "maintenance-recovery-values",
	Summary: "AutoRecovery must be disabled or default, which turns it on",
	Reading: "The User Guide launches with Disabled, so the case of the value is not judged.",
	Source: validate.Source{
		Shape: "InstanceMaintenanceOptionsRequest", Member: "AutoRecovery", Guide: "instance-configuration-recovery",
	},
	Code:    "InvalidParameterValue",
	Members: []string{"MaintenanceOptions.AutoRecovery"},
	Values:  autoRecoveryStates,
	Good: []validate.Example{
		{Spec: `{"MaintenanceOptions":{"AutoRecovery":"default"}}`},
		{Spec: `{"MaintenanceOptions":{"AutoRecovery":"disabled"}}`},
		{Spec: `{"MaintenanceOptions":{"AutoRecovery":"Disabled"}}`},
	},
	Bad: []validate.Example{
		{Spec: `{"MaintenanceOptions":{"AutoRecovery":"enabled"}}`, At: "MaintenanceOptions.AutoRecovery"},
	},
}

var maintenanceRecoveryAdvice = &validate.Rule{
	ID: "maintenance-recovery-advice",
	Summary: "AutoRecovery should not be default where it does nothing: on some types, on Dedicated Hosts, and " +
		"with an EFA",
	Source: validate.Source{
		Shape: "InstanceTypeInfo", Member: "AutoRecoverySupported", Guide: "instance-configuration-recovery",
	},
	Severity: validate.SeverityAdvice,
	Given:    []string{"MaintenanceOptions.AutoRecovery"},
	Reads: []string{
		"InstanceType",
		"NetworkInterfaces[].InterfaceType",
		"Placement.Tenancy",
		"Placement.HostId",
		"Placement.HostResourceGroupArn",
	},
	Facts: []instancetype.Fact{instancetype.FactAutoRecovery},
	Check: func(p *validate.Pass) {
		if p.Input.MaintenanceOptions.AutoRecovery != types.InstanceAutoRecoveryStateDefault {
			return
		}
		if p.InstanceType().AutoRecovery() == instancetype.No {
			p.Conflictf("MaintenanceOptions.AutoRecovery", []string{"InstanceType"},
				"should be dropped: it does nothing on %s, which does not recover by itself", p.Input.InstanceType)
		} else if path := unrecovered(p.Input); path != "" {
			p.Conflictf("MaintenanceOptions.AutoRecovery", []string{path},
				"should be dropped: it does nothing with %s, since such instances do not recover by themselves", path)
		}
	},
	Good: []validate.Example{
		{Spec: `{"InstanceType":"m5.large","MaintenanceOptions":{"AutoRecovery":"default"}}`},
		{Spec: `{"InstanceType":"i3.large","MaintenanceOptions":{"AutoRecovery":"disabled"}}`},
		{
			Spec: `{"InstanceType":"m5.large","NetworkInterfaces":` +
				`[{"DeviceIndex":0},{"DeviceIndex":1,"InterfaceType":"interface"}],` +
				`"MaintenanceOptions":{"AutoRecovery":"default"}}`,
		},
	},
	Bad: []validate.Example{
		{
			Spec: `{"InstanceType":"m5.large","Placement":{"HostId":"h-0123456789abcdef0"},` +
				`"MaintenanceOptions":{"AutoRecovery":"default"}}`,
			At: "MaintenanceOptions.AutoRecovery",
		},
		{
			Spec: `{"InstanceType":"m5.large","Placement":{"HostResourceGroupArn":` +
				`"arn:aws:resource-groups:us-east-1:111122223333:group/hosts"},` +
				`"MaintenanceOptions":{"AutoRecovery":"default"}}`,
			At: "MaintenanceOptions.AutoRecovery",
		},
		{
			Spec: `{"InstanceType":"i3.large","MaintenanceOptions":{"AutoRecovery":"default"}}`,
			At:   "MaintenanceOptions.AutoRecovery",
		},
		{
			Spec: `{"InstanceType":"m5.large","Placement":{"Tenancy":"host"},` +
				`"MaintenanceOptions":{"AutoRecovery":"default"}}`,
			At: "MaintenanceOptions.AutoRecovery",
		},
		{
			Spec: `{"InstanceType":"c5n.18xlarge","NetworkInterfaces":[{"DeviceIndex":0,"InterfaceType":"efa"}],` +
				`"MaintenanceOptions":{"AutoRecovery":"default"}}`,
			At: "MaintenanceOptions.AutoRecovery",
		},
	},
}

// unrecovered returns the member that keeps an instance from recovering by
// itself, whatever its type; empty when none does.
func unrecovered(in *ec2.RunInstancesInput) string {
	if host := requested.Host(in); host != "" {
		return host
	}
	for i, nic := range in.NetworkInterfaces {
		switch aws.ToString(nic.InterfaceType) {
		case "efa", "efa-only":
			return validate.At("NetworkInterfaces[].InterfaceType", i)
		}
	}
	return ""
}
