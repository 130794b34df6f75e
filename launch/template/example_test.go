package template_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/validate"
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

// The data of a template that launches what a spec does.
func ExampleFromSpec() {
	spec, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).KeyName("ops").Build()
	if err != nil {
		panic(err)
	}
	data, err := template.FromSpec(spec)
	fmt.Println(*data.ImageId, data.InstanceType, *data.KeyName, err)

	_, err = template.FromSpec(template.Raw(&ec2.RunInstancesInput{SubnetId: new("subnet-0123456789abcdef0")}))
	fmt.Println(err)
	// Output:
	// ami-0123456789abcdef0 m7i.large ops <nil>
	// template: launch template data has no SubnetId
}

// What a request launches with its template, where each part comes from, and
// what the two make only together.
func ExampleMerge() {
	data := &types.RequestLaunchTemplateData{
		ImageId:      new("ami-0123456789abcdef0"),
		InstanceType: types.InstanceTypeM7iLarge,
		NetworkInterfaces: []types.LaunchTemplateInstanceNetworkInterfaceSpecificationRequest{{
			DeviceIndex: new(int32(0)), Groups: []string{"sg-0123456789abcdef0"},
		}},
	}
	m, err := template.Merge(data, template.Raw(&ec2.RunInstancesInput{
		MinCount: new(int32(1)), MaxCount: new(int32(1)), InstanceType: types.InstanceTypeM7iXlarge,
		SubnetId: new("subnet-0123456789abcdef0"),
	}))
	if err != nil {
		panic(err)
	}
	fmt.Println(m.Input().InstanceType, "from the", m.Origin("InstanceType"))
	fmt.Println(*m.Input().ImageId, "from the", m.Origin("ImageId"))

	rules, err := validate.NewValidator(launch.Rules())
	if err != nil {
		panic(err)
	}
	for _, v := range m.Check(rules).Violations {
		fmt.Println(v.Path, "and", v.With[0], "break", v.Rule)
	}
	// Output:
	// m7i.xlarge from the request
	// ami-0123456789abcdef0 from the template
	// SubnetId and LaunchTemplateData.NetworkInterfaces break top-level-interface-conflict
}

func ExampleTemplate() {
	fmt.Println(template.Name("web").Version("3"), template.Name("web").Equal(template.ID("lt-0123456789abcdef0")))
	// Output: {"LaunchTemplate":{"LaunchTemplateName":"web","Version":"3"}} false
}
