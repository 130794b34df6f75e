package launch

import (
	"net/netip"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/internal/members"
	"github.com/ec2launch/ec2launch/launch/cpu"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/launch/metadata"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/launch/profile"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/network"
)

// everything sets as many members as one builder can.
func everything() Builder {
	return FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge).
		Template(template.ID("lt-0123456789abcdef0").Version("3")).
		Count(Between(1, 2)).
		Device("/dev/sdf", blockdevice.GP3(blockdevice.FromSnapshot("snap-0123456789abcdef0").GrowTo(100).InitializationRate(200).OutpostARN("arn")).
			IOPS(4000).Throughput(200).KMSKey("key").DeleteOnTermination(false).EBSCardIndex(0)).
		Device("/dev/sdg", blockdevice.GP2(blockdevice.GiB(8)).AvailabilityZone("us-east-1a")).
		Device("/dev/sdh", blockdevice.GP2(blockdevice.GiB(8)).AvailabilityZoneID("use1-az1")).
		Device("/dev/sdi", blockdevice.Ephemeral(0)).
		Device("/dev/sdj", blockdevice.NoDevice()).
		Network(network.Interfaces(
			network.NewInterface(0).NetworkCardIndex(0).Subnet("subnet-1").SecurityGroups("sg-1").Description("first").DeleteOnTermination(false).EFA().
				PublicIP(true).CarrierIP(true).PrivateIP(netip.MustParseAddr("10.0.0.4")).SecondaryIPv4(network.IPv4Count(1)).
				IPv6(network.IPv6Count(1)).PrimaryIPv6(true).IPv4Prefixes(network.IPv4PrefixCount(1)).IPv6Prefixes(network.IPv6PrefixCount(1)).
				ENAExpressUDP(true).ENAQueueCount(2).TCPEstablishedTimeout(60).UDPStreamTimeout(60).UDPTimeout(30),
			network.NewInterface(1).SecondaryIPv4(network.IPv4Addrs(netip.MustParseAddr("10.0.0.5"))).
				IPv6(network.IPv6PrimaryAddrs(netip.MustParseAddr("2001:db8::1"))).
				IPv4Prefixes(network.IPv4PrefixList(netip.MustParsePrefix("10.0.0.16/28"))).
				IPv6Prefixes(network.IPv6PrefixList(netip.MustParsePrefix("2001:db8::/80"))),
			network.Existing("eni-1").DeviceIndex(2),
		)).
		SecondaryInterface(network.NewSecondaryInterface("subnet-2").DeviceIndex(0).NetworkCardIndex(1).DeleteOnTermination(true).IPv4(network.IPv4Count(1))).
		SecondaryInterface(network.NewSecondaryInterface("subnet-2").IPv4(network.IPv4Addrs(netip.MustParseAddr("10.1.0.5")))).
		BandwidthWeighting(network.BandwidthWeighting(types.InstanceBandwidthWeightingVpc1)).
		PrivateDNS(network.Hostname(types.HostnameTypeResourceName).EnableResourceNameDNSARecord(true).EnableResourceNameDNSAAAARecord(true)).
		Placement(placement.Group("blue").Partition(2)).
		Market(market.Persistent(market.Stop()).MaxPrice("0.05").ValidUntil(time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC))).
		CapacityReservation(market.ReservationID("cr-1").Only()).
		CPU(cpu.Cores(1, 1).AMDSEVSNP(true).NestedVirtualization(true)).
		Credits(cpu.Standard).
		Metadata(metadata.Required().Endpoint(true).HopLimit(2).IPv6(true).InstanceTags(true)).
		Tags(tags.Instance(tags.T{"Name": "web"})).
		Profile(profile.Name("web")).
		KeyName("ops").
		UserDataText("#!/bin/sh\n").
		ClientToken("token").
		DryRun(false).
		EBSOptimized(true).
		ShutdownBehavior(types.ShutdownBehaviorStop).
		TerminationProtection(true).
		StopProtection(true).
		Hibernation(true).
		Enclaves(true).
		Monitoring(true, "network").
		AutoRecovery(types.InstanceAutoRecoveryStateDefault).
		License("arn").
		Kernel("aki-12345678").
		RAMDisk("ari-12345678").
		ElasticGPU("eg1.medium").
		ElasticInference("eia2.medium", 1).
		AdditionalInfo("reserved").
		Operator("reserved")
}

