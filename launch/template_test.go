package launch_test

import (
	"errors"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/network"
	"github.com/ec2launch/ec2launch/validate"
)

func TestTemplateDataIsCheckedAsATemplate(t *testing.T) {
	base := launch.Builder{}.InstanceType(types.InstanceTypeM6iLarge).
		Network(network.Interfaces(network.NewInterface(0).SecurityGroups("sg-0123456789abcdef0"))).UserDataText("hi")
	data, err := base.TemplateData() // without an image, which the request gives
	if err != nil || data.ImageId != nil || *data.UserData != "aGk=" || data.NetworkInterfaces[0].Groups[0] != "sg-0123456789abcdef0" {
		t.Errorf("got %+v, %v", data, err)
	}
	_, err = base.Device("/dev/sdf", blockdevice.GP3(blockdevice.GiB(8)).IOPS(1)).TemplateData()
	refusal, ok := errors.AsType[*validate.Error](err)
	if !ok || refusal.Violations[0].Path != "BlockDeviceMappings[0].Ebs.Iops" {
		t.Errorf("got %v", err)
	}
	if _, err = base.Edit(nil).TemplateData(); err == nil {
		t.Error("a misuse of the builder is no error")
	}
	_, err = base.ClientToken("x").TemplateData()
	if lost, ok := errors.AsType[*template.LostError](err); !ok || lost.Members[0] != "ClientToken" {
		t.Errorf("got %v", err)
	}
}
