package launch

import (
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/network"
	"github.com/ec2launch/ec2launch/validate"
)

var (
	four = netip.MustParseAddr("10.0.0.4")
	six  = netip.MustParseAddr("2001:db8::1")
)

func m7i() Builder { return FromImage("ami-0abcdef1234567890", types.InstanceTypeM7iLarge) }

// emptyConfig and its like embed what the library has, and hold nothing.
type (
	emptyConfig     struct{ network.Config }
	emptyAttachment struct{ network.Attachment }
	emptyIPv6       struct{ network.IPv6 }
	emptyMapping    struct{ blockdevice.Mapping }
	emptyContent    struct{ blockdevice.Content }
	emptyMarket     struct{ market.Market }
	emptyPlacement  struct{ placement.Placement }
)

// These have an Err of their own.
type (
	panickingConfig struct{ network.Config }
	failingMapping  struct{ blockdevice.Mapping }
)

func (panickingConfig) Err() error { panic("secret") }
func (failingMapping) Err() error  { return errors.New(strings.Repeat("secret", 1<<20)) }

// arguments that no request can hold, each with the path and the words by which
// the one error names it.
var faulty = []struct {
	name    string
	builder func(b Builder) Builder
	path    string
	names   string
}{
	{"no instance type", func(Builder) Builder { return FromImage("ami-0abcdef1234567890", "") }, "InstanceType", "FromImage"},
	{"no function", func(b Builder) Builder { return b.Edit(nil) }, "", "Edit"},
	{"no mapping", func(b Builder) Builder { return b.Device("/dev/sdf", nil) }, "BlockDeviceMappings", `Device("/dev/sdf")`},
	{"an embedded nil mapping", func(b Builder) Builder { return b.Device("/dev/sdf", emptyMapping{}) }, "BlockDeviceMappings", `Device("/dev/sdf")`},
	{"zero volume", device(blockdevice.Volume{}), "BlockDeviceMappings[0].Ebs", `Device("/dev/sdf"): the zero Volume`},
	{"zero gp3 volume", device(blockdevice.GP3Volume{}), "BlockDeviceMappings[0].Ebs", `Device("/dev/sdf"): the zero GP3Volume`},
	{"no content", device(blockdevice.GP3(nil)), "BlockDeviceMappings[0].Ebs.VolumeSize", `Device("/dev/sdf"): a volume of type gp3`},
	{"no content of provisioned volume", device(blockdevice.IO2(nil, 100)), "BlockDeviceMappings[0].Ebs.VolumeSize", `Device("/dev/sdf"): a volume of type io2`},
	{"a nil size", device(blockdevice.GP2((*blockdevice.GiB)(nil))), "BlockDeviceMappings[0].Ebs.VolumeSize", "Content"},
	{"a nil snapshot", device(blockdevice.ST1((*blockdevice.Snapshot)(nil))), "BlockDeviceMappings[0].Ebs.VolumeSize", "Content"},
	{"an embedded nil content", device(blockdevice.SC1(emptyContent{})), "BlockDeviceMappings[0].Ebs.VolumeSize", "Content"},
	{"no network", net(nil), "", "Network"},
	{"an embedded nil network", net(emptyConfig{}), "", "Network"},
	{"no interface", net(network.Interfaces(nil)), "NetworkInterfaces[0]", "Interfaces"},
	{"a nil interface", net(network.Interfaces((*network.Interface)(nil))), "NetworkInterfaces[0]", "Interfaces"},
	{"an embedded nil interface", net(network.Interfaces(emptyAttachment{})), "NetworkInterfaces[0]", "Interfaces"},
	{"IPv6 for private IP", net(network.InSubnet("subnet-0123456789abcdef0").PrivateIP(six)), "PrivateIpAddress", "PrivateIP must be given an IPv4 address, not 2001:db8::1"},
	{"nothing for private IP", net(network.InDefaultVPC().PrivateIP(netip.Addr{})), "PrivateIpAddress", "PrivateIP must be given an IPv4 address, not an invalid one"},
	{"IPv4 for IPv6", net(network.InDefaultVPC().IPv6(network.IPv6Addrs(four))), "Ipv6Addresses", "IPv6 must be given IPv6 addresses, not 10.0.0.4"},
	{"IPv4 for primary IPv6", net(network.InSubnet("subnet-0123456789abcdef0").IPv6(network.IPv6PrimaryAddrs(four, six))), "Ipv6Addresses", "IPv6"},
	{"a nil choice", net(network.InDefaultVPC().IPv6((*network.IPv6Count)(nil))), "Ipv6Addresses", "IPv6"},
	{"an embedded nil choice", net(network.InDefaultVPC().IPv6(emptyIPv6{})), "Ipv6Addresses", "IPv6"},
	{"IPv4 for IPv6 of the second interface", net(network.Interfaces(network.NewInterface(0), network.NewInterface(1).IPv6(network.IPv6Addrs(four)))), "NetworkInterfaces[1].Ipv6Addresses", "IPv6"},
	{"IPv6 for the private IP of an interface", net(network.Interfaces(network.NewInterface(0).PrivateIP(six))), "NetworkInterfaces[0].PrivateIpAddress", "PrivateIP"},
	{"IPv6 for secondary IPv4", net(network.Interfaces(network.NewInterface(0).SecondaryIPv4(network.IPv4Addrs(six)))), "NetworkInterfaces[0].PrivateIpAddresses", "SecondaryIPv4"},
	{"IPv6 for a block of IPv4", net(network.Interfaces(network.NewInterface(0).IPv4Prefixes(network.IPv4PrefixList(netip.PrefixFrom(six, 80))))), "NetworkInterfaces[0].Ipv4Prefixes", "IPv4Prefixes must be given blocks of IPv4 addresses, not 2001:db8::1/80"},
	{"IPv4 for a block of IPv6", net(network.Interfaces(network.NewInterface(0).IPv6Prefixes(network.IPv6PrefixList(netip.PrefixFrom(four, 28))))), "NetworkInterfaces[0].Ipv6Prefixes", "IPv6Prefixes"},
	{"an invalid block", net(network.Interfaces(network.NewInterface(0).IPv6Prefixes(network.IPv6PrefixList(netip.PrefixFrom(six, 200))))), "NetworkInterfaces[0].Ipv6Prefixes", "IPv6Prefixes"},
	{"a nil block", net(network.Interfaces(network.NewInterface(0).IPv4Prefixes((*network.IPv4PrefixCount)(nil)))), "NetworkInterfaces[0].Ipv4Prefixes", "IPv4Prefixes"},
	{"IPv6 for a secondary interface", func(b Builder) Builder {
		return b.InstanceType("").SecondaryInterface(network.NewSecondaryInterface("subnet-0123456789abcdef0").DeviceIndex(1).IPv4(network.IPv4Addrs(six)))
	}, "SecondaryInterfaces[0].PrivateIpAddresses", "IPv4"},
	{"an Err that panics", net(panickingConfig{network.InDefaultVPC()}), "", "Network was given a value whose Err is not nil"},
	{"an Err of its own", device(failingMapping{blockdevice.NoDevice()}), "BlockDeviceMappings[0].Ebs", `Device("/dev/sdf") was given a value whose Err is not nil`},
	{"no placement", func(b Builder) Builder { return b.Placement(nil) }, "Placement", "Placement"},
	{"an embedded nil placement", func(b Builder) Builder { return b.Placement(emptyPlacement{}) }, "Placement", "Placement"},
	{"no market", func(b Builder) Builder { return b.Market(nil) }, "InstanceMarketOptions", "Market"},
	{"an embedded nil market", func(b Builder) Builder { return b.Market(emptyMarket{}) }, "InstanceMarketOptions", "Market"},
	{"no reservation", func(b Builder) Builder { return b.CapacityReservation(nil) }, "CapacityReservationSpecification", "CapacityReservation"},
}