// otherwise sets what excludes something that [everything] sets.
func otherwise() []Builder {
	return []Builder{
		FromTemplate(template.Name("web")),
		FromTemplate(template.Name("web")).Profile(profile.ARN("arn")),
		FromTemplate(template.Name("web")).Network(network.InSubnet("subnet-1").SecurityGroups("sg-1").PrivateIP(netip.MustParseAddr("10.0.0.4")).
			IPv6(network.IPv6Count(1)).EnablePrimaryIPv6(true)),
		FromTemplate(template.Name("web")).Network(network.InDefaultVPC().SecurityGroupNames("default").
			IPv6(network.IPv6PrimaryAddrs(netip.MustParseAddr("2001:db8::1")))),
		FromTemplate(template.Name("web")).CapacityReservation(market.ReservationGroup("arn")),
		FromTemplate(template.Name("web")).Market(market.OneTime().BlockDurationMinutes(60)),
		FromTemplate(template.Name("web")).Placement(placement.GroupID("pg-1").Partition(1)),
		FromTemplate(template.Name("web")).Placement(placement.Zone("us-east-1a")),
		FromTemplate(template.Name("web")).Placement(placement.ZoneID("use1-az1")),
		FromTemplate(template.Name("web")).Placement(placement.Host("h-1").Affinity("host")),
		FromTemplate(template.Name("web")).Placement(placement.HostResourceGroup("arn")),
		FromTemplate(template.Name("web")).Placement(placement.Group("blue").SpreadDomain("reserved")),
	}
}

// TestEveryMemberCanBeBuilt fails when the SDK grows a member that no method
// sets.
func TestEveryMemberCanBeBuilt(t *testing.T) {
	var built members.Set
	for _, b := range append(otherwise(), everything()) {
		set := members.Of(b.reveal())
		for i := range built {
			built[i] |= set[i]
		}
	}
	for _, path := range members.Paths() {
		if one := members.SetOf(path); !built.Has(&one) {
			t.Errorf("no method sets %s", path)
		}
	}
}

// TestEveryMethodIsTried keeps [everything] complete: each method of Builder
// sets something there or in [otherwise].
func TestEveryMethodIsTried(t *testing.T) {
	for _, m := range methods() {
		if m.Name == "Edit" {
			continue
		}
		args := argumentsOf(t, m, 0)
		if set := members.Of(call(m, Builder{}, args).reveal()); set == (members.Set{}) {
			t.Errorf("%s sets nothing", m.Name)
		}
	}
}

// arguments has two values of every type that a method of Builder takes, for
// the methods that take one argument of it.
var arguments = [][2]any{
	{"one", "two"},
	{[]string{"one"}, []string{"two"}},
	{int32(1), int32(2)},
	{true, false},
	{[]byte("one"), []byte("two")},
	{types.InstanceTypeM5Large, types.InstanceTypeC5Large},
	{types.ShutdownBehaviorStop, types.ShutdownBehaviorTerminate},
	{types.InstanceAutoRecoveryStateDefault, types.InstanceAutoRecoveryStateDisabled},
	{func(in *ec2.RunInstancesInput) { in.KeyName = new("one") }, func(in *ec2.RunInstancesInput) { in.KeyName = new("two") }},
	{Exactly(1), Between(2, 3)},
	{template.ID("lt-1"), template.Name("two").Version("2")},
	{profile.Name("one"), profile.ARN("two")},
	{blockdevice.GP3(blockdevice.GiB(1)), blockdevice.Ephemeral(1)},
	{network.Interfaces(network.NewInterface(0).SecurityGroups("sg-1")), network.InSubnet("subnet-1").SecurityGroups("sg-2")},
	{network.NewSecondaryInterface("subnet-1"), network.NewSecondaryInterface("subnet-2").IPv4(network.IPv4Count(2))},
	{network.BandwidthWeighting("vpc-1"), network.BandwidthWeighting("ebs-1")},
	{network.Hostname("ip-name"), network.Hostname("resource-name").EnableResourceNameDNSARecord(true)},
	{placement.Zone("us-east-1a"), placement.Group("two").Partition(2)},
	{market.Spot(), market.Persistent(market.Hibernate()).MaxPrice("1")},
	{market.OpenReservations(), market.ReservationID("cr-1")},
	{cpu.Cores(1, 1), cpu.Cores(2, 2)},
	{cpu.Standard, cpu.Unlimited},
	{metadata.Required(), metadata.Optional().HopLimit(3)},
	{[]tags.Specification{tags.Instance(tags.T{"a": "1"})}, []tags.Specification{tags.Instance(tags.T{"a": "2"}), tags.Volume(tags.T{"b": "3"})}},
}

