package network_test

import (
	"fmt"
	"net/netip"
	"reflect"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/network"
)

// bases are values of every type with methods that return changed copies, each
// with all that it can hold. Their lists have room to grow in place.
func bases() []any {
	lists := network.NewInterface(0).SecurityGroups("sg-1", "sg-2", "sg-3").SecurityGroups("sg-4").PrivateIP(four).
		SecondaryIPv4(network.IPv4Addrs(next)).IPv6(network.IPv6PrimaryAddrs(six, six2)).
		IPv4Prefixes(network.IPv4PrefixList(netip.PrefixFrom(four, 28))).
		IPv6Prefixes(network.IPv6PrefixList(netip.PrefixFrom(six, 80)))
	return []any{
		network.InSubnet("subnet-1").SecurityGroups("sg-1", "sg-2", "sg-3").SecurityGroups("sg-4").PrivateIP(four).
			IPv6(network.IPv6Count(1)),
		network.InDefaultVPC().SecurityGroups("sg-1", "sg-2", "sg-3").SecurityGroups("sg-4").
			SecurityGroupNames("a", "b", "c").SecurityGroupNames("d").
			PrivateIP(four).IPv6(network.IPv6PrimaryAddrs(six, six2)).EnablePrimaryIPv6(true),
		lists.Subnet("subnet-1").NetworkCardIndex(0).Description("front").DeleteOnTermination(true).PublicIP(true).CarrierIP(true).
			EFA().PrimaryIPv6(true).
			ENAExpressUDP(true).ENAQueueCount(2).TCPEstablishedTimeout(60).UDPStreamTimeout(60).UDPTimeout(30),
		network.NewInterface(0).SecondaryIPv4(network.IPv4Count(1)).IPv6(network.IPv6Count(1)).
			IPv4Prefixes(network.IPv4PrefixCount(1)).IPv6Prefixes(network.IPv6PrefixCount(1)).ENAExpress(true),
		network.Existing("eni-1").NetworkCardIndex(0).ENAExpressUDP(true).ENAQueueCount(2),
		network.EFAOnly(1, 0).Subnet("subnet-1").SecurityGroups("sg-1", "sg-2", "sg-3").SecurityGroups("sg-4").
			Description("fabric").DeleteOnTermination(false),
		network.NewSecondaryInterface("subnet-1").DeviceIndex(1).NetworkCardIndex(1).DeleteOnTermination(true).
			IPv4(network.IPv4Addrs(four)),
		network.NewSecondaryInterface("subnet-1").IPv4(network.IPv4Count(1)),
		network.Hostname("ip-name").EnableResourceNameDNSARecord(true).EnableResourceNameDNSAAAARecord(true),
	}
}

// partOf makes of an element of a list the list.
func partOf(v any) part {
	if a, ok := v.(network.Attachment); ok {
		return network.Interfaces(a)
	}
	return v.(part)
}

// argument returns a value for a parameter, other ones for other variants.
func argument(t *testing.T, of reflect.Type, variant int) reflect.Value {
	addr := netip.AddrFrom4([4]byte{10, 0, 1, byte(variant)})
	for _, v := range []any{
		fmt.Sprint("text-", variant),
		[]string{fmt.Sprint("text-", variant)},
		int32(variant),
		variant%2 == 0,
		addr,
		network.IPv4Addrs(addr),
		network.IPv6Addrs(six.Next()),
		network.IPv4PrefixList(netip.PrefixFrom(addr, variant)),
		network.IPv6PrefixList(netip.PrefixFrom(six, variant)),
	} {
		if v := reflect.ValueOf(v); v.Type().AssignableTo(of) {
			return v
		}
	}
	t.Fatalf("no argument for a %v", of)
	return reflect.Value{}
}

// TestForksAreIndependent calls every method that returns a changed copy twice
// on one base, and then on the first copy: neither base nor copy may notice.
func TestForksAreIndependent(t *testing.T) {
	for _, base := range bases() {
		v, called := reflect.ValueOf(base), 0
		for m := range v.Type().Methods() {
			if m.Type.NumOut() != 1 || m.Type.Out(0) != v.Type() {
				continue
			}
			called++
			call := func(on reflect.Value, variant int) any {
				in := []reflect.Value{on}
				for p := 1; p < m.Type.NumIn(); p++ {
					in = append(in, argument(t, m.Type.In(p), variant))
				}
				if m.Type.IsVariadic() {
					return m.Func.CallSlice(in)[0].Interface()
				}
				return m.Func.Call(in)[0].Interface()
			}
			before := applied(t, partOf(base))
			fork := call(v, 5)
			was := applied(t, partOf(fork))
			call(v, 6)
			call(reflect.ValueOf(fork), 7)
			if diff := cmp.Diff(before, applied(t, partOf(base))); diff != "" {
				t.Errorf("%T.%s changed its receiver: %s", base, m.Name, diff)
			}
			if diff := cmp.Diff(was, applied(t, partOf(fork))); diff != "" {
				t.Errorf("%T.%s on one fork changed another: %s", base, m.Name, diff)
			}
		}
		if called == 0 {
			t.Errorf("%T has no methods to fork by", base)
		}
	}
}