func device(m blockdevice.Mapping) func(Builder) Builder {
	return func(b Builder) Builder { return b.Device("/dev/sdf", m) }
}

func net(c network.Config) func(Builder) Builder {
	return func(b Builder) Builder { return b.Network(c) }
}

func TestArgumentsThatNoRequestHoldsAreOneErrorThatNamesThem(t *testing.T) {
	for _, tt := range faulty {
		t.Run(tt.name, func(t *testing.T) {
			report := tt.builder(m7i()).Check()
			if len(report.Violations) != 1 {
				t.Fatalf("got %v, want one violation", report)
			}
			v := report.Violations[0]
			if v.Path != tt.path || !strings.Contains(v.Message, tt.names) || !strings.HasPrefix(v.Rule, "builder-argument-") || v.Code == "" {
				t.Errorf("got %s %q (%s), want it at %s, with %q", v.Rule, v, v.Code, tt.path, tt.names)
			}
			if _, err := tt.builder(m7i()).Build(); err == nil {
				t.Error("it is built")
			}
		})
	}
}

// The last call of a method counts, also where the one before was wrong.
func TestALaterCallMendsAFault(t *testing.T) {
	for name, b := range map[string]Builder{
		"type":        FromImage("ami-0abcdef1234567890", "").InstanceType(types.InstanceTypeM7iLarge),
		"device":      m7i().Device("/dev/sdf", blockdevice.GP3(nil)).Device("/dev/sdf", blockdevice.GP3(blockdevice.GiB(8))),
		"no device":   m7i().Device("/dev/sdf", nil).Device("/dev/sdf", blockdevice.GP3(blockdevice.GiB(8))),
		"network":     m7i().Network(network.InDefaultVPC().PrivateIP(six)).Network(network.InDefaultVPC()),
		"address":     m7i().Network(network.InDefaultVPC().PrivateIP(six).PrivateIP(four)),
		"IPv6":        m7i().Network(network.InDefaultVPC().IPv6(network.IPv6Addrs(four)).IPv6(nil)),
		"market":      m7i().Market(nil).Market(market.Spot()),
		"reservation": m7i().CapacityReservation(nil).CapacityReservation(market.OpenReservations()),
		"placement":   m7i().Placement(nil).Placement(placement.Zone("us-east-1a")),
		"function":    m7i().Edit(nil).Edit(func(*ec2.RunInstancesInput) {}),
	} {
		if report := b.Check(); report.Err() != nil {
			t.Errorf("%s: %v", name, report)
		}
	}
	other := m7i().Device("/dev/sdf", nil).Device("/dev/sdg", blockdevice.GP3(blockdevice.GiB(8)))
	if other.Check().Err() == nil {
		t.Error("another device mends the fault of the first")
	}
}