// argumentsOf returns fresh arguments for a method: the first or the second
// ones.
func argumentsOf(t *testing.T, m reflect.Method, which int) []reflect.Value {
	t.Helper()
	var args []reflect.Value
	for i := 1; i < m.Type.NumIn(); i++ {
		want := m.Type.In(i)
		found := slices.IndexFunc(arguments, func(pair [2]any) bool { return reflect.TypeOf(pair[0]).AssignableTo(want) })
		if found < 0 {
			t.Fatalf("%s: no argument of type %v", m.Name, want)
		}
		arg := reflect.ValueOf(arguments[found][which])
		if arg.Kind() == reflect.Slice {
			arg = reflect.AppendSlice(reflect.MakeSlice(arg.Type(), 0, 0), arg)
		}
		args = append(args, arg)
	}
	return args
}

func TestLaterCallsWin(t *testing.T) {
	in := FromImage("ami-1", "m5.large").
		Network(network.Interfaces(network.NewInterface(0))).Network(network.InSubnet("subnet-1")).
		Metadata(metadata.Optional().HopLimit(2)).RequireIMDSv2().
		Tags(tags.Instance(tags.T{"a": "1"})).Tags(tags.Instance(tags.T{"a": "2", "b": "3"})).reveal()
	if in.NetworkInterfaces != nil || *in.SubnetId != "subnet-1" {
		t.Error("the second Network does not replace the first")
	}
	if in.MetadataOptions.HttpTokens != types.HttpTokensStateRequired || *in.MetadataOptions.HttpPutResponseHopLimit != 2 {
		t.Error("RequireIMDSv2 changes more than the tokens")
	}
	if len(in.TagSpecifications) != 1 || len(in.TagSpecifications[0].Tags) != 2 {
		t.Errorf("tags of one resource are not merged: %v", in.TagSpecifications)
	}
}

func TestDeviceReplacesItsNamesake(t *testing.T) {
	base := m7i().Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(8))).Device("/dev/sdf", blockdevice.GP2(blockdevice.GiB(8)))
	before := base.String()
	fork := base.Device("/dev/xvda", blockdevice.GP3(blockdevice.GiB(100)))
	got := fork.reveal().BlockDeviceMappings
	if len(got) != 2 || *got[0].DeviceName != "/dev/xvda" || *got[0].Ebs.VolumeSize != 100 || *got[1].DeviceName != "/dev/sdf" {
		t.Errorf("the fork has %v", fork)
	}
	if base.String() != before {
		t.Errorf("the base became %v", base)
	}
	if report := fork.Check(); len(report.Violations) > 0 {
		t.Errorf("the fork is reported: %v", report)
	}
}

