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

// within returns the errors that rules find at a path of a request or below it,
// with their paths from there. The path of the request itself is "".
func within(rules *validate.Validator, in *ec2.RunInstancesInput, path string) []validate.Violation {
	var found []validate.Violation
	for _, v := range rules.Check(in).Violations {
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
