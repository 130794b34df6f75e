package main

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// TestAllHaveTheFiguresOfTheLimits names what is written by hand and did not
// follow a limit.
func TestAllHaveTheFiguresOfTheLimits(t *testing.T) {
	accepted := 0
	for document, in := range atFigures() {
		report := rules.Check(in)
		valid := len(report.Violations) == 0
		if byHand(in) != valid {
			t.Errorf("%s: byhand*.go says %t, the rules %t\n%v", document, !valid, valid, report)
		}
		if !valid {
			continue
		}
		accepted++
		if err := mapRules.Struct(in); err != nil {
			t.Errorf("%s: maprules.go refuses what the rules accept: %v", document, err)
		}
		if err := schema.Validate(decodedOf(in)); err != nil {
			t.Errorf("%s: schema.json refuses what the rules accept: %v", document, err)
		}
	}
	if accepted < 500 {
		t.Errorf("the rules accept only %d of the documents", accepted)
	}
}

// atFigures lays each document of documentsAt over the rich request, at every
// figure of a limit and beside it.
func atFigures() iter.Seq2[string, *ec2.RunInstancesInput] {
	spec := must(rich().Build())
	return func(yield func(string, *ec2.RunInstancesInput) bool) {
		for _, n := range figures() {
			for _, document := range documentsAt(n) {
				in := spec.Input()
				if err := clijson.DecodeFragment(in, strings.NewReader(document)); err != nil {
					panic(document + ": " + err.Error())
				}
				if !yield(document, in) {
					return
				}
			}
		}
	}
}

// figures are those of all limits in the latest edition, and the numbers beside
// them, in order.
func figures() []int64 {
	var all []int64
	for _, r := range launch.Rules() {
		for l := range r.Figures() {
			if n, ok := l.In(validate.Latest); ok {
				all = append(all, n-1, n, n+1)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// documentsAt sets one member each to n. What else they set leaves room for it.
func documentsAt(n int64) []string {
	all := []string{
		fmt.Sprintf(`{"CpuOptions":{"CoreCount":1,"ThreadsPerCore":%d}}`, n),
		fmt.Sprintf(`{"InstanceType":"r4.4xlarge","NetworkInterfaces":[],"BlockDeviceMappings":[{"DeviceName":"/dev/sdf",`+
			`"Ebs":{"VolumeType":"io1","VolumeSize":10000,"Iops":%d}}]}`, n), // not on Nitro
	}
	if 0 <= n && n <= 100 {
		all = append(all, `{"NetworkInterfaces":[{"DeviceIndex":0,"Groups":[`+groupIDs(n)+`]}]}`)
	}
	for _, kind := range append(types.VolumeType("").Values(), "") {
		for _, members := range []string{
			`"VolumeSize":%d`, `"VolumeSize":%d,"Iops":3000`, `"VolumeSize":10000,"Iops":%d`,
			`"VolumeSize":10000,"Iops":10000,"Throughput":%d`,
		} {
			for _, device := range []string{"/dev/xvda", "/dev/sdf"} {
				all = append(all, fmt.Sprintf(`{"BlockDeviceMappings":[{"DeviceName":%q,"Ebs":{"VolumeType":%q,`+
					members+`}}]}`, device, kind, n))
			}
		}
	}
	return all
}

// groupIDs lists the IDs of n security groups.
func groupIDs(n int64) string {
	ids := make([]string, n)
	for i := range ids {
		ids[i] = fmt.Sprintf(`"sg-%017x"`, i)
	}
	return strings.Join(ids, ",")
}
