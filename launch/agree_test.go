//go:build !race

package launch

import (
	"testing"

	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// Every rule on launches reads what it says it reads, on the examples of all and on
// requests that break several rules.
func TestRulesAgreeWithTheirDeclarations(t *testing.T) {
	ruletest.Agree(t, launchRules(), `{"BlockDeviceMappings":[{"DeviceName":"/dev/sda1","Ebs":{"VolumeSize":30}},`+
		`{"DeviceName":"/dev/xvda","NoDevice":"","Ebs":{"VolumeSize":30}}]}`,
		`{"InstanceType":"t3.micro","NetworkInterfaces":[{"DeviceIndex":0,"EnaQueueCount":1},{"DeviceIndex":1},`+
			`{"DeviceIndex":2}]}`,
		`{"InstanceMarketOptions":{"SpotOptions":{"MaxPrice":"0.1"}},"TagSpecifications":`+
			`[{"ResourceType":"spot-instances-request","Tags":[{"Key":"Name","Value":"web"}]}]}`)
}
