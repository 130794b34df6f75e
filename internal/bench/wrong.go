package main

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// spoil makes ten mistakes in a request of any size, in as many members.
func spoil(in *ec2.RunInstancesInput) {
	in.MinCount, in.MaxCount = new(int32(6)), new(int32(2))
	in.ImageId = new("image")
	in.ClientToken = new("")
	in.KeyName = new("")
	in.IamInstanceProfile = &types.IamInstanceProfileSpecification{Name: new("a b")}
	in.Placement = &types.Placement{AvailabilityZone: new("nowhere")}
	in.Monitoring = &types.RunInstancesMonitoringEnabled{}
	in.MetadataOptions = &types.InstanceMetadataOptionsRequest{HttpTokens: "never"}
	in.PrivateDnsNameOptions = &types.PrivateDnsNameOptionsRequest{HostnameType: "none"}
	in.UserData = new("not base64")
}
