package rules_test

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice/rules"
	"github.com/ec2launch/ec2launch/validate"
)

// The rules on volumes alone.
func ExampleRules() {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(v.Check(&ec2.RunInstancesInput{
		BlockDeviceMappings: []types.BlockDeviceMapping{{
			DeviceName: new("/dev/sdf"),
			Ebs:        &types.EbsBlockDevice{VolumeType: types.VolumeTypeIo2, VolumeSize: new(int32(100))},
		}},
	}))
	// Output:
	// BlockDeviceMappings[0].Ebs.Iops: must be given: io2 volumes have no default [volume-iops-required]
}

// What only KMS can tell of a volume.
func ExampleAccountRules() {
	for _, r := range rules.AccountRules() {
		if slices.Contains(r.Asks, validate.Asked(validate.EncryptionKey)) {
			fmt.Println(r.ID)
		}
	}
	// Output:
	// volume-key-state-unsupported
}
