package launch_test

import (
	"context"
	"encoding/base64"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/launchtest"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/network"
	"github.com/ec2launch/ec2launch/validate"
)

// outcome returns what a launch says it left behind.
func outcome(t *testing.T, err error) launch.Outcome {
	t.Helper()
	fault, ok := errors.AsType[*launch.Error](err)
	if !ok {
		t.Fatalf("not a *launch.Error: %v", err)
	}
	return fault.Outcome
}

func TestLaunch(t *testing.T) {
	srv := launchtest.Start(t)
	spec := build(t, base().Count(launch.Between(2, 3)).UserDataText("#!/bin/sh\n").
		Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(100)).Encrypted()))
	result, err := launch.NewLauncher(srv.Client()).Launch(t.Context(), spec)
	if err != nil {
		t.Fatal(err)
	}
	if len(result.IDs()) != 3 || srv.Alive() != 3 || result.ReservationID == "" {
		t.Errorf("got %d instances in reservation %q, %d alive, want 3", len(result.IDs()), result.ReservationID, srv.Alive())
	}
	sent := srv.Requests()[0].Input()
	if aws.ToString(sent.ClientToken) != result.Token || result.Token == "" {
		t.Errorf("sent token %q, result says %q", aws.ToString(sent.ClientToken), result.Token)
	}
	sent.ClientToken = nil
	if diff := launchtest.Diff(spec.Input(), sent); diff != "" {
		t.Errorf("sent (-spec +wire):\n%s", diff)
	}
	if spec.Input().ClientToken != nil {
		t.Error("launching wrote the token into the spec")
	}
}

// What a builder makes reaches the wire as what the SDK sends for the same
// request written by hand, parameter for parameter.
func TestWireIsThatOfTheSDK(t *testing.T) {
	srv := launchtest.Start(t)
	byHand := &ec2.RunInstancesInput{
		ImageId: new("ami-0abcdef1234567890"), InstanceType: types.InstanceTypeM7iLarge, MinCount: new(int32(2)), MaxCount: new(int32(3)),
		BlockDeviceMappings: []types.BlockDeviceMapping{
			{DeviceName: new("/dev/xvda"), Ebs: &types.EbsBlockDevice{
				VolumeType: types.VolumeTypeGp3, VolumeSize: new(int32(100)), Iops: new(int32(6000)), Throughput: new(int32(500)), Encrypted: new(true),
			}},
			{DeviceName: new("/dev/sdb"), NoDevice: new("")},
		},
		NetworkInterfaces: []types.InstanceNetworkInterfaceSpecification{
			{DeviceIndex: new(int32(0)), SubnetId: new("subnet-0123456789abcdef0"), Groups: []string{"sg-0123456789abcdef0"}, Ipv6AddressCount: new(int32(1))},
			{DeviceIndex: new(int32(1)), SubnetId: new("subnet-0123456789abcdef0"), AssociatePublicIpAddress: new(false)},
		},
		MetadataOptions:   &types.InstanceMetadataOptionsRequest{HttpTokens: types.HttpTokensStateRequired},
		TagSpecifications: []types.TagSpecification{{ResourceType: types.ResourceTypeInstance, Tags: []types.Tag{{Key: new("Name"), Value: new("a b&c=d")}}}},
		UserData:          new(base64.StdEncoding.EncodeToString([]byte("#!/bin/sh\n"))),
		ClientToken:       new("by-hand"),
	}
	if _, err := srv.Client().RunInstances(t.Context(), byHand); err != nil {
		t.Fatal(err)
	}
	spec := build(t, base().Count(launch.Between(2, 3)).
		Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(100)).IOPS(6000).Throughput(500).Encrypted()).
		Device("/dev/sdb", blockdevice.NoDevice()).
		Network(network.Interfaces(
			network.NewInterface(0).Subnet("subnet-0123456789abcdef0").SecurityGroups("sg-0123456789abcdef0").IPv6(network.IPv6Count(1)),
			network.NewInterface(1).Subnet("subnet-0123456789abcdef0").NoPublicIP(),
		)).
		RequireIMDSv2().Tags(tags.Instance(tags.T{"Name": "a b&c=d"})).UserDataText("#!/bin/sh\n").ClientToken("built"))
	if _, err := launch.NewLauncher(srv.Client()).Launch(t.Context(), spec); err != nil {
		t.Fatal(err)
	}
	want, got := srv.Requests()[0].Form(), srv.Requests()[1].Form()
	want.Set("ClientToken", "built")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("on the wire (-by hand +built):\n%s", diff)
	}
}

