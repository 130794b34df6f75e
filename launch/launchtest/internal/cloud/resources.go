package cloud

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Resources are the things that an account has been given before any request.
type Resources struct {
	CapacityReservations []types.CapacityReservation
	Hosts                []types.Host
	Images               []types.Image
	InstanceTypes        []types.InstanceTypeInfo
	KeyPairs             []types.KeyPairInfo
	NetworkInterfaces    []types.NetworkInterface
	Offerings            []types.InstanceTypeOffering
	PlacementGroups      []types.PlacementGroup
	SecurityGroups       []types.SecurityGroup
	Snapshots            []types.Snapshot
	Subnets              []types.Subnet
	VPCs                 []types.Vpc

	NoDefaultVPC bool
}

// check returns what is wrong with the resources: those without an ID or name.
func (r Resources) check() []error {
	var faults []error
	faults = append(faults, unnamed(r.CapacityReservations, func(t types.CapacityReservation) *string { return t.CapacityReservationId })...)
	faults = append(faults, unnamed(r.Hosts, func(t types.Host) *string { return t.HostId })...)
	faults = append(faults, unnamed(r.Images, func(t types.Image) *string { return t.ImageId })...)
	faults = append(faults, unnamed(r.InstanceTypes, func(t types.InstanceTypeInfo) *string { return new(string(t.InstanceType)) })...)
	faults = append(faults, unnamed(r.KeyPairs, func(t types.KeyPairInfo) *string { return t.KeyName })...)
	faults = append(faults, unnamed(r.NetworkInterfaces, func(t types.NetworkInterface) *string { return t.NetworkInterfaceId })...)
	faults = append(faults, unnamed(r.Offerings, func(t types.InstanceTypeOffering) *string { return new(string(t.InstanceType)) })...)
	faults = append(faults, unnamed(r.PlacementGroups, func(t types.PlacementGroup) *string { return t.GroupName })...)
	faults = append(faults, unnamed(r.SecurityGroups, func(t types.SecurityGroup) *string { return t.GroupId })...)
	faults = append(faults, unnamed(r.Snapshots, func(t types.Snapshot) *string { return t.SnapshotId })...)
	faults = append(faults, unnamed(r.Subnets, func(t types.Subnet) *string { return t.SubnetId })...)
	return append(faults, unnamed(r.VPCs, func(t types.Vpc) *string { return t.VpcId })...)
}

// unnamed returns an error for each thing that has no name.
func unnamed[T any](things []T, name func(T) *string) []error {
	var faults []error
	for i, t := range things {
		if value(name(t)) == "" {
			faults = append(faults, fmt.Errorf("%T %d of those given has no ID or name", t, i+1))
		}
	}
	return faults
}
