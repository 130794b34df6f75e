package rules_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/network/rules"
	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// TestRulesAllocateNothing checks a valid request that uses much of what there
// is. Rules with a Tag are left out: validator/v10 pools what it needs for
// them, and the race detector makes pools forget.
func TestRulesAllocateNothing(t *testing.T) {
	in, err := ruletest.Decode(`{"InstanceType":"c6in.32xlarge","NetworkPerformanceOptions":{"BandwidthWeighting":"default"},"NetworkInterfaces":[
		{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","Groups":["sg-0123456789abcdef0"],"InterfaceType":"efa","PrivateIpAddresses":[
			{"PrivateIpAddress":"10.0.0.12","Primary":true},{"PrivateIpAddress":"10.0.0.13"}],"EnaQueueCount":8,
			"EnaSrdSpecification":{"EnaSrdEnabled":true,"EnaSrdUdpSpecification":{"EnaSrdUdpEnabled":true}}},
		{"DeviceIndex":1,"NetworkCardIndex":1,"NetworkInterfaceId":"eni-0123456789abcdef0"},
		{"DeviceIndex":2,"NetworkCardIndex":1,"SubnetId":"subnet-0123456789abcdef0","Groups":["sg-0123456789abcdef0"],"Ipv4PrefixCount":2,
			"ConnectionTrackingSpecification":{"TcpEstablishedTimeout":350,"UdpStreamTimeout":60,"UdpTimeout":30}}]}`)
	if err != nil {
		t.Fatal(err)
	}
	checks := slices.DeleteFunc(rules.Rules(), func(r *validate.Rule) bool { return r.Check == nil })
	v, err := validate.NewValidator(checks)
	if err != nil {
		t.Fatal(err)
	}
	if report := v.Check(in); len(report.Violations) > 0 {
		t.Fatal(report)
	}
	if n := testing.AllocsPerRun(100, func() { v.Check(in) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestManyInterfaces checks that rules which compare interfaces find the same
// mistake among many as among few.
func TestManyInterfaces(t *testing.T) {
	v, err := validate.NewValidator(rules.Rules())
	if err != nil {
		t.Fatal(err)
	}
	const n = 60
	in := &ec2.RunInstancesInput{InstanceType: types.InstanceTypeP4d24xlarge, MinCount: new(int32(1)), MaxCount: new(int32(1))}
	for i := range n {
		in.NetworkInterfaces = append(in.NetworkInterfaces, types.InstanceNetworkInterfaceSpecification{
			DeviceIndex: new(int32(i / 4)), NetworkCardIndex: new(int32(i % 4)), NetworkInterfaceId: new(fmt.Sprintf("eni-%08x", i)),
		})
	}
	if report := v.Check(in); len(report.Violations) > 0 {
		t.Fatal(report)
	}
	last := &in.NetworkInterfaces[n-1]
	last.DeviceIndex, last.NetworkInterfaceId = new(int32(13)), new("eni-00000000")
	want := []string{"NetworkInterfaces[59].DeviceIndex", "NetworkInterfaces[59].NetworkInterfaceId"}
	var got []string
	for _, f := range v.Check(in).Violations {
		got = append(got, f.Path)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("paths (-want +got):\n%s", diff)
	}
}

// TestEmptyMembers checks that rules do without members that may be nil.
func TestEmptyMembers(t *testing.T) {
	v, err := validate.NewValidator(rules.Rules(), validate.Advise())
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range []*ec2.RunInstancesInput{
		{NetworkInterfaces: make([]types.InstanceNetworkInterfaceSpecification, 2)},
		{SecondaryInterfaces: make([]types.InstanceSecondaryInterfaceSpecificationRequest, 2)},
		{NetworkPerformanceOptions: &types.InstanceNetworkPerformanceOptionsRequest{}},
		{NetworkInterfaces: []types.InstanceNetworkInterfaceSpecification{{}, {
			ConnectionTrackingSpecification: &types.ConnectionTrackingSpecificationRequest{},
			EnaSrdSpecification:             &types.EnaSrdSpecificationRequest{EnaSrdUdpSpecification: &types.EnaSrdUdpSpecificationRequest{}},
			PrivateIpAddresses:              make([]types.PrivateIpAddressSpecification, 2),
			Ipv4Prefixes:                    make([]types.Ipv4PrefixSpecificationRequest, 2),
			Ipv6Prefixes:                    make([]types.Ipv6PrefixSpecificationRequest, 2),
			Ipv6Addresses:                   make([]types.InstanceIpv6Address, 2),
		}}},
	} {
		in.InstanceType = types.InstanceTypeC6in32xlarge
		for _, f := range v.Check(in).Violations {
			if f.Path == "" { // a rule that panics is reported at no member
				t.Error(f)
			}
		}
	}
}