func TestTwoLaunchesOfASpec(t *testing.T) {
	for _, tt := range []struct {
		name  string
		spec  launch.Builder
		alive int
	}{
		{"without a token are two launches", base(), 2},
		{"with a token are one launch", base().ClientToken("once"), 1},
	} {
		srv := launchtest.Start(t)
		launcher, spec := launch.NewLauncher(srv.Client()), build(t, tt.spec)
		for range 2 {
			if _, err := launcher.Launch(t.Context(), spec); err != nil {
				t.Fatal(err)
			}
		}
		if srv.Alive() != tt.alive {
			t.Errorf("%s: %d instances alive, want %d", tt.name, srv.Alive(), tt.alive)
		}
	}
}

// A launch adds options of its own, but not to the caller's array.
func TestOptionsAreNotWrittenTo(t *testing.T) {
	srv := launchtest.Start(t)
	opts := make([]func(*ec2.Options), 1, 4)
	opts[0] = func(*ec2.Options) {}
	if _, err := launch.NewLauncher(srv.Client()).Launch(t.Context(), build(t, base()), opts...); err != nil {
		t.Fatal(err)
	}
	for _, opt := range opts[:cap(opts)][1:] {
		if opt != nil {
			t.Fatal("the launch wrote an option into the caller's array")
		}
	}
}

func TestDryRun(t *testing.T) {
	srv := launchtest.Start(t)
	launcher, spec := launch.NewLauncher(srv.Client()), build(t, base().ClientToken("once"))
	if err := launcher.DryRun(t.Context(), spec); err != nil || srv.Alive() != 0 {
		t.Errorf("got %v with %d instances alive", err, srv.Alive())
	}
	if token := srv.Requests()[0].ClientToken; token == "once" || token == "" {
		t.Errorf("the dry run was sent with the token %q", token)
	}
	srv.Fail("RunInstances", launchtest.Refuse(http.StatusForbidden, "UnauthorizedOperation", "no"))
	if err := launcher.DryRun(t.Context(), spec); err == nil || outcome(t, err) != launch.Refused {
		t.Errorf("got %v, want a refusal", err)
	}
}

// An endpoint that launches on a dry run must not go unnoticed.
func TestF51_DryRunThatLaunched(t *testing.T) {
	err := launch.NewLauncher(launching{}).DryRun(t.Context(), build(t, base()))
	if err == nil || outcome(t, err) != launch.Unknown || !strings.Contains(err.Error(), "i-0abcdef1234567890") {
		t.Errorf("got %v, want an alarm that names the instance", err)
	}
}

// launching is an endpoint that ignores DryRun.
type launching struct{}

func (launching) RunInstances(context.Context, *ec2.RunInstancesInput, ...func(*ec2.Options)) (*ec2.RunInstancesOutput, error) {
	return &ec2.RunInstancesOutput{Instances: []types.Instance{{InstanceId: new("i-0abcdef1234567890")}}}, nil
}

