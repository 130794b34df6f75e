package launch_test

import (
	"errors"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

func TestGuard(t *testing.T) {
	srv := launchtest.Start(t)
	client := srv.Client(launch.Guard, launch.Guard) // twice does no harm
	wrong := base().Count(launch.Between(3, 2)).Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(8)).IOPS(1))
	in := &ec2.RunInstancesInput{}
	wrong.Edit(func(raw *ec2.RunInstancesInput) { *in = *raw })

	_, err := client.RunInstances(t.Context(), in)
	if n := len(srv.Requests()); n != 0 {
		t.Fatalf("%d requests reached the endpoint", n)
	}
	report, ok := errors.AsType[*validate.Error](err)
	if !ok || len(report.Violations) != 2 {
		t.Fatalf("got %v, want both violations", err)
	}
	if api, ok := errors.AsType[smithy.APIError](err); !ok || api.ErrorCode() != "InvalidParameterValue" {
		t.Errorf("not an API error with EC2's code: %v", err)
	}

	if _, err := client.RunInstances(t.Context(), build(t, base()).Input()); err != nil {
		t.Errorf("a valid request is refused: %v", err)
	}
	if _, err := client.DescribeInstances(t.Context(), nil); err != nil {
		t.Errorf("another call is refused: %v", err)
	}
}
