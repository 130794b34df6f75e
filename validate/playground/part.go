package playground

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/validate"
)

// partial returns a request that is to hold a part of one. Its launch template
// keeps the rules from asking for the rest.
func partial() *ec2.RunInstancesInput {
	template := types.LaunchTemplateSpecification{LaunchTemplateName: new("playground")}
	return &ec2.RunInstancesInput{LaunchTemplate: &template}
}

func setAll(in *ec2.RunInstancesInput, all ec2.RunInstancesInput) { *in = all }

func setMapping(in *ec2.RunInstancesInput, m types.BlockDeviceMapping) {
	in.BlockDeviceMappings = []types.BlockDeviceMapping{m}
}

func setVolume(in *ec2.RunInstancesInput, volume types.EbsBlockDevice) {
	setMapping(in, types.BlockDeviceMapping{Ebs: &volume})
}

func setInterface(in *ec2.RunInstancesInput, nic types.InstanceNetworkInterfaceSpecification) {
	in.NetworkInterfaces = []types.InstanceNetworkInterfaceSpecification{nic}
}

// partOf returns what makes a request that holds a part, which set puts there.
func partOf[T any](set func(*ec2.RunInstancesInput, T)) func(T) any {
	return func(part T) any {
		in := partial()
		set(in, part)
		return in
	}
}

// templateOf returns a request to store the data of a launch template.
func templateOf(data types.RequestLaunchTemplateData) any {
	return &ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("playground"), LaunchTemplateData: &data}
}

// within returns the errors that rules find at a path of a call's input or below
// it, with their paths from there. The path of the input itself is "".
func within(rules *validate.Validator, in any, path string) []validate.Violation {
	var found []validate.Violation
	report, _ := rules.CheckCall(in)
	for _, v := range report.Violations {
		rest, below := strings.CutPrefix(v.Path, path)
		// What the engine itself refuses, as for a rule that failed, stands at
		// no path and cites no documentation. It counts everywhere.
		refused := v.Path == "" && v.URL == ""
		if v.Severity == validate.SeverityError && (below || refused) {
			v.Path = strings.TrimPrefix(rest, ".")
			found = append(found, v)
		}
	}
	return found
}