func TestRequireIMDSv2HoldsWhateverMetadataSets(t *testing.T) {
	tokens := func(b Builder) types.HttpTokensState { return b.reveal().MetadataOptions.HttpTokens }
	strict := m7i().RequireIMDSv2()
	spec, err := strict.Build()
	if err != nil {
		t.Fatal(err)
	}
	if !FromSpec(spec).Equal(strict) {
		t.Error("a builder is not the one that its spec came from")
	}
	for name, b := range map[string]Builder{
		"after":     strict.Metadata(metadata.Optional().HopLimit(2)),
		"before":    m7i().Metadata(metadata.Optional()).RequireIMDSv2(),
		"zero":      strict.Metadata(metadata.Options{}),
		"twice":     strict.Metadata(metadata.Disabled()).Metadata(metadata.Optional()),
		"edited":    strict.Edit(func(in *ec2.RunInstancesInput) { in.KeyName = new("ops") }).Metadata(metadata.Optional()),
		"of a spec": FromSpec(spec).Metadata(metadata.Optional()),
		"of a fork": strict.Count(Exactly(2)).Metadata(metadata.Optional()),
	} {
		if got := tokens(b); got != types.HttpTokensStateRequired {
			t.Errorf("%s: HttpTokens is %q", name, got)
		}
	}
	if got := strict.Metadata(metadata.Optional().HopLimit(2)).reveal(); *got.MetadataOptions.HttpPutResponseHopLimit != 2 {
		t.Error("the other options are lost")
	}
	lax := strict.Edit(func(in *ec2.RunInstancesInput) { in.MetadataOptions = nil })
	if got := tokens(lax.Metadata(metadata.Optional())); got != types.HttpTokensStateOptional {
		t.Errorf("what Edit took back is %q", got)
	}
	if got := tokens(m7i().Metadata(metadata.Required()).Metadata(metadata.Optional())); got != types.HttpTokensStateOptional {
		t.Errorf("Metadata after Metadata.Required is %q", got)
	}
}

// A market takes its reservation along when another takes its place, and no
// other reservation.
func TestAMarketIsTakenBackWhole(t *testing.T) {
	const id = "cr-0123456789abcdef0"
	for name, tt := range map[string]struct {
		b    Builder
		want Builder
	}{
		"block":                   {m7i().Market(market.CapacityBlock(id)).Market(market.Default()), m7i()},
		"group of blocks":         {m7i().Market(market.CapacityBlockGroup("arn")).Market(market.Spot()), m7i().Market(market.Spot())},
		"interruptible":           {m7i().Market(market.Interruptible(id)).Market(market.OnDemand()), m7i().Market(market.OnDemand())},
		"another block":           {m7i().Market(market.CapacityBlock("cr-1")).Market(market.CapacityBlock(id)), m7i().Market(market.CapacityBlock(id))},
		"of a request":            {FromInput(m7i().Market(market.CapacityBlock(id)).reveal()).Market(market.Default()), m7i()},
		"spot":                    {m7i().Market(market.Spot()).Market(market.Default()), m7i()},
		"a target of one's own":   {m7i().CapacityReservation(market.ReservationID(id)).Market(market.OnDemand()).Market(market.Default()), m7i().CapacityReservation(market.ReservationID(id))},
		"a preference of its own": {m7i().Market(market.CapacityBlock(id)).CapacityReservation(market.ReservationsOnly()).Market(market.Default()), m7i().CapacityReservation(market.ReservationsOnly())},
	} {
		if !tt.b.Equal(tt.want) {
			t.Errorf("%s: got %v, want %v", name, tt.b, tt.want)
		}
	}
}

func TestZeroValuesTakeBack(t *testing.T) {
	base := m7i()
	for name, b := range map[string]Builder{
		"Template":            base.Template(template.ID("lt-1")).Template(template.Template{}),
		"Profile":             base.Profile(profile.Name("web")).Profile(profile.Profile{}),
		"Network":             base.Network(network.InSubnet("subnet-1")).Network(network.InDefaultVPC()),
		"BandwidthWeighting":  base.BandwidthWeighting("vpc-1").BandwidthWeighting(""),
		"PrivateDNS":          base.PrivateDNS(network.Hostname("ip-name")).PrivateDNS(network.PrivateDNS{}),
		"Placement":           base.Placement(placement.Host("h-1")).Placement(placement.Ungrouped{}),
		"Market":              base.Market(market.Spot()).Market(market.Default()),
		"CapacityReservation": base.CapacityReservation(market.NoReservation()).CapacityReservation(market.Target{}),
		"CPU":                 base.CPU(cpu.Cores(1, 1)).CPU(cpu.Options{}),
		"Credits":             base.Credits(cpu.Standard).Credits(""),
		"Metadata":            base.Metadata(metadata.Required()).Metadata(metadata.Options{}),
	} {
		if !b.Equal(base) {
			t.Errorf("%s: %v is left", name, b)
		}
	}
}
