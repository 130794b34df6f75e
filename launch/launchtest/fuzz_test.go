package launchtest_test

import (
	"encoding/xml"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// Whatever is posted is answered with a document: a result, or an EC2 error with a code.
func FuzzAnyFormIsAnswered(f *testing.F) {
	const run = "Action=RunInstances&Version=2016-11-15&ImageId=ami-0abcdef1234567890&MinCount=1&MaxCount=2"
	for _, form := range []string{
		"",
		"%zz",
		run,
		run + "&NetworkInterface.2.PrivateIpAddresses.3.Primary=true&SubnetId=subnet-1",
		run + "&TagSpecification.1.ResourceType=instance&TagSpecification.1.Tag.1.Key=%00",
		run + "&SecurityGroupId.1.1=x&.=&..1",
		"Action=DescribeInstances&Version=2016-11-15&Filter.1.Name=tag:a&Filter.1.Value.1=*\\",
		"Action=TerminateInstances&Version=2016-11-15&InstanceId.1=i-00000000000000001",
		"Action=CreateTags&Version=2016-11-15&ResourceId.1=subnet-1&Tag.1.Key=a&Tag.1.Value=b",
		"Action=DescribeTags&Version=2016-11-15&MaxResults=5&Filter.1.Name=key",
		"Action=DescribeInstanceTypeOfferings&Version=2016-11-15&LocationType=region&NextToken=x",
		"Action=ModifyInstanceAttribute&Version=2016-11-15&InstanceId=i-00000000000000001&UserData.Value=*",
		"Action=CreateLaunchTemplate&Version=2016-11-15&LaunchTemplateName=a&LaunchTemplateData.MetadataOptions.HttpTokens=required",
		"Action=DescribeLaunchTemplateVersions&Version=2016-11-15&MinVersion=-1&LaunchTemplateVersion.1=$Latest",
		"Action=DescribeInstanceAttribute&Version=2016-11-15&InstanceId=i-1&Attribute=kernel",
	} {
		f.Add(form)
	}
	f.Fuzz(func(t *testing.T, form string) {
		srv := launchtest.Start(t, launchtest.Capacity("us-east-1a", 2))
		launch(t, srv, request("token", 1))
		answer, err := http.Post(*srv.Config().BaseEndpoint, "application/x-www-form-urlencoded", strings.NewReader(form))
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		document, err := io.ReadAll(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		var got struct {
			Code string `xml:"Errors>Error>Code"`
		}
		if err := xml.Unmarshal(document, &got); err != nil {
			t.Fatalf("status %d, not a document: %v", answer.StatusCode, err)
		}
		if (answer.StatusCode == http.StatusOK) != (got.Code == "") {
			t.Errorf("status %d with code %q", answer.StatusCode, got.Code)
		}
		if got.Code == "InternalError" {
			t.Errorf("an error without a code of its own:\n%s", document)
		}
	})
}
