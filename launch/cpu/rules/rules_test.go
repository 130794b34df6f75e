package rules

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/instancetype"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
	"github.com/ec2launch/ec2launch/validate/ruletest/inventory"
)

var all = slices.Concat(Rules(), AccountRules())

func TestRules(t *testing.T) { ruletest.Run(t, all) }

func TestAgree(t *testing.T) { ruletest.Agree(t, all) }

func TestStyle(t *testing.T) { ruletest.Style(t, all) }

func TestInventory(t *testing.T) {
	inventory.Run(t, inventory.Load(t, "testdata/inventory.json"), Rules())
}

func TestBareMetalTypesAreNamedSo(t *testing.T) {
	for info := range instancetype.All() {
		named := bareMetal(&validate.Pass{Input: &ec2.RunInstancesInput{InstanceType: info.Type()}})
		if known := info.BareMetal(); known != instancetype.Unknown && named != (known == instancetype.Yes) {
			t.Errorf("%s: bare metal by its name %t, by the facts %v", info.Type(), named, known)
		}
	}
}

// EC2 gave m6a and u-*tb1 types new core counts since.
func TestCoreCountsThatWereRevisedOnlyWarnIn2023(t *testing.T) {
	for _, spec := range []string{
		`{"InstanceType":"m6a.8xlarge","CpuOptions":{"CoreCount":2,"ThreadsPerCore":2}}`,
		`{"InstanceType":"u-6tb1.112xlarge","CpuOptions":{"CoreCount":8,"ThreadsPerCore":2}}`,
	} {
		for _, v := range ruletest.Check(t, Rules(), spec, validate.In(validate.Spring2023)) {
			if v.Severity != validate.SeverityWarning {
				t.Errorf("%s: %v", spec, v)
			}
		}
	}
}
