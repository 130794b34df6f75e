package launch_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

// An editor shows the fault where it stands.
func ExampleDecodeError() {
	_, err := launch.DecodeCLI(strings.NewReader(`{
  "ImageId": "ami-0123456789abcdef0",
  "BlockDeviceMappings": [{"Ebs": {"VolumeSize": "100"}}]
}`))
	if fault, ok := errors.AsType[*launch.DecodeError](err); ok {
		fmt.Println(fault.Line, fault.Column, fault.Path)
		fmt.Println(fault.Message)
	}
	// Output:
	// 3 50 BlockDeviceMappings[0].Ebs.VolumeSize
	// integer expected, found a string; write it without quotes
}

// All faults of a document are told at once.
func ExampleDecodeErrors() {
	_, err := launch.DecodeCLI(strings.NewReader(`{
  "ImageID": "ami-0123456789abcdef0",
  "MaxCount": "1"
}`))
	fmt.Println(err)
	if faults, ok := errors.AsType[launch.DecodeErrors](err); ok {
		for _, fault := range faults {
			fmt.Println(fault.Path)
		}
	}
	// Output:
	// 2 faults
	// 	line 2, column 3: ImageID: unknown member; did you mean "ImageId"?
	// 	line 3, column 15: MaxCount: integer expected, found a string; write it without quotes
	// ImageID
	// MaxCount
}

// A service counts what its calls are found to break, the calls that pass too.
func ExampleOnReport() {
	v, err := validate.NewValidator(launch.Rules())
	if err != nil {
		fmt.Println(err)
		return
	}
	srv := launchtest.New()
	defer srv.Close()
	count := func(_ context.Context, operation string, report validate.Report) {
		fmt.Println(operation, "breaks", len(report.Violations), "rules")
	}
	client := ec2.NewFromConfig(srv.Config(), launch.GuardWith(v, launch.OnReport(count)))

	for _, image := range []string{"ami-0123456789abcdef0", "ubuntu"} {
		_, _ = client.RunInstances(context.Background(), &ec2.RunInstancesInput{
			ImageId: new(image), InstanceType: "m7i.large", MinCount: new(int32(1)), MaxCount: new(int32(1)),
		})
	}
	fmt.Println(len(srv.Requests()), "request sent")
	// Output:
	// RunInstances breaks 0 rules
	// RunInstances breaks 1 rules
	// 1 request sent
}

// A service answers a bad request with the fault.
func ExampleDecodeError_json() {
	_, err := launch.DecodeCLI(strings.NewReader(`{"ImageID": "ami-0123456789abcdef0"}`))
	if fault, ok := errors.AsType[*launch.DecodeError](err); ok {
		text, err := json.Marshal(fault)
		fmt.Println(string(text), err)
	}
	// Output:
	// {"path":"ImageID","offset":1,"line":1,"column":2,"message":"unknown member; did you mean \"ImageId\"?"} <nil>
}
