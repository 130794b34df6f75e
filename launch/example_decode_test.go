package launch_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
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

// All faults of a document are told at once, and each with its place.
func ExampleDecodeErrors() {
	_, err := launch.DecodeCLI(strings.NewReader(`{
  "ImageID": "ami-0123456789abcdef0",
  "MaxCount": "1"
}`))
	if faults, ok := errors.AsType[*launch.DecodeErrors](err); ok {
		for _, fault := range faults.Faults {
			fmt.Printf("%d:%d %s: %s\n", fault.Line, fault.Column, fault.Path, fault.Message)
		}
	}
	// Output:
	// 2:3 ImageID: unknown member; did you mean "ImageId"?
	// 3:15 MaxCount: integer expected, found a string; write it without quotes
}

// Of a document with many faults, those that are kept are not all.
func ExampleDecodeErrors_More() {
	_, err := launch.DecodeCLI(strings.NewReader(`{"SecurityGroups": [1` + strings.Repeat(",1", 99) + `]}`))
	if faults, ok := errors.AsType[*launch.DecodeErrors](err); ok {
		fmt.Println(len(faults.Faults), faults.More())
	}
	// Output: 20 true
}

// A log has the place of each fault in members of its own.
func ExampleDecodeErrors_LogValue() {
	_, err := launch.DecodeCLI(strings.NewReader(`{"ImageID": "ami-0123456789abcdef0"}`))
	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		},
	}))
	log.Error("no request", "faults", err)
	// Output:
	// level=ERROR msg="no request" faults.0.path=ImageID faults.0.line=1 faults.0.column=2 faults.0.message="unknown member; did you mean \"ImageId\"?"
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
