package template_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch/template"
)

// A version by its number, so that the launch can be repeated.
func ExampleName() {
	var in ec2.RunInstancesInput
	template.Name("web").Version("3").Apply(&in)
	fmt.Println(*in.LaunchTemplate.LaunchTemplateName, *in.LaunchTemplate.Version)
	// Output: web 3
}

// The ID replaces the name, and the version with it.
func ExampleID() {
	var in ec2.RunInstancesInput
	template.Name("web").Version("3").Apply(&in)
	template.ID("lt-0123456789abcdef0").Apply(&in)
	fmt.Println(*in.LaunchTemplate.LaunchTemplateId, in.LaunchTemplate.Version == nil)
	// Output: lt-0123456789abcdef0 true
}
