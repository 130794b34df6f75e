package annotate_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/annotate"
)

func Example() {
	document := []byte(`{
  "ImageId": "ami-0abcdef1234567890",
  "InstanceType": "m7i.large",
  "BlockDeviceMappings": [
    {"DeviceName": "/dev/sdf", "Ebs": {"VolumeType": "gp3", "VolumeSize": 20, "Iops": 2999}}
  ]
}`)
	request, err := launch.DecodeCLI(bytes.NewReader(document))
	if err != nil {
		fmt.Println(err)
		return
	}
	file := annotate.Locate("web.json", document, launch.Check(request))
	if err := annotate.GitHub(os.Stdout, file); err != nil {
		fmt.Println(err)
	}
	// Output:
	// ::error file=web.json,line=5,col=79,title=volume-iops-range::BlockDeviceMappings[0].Ebs.Iops = 2999: gp3 volumes take 3000 to 80000 IOPS [volume-iops-range; Override gp3-iops-min]
}

// A report that is there already needs no document. Its violations stand at the
// file as a whole.
func ExampleFile() {
	file := annotate.File{Name: "web.json", Report: launch.Check(nil)}
	if err := annotate.GitHub(os.Stdout, file); err != nil {
		fmt.Println(err)
	}
	// Output:
	// ::error file=web.json,title=request-required::request: there is no request to check [request-required]
}

func ExampleGitHub() {
	document := []byte(`{"ImageId": "ami-0abcdef1234567890", "InstanceType": "m7i.large",
 "SecurityGroupIds": ["sg-0123456789abcdef0", "sg-0123456789abcdef0"]}`)
	request, err := launch.DecodeCLI(bytes.NewReader(document))
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := annotate.GitHub(os.Stdout, annotate.Locate("web.json", document, launch.Check(request))); err != nil {
		fmt.Println(err)
	}
	// Output:
	// ::warning file=web.json,line=2,col=47,title=security-group-unique::SecurityGroupIds[1] = "sg-0123456789abcdef0": should not be listed twice; drop it, as SecurityGroupIds[0] has it [security-group-unique]
}

// The report may be on the input of any call.
func ExampleLocate() {
	document := []byte(`{
  "LaunchTemplateName": "web",
  "LaunchTemplateData": {
    "InstanceType": "m7i.large",
    "SecurityGroupIds": ["sg-1"]
  }
}`)
	var call ec2.CreateLaunchTemplateInput
	if err := launch.DecodeCallCLI(bytes.NewReader(document), &call); err != nil {
		fmt.Println(err)
		return
	}
	report, _ := launch.CheckCall(&call)
	if err := annotate.GitHub(os.Stdout, annotate.Locate("template.json", document, report)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// ::error file=template.json,line=5,col=26,title=security-group-id-format::LaunchTemplateData.SecurityGroupIds[0] = "sg-1": must be sg- and 8 or 17 lower-case hexadecimal digits (EC2 may store the template all the same, but not launch from it) [security-group-id-format]
}

func ExampleSARIF() {
	var log bytes.Buffer
	file := annotate.File{Report: launch.Check(nil)}
	if err := annotate.SARIF(&log, launch.Rules(), file); err != nil {
		fmt.Println(err)
		return
	}
	lines := strings.Split(log.String(), "\n")
	at := slices.Index(lines, `      "results": [`)
	fmt.Println(strings.Join(lines[at:at+11], "\n"))
	// Output:
	//       "results": [
	//         {
	//           "ruleId": "request-required",
	//           "ruleIndex": 0,
	//           "level": "error",
	//           "message": {
	//             "text": "request: there is no request to check [request-required]"
	//           },
	//           "properties": {
	//             "code": "MissingParameter"
	//           }
}

func ExampleUndecoded() {
	document := []byte(`{
  "ImageID": "ami-0abcdef1234567890",
  "MaxCount": "1"
}`)
	if _, err := launch.DecodeCLI(bytes.NewReader(document)); err != nil {
		err = annotate.GitHub(os.Stdout, annotate.Undecoded("web.json", document, err))
		if err != nil {
			fmt.Println(err)
		}
	}
	// Output:
	// ::error file=web.json,line=2,col=3,title=decode::ImageID: unknown member; did you mean "ImageId"?
	// ::error file=web.json,line=3,col=15,title=decode::MaxCount: integer expected, found a string; write it without quotes
}

// A program that prints reports in a form of its own says where the violations
// stand.
func ExampleFile_Position() {
	document := []byte("{\n  \"ImageID\": \"ami-0abcdef1234567890\"\n}")
	_, err := launch.DecodeCLI(bytes.NewReader(document))
	file := annotate.Undecoded("web.json", document, err)
	for _, v := range file.Report.Violations {
		line, column := file.Position(v)
		fmt.Printf("%s:%d:%d: %s\n", file.Name, line, column, v.Message)
	}
	// Output: web.json:2:3: unknown member; did you mean "ImageId"?
}

func ExampleUnread() {
	_, err := os.ReadFile("absent.json")
	err = annotate.GitHub(os.Stdout, annotate.Unread("absent.json", err))
	if err != nil {
		fmt.Println(err)
	}
	// Output: ::error file=absent.json,title=ec2launch::open absent.json: no such file or directory
}