func TestLaunchSendsNothing(t *testing.T) {
	srv := launchtest.Start(t)
	launcher := launch.NewLauncher(srv.Client())
	var none context.Context
	done, cancel := context.WithCancel(t.Context())
	cancel()
	for name, try := range map[string]func() error{
		"zero spec":     func() error { _, err := launcher.Launch(t.Context(), launch.Spec{}); return err },
		"zero launcher": func() error { _, err := launch.Launcher{}.Launch(t.Context(), build(t, base())); return err },
		"nil context":   func() error { _, err := launcher.Launch(none, build(t, base())); return err },
		"done context":  func() error { _, err := launcher.Launch(done, build(t, base())); return err },
		"dry-run spec":  func() error { _, err := launcher.Launch(t.Context(), build(t, base().DryRun(true))); return err },
		"zero dry run":  func() error { return launcher.DryRun(t.Context(), launch.Spec{}) },
	} {
		if err := try(); err == nil || outcome(t, err) != launch.Refused {
			t.Errorf("%s: got %v, want a refusal", name, err)
		}
	}
	if n := len(srv.Requests()); n != 0 {
		t.Errorf("%d requests were sent", n)
	}
}

func TestOutcomeOfFailures(t *testing.T) {
	document := func(from, to string) launchtest.Fault {
		return launchtest.Edit(func(doc []byte) []byte { return []byte(strings.ReplaceAll(string(doc), from, to)) })
	}
	const html = "<html><body>log in</body></html>"
	for _, tt := range []struct {
		name   string
		faults []launchtest.Fault
		want   launch.Outcome
		alive  int
	}{
		{"F5 no capacity, status 500", []launchtest.Fault{refuse(500, "InsufficientInstanceCapacity"), refuse(500, "InsufficientInstanceCapacity"), refuse(500, "InsufficientInstanceCapacity")}, launch.Refused, 0},
		{"F6 no capacity, status 400", []launchtest.Fault{refuse(400, "InsufficientInstanceCapacity")}, launch.Refused, 0},
		{"F12 status 400 without a body", []launchtest.Fault{launchtest.Answer(400, "text/xml", "")}, launch.Unknown, 0},
		{"F12 status 400 as a page", []launchtest.Fault{launchtest.Answer(400, "text/html", html)}, launch.Unknown, 0},
		{"F13 status 200 without a body", []launchtest.Fault{launchtest.ExecuteThen(launchtest.Answer(200, "text/xml", ""))}, launch.Unknown, 1},
		{"F14 status 200 as a page", []launchtest.Fault{launchtest.Answer(200, "text/html", html)}, launch.Unknown, 0},
		{"F16 answer cut short", []launchtest.Fault{launchtest.DisconnectAfter(200)}, launch.Unknown, 1},
		{"F20 instance without an ID", []launchtest.Fault{document("<instanceId>i-00000000000000001</instanceId>", "")}, launch.Unknown, 1},
		{"F24 instance that has ended", []launchtest.Fault{document("<name>pending</name>", "<name>terminated</name>")}, launch.Unknown, 1},
		{"F25 token of ended instances", []launchtest.Fault{refuse(400, "IdempotentInstanceTerminated")}, launch.Unknown, 0},
		{"F26 token of another request", []launchtest.Fault{refuse(400, "IdempotentParameterMismatch")}, launch.Unknown, 0},
		{"F45 quota", []launchtest.Fault{refuse(400, "VcpuLimitExceeded")}, launch.Refused, 0},
		{"F49 no permission", []launchtest.Fault{refuse(403, "UnauthorizedOperation")}, launch.Refused, 0},
	} {
		srv := launchtest.Start(t)
		srv.Fail("RunInstances", tt.faults...)
		result, err := launch.NewLauncher(srv.Client()).Launch(t.Context(), build(t, base()))
		if err == nil {
			t.Errorf("%s: no error", tt.name)
			continue
		}
		if got := outcome(t, err); got != tt.want || srv.Alive() != tt.alive {
			t.Errorf("%s: outcome %v with %d alive, want %v with %d: %v", tt.name, got, srv.Alive(), tt.want, tt.alive, err)
		}
		if result == nil || result.Token != srv.Requests()[0].ClientToken {
			t.Errorf("%s: the result %v does not say the token", tt.name, result)
		}
		if tt.want == launch.Unknown && !strings.Contains(err.Error(), result.Token) {
			t.Errorf("%s: the error does not say the token: %v", tt.name, err)
		}
	}
}

