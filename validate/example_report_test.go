package validate_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/validate"
)

// report2026 is what the edition 2026 finds in the request of the examples.
func report2026() validate.Report {
	v, err := validate.NewValidator(launch.Rules(), validate.In(validate.Autumn2026))
	if err != nil {
		panic(err)
	}
	return v.Check(request())
}

// A report reads back from its JSON as it was.
func ExampleReport_MarshalJSON() {
	text, err := json.MarshalIndent(report2026(), "", "  ")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(text))
	var back validate.Report
	if err := json.Unmarshal(text, &back); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(back)
	// Output:
	// {
	//   "violations": [
	//     {
	//       "rule": "volume-iops-range",
	//       "severity": "error",
	//       "path": "BlockDeviceMappings[0].Ebs.Iops",
	//       "value": 1000000,
	//       "message": "gp3 volumes take 3000 to 80000 IOPS",
	//       "code": "InvalidParameterValue",
	//       "basis": "inferred",
	//       "url": "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html",
	//       "limit": "gp3-iops-max"
	//     }
	//   ],
	//   "edition": "2026"
	// }
	// BlockDeviceMappings[0].Ebs.Iops = 1000000: gp3 volumes take 3000 to 80000 IOPS [volume-iops-range; Override gp3-iops-max]
}

// In a structured log, each violation is a group of its own.
func ExampleReport_LogValue() {
	log := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	log.Warn("checked", "report", report2026())
	// Output:
	// {"level":"WARN","msg":"checked","report":{"edition":"2026","0":{"rule":"volume-iops-range","severity":"error","path":"BlockDeviceMappings[0].Ebs.Iops","value":1000000,"message":"gp3 volumes take 3000 to 80000 IOPS","code":"InvalidParameterValue","limit":"gp3-iops-max"}}}
}

// The error of a report tells its rules, its paths and the codes of EC2.
func ExampleError() {
	err := launch.Check(request()).Err()
	if refused, ok := errors.AsType[*validate.Error](err); ok {
		for _, v := range refused.Violations {
			fmt.Println(v.Rule, v.Path, v.Code)
		}
	}
	// Output:
	// volume-iops-range BlockDeviceMappings[0].Ebs.Iops InvalidParameterValue
}

// A violation is an error with the code of EC2's own.
func ExampleViolation() {
	err := launch.Check(request()).Err()
	if v, ok := errors.AsType[*validate.Violation](err); ok {
		fmt.Println(v)
		fmt.Println(v.ErrorCode())
	}
	// Output:
	// BlockDeviceMappings[0].Ebs.Iops = 1000000: gp3 volumes take 3000 to 80000 IOPS [volume-iops-range; Override gp3-iops-max]
	// InvalidParameterValue
}

// Code that knows the SDK's errors alone learns of the first violation, and how
// many more there are.
func ExampleError_ErrorMessage() {
	in := request()
	in.MaxCount = new(int32(0))
	if refused, ok := errors.AsType[*validate.Error](launch.Check(in).Err()); ok {
		fmt.Println(refused.ErrorCode(), refused.ErrorFault())
		fmt.Println(refused.ErrorMessage())
	}
	// Output:
	// InvalidParameterValue client
	// MaxCount = 0: must be at least 1 (and 1 more)
}
