package launchtest_test

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	ec2launch "github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/validate"
)

func TestJudgeRefusesWithEC2sCodeAndOurMessages(t *testing.T) {
	v, err := validate.NewValidator(ec2launch.Rules())
	if err != nil {
		t.Fatal(err)
	}
	srv := launchtest.Start(t, launchtest.Judge(v))
	in := request("token", 1)
	in.CreditSpecification = &types.CreditSpecificationRequest{CpuCredits: new("unlimited")}
	in.BlockDeviceMappings = []types.BlockDeviceMapping{{DeviceName: new("/dev/sdf"), Ebs: &types.EbsBlockDevice{
		VolumeType: types.VolumeTypeGp3, VolumeSize: new(int32(8)), Iops: new(int32(2999)),
	}}}
	want := ec2launch.Check(in)
	_, err = srv.Client().RunInstances(t.Context(), in)
	api, ok := err.(interface{ Unwrap() error })
	if !ok || code(err) != want.Violations[0].Code {
		t.Fatalf("got %v, want code %s", err, want.Violations[0].Code)
	}
	for _, v := range want.Violations {
		if v.Severity == validate.SeverityError && !strings.Contains(api.Unwrap().Error(), v.Message) {
			t.Errorf("does not say %q:\n%v", v.Message, err)
		}
	}
	in.DryRun = new(true)
	if _, err := srv.Client().RunInstances(t.Context(), in); code(err) != want.Violations[0].Code {
		t.Errorf("dry run: %v", err)
	}
	if len(srv.Instances()) != 0 {
		t.Error("launched all the same")
	}
	launch(t, srv, request("token", 1)) // The token of what was refused is still free.
}

func TestHandleAnswersInPlaceOfTheServer(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Handle("DescribeAddresses", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, `<DescribeAddressesResponse><addressesSet><item><publicIp>`+r.Form.Get("PublicIp.1")+`</publicIp></item></addressesSet></DescribeAddressesResponse>`)
	}))
	out, err := srv.Client().DescribeAddresses(t.Context(), &ec2.DescribeAddressesInput{PublicIps: []string{"198.18.0.1"}})
	if err != nil || len(out.Addresses) != 1 || *out.Addresses[0].PublicIp != "198.18.0.1" {
		t.Fatalf("%v, %v", out, err)
	}
	if got := srv.LastRequest("DescribeAddresses").Form().Get("PublicIp.1"); got != "198.18.0.1" {
		t.Errorf("recorded %q", got)
	}
	srv.Fail("DescribeAddresses", launchtest.Refuse(http.StatusForbidden, "UnauthorizedOperation", "no"))
	if _, err := srv.Client().DescribeAddresses(t.Context(), &ec2.DescribeAddressesInput{}); code(err) != "UnauthorizedOperation" {
		t.Errorf("a fault: %v", err)
	}

	srv.Handle("RunInstances", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) }))
	if _, err := srv.Client().RunInstances(t.Context(), request("token", 1)); err == nil {
		t.Error("the server answered")
	}
	srv.Handle("RunInstances", nil)
	launch(t, srv, request("token", 1))
}

func TestParametersOfNewerClientsMayPass(t *testing.T) {
	form := map[string][]string{
		"Action": {"RunInstances"}, "Version": {"2016-11-15"}, "ImageId": {"ami-0abcdef1234567890"},
		"MinCount": {"1"}, "MaxCount": {"1"}, "QuantumOptions.Entangled": {"true"}, "ClientToken": {"token"},
	}
	srv := launchtest.Start(t)
	if _, document := post(t, srv, form); !strings.Contains(document, "UnknownParameter") {
		t.Errorf("without the option:\n%s", document)
	}
	srv = launchtest.Start(t, launchtest.AnyParameter())
	if status, document := post(t, srv, form); status != http.StatusOK {
		t.Errorf("status %d:\n%s", status, document)
	}
	r := srv.LastRequest("RunInstances")
	if r.Input() == nil || *r.Input().ClientToken != "token" || r.Form().Get("QuantumOptions.Entangled") != "true" {
		t.Errorf("recorded %v", r.Form())
	}
}

