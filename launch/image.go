package launch

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// FromImage starts from an AMI and an instance type, one instance. The AMI is
// given by its ID, or as "resolve:ssm:" and the name of a Systems Manager
// parameter that holds the ID. Neither may be empty: what a launch template
// names is left out of [FromTemplate].
func FromImage(ami string, t types.InstanceType) Builder {
	b := Builder{}.Image(ami).InstanceType(t).Count(Exactly(1))
	if t == "" {
		return b.missing("InstanceType", "InstanceType", "FromImage must be given an instance type, such as m7i.large")
	}
	return b
}

// Image sets the AMI, in place of an earlier one or of that in a launch
// template.
func (b Builder) Image(ami string) Builder {
	b.in.ImageId = new(ami)
	return b
}

// InstanceType sets the instance type, in place of an earlier one or of that in
// a launch template. An empty one takes an earlier one back.
func (b Builder) InstanceType(t types.InstanceType) Builder {
	b.in.InstanceType, b.faults = t, b.faults.Of("InstanceType")
	return b
}

// EBSOptimized sets whether the instance has bandwidth of its own for EBS. The
// default is the type's: current instance types always do; older ones charge
// for it. See the rule ebs-optimized-unsupported.
func (b Builder) EBSOptimized(on bool) Builder {
	b.in.EbsOptimized = new(on)
	return b
}
