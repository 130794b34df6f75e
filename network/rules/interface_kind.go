package rules

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// existing reports whether an interface is one that exists already, of which
// the request need not say what it is.
func existing(nic *types.InstanceNetworkInterfaceSpecification) bool {
	return nic.NetworkInterfaceId != nil
}

// cardOf returns the index of the network card of an interface, 0 by default.
func cardOf(nic *types.InstanceNetworkInterfaceSpecification) int32 {
	return aws.ToInt32(nic.NetworkCardIndex)
}

// primary reports whether an interface is the primary one: device index 0 on
// network card 0. Every card has a device index 0.
func primary(nic *types.InstanceNetworkInterfaceSpecification) bool {
	return nic.DeviceIndex != nil && *nic.DeviceIndex == 0 && cardOf(nic) == 0
}

// efa reports whether an interface is an Elastic Fabric Adapter, with or
// without an ENA device beside it. An existing one may be an adapter without
// saying so.
func efa(nic *types.InstanceNetworkInterfaceSpecification) bool {
	return aws.ToString(nic.InterfaceType) == "efa" || efaOnly(nic)
}

// efaOnly reports whether an interface is an Elastic Fabric Adapter without an
// ENA device, and so without addresses.
func efaOnly(nic *types.InstanceNetworkInterfaceSpecification) bool {
	return aws.ToString(nic.InterfaceType) == "efa-only"
}
