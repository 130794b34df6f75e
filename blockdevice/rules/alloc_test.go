//go:build !race

package rules_test

import (
	"testing"

	"github.com/ec2launch/ec2launch/blockdevice/rules"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// rich is a valid request that most rules have a look at.
const rich = `{"InstanceType":"m3.large","BlockDeviceMappings":[
	{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":30,"Encrypted":true,"KmsKeyId":"alias/root"}},
	{"DeviceName":"/dev/sdb","VirtualName":"ephemeral0"},
	{"DeviceName":"/dev/sdc","NoDevice":""},
	{"DeviceName":"/dev/sdf","Ebs":{"VolumeSize":500,"VolumeType":"gp3","Iops":6000,"Throughput":500,
		"DeleteOnTermination":true}},
	{"DeviceName":"/dev/sdg","Ebs":{"VolumeSize":500,"VolumeType":"io2","Iops":30000,"DeleteOnTermination":true,
		"EbsCardIndex":0}},
	{"DeviceName":"/dev/sdh","Ebs":{"SnapshotId":"snap-0123456789abcdef0","VolumeType":"st1",
		"VolumeInitializationRate":200,"DeleteOnTermination":false}}]}`

func TestValidRequestCostsNoAllocation(t *testing.T) {
	in := ruletest.Request(t, rich)
	for _, r := range rules.Rules() {
		if r.Check == nil {
			continue // run by the engine
		}
		v := ruletest.Validator(t, []*validate.Rule{r}, validate.Advise())
		if report := v.Check(in); len(report.Violations) > 0 {
			t.Fatal(report)
		}
		if n := testing.AllocsPerRun(100, func() { v.Check(in) }); n > 0 {
			t.Errorf("%s: %v allocations", r.ID, n)
		}
	}
}
