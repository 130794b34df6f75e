// Package guard shows code that uses the AWS SDK already, and gains the checks
// by one argument where its client is made.
package guard_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

// startDatabase stands for the existing code. It knows nothing of this library.
func startDatabase(ctx context.Context, client *ec2.Client, iops int32) error {
	_, err := client.RunInstances(ctx, &ec2.RunInstancesInput{
		ImageId:      new("ami-0abcdef1234567890"),
		InstanceType: types.InstanceTypeR7iLarge,
		MinCount:     new(int32(1)),
		MaxCount:     new(int32(1)),
		BlockDeviceMappings: []types.BlockDeviceMapping{{
			DeviceName: new("/dev/sdf"),
			Ebs:        &types.EbsBlockDevice{VolumeType: types.VolumeTypeIo2, VolumeSize: new(int32(100)), Iops: &iops},
		}},
	})
	if refusal, ok := errors.AsType[smithy.APIError](err); ok {
		return fmt.Errorf("no database, %s: %w", refusal.ErrorCode(), err)
	}
	return err
}

// The code's own handling of EC2's error codes meets the same codes. Whoever
// wants to know who refused can tell.
func Example() {
	srv := launchtest.New()
	defer srv.Close()
	client := ec2.NewFromConfig(srv.Config(), launch.Guard)

	err := startDatabase(context.Background(), client, 99)
	fmt.Println(err)
	_, ours := errors.AsType[*validate.Error](err)
	fmt.Println("refused by the guard:", ours, "- requests sent:", len(srv.Requests()))

	err = startDatabase(context.Background(), client, 5000)
	fmt.Println(err, "- requests sent:", len(srv.Requests()))
	// Output:
	// no database, InvalidParameterValue: operation error EC2: RunInstances, invalid launch request: BlockDeviceMappings[0].Ebs.Iops = 99: io2 volumes take 100 to 256000 IOPS [volume-iops-range; Override io-iops-min]
	// refused by the guard: true - requests sent: 0
	// <nil> - requests sent: 1
}

// A limit of the house is set once, for all launches through the client.
func Example_ownValidator() {
	srv := launchtest.New()
	defer srv.Close()
	house, err := validate.NewValidator(launch.Rules(), validate.Override("io2-iops-max", 4000))
	if err != nil {
		fmt.Println(err)
		return
	}
	client := ec2.NewFromConfig(srv.Config(), launch.GuardWith(house))

	err = startDatabase(context.Background(), client, 5000)
	for _, v := range violations(err) {
		fmt.Println(v.Path, v.Message)
	}
	// Output:
	// BlockDeviceMappings[0].Ebs.Iops io2 volumes take 100 to 4000 IOPS
}

func violations(err error) []validate.Violation {
	if refusal, ok := errors.AsType[*validate.Error](err); ok {
		return refusal.Violations
	}
	return nil
}
