package main

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// A growth is a check with more and more elements of one kind.
type growth struct {
	name  string
	sizes []int
	check func(n int) func() validate.Report
}

// growths lists what a check can have many of, on a type of instance that takes
// many. Where these are more than EC2 takes, the report says so once: what
// reports cost is a growth of its own.
func growths() []growth {
	return []growth{
		requestsWith("volumes", func(in *ec2.RunInstancesInput, n int) {
			for i := range n {
				in.BlockDeviceMappings = append(in.BlockDeviceMappings, types.BlockDeviceMapping{
					DeviceName: new(deviceName(i)), Ebs: &types.EbsBlockDevice{VolumeSize: new(int32(8))},
				})
			}
		}),
		requestsWith("interfaces", func(in *ec2.RunInstancesInput, n int) {
			for i := range n {
				in.NetworkInterfaces = append(in.NetworkInterfaces, types.InstanceNetworkInterfaceSpecification{
					DeviceIndex: new(int32(i/32 + min(i%32, 1))), NetworkCardIndex: new(int32(i % 32)),
				})
			}
		}),
		requestsWith("IPv6 addresses", func(in *ec2.RunInstancesInput, n int) {
			nic := types.InstanceNetworkInterfaceSpecification{DeviceIndex: new(int32(0))}
			for i := range n {
				address := types.InstanceIpv6Address{Ipv6Address: new(fmt.Sprintf("2001:db8::%x", i))}
				nic.Ipv6Addresses = append(nic.Ipv6Addresses, address)
			}
			in.NetworkInterfaces = append(in.NetworkInterfaces, nic)
		}),
		requestsWith("tags", func(in *ec2.RunInstancesInput, n int) {
			var list []types.Tag
			for i := range n {
				list = append(list, types.Tag{Key: new(fmt.Sprint("key-", i)), Value: new("value")})
			}
			in.TagSpecifications = []types.TagSpecification{{ResourceType: types.ResourceTypeInstance, Tags: list}}
		}),
		{"rules", []int{3, 30, 300}, func(n int) func() validate.Report {
			v, in := must(validate.NewValidator(someRules(n))), must(rich().Build()).Input()
			return func() validate.Report { return v.Check(in) }
		}},
		requestsWith("violations", func(in *ec2.RunInstancesInput, n int) {
			for i := range n {
				in.SecurityGroupIds = append(in.SecurityGroupIds, fmt.Sprint("vpc-", i))
			}
		}),
	}
}

func requestsWith(name string, edit func(in *ec2.RunInstancesInput, n int)) growth {
	return growth{name, []int{10, 100, 1000}, func(n int) func() validate.Report {
		in := must(small().InstanceType(types.InstanceTypeP548xlarge).Build()).Input()
		edit(in, n)
		return func() validate.Report { return rules.Check(in) }
	}}
}

// someRules are n of the library's rules on launches, fewer if there are fewer.
func someRules(n int) (some []*validate.Rule) {
	for _, r := range launch.Rules() {
		if len(some) < n && len(r.On) == 0 && len(r.Asks) == 0 {
			some = append(some, r)
		}
	}
	return some
}
