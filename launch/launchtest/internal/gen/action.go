package main

import (
	"reflect"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// actions are what the endpoint can be asked for, in alphabetical order: each a
// method of the SDK's client.
var actions = []string{
	"CancelSpotInstanceRequests",
	"CreateFleet",
	"CreateLaunchTemplate",
	"CreateLaunchTemplateVersion",
	"CreateTags",
	"DeleteFleets",
	"DeleteLaunchTemplate",
	"DeleteTags",
	"DescribeAccountAttributes",
	"DescribeAvailabilityZones",
	"DescribeCapacityReservations",
	"DescribeFastSnapshotRestores",
	"DescribeFleetInstances",
	"DescribeFleets",
	"DescribeHosts",
	"DescribeImages",
	"DescribeInstanceAttribute",
	"DescribeInstanceStatus",
	"DescribeInstanceTypeOfferings",
	"DescribeInstanceTypes",
	"DescribeInstances",
	"DescribeKeyPairs",
	"DescribeLaunchTemplateVersions",
	"DescribeLaunchTemplates",
	"DescribeNetworkInterfaces",
	"DescribePlacementGroups",
	"DescribeRegions",
	"DescribeSecondarySubnets",
	"DescribeSecurityGroupVpcAssociations",
	"DescribeSecurityGroups",
	"DescribeSnapshots",
	"DescribeSpotInstanceRequests",
	"DescribeSpotPriceHistory",
	"DescribeSubnets",
	"DescribeTags",
	"DescribeVolumes",
	"DescribeVpcs",
	"GetAllowedImagesSettings",
	"GetEbsEncryptionByDefault",
	"GetInstanceMetadataDefaults",
	"ModifyInstanceAttribute",
	"RebootInstances",
	"RunInstances",
	"StartInstances",
	"StopInstances",
	"TerminateInstances",
}

// call returns the client's method for an action, and the structs that the
// method takes and gives.
func call(client *ec2.Client, action string) (method reflect.Value, input, output reflect.Type) {
	method = reflect.ValueOf(client).MethodByName(action)
	return method, method.Type().In(1).Elem(), method.Type().Out(0).Elem()
}
