package launch

import "github.com/aws/aws-sdk-go-v2/service/ec2/types"

// FromImage starts from an AMI and an instance type, one instance. The AMI is
// given by its ID, or as "resolve:ssm:" and the name of a Systems Manager
// parameter that holds the ID.
func FromImage(ami string, t types.InstanceType) Builder {
	return Builder{}.Image(ami).InstanceType(t).Count(Exactly(1))
}

// Image sets the AMI, for instance in place of the one in a launch template.
func (b Builder) Image(ami string) Builder {
	b.in.ImageId = new(ami)
	return b
}

// InstanceType sets the instance type, for instance in place of the one in a
// launch template. EC2 has no default of its own.
func (b Builder) InstanceType(t types.InstanceType) Builder {
	b.in.InstanceType = t
	return b
}

// EBSOptimized sets whether the instance has bandwidth of its own for EBS.
// Current instance types always do; older ones charge for it. See the rule
// ebs-optimized-unsupported.
func (b Builder) EBSOptimized(on bool) Builder {
	b.in.EbsOptimized = new(on)
	return b
}
