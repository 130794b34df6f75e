// Package database shows facts about instance types at work: the host of a
// database is the smallest type that sustains the IOPS of its volume.
package database_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/tags"
)

// host returns the smallest type of a family that sustains so many IOPS. A type
// of which that is not known does not count.
func host(family string, iops int32) (types.InstanceType, error) {
	found, err := instancetype.Select(instancetype.Embedded(),
		instancetype.Named(family+".*"),
		instancetype.IsNot(instancetype.FactBareMetal),
		instancetype.AtLeast(instancetype.FactEBSBaselineIOPS, float64(iops)),
	)
	if err != nil {
		return "", err
	}
	if len(found) == 0 {
		return "", fmt.Errorf("no type of %s sustains %d IOPS", family, iops)
	}
	return found[0].Type(), nil // they are in the order of their sizes
}

// database builds a database on an encrypted volume that outlives its host.
func database(family string, iops int32) (launch.Spec, error) {
	instanceType, err := host(family, iops)
	if err != nil {
		return launch.Spec{}, err
	}
	return launch.FromImage("ami-0abcdef1234567890", instanceType).
		Device("/dev/sdf", blockdevice.IO2(blockdevice.GiB(500), iops).KMSKey("alias/database").DeleteOnTermination(false)).
		TerminationProtection(true).
		RequireIMDSv2().
		Tags(tags.Instance(tags.T{"Name": "database"}), tags.Volume(tags.T{"Name": "database"})).
		Build()
}

func Example() {
	for _, iops := range []int32{10_000, 40_000, 250_000} {
		spec, err := database("r7i", iops)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(iops, "IOPS on", spec.Input().InstanceType)
	}
	// Output:
	// 10000 IOPS on r7i.2xlarge
	// 40000 IOPS on r7i.8xlarge
	// no type of r7i sustains 250000 IOPS
}