func TestLogHasNoParameters(t *testing.T) {
	var log bytes.Buffer
	srv := launchtest.Start(t, launchtest.Log(slog.New(slog.NewTextHandler(&log, nil))), launchtest.Throttle())
	client := ec2.New(ec2.Options{}, srv.Offline)
	in := request("token", 1)
	in.UserData = new("c2VjcmV0")
	if _, err := client.RunInstances(t.Context(), in); err != nil {
		t.Fatal(err)
	}
	client.TerminateInstances(t.Context(), &ec2.TerminateInstancesInput{InstanceIds: []string{"web"}})
	srv.Close()
	for _, want := range []string{
		"n=1 action=RunInstances token=token status=200",
		"n=2 action=TerminateInstances status=400 code=InvalidInstanceID.Malformed",
	} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("not logged: %s\n%s", want, log.String())
		}
	}
	for _, secret := range []string{"c2VjcmV0", "secret", "ami-"} {
		if strings.Contains(log.String(), secret) {
			t.Errorf("%q is logged:\n%s", secret, log.String())
		}
	}
}

// EC2 stores launch templates that nothing can be launched from; the judge does
// not.
func TestJudgeRefusesTheOtherCallsThatDescribeALaunch(t *testing.T) {
	v, err := validate.NewValidator(ec2launch.Rules())
	if err != nil {
		t.Fatal(err)
	}
	client := launchtest.Start(t, launchtest.Judge(v)).Client()
	data := func(iops int32) *types.RequestLaunchTemplateData {
		return &types.RequestLaunchTemplateData{
			ImageId: new("ami-0abcdef1234567890"), InstanceType: types.InstanceTypeM7iLarge,
			BlockDeviceMappings: []types.LaunchTemplateBlockDeviceMappingRequest{{DeviceName: new("/dev/sdf"), Ebs: &types.LaunchTemplateEbsBlockDeviceRequest{
				VolumeType: types.VolumeTypeGp3, VolumeSize: new(int32(8)), Iops: &iops,
			}}},
		}
	}
	create := func(iops int32) error {
		_, err := client.CreateLaunchTemplate(t.Context(), &ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("web"), LaunchTemplateData: data(iops)})
		return err
	}
	version := func(iops int32) error {
		_, err := client.CreateLaunchTemplateVersion(t.Context(), &ec2.CreateLaunchTemplateVersionInput{LaunchTemplateName: new("web"), LaunchTemplateData: data(iops)})
		return err
	}
	fleet := func(kind types.DefaultTargetCapacityType) error {
		in := instant(1, in(types.InstanceTypeM7iLarge, "a"))
		in.TargetCapacitySpecification.DefaultTargetCapacityType = kind
		_, err := client.CreateFleet(t.Context(), in)
		return err
	}
	for _, test := range []struct {
		call string
		err  error
		code string
		says string
	}{
		{"a bad template", create(2999), "InvalidParameterValue", "LaunchTemplateData.BlockDeviceMappings[0].Ebs.Iops"},
		{"a good template", create(3000), "", ""},
		{"a bad version", version(2999), "InvalidParameterValue", "LaunchTemplateData.BlockDeviceMappings[0].Ebs.Iops"},
		{"a good version", version(3000), "", ""},
		{"a bad fleet", fleet("lease"), "InvalidParameter", "fleet-capacity-type-values"},
		{"a good fleet", fleet("on-demand"), "", ""},
	} {
		if code(test.err) != test.code || test.err != nil && !strings.Contains(test.err.Error(), test.says) {
			t.Errorf("%s: got %v, want %s and %q", test.call, test.err, test.code, test.says)
		}
	}
}
