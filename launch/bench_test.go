package launch_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch"
	"github.com/ec2launch/ec2launch/launch/cpu"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/launch/profile"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/network"
	"github.com/ec2launch/ec2launch/validate"
)

// rich is a valid request that sets what launches set in real life.
func rich() launch.Builder {
	return base().Count(launch.Between(2, 6)).
		Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(100)).IOPS(6000).Throughput(500).Encrypted(true)).
		Device("/dev/sdf", blockdevice.IO2(blockdevice.GiB(500), 32_000).KMSKey("alias/data").DeleteOnTermination(false)).
		Device("/dev/sdg", blockdevice.ST1(blockdevice.FromSnapshot("snap-0123456789abcdef0").GrowTo(500))).
		Network(network.Interfaces(
			network.NewInterface(0).Subnet("subnet-0123456789abcdef0").SecurityGroups("sg-0123456789abcdef0", "sg-0fedcba9876543210").IPv6(network.IPv6Count(1)),
			network.NewInterface(1).Subnet("subnet-0fedcba9876543210").SecurityGroups("sg-0123456789abcdef0").
				SecondaryIPv4(network.IPv4Count(2)).IPv6Prefixes(network.IPv6PrefixCount(1)).Description("backend"),
		)).
		PrivateDNS(network.Hostname("resource-name").EnableResourceNameDNSAAAARecord(true)).
		Placement(placement.Group("blue").Partition(2).Zone("us-east-1a")).
		CPU(cpu.Cores(1, 1)).
		RequireIMDSv2().
		Profile(profile.Name("web")).
		KeyName("ops").
		Monitoring(true).
		Tags(tags.Instance(tags.T{"Name": "web", "team": "shop", "stage": "prod"}), tags.Volume(tags.T{"team": "shop"})).
		ClientToken("web-2026-11-21").
		UserDataText("#!/bin/sh\n" + strings.Repeat("echo hello\n", 50))
}

// BenchmarkCheck compares the check of a rich valid request with what the SDK
// itself does for the same call, up to an answer that costs nothing.
func BenchmarkCheck(b *testing.B) {
	in := build(b, rich()).Input()
	b.Run("rules", func(b *testing.B) {
		v, err := validate.NewValidator(launch.Rules())
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			v.Check(in)
		}
	})
	b.Run("sdk", func(b *testing.B) {
		client := ec2.New(ec2.Options{
			Region: "us-east-1", Credentials: credentials.NewStaticCredentialsProvider("id", "key", ""), HTTPClient: stub{}, Retryer: aws.NopRetryer{},
		})
		b.ReportAllocs()
		for b.Loop() {
			if _, err := client.RunInstances(b.Context(), in); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkGuardOfAnotherCall compares a call that launches nothing through a
// client with the guard and without.
func BenchmarkGuardOfAnotherCall(b *testing.B) {
	for name, opts := range map[string][]func(*ec2.Options){"guarded": {launch.Guard}, "plain": nil} {
		client := ec2.New(ec2.Options{
			Region: "us-east-1", Credentials: credentials.NewStaticCredentialsProvider("id", "key", ""), HTTPClient: stub{}, Retryer: aws.NopRetryer{},
		}, opts...)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := client.DescribeInstances(b.Context(), nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("look", func(b *testing.B) {
		in := &ec2.DescribeInstancesInput{}
		for b.Loop() {
			launch.CheckCall(in)
		}
	})
}

// BenchmarkCheckCall compares the check of template data with that of the
// request that it was made of.
func BenchmarkCheckCall(b *testing.B) {
	spec := build(b, rich().ClientToken("x").Edit(func(in *ec2.RunInstancesInput) {
		in.ClientToken, in.MinCount, in.MaxCount = nil, new(int32(1)), new(int32(1))
	}))
	data, err := template.FromSpec(spec)
	if err != nil {
		b.Fatal(err)
	}
	in := &ec2.CreateLaunchTemplateInput{LaunchTemplateName: new("web"), LaunchTemplateData: data}
	launch.CheckCall(in)
	b.Run("template", func(b *testing.B) {
		for b.Loop() {
			launch.CheckCall(in)
		}
	})
	request := spec.Input()
	b.Run("request", func(b *testing.B) {
		for b.Loop() {
			launch.Check(request)
		}
	})
}

// stub answers every request with the shortest document.
type stub struct{}

func (stub) Do(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader("<RunInstancesResponse/>"))}, nil
}

func BenchmarkBuild(b *testing.B) {
	builder := rich()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := builder.Build(); err != nil {
			b.Fatal(err)
		}
	}
}