// TestArgumentsAreNotKept changes the slices that functions and methods were
// given.
func TestArgumentsAreNotKept(t *testing.T) {
	groups, names := []string{"sg-1"}, []string{"web"}
	addrs, prefixes := []netip.Addr{four}, []netip.Prefix{netip.PrefixFrom(four, 28)}
	attachments := []network.Attachment{
		network.NewInterface(0).SecurityGroups(groups...), network.EFAOnly(1, 0).SecurityGroups(groups...),
	}

	subnet := network.InSubnet("subnet-1").SecurityGroups(groups...)
	vpc := network.InDefaultVPC().SecurityGroups(groups...).SecurityGroupNames(names...)
	list := network.Interfaces(attachments...)
	ipv4, ipv6 := network.IPv4Addrs(addrs...), network.IPv6Addrs(addrs...)
	ipv6Primary := network.IPv6PrimaryAddrs(six, addrs...)
	prefixes4, prefixes6 := network.IPv4PrefixList(prefixes...), network.IPv6PrefixList(prefixes...)
	requests := func() []string {
		return []string{
			applied(t, subnet), applied(t, vpc), applied(t, list),
			applied(t, network.Interfaces(network.NewInterface(0).SecondaryIPv4(ipv4).IPv6(ipv6).IPv4Prefixes(prefixes4).
				IPv6Prefixes(prefixes6))),
			applied(t, network.InSubnet("subnet-1").IPv6(ipv6Primary)),
		}
	}
	want := requests()
	groups[0], names[0], addrs[0], prefixes[0], attachments[0] = "changed", "changed", next, netip.Prefix{}, nil
	if diff := cmp.Diff(want, requests()); diff != "" {
		t.Errorf("after the arguments were changed (-want +got):\n%s", diff)
	}
}

// TestRequestsShareNothing applies one value to two requests and shows that no
// memory is in both.
func TestRequestsShareNothing(t *testing.T) {
	for _, base := range append(bases(), network.BandwidthWeighting("vpc-1")) {
		var one, two ec2.RunInstancesInput
		partOf(base).Apply(&one)
		partOf(base).Apply(&two)
		first, second := map[uintptr]string{}, map[uintptr]string{}
		addresses(reflect.ValueOf(&one).Elem(), "", first)
		addresses(reflect.ValueOf(&two).Elem(), "", second)
		if len(first) == 0 {
			t.Errorf("%T writes nothing", base)
		}
		for p, path := range first {
			if _, ok := second[p]; ok {
				t.Errorf("two requests by one %T share %s", base, path)
			}
		}
	}
}

// addresses maps every pointer and array that v reaches to its path.
func addresses(v reflect.Value, path string, into map[uintptr]string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			into[v.Pointer()] = path
			addresses(v.Elem(), path, into)
		}
	case reflect.Slice:
		for i := range v.Len() {
			into[v.Pointer()] = path
			addresses(v.Index(i), fmt.Sprintf("%s[%d]", path, i), into)
		}
	case reflect.Struct:
		for f, member := range v.Fields() {
			if f.IsExported() {
				addresses(member, path+"."+f.Name, into)
			}
		}
	}
}

// TestApplyKeepsItsHandsOff applies values to a shallow copy of a request and
// shows that what the original refers to stays as it was.
func TestApplyKeepsItsHandsOff(t *testing.T) {
	room := make([]types.InstanceSecondaryInterfaceSpecificationRequest, 1, 4)
	in := ec2.RunInstancesInput{
		SubnetId:                  new("subnet-0"),
		SecurityGroupIds:          append(make([]string, 0, 9), "sg-0"),
		SecurityGroups:            append(make([]string, 0, 9), "zero"),
		Ipv6Addresses:             make([]types.InstanceIpv6Address, 1, 9),
		NetworkInterfaces:         make([]types.InstanceNetworkInterfaceSpecification, 1, 9),
		SecondaryInterfaces:       room,
		NetworkPerformanceOptions: &types.InstanceNetworkPerformanceOptionsRequest{},
		PrivateDnsNameOptions:     &types.PrivateDnsNameOptionsRequest{HostnameType: "ip-name"},
	}
	dump := func() string {
		return fmt.Sprintf("%#v %#v %#v", in.SecurityGroupIds[:9], in.NetworkInterfaces[:9], room[:4])
	}
	before, encoded := dump(), encode(t, &in)
	for _, base := range append(bases(), network.BandwidthWeighting("vpc-1")) {
		shallow := in
		partOf(base).Apply(&shallow)
	}
	if diff := cmp.Diff(encoded, encode(t, &in)); diff != "" {
		t.Errorf("Apply wrote through the request (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(before, dump()); diff != "" {
		t.Errorf("Apply wrote behind the lists of the request (-want +got):\n%s", diff)
	}
}