// The faults of two forks of one builder do not mix.
func TestFaultsAreForked(t *testing.T) {
	base := Builder{}.Device("/dev/sdf", nil).Network(nil).Placement(nil)
	one, two := base.Market(nil), base.CapacityReservation(nil)
	for path, b := range map[string]Builder{"InstanceMarketOptions": one, "CapacityReservationSpecification": two} {
		if last := b.faults[len(b.faults)-1].Path; len(b.faults) != 4 || last != path {
			t.Errorf("%d faults, the last at %s, want the fourth at %s", len(b.faults), last, path)
		}
	}
	mended := base.Network(network.InDefaultVPC())
	if len(base.faults) != 3 || len(mended.faults) != 2 {
		t.Errorf("%d faults after a fork mended one, which has %d", len(base.faults), len(mended.faults))
	}
}

func TestCheckReportsAllAtOnce(t *testing.T) {
	b := FromImage("ami-0abcdef1234567890", "m7i.larg").Count(Between(2, 1)).Device("/dev/sdf", blockdevice.GP3(nil).IOPS(2999))
	report := b.Check()
	var got []string
	for _, v := range report.Violations {
		got = append(got, fmt.Sprint(v.Severity, " ", v.Path))
	}
	want := []string{"error BlockDeviceMappings[0].Ebs.VolumeSize", "error MinCount", "error BlockDeviceMappings[0].Ebs.Iops", "warning InstanceType"}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) || report.Edition != validate.Latest {
		t.Errorf("got %q of edition %v, want %q", got, report.Edition, want)
	}
	if _, err := b.Build(); err == nil || err.Error() != report.Err().Error() {
		t.Errorf("Build says %v, and Check %v", err, report.Err())
	}
	old, err := validate.NewValidator(Rules(), validate.In(validate.Spring2023))
	if err != nil {
		t.Fatal(err)
	}
	if got := b.CheckWith(old); got.Edition != validate.Spring2023 || got.Err() == nil {
		t.Errorf("CheckWith: %v", got)
	}
	if b.CheckWith(nil).Err() == nil {
		t.Error("a nil validator does not refuse")
	}
	if len(m7i().Check().Violations) > 0 {
		t.Error("a valid request is reported")
	}
}

func TestFaultsAreBoundedAndPrintPlain(t *testing.T) {
	b := m7i()
	for i := range 300 {
		b = b.Device(fmt.Sprintf("/dev/\n\x1b%d%s", i, strings.Repeat("x", 1<<10)), nil)
	}
	report := b.Check()
	if n := len(report.Violations); n != 100 || report.Omitted != 200 {
		t.Errorf("%d violations and %d omitted", n, report.Omitted)
	}
	if v := report.Violations[0].String(); len(v) > 500 || strings.ContainsAny(v, "\n\x1b") {
		t.Errorf("got %q", v)
	}
}
