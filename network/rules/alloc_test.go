//go:build !race

package rules_test

import (
	"testing"

	"github.com/ec2launch/ec2launch/network/rules"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// rich uses much of what there is, and breaks no rule.
const rich = `{"InstanceType":"c6in.32xlarge","NetworkPerformanceOptions":{"BandwidthWeighting":"default"},
	"NetworkInterfaces":[
		{"DeviceIndex":0,"SubnetId":"subnet-0123456789abcdef0","Groups":["sg-0123456789abcdef0"],"InterfaceType":"efa",
			"PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.12","Primary":true},{"PrivateIpAddress":"10.0.0.13"}],
			"Ipv6Addresses":[{"Ipv6Address":"2001:db8::10"},{"Ipv6Address":"2001:db8::11"}],"EnaQueueCount":8,
			"EnaSrdSpecification":{"EnaSrdEnabled":true,"EnaSrdUdpSpecification":{"EnaSrdUdpEnabled":true}}},
		{"DeviceIndex":1,"NetworkCardIndex":1,"NetworkInterfaceId":"eni-0123456789abcdef0"},
		{"DeviceIndex":2,"NetworkCardIndex":1,"SubnetId":"subnet-0123456789abcdef0",
			"Groups":["sg-0123456789abcdef0","sg-00000001","sg-00000002","sg-00000003","sg-00000004","sg-00000005"],
			"Ipv4Prefixes":[{"Ipv4Prefix":"10.0.1.0/28"},{"Ipv4Prefix":"10.0.2.0/28"}],
			"ConnectionTrackingSpecification":{"TcpEstablishedTimeout":350,"UdpStreamTimeout":60,"UdpTimeout":30}}]}`

// The race detector makes pools forget at random, so that allocations say
// nothing there.
func TestValidRequestsAllocateNothing(t *testing.T) {
	v, in := ruletest.Validator(t, rules.Rules()), ruletest.Request(t, rich)
	if report := v.Check(in); len(report.Violations) > 0 {
		t.Fatal(report)
	}
	if n := testing.AllocsPerRun(100, func() { v.Check(in) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
