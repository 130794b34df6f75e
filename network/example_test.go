package network_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/network"
	"github.com/ec2launch/ec2launch/network/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// A Config serves a request that is written by hand, too, and so do the rules.
func Example() {
	in := &ec2.RunInstancesInput{
		ImageId:      new("ami-0abcdef1234567890"),
		InstanceType: types.InstanceTypeT3Micro,
		MinCount:     new(int32(1)),
		MaxCount:     new(int32(1)),
	}
	front := network.NewInterface(0).Subnet("subnet-0123456789abcdef0").SecurityGroups("sg-0123456789abcdef0")
	network.Interfaces(front.IPv6(network.IPv6Count(3))).Apply(in)
	in.SubnetId = new("subnet-0123456789abcdef0")

	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		panic(err)
	}
	for _, f := range v.Check(in).Violations {
		fmt.Printf("%s\n\t%s\n", f.Path, f.Message)
	}
	// Output:
	// NetworkInterfaces[0].Ipv6AddressCount
	// 	an interface of t3.micro takes at most 2 IPv6 addresses; ask for fewer, or choose a larger type
	// SubnetId
	// 	must not be given with NetworkInterfaces; set SubnetId there
}
