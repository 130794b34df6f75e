package launcher

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// API is what a [Launcher] calls. [*ec2.Client] has it. A launch that neither
// waits nor rolls back needs only the permission for RunInstances; the others
// serve to find instances whose launch was not answered, to wait for them, and
// to roll back.
//
// A test double embeds API and has the methods that it is asked for.
type API interface {
	RunInstances(context.Context, *ec2.RunInstancesInput, ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error)
	DescribeInstances(context.Context, *ec2.DescribeInstancesInput,
		...func(*ec2.Options)) (*ec2.DescribeInstancesOutput, error)
	DescribeInstanceStatus(context.Context, *ec2.DescribeInstanceStatusInput,
		...func(*ec2.Options)) (*ec2.DescribeInstanceStatusOutput, error)
	TerminateInstances(context.Context, *ec2.TerminateInstancesInput,
		...func(*ec2.Options)) (*ec2.TerminateInstancesOutput, error)
}
