package launchtest

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// A Resource is a thing that an account has, in the form in which EC2 describes
// it.
type Resource interface {
	types.CapacityReservation | types.Host | types.Image | types.InstanceTypeInfo | types.InstanceTypeOffering |
		types.KeyPairInfo | types.NetworkInterface | types.PlacementGroup | types.SecurityGroup | types.Snapshot |
		types.Subnet | types.Vpc
}

// Has gives the account resources of a kind:
//
//	launchtest.Has(types.Image{ImageId: aws.String("ami-0abcdef1234567890"), Architecture: types.ArchitectureValuesArm64})
//
// Each needs its ID, or its name where EC2 finds it by that; members that it
// leaves out have the defaults of [Option]. An instance type
// takes the place of what the library's catalogue says of it. Once any offering
// is given, no instance type is offered elsewhere. A subnet has as many free
// addresses as its AvailableIpAddressCount says, at most those of its block: the
// others are in use by what nobody can see.
func Has[R Resource](resources ...R) Option {
	return func(s *settings) {
		r := &s.Resources
		switch resources := any(resources).(type) {
		case []types.CapacityReservation:
			r.CapacityReservations = append(r.CapacityReservations, resources...)
		case []types.Host:
			r.Hosts = append(r.Hosts, resources...)
		case []types.Image:
			r.Images = append(r.Images, resources...)
		case []types.InstanceTypeInfo:
			r.InstanceTypes = append(r.InstanceTypes, resources...)
		case []types.InstanceTypeOffering:
			r.Offerings = append(r.Offerings, resources...)
		case []types.KeyPairInfo:
			r.KeyPairs = append(r.KeyPairs, resources...)
		case []types.NetworkInterface:
			r.NetworkInterfaces = append(r.NetworkInterfaces, resources...)
		case []types.PlacementGroup:
			r.PlacementGroups = append(r.PlacementGroups, resources...)
		case []types.SecurityGroup:
			r.SecurityGroups = append(r.SecurityGroups, resources...)
		case []types.Snapshot:
			r.Snapshots = append(r.Snapshots, resources...)
		case []types.Subnet:
			r.Subnets = append(r.Subnets, resources...)
		case []types.Vpc:
			r.VPCs = append(r.VPCs, resources...)
		}
	}
}

// NoDefaultVPC leaves the account without the default VPC, its subnets and its
// security group.
func NoDefaultVPC() Option {
	return func(s *settings) { s.Resources.NoDefaultVPC = true }
}
