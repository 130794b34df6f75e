package launch

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"net/netip"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/blockdevice"
	"github.com/ec2launch/ec2launch/launch/cpu"
	"github.com/ec2launch/ec2launch/launch/market"
	"github.com/ec2launch/ec2launch/launch/metadata"
	"github.com/ec2launch/ec2launch/launch/placement"
	"github.com/ec2launch/ec2launch/launch/profile"
	"github.com/ec2launch/ec2launch/launch/tags"
	"github.com/ec2launch/ec2launch/launch/template"
	"github.com/ec2launch/ec2launch/network"
)

// values makes one of everything that a builder is given, of which other makes
// another, and how it prints.
var values = []struct {
	value, other func() any
	prints       string
}{
	{func() any { return blockdevice.GP2(blockdevice.GiB(8)) }, func() any { return blockdevice.GP2(blockdevice.GiB(9)) },
		`{"Ebs":{"VolumeSize":8,"VolumeType":"gp2"}}`},
	{func() any { return blockdevice.GP3(blockdevice.FromSnapshot("snap-1")).Encrypted(true) }, func() any { return blockdevice.GP3(blockdevice.FromSnapshot("snap-1")) },
		`{"Ebs":{"Encrypted":true,"SnapshotId":"snap-1","VolumeType":"gp3"}}`},
	{func() any { return blockdevice.Inherit().GrowTo(9) }, func() any { return blockdevice.Inherit() }, `{"Ebs":{"VolumeSize":9}}`},
	{func() any { return blockdevice.Ephemeral(1) }, func() any { return blockdevice.NoDevice() }, `{"VirtualName":"ephemeral1"}`},
	{func() any { return blockdevice.FromSnapshot("snap-1").GrowTo(9) }, func() any { return blockdevice.FromSnapshot("snap-1") }, `{"SnapshotId":"snap-1","VolumeSize":9}`},
	{func() any { return blockdevice.GiB(8) }, func() any { return blockdevice.GiB(9) }, `8`},
	{func() any { return network.InSubnet("subnet-1").SecurityGroups("sg-1") }, func() any { return network.InSubnet("subnet-1").PrivateIP(six) },
		`{"SecurityGroupIds":["sg-1"],"SubnetId":"subnet-1"}`},
	{func() any { return network.InDefaultVPC().PrivateIP(four) }, func() any { return network.InDefaultVPC().PrivateIP(six) }, `{"PrivateIpAddress":"10.0.0.4"}`},
	{func() any { return network.Interfaces(network.NewInterface(0)) }, func() any { return network.Interfaces(network.NewInterface(1)) },
		`{"NetworkInterfaces":[{"DeviceIndex":0}]}`},
	{func() any { return network.NewInterface(0).IPv6(network.IPv6Addrs(six)) }, func() any { return network.NewInterface(0).IPv6(network.IPv6Addrs(six)).PrivateIP(six) },
		`{"DeviceIndex":0,"Ipv6Addresses":[{"Ipv6Address":"2001:db8::1"}]}`},
	{func() any { return network.Existing("eni-1") }, func() any { return network.Existing("eni-2") }, `{"DeviceIndex":0,"NetworkInterfaceId":"eni-1"}`},
	{func() any { return network.EFAOnly(1, 0) }, func() any { return network.EFAOnly(1, 1) }, `{"DeviceIndex":1,"InterfaceType":"efa-only","NetworkCardIndex":0}`},
	{func() any { return network.NewSecondaryInterface("subnet-1").IPv4(network.IPv4Addrs(four)) }, func() any { return network.NewSecondaryInterface("subnet-1") },
		`{"InterfaceType":"secondary","PrivateIpAddresses":[{"PrivateIpAddress":"10.0.0.4"}],"SecondarySubnetId":"subnet-1"}`},
	{func() any { return network.BandwidthWeighting("vpc-1") }, func() any { return network.BandwidthWeighting("ebs-1") }, `vpc-1`},
	{func() any { return network.Hostname("ip-name") }, func() any { return network.PrivateDNS{} }, `{"PrivateDnsNameOptions":{"HostnameType":"ip-name"}}`},
	{func() any { return network.IPv4Addrs(four) }, func() any { return network.IPv4Addrs() }, `[10.0.0.4]`},
	{func() any { return network.IPv6Addrs(six) }, func() any { return network.IPv6PrimaryAddrs(six) }, `[2001:db8::1]`},
	{func() any { return network.IPv4PrefixList(netip.PrefixFrom(four, 28)) }, func() any { return network.IPv4PrefixList() }, `[10.0.0.4/28]`},
	{func() any { return network.IPv6PrefixList(netip.PrefixFrom(six, 80)) }, func() any { return network.IPv6PrefixList() }, `[2001:db8::1/80]`},
	{func() any { return placement.Zone("us-east-1a") }, func() any { return placement.ZoneID("use1-az1") }, `{"Placement":{"AvailabilityZone":"us-east-1a"}}`},
	{func() any { return placement.Group("blue") }, func() any { return placement.Group("green") }, `{"Placement":{"GroupName":"blue"}}`},
	{func() any { return placement.Host("h-1") }, func() any { return placement.AnyHost() }, `{"Placement":{"HostId":"h-1","Tenancy":"host"}}`},
	{func() any { return market.Spot().MaxPrice("1") }, func() any { return market.Spot() }, `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"MaxPrice":"1"}}}`},
	{func() any { return market.Persistent(market.Stop()).ValidUntil(noon) }, func() any { return market.Persistent(market.Stop()) },
		`{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"InstanceInterruptionBehavior":"stop","SpotInstanceType":"persistent","ValidUntil":"2030-01-01T12:00:00Z"}}}`},
	{func() any { return market.Stop() }, func() any { return market.Hibernate() }, `stop`},
	{func() any { return market.OnDemand() }, func() any { return market.Default() }, `{"InstanceMarketOptions":{"MarketType":"on-demand"}}`},
	{func() any { return market.NoReservation() }, func() any { return market.ReservationsOnly() }, `{"CapacityReservationSpecification":{"CapacityReservationPreference":"none"}}`},
	{func() any { return market.ReservationID("cr-1") }, func() any { return market.ReservationID("cr-1").Only() },
		`{"CapacityReservationSpecification":{"CapacityReservationTarget":{"CapacityReservationId":"cr-1"}}}`},
	{func() any { return cpu.Cores(1, 2) }, func() any { return cpu.Cores(1, 1) }, `{"CpuOptions":{"CoreCount":1,"ThreadsPerCore":2}}`},
	{func() any { return cpu.Standard }, func() any { return cpu.Unlimited }, `standard`},
	{func() any { return metadata.Required().HopLimit(2) }, func() any { return metadata.Required() }, `{"MetadataOptions":{"HttpPutResponseHopLimit":2,"HttpTokens":"required"}}`},
	{func() any { return tags.Instance(tags.T{"a": "1"}) }, func() any { return tags.Volume(tags.T{"a": "1"}) },
		`{"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"a","Value":"1"}]}]}`},
	{func() any { return profile.Name("web") }, func() any { return profile.ARN("web") }, `{"IamInstanceProfile":{"Name":"web"}}`},
	{func() any { return template.Name("web").Version("2") }, func() any { return template.Name("web") }, `{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"2"}}`},
	{func() any { return Between(1, 2) }, func() any { return Exactly(1) }, `{"MaxCount":2,"MinCount":1}`},
	{func() any { return m7i().Device("/dev/sdf", nil) }, func() any { return m7i() }, `{"MaxCount":1,"MinCount":1,"ImageId":"ami-0abcdef1234567890","InstanceType":"m7i.large"}`},
}

