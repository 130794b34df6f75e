// Package webserver shows an instance that is reached from outside: today's
// Amazon Linux, a script that starts it, and what keeps it safe.
package webserver_test

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launcher"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/profile"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/network"
)

// amazonLinux is a public parameter of Systems Manager, which EC2 resolves at
// the launch.
const amazonLinux = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"

const start = `#!/bin/sh
dnf install -y nginx
systemctl enable --now nginx
`

// webServer builds the request. The security group lets ports 80 and 443 in.
func webServer(subnet, group string) (launch.Spec, error) {
	front := network.NewInterface(0).Subnet(subnet).SecurityGroups(group).PublicIP(true)
	return launch.FromImage(amazonLinux, types.InstanceTypeT4gSmall).
		Network(network.Interfaces(front)).
		Device("/dev/xvda", blockdevice.Inherit().GrowTo(20).KMSKey("alias/web")).
		Profile(profile.Name("web")).
		RequireIMDSv2().
		Tags(tags.Instance(tags.T{"Name": "web"})).
		UserDataText(start).
		Build()
}

func Example() {
	srv := launchtest.New()
	defer srv.Close()
	spec, err := webServer("subnet-0123456789abcdef0", "sg-0123456789abcdef0")
	if err != nil {
		fmt.Println(err)
		return
	}
	text, _ := json.MarshalIndent(spec, "", "  ")
	fmt.Printf("%s\n", text)

	result, err := launcher.New(srv.Client()).Launch(context.Background(), spec)
	fmt.Println(result.IDs(), err)
	// Output:
	// {
	//   "MaxCount": 1,
	//   "MinCount": 1,
	//   "BlockDeviceMappings": [
	//     {
	//       "DeviceName": "/dev/xvda",
	//       "Ebs": {
	//         "Encrypted": true,
	//         "KmsKeyId": "alias/web",
	//         "VolumeSize": 20
	//       }
	//     }
	//   ],
	//   "IamInstanceProfile": {
	//     "Name": "web"
	//   },
	//   "ImageId": "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
	//   "InstanceType": "t4g.small",
	//   "MetadataOptions": {
	//     "HttpTokens": "required"
	//   },
	//   "NetworkInterfaces": [
	//     {
	//       "AssociatePublicIpAddress": true,
	//       "DeviceIndex": 0,
	//       "Groups": [
	//         "sg-0123456789abcdef0"
	//       ],
	//       "SubnetId": "subnet-0123456789abcdef0"
	//     }
	//   ],
	//   "TagSpecifications": [
	//     {
	//       "ResourceType": "instance",
	//       "Tags": [
	//         {
	//           "Key": "Name",
	//           "Value": "web"
	//         }
	//       ]
	//     }
	//   ],
	//   "UserData": "[redacted 60 bytes]"
	// }
	// [i-00000000000000001] <nil>
}
