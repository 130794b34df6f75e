package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/launch/launchtest"
)

// buffer is a buffer that several goroutines write to.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// start runs the command on a free port and returns its URL and what it logs.
func start(t *testing.T, args ...string) (url string, log *buffer) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	log = new(buffer)
	out, printed := io.Pipe()
	done := make(chan error, 1)
	go func() {
		err := run(ctx, append([]string{"-addr", ":0"}, args...), printed, log)
		printed.CloseWithError(err)
		done <- err
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	text := make([]byte, 4096)
	n, err := out.Read(text)
	for err == nil && !strings.Contains(string(text[:n]), "AWS_ENDPOINT_URL_EC2=http") {
		var more int
		more, err = out.Read(text[n:])
		n += more
	}
	go io.Copy(io.Discard, out)
	url = regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(string(text[:n]))
	if err != nil || url == "" {
		t.Fatalf("%v:\n%s", err, text[:n])
	}
	return url, log
}

// written returns the name of a file that holds a text.
func written(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "account.json")
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func request(token string) *ec2.RunInstancesInput {
	return &ec2.RunInstancesInput{
		ImageId: new("ami-0abcdef1234567890"), InstanceType: types.InstanceTypeM7iLarge, ClientToken: &token,
		MinCount: new(int32(1)), MaxCount: new(int32(1)), UserData: new("c2VjcmV0"),
	}
}

func TestRequestsAreLoggedWithoutTheirParameters(t *testing.T) {
	url, log := start(t, "-capacity", "us-east-1a=1")
	client := ec2.NewFromConfig(launchtest.ConfigFor(url))
	if _, err := client.RunInstances(t.Context(), request("first")); err != nil {
		t.Fatal(err)
	}
	if _, err := client.RunInstances(t.Context(), request("second")); err == nil || !strings.Contains(err.Error(), "InsufficientInstanceCapacity") {
		t.Errorf("got %v", err)
	}
	for _, want := range []string{"action=RunInstances token=first status=200", "action=RunInstances token=second status=500 code=InsufficientInstanceCapacity"} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("not logged: %s\n%s", want, log)
		}
	}
	for _, secret := range []string{"c2VjcmV0", "secret", "ami-"} {
		if strings.Contains(log.String(), secret) {
			t.Errorf("%s is logged:\n%s", secret, log)
		}
	}
}

func TestTheJudgeRefusesWhatTheRulesRefuse(t *testing.T) {
	url, _ := start(t, "-judge", "-throttle", "-strict", "-spill", "-pending", "1", "-region", "eu-west-1")
	cfg := launchtest.ConfigFor(url)
	cfg.Region = "eu-west-1"
	in := request("token")
	in.ImageId = new("ami-00000000000000001")
	in.BlockDeviceMappings = []types.BlockDeviceMapping{{DeviceName: new("/dev/sdf"), Ebs: &types.EbsBlockDevice{
		VolumeType: types.VolumeTypeGp3, VolumeSize: new(int32(8)), Iops: new(int32(2999)),
	}}}
	_, err := ec2.NewFromConfig(cfg).RunInstances(t.Context(), in)
	if err == nil || !strings.Contains(err.Error(), "InvalidParameterValue") || !strings.Contains(err.Error(), "volume-iops-range") {
		t.Errorf("got %v", err)
	}
	in.BlockDeviceMappings = nil
	if _, err := ec2.NewFromConfig(cfg).RunInstances(t.Context(), in); err != nil {
		t.Error(err)
	}
}

func TestTheAccountHasWhatFilesDescribe(t *testing.T) {
	url, _ := start(t, "-strict", "-has", "testdata/account.json")
	client := ec2.NewFromConfig(launchtest.ConfigFor(url))
	in := request("first")
	in.InstanceType, in.SubnetId, in.KeyName = types.InstanceTypeM7gLarge, new("subnet-0123456789abcdef0"), new("admin")
	out, err := client.RunInstances(t.Context(), in)
	if err != nil || *out.Instances[0].Placement.AvailabilityZone != "us-east-1b" || *out.Instances[0].VpcId != "vpc-0123456789abcdef0" {
		t.Fatalf("%v, launched %v", err, out)
	}
	in.ClientToken = new("second")
	if _, err := client.RunInstances(t.Context(), in); err == nil || !strings.Contains(err.Error(), "InsufficientFreeAddressesInSubnet") {
		t.Errorf("with no free address: %v", err)
	}
	in.ImageId = new("ami-0fedcba9876543210")
	if _, err := client.RunInstances(t.Context(), in); err == nil || !strings.Contains(err.Error(), "InvalidAMIID.NotFound") {
		t.Errorf("an image that is not in the file: %v", err)
	}
}

func TestHelpSaysWhereTheActionsAreListed(t *testing.T) {
	var help bytes.Buffer
	run(t.Context(), []string{"-h"}, io.Discard, &help)
	for _, want := range []string{"go doc github.com/ec2launch/ec2launch/launch/launchtest", "-has file", "-strict"} {
		if !strings.Contains(help.String(), want) {
			t.Errorf("no %q in:\n%s", want, help.String())
		}
	}
}

func TestArgumentsThatMakeNoSense(t *testing.T) {
	for want, args := range map[string][]string{
		"such as us-east-1a=3": {"-capacity", "us-east-1a"},
		"takes flags only":     {"now"},
		"us-east-1z":           {"-capacity", "us-east-1z=1"},
		"missing port":         {"-addr", "localhost"},
		"Mars":                 {"-region", "Mars"},
		"help requested":       {"-help"},
		"no such file":         {"-has", "testdata/none.json"},
		`"Imgaes"`:             {"-has", written(t, `{"Imgaes": []}`)},
		`"ImageID2"`:           {"-has", written(t, `{"Images": [{"ImageID2": "ami-1"}]}`)},
		"describe-images":      {"-has", written(t, `[]`)},
		"no ID or name":        {"-has", written(t, `{"Images": [{}]}`)},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := run(ctx, args, io.Discard, io.Discard); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want an error with %q", args, err, want)
		}
	}
}
