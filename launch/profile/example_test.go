package profile_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/profile"
)

func ExampleName() {
	var in ec2.RunInstancesInput
	profile.Name("web").Apply(&in)
	fmt.Println(*in.IamInstanceProfile.Name)
	// Output: web
}

// The ARN replaces the name: EC2 does not take both.
func ExampleARN() {
	var in ec2.RunInstancesInput
	profile.Name("web").Apply(&in)
	profile.ARN("arn:aws:iam::111122223333:instance-profile/web").Apply(&in)
	fmt.Println(*in.IamInstanceProfile.Arn, in.IamInstanceProfile.Name == nil)
	// Output: arn:aws:iam::111122223333:instance-profile/web true
}

func ExampleProfile() {
	fmt.Println(profile.Name("web"), profile.Name("web").Equal(profile.Name("db")))
	// Output: {"IamInstanceProfile":{"Name":"web"}} false
}
