package cpu_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/cpu"
)

// A test machine that shall cost no more than its price: it slows down instead.
func ExampleCredits() {
	var in ec2.RunInstancesInput
	cpu.Standard.Apply(&in)
	fmt.Println(*in.CreditSpecification.CpuCredits)

	_, err := launch.FromImage("ami-0123456789abcdef0", types.InstanceTypeM7iLarge).Credits(cpu.Unlimited).Build()
	fmt.Println(err)
	// Output:
	// standard
	// invalid launch request: CreditSpecification: must not be given: m7i.large is not burstable and takes no CPU credits; drop CreditSpecification [credit-type-unsupported; Facts]
}
