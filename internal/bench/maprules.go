package main

import (
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/go-playground/validator/v10"

	"github.com/ec2launch/ec2launch/instancetype"
)

// mapRulesAccept judges a request by those conditions of the chain that the
// built-in tags of go-playground/validator express. They know no patterns, no
// ratios, no ranges that depend on the type of a volume, and no facts about
// instance types.
func mapRulesAccept(in *ec2.RunInstancesInput) bool { return mapRules.Struct(in) == nil }

var mapRules = newMapRules()

func newMapRules() *validator.Validate {
	v := validator.New()
	for _, r := range []struct {
		of   any
		tags map[string]string
	}{
		{ec2.RunInstancesInput{}, map[string]string{
			"BlockDeviceMappings": "unique=DeviceName,dive",
			"ClientToken":         "omitnil,min=1,max=64,printascii",
			"ImageId":             "required,startswith=ami-|startswith=resolve:ssm:,len=12|len=21|startswith=resolve:ssm:",
			"InstanceType":        "omitempty,oneof=" + strings.Join(instanceTypes(), " "),
			"KeyName":             "omitnil,min=1,max=255,ascii",
			"MaxCount":            "required,gte=1",
			"MinCount":            "required,gte=1,ltefield=MaxCount",
			"NetworkInterfaces":   "unique=DeviceIndex,dive",
			"TagSpecifications":   "unique=ResourceType,dive",
			"UserData":            "omitnil,max=21848",
		}},
		{types.BlockDeviceMapping{}, map[string]string{
			"DeviceName": "required,startswith=/dev/sd|startswith=/dev/hd|startswith=/dev/xvd|" +
				"startswith=sd|startswith=hd|startswith=xvd",
			"Ebs": "required",
		}},
		{types.EbsBlockDevice{}, map[string]string{
			"Iops": "required_if=VolumeType io1,required_if=VolumeType io2," +
				excluded("gp2", "st1", "sc1", "standard") + ",omitnil,gte=100,lte=256000",
			"KmsKeyId":   "excluded_unless=Encrypted true",
			"SnapshotId": "omitnil," + id("snap"),
			"Throughput": excluded("gp2", "io1", "io2", "st1", "sc1", "standard") + ",omitnil,gte=125,lte=2000",
			"VolumeSize": "omitnil,gte=1,lte=65536",
			"VolumeType": "omitempty,oneof=gp2 gp3 io1 io2 sc1 st1 standard",
		}},
		{types.InstanceNetworkInterfaceSpecification{}, map[string]string{
			"DeviceIndex":                    "required,gte=0",
			"Groups":                         "max=16,unique,dive," + id("sg"),
			"Ipv6AddressCount":               "omitnil,gte=0",
			"Ipv6PrefixCount":                "omitnil,gte=0",
			"SecondaryPrivateIpAddressCount": "omitnil,gte=1",
			"SubnetId":                       "omitnil," + id("subnet"),
		}},
		{types.TagSpecification{}, map[string]string{
			"ResourceType": "oneof=instance volume network-interface",
			"Tags":         fmt.Sprintf("min=1,max=%d,unique=Key,dive", mostTags),
		}},
		{types.Tag{}, map[string]string{
			"Key":   "required,min=1,max=128,startsnotwith=aws:",
			"Value": "omitnil,max=256",
		}},
		{types.Placement{}, map[string]string{
			"GroupName":       "required_with=PartitionNumber,omitnil,max=255,ascii",
			"PartitionNumber": "omitnil,gte=1,lte=7",
		}},
		{types.CpuOptionsRequest{}, map[string]string{
			"CoreCount":      "required_with=ThreadsPerCore,omitnil,gte=1",
			"ThreadsPerCore": "required_with=CoreCount,omitnil,gte=1,lte=2",
		}},
		{types.IamInstanceProfileSpecification{}, map[string]string{"Name": "omitnil,max=128"}},
		{types.InstanceMetadataOptionsRequest{}, map[string]string{"HttpTokens": "omitempty,oneof=optional required"}},
		{types.PrivateDnsNameOptionsRequest{}, map[string]string{"HostnameType": "omitempty,oneof=ip-name resource-name"}},
		{types.RunInstancesMonitoringEnabled{}, map[string]string{"Enabled": "required"}},
	} {
		v.RegisterStructValidationMapRules(r.tags, r.of)
	}
	return v
}

// id is as much as tags say of a resource ID: its prefix and its length.
func id(prefix string) string {
	return fmt.Sprintf("startswith=%s-,len=%d|len=%d", prefix, len(prefix)+9, len(prefix)+18)
}

// excluded rules a member out for some types of volume.
func excluded(volumeTypes ...string) string {
	return "excluded_if=VolumeType " + strings.Join(volumeTypes, ",excluded_if=VolumeType ")
}

func instanceTypes() (names []string) {
	for t := range instancetype.All() {
		names = append(names, string(t.Type()))
	}
	return names
}