func refuse(status int, code string) launchtest.Fault {
	return launchtest.Refuse(status, code, "refused")
}

// What the SDK sends again is the same launch.
func TestF2_F3_LostAnswersLaunchOnce(t *testing.T) {
	for name, fault := range map[string]launchtest.Fault{
		"F2 status 500 after launching": launchtest.ExecuteThen(launchtest.Refuse(500, "InternalError", "lost")),
		"F3 closed after launching":     launchtest.ExecuteThen(launchtest.Disconnect()),
	} {
		srv := launchtest.Start(t)
		srv.Fail("RunInstances", fault)
		result, err := launch.NewLauncher(srv.Client()).Launch(t.Context(), build(t, base().Count(launch.Exactly(2))))
		if err != nil || len(result.IDs()) != 2 || srv.Alive() != 2 {
			t.Errorf("%s: %v, %d alive, want the two instances", name, err, srv.Alive())
		}
	}
}

func TestF29_HungEndpoint(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.Hang(), launchtest.Hang(), launchtest.Hang())
	_, err := launch.NewLauncher(srv.Client()).Timeout(50*time.Millisecond).Launch(t.Context(), build(t, base()))
	if err == nil || outcome(t, err) != launch.Unknown || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want an unknown outcome at the deadline", err)
	}
}

func TestF49_LongMessagesAreCut(t *testing.T) {
	srv := launchtest.Start(t)
	srv.Fail("RunInstances", launchtest.Refuse(403, "UnauthorizedOperation", strings.Repeat("x", 4<<10)))
	_, err := launch.NewLauncher(srv.Client()).Launch(t.Context(), build(t, base()))
	if len(err.Error()) > 2<<10 {
		t.Errorf("the error has %d bytes", len(err.Error()))
	}
	if api, ok := errors.AsType[smithy.APIError](err); !ok || len(api.ErrorMessage()) < 4<<10 {
		t.Error("the whole message cannot be reached by unwrapping")
	}
}

// What ends before the wire is reached has launched nothing.
func TestNoCredentials(t *testing.T) {
	srv := launchtest.Start(t)
	client := srv.Client(func(o *ec2.Options) {
		o.Credentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{}, errors.New("none to be had")
		})
	})
	launcher := launch.NewLauncher(client)
	_, err := launcher.Launch(t.Context(), build(t, base()))
	if err == nil || outcome(t, err) != launch.Refused || len(srv.Requests()) != 0 {
		t.Errorf("got %v, want a refusal", err)
	}
	if err := launcher.DryRun(t.Context(), build(t, base())); err == nil || outcome(t, err) != launch.Refused {
		t.Errorf("dry run: got %v, want a refusal", err)
	}
}

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
	if _, err := launch.NewLauncher(srv.Client()).Launch(t.Context(), launch.Spec{}, launch.Guard); err == nil {
		t.Error("the guard as an option let a zero spec pass")
	}
}

func TestGuardedLaunchIsRefused(t *testing.T) {
	srv := launchtest.Start(t)
	v, err := validate.NewValidator(launch.Rules(), validate.In(validate.Spring2023))
	if err != nil {
		t.Fatal(err)
	}
	spec := build(t, base().Device("/dev/sdf", blockdevice.GP3(blockdevice.GiB(1000)).IOPS(80_000)))
	_, err = launch.NewLauncher(srv.Client(launch.GuardWith(v))).Launch(t.Context(), spec)
	if err == nil || outcome(t, err) != launch.Refused || len(srv.Requests()) != 0 {
		t.Errorf("got %v after %d requests, want a refusal before any", err, len(srv.Requests()))
	}
}