var noon = time.Date(2030, 1, 1, 12, 0, 0, 0, time.UTC)

func TestValuesPrintAsJSONAndCompare(t *testing.T) {
	for _, v := range values {
		one, same, other := v.value(), v.value(), v.other()
		if got := fmt.Sprint(one); got != v.prints {
			t.Errorf("%T prints %s, want %s", one, got, v.prints)
		}
		if !cmp.Equal(one, same) {
			t.Errorf("%T does not equal itself", one)
		}
		if cmp.Equal(one, other) || cmp.Diff(one, other) == "" {
			t.Errorf("%T: %v equals %v", one, one, other)
		}
	}
	if text := fmt.Sprint(blockdevice.GP3(blockdevice.GiB(1)).KMSKey("\xff")); !strings.Contains(text, "UTF-8") {
		t.Errorf("a key that is no text prints %s", text)
	}
}

// TestEveryMethodSaysWhetherItSetsOrAdds holds every method that returns a
// changed copy to the words by which a reader tells the two apart.
func TestEveryMethodSaysWhetherItSetsOrAdds(t *testing.T) {
	words := regexp.MustCompile(`^\w+ (sets|adds|is like|is \[|changes the request by hand)`)
	tried := 0
	for _, dir := range []string{".", "../blockdevice", "../network", "cpu", "market", "metadata", "placement", "profile", "tags", "template"} {
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
				continue
			}
			parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, f.Name()), nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, decl := range parsed.Decls {
				m, ok := decl.(*ast.FuncDecl)
				if !ok || !m.Name.IsExported() || m.Recv == nil || m.Type.Results == nil || len(m.Type.Results.List) != 1 || named(m.Recv) == "" || named(m.Recv) != named(m.Type.Results) {
					continue
				}
				tried++
				if !words.MatchString(strings.ReplaceAll(m.Doc.Text(), "\n", " ")) {
					t.Errorf("%s.%s does not say whether it sets or adds: %s", named(m.Recv), m.Name, m.Doc.Text())
				}
			}
		}
	}
	if tried < 100 {
		t.Errorf("%d methods were found", tried)
	}
}

// named is the name of the one type in a list of fields.
func named(list *ast.FieldList) string {
	name, _ := list.List[0].Type.(*ast.Ident)
	if name == nil {
		return ""
	}
	return name.Name
}

// TestSwitchesTakeABool holds that no method stands for a state of a switch.
func TestSwitchesTakeABool(t *testing.T) {
	in := blockdevice.GP3(blockdevice.GiB(1)).Encrypted(false).DeleteOnTermination(false).Map("/dev/sdf")
	if *in.Ebs.Encrypted || *in.Ebs.DeleteOnTermination {
		t.Error("a switch of a volume cannot be declined")
	}
	b := m7i().Network(network.Interfaces(network.NewInterface(0).PublicIP(false).CarrierIP(false).PrimaryIPv6(false).DeleteOnTermination(false).ENAExpress(false)))
	nic := b.reveal().NetworkInterfaces[0]
	for name, got := range map[string]*bool{
		"PublicIP": nic.AssociatePublicIpAddress, "CarrierIP": nic.AssociateCarrierIpAddress, "PrimaryIPv6": nic.PrimaryIpv6,
		"DeleteOnTermination": nic.DeleteOnTermination, "ENAExpress": nic.EnaSrdSpecification.EnaSrdEnabled,
	} {
		if got == nil || *got {
			t.Errorf("%s(false) is %v", name, got)
		}
	}
	if got := m7i().Network(network.InDefaultVPC().EnablePrimaryIPv6(false)).reveal().EnablePrimaryIpv6; got == nil || *got {
		t.Errorf("EnablePrimaryIPv6(false) is %v", got)
	}
}
