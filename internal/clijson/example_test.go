package clijson_test

import (
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/internal/clijson"
)

func ExampleDecode() {
	_, err := clijson.Decode(strings.NewReader(`{
  "ImageId": "ami-0abcdef1234567890",
  "BlockDeviceMappings": [
    {"DeviceName": "/dev/xvda", "Ebs": {"Iop": 3000}}
  ]
}`))
	fmt.Println(err)
	// Output:
	// line 4, column 41: BlockDeviceMappings[0].Ebs.Iop: unknown member; did you mean "Iops"?
}

func ExampleEncode() {
	text, err := clijson.Encode(&ec2.RunInstancesInput{
		ImageId:  new("ami-0abcdef1234567890"),
		UserData: new("IyEvYmluL3NoCg=="),
	}, clijson.Indent("  "))
	fmt.Println(string(text), err)
	// Output:
	// {
	//   "ImageId": "ami-0abcdef1234567890",
	//   "UserData": "[redacted 10 bytes]"
	// } <nil>
}
