package instancetype

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"
)

// Every accessor must read the member of the answer that it is named for.
func TestDescribeReadsEveryMember(t *testing.T) {
	info, ok := FromDescribe([]types.InstanceTypeInfo{fullAnswer()}).Lookup("z9x.large")
	if !ok {
		t.Fatal("the type is not found")
	}
	want := map[string]string{
		"AMDSEVSNP":                 "yes",
		"Accelerators":              "[{neuron 2 AWS Trainium3 400} {media 3 Xilinx U30 500} {fpga 5 Xilinx VU9P 600}]",
		"Architectures":             "[x86_64]",
		"AttachmentLimitKind":       "dedicated",
		"AutoRecovery":              "yes",
		"BandwidthWeightings":       "[vpc-1]",
		"BareMetal":                 "no",
		"BootModes":                 "[uefi]",
		"Burstable":                 "yes",
		"CPUOptionsListed":          "yes",
		"Cards":                     "2",
		"ClockGHz":                  "3.7 true",
		"Cores":                     "[2 4 6]",
		"CurrentGeneration":         "no",
		"DedicatedHosts":            "yes",
		"DefaultCores":              "6 true",
		"DefaultNetworkCard":        "1 true",
		"DefaultThreadsPerCore":     "2 true",
		"Disks":                     "[{2 55 ssd}]",
		"EBSBaselineIOPS":           "103 true",
		"EBSBaselineMbps":           "101 true",
		"EBSBaselineThroughput":     "105.3125 true",
		"EBSCards":                  "3 true",
		"EBSEncryption":             "yes",
		"EBSMaxIOPS":                "104 true",
		"EBSMaxMbps":                "102 true",
		"EBSMaxThroughput":          "106.5 true",
		"EBSOptimized":              "default",
		"EFA":                       "yes",
		"ENA":                       "required",
		"ENAExpress":                "no",
		"Enclaves":                  "yes",
		"EncryptionInTransit":       "yes",
		"FlexibleENAQueues":         "no",
		"FreeTier":                  "no",
		"GPUMemoryMiB":              "1200 true",
		"GPUs":                      "[{4 NVIDIA L4 300}]",
		"Hibernation":               "yes",
		"Hypervisor":                "nitro",
		"IPv4PerInterface":          "21 true",
		"IPv4PerSecondaryInterface": "23 true",
		"IPv6":                      "yes",
		"IPv6PerInterface":          "22 true",
		"InstanceStore":             "yes",
		"InstanceStoreEncryption":   "required",
		"InstanceStoreGB":           "110 true",
		"InstanceStoreNVMe":         "supported",
		"Manufacturer":              "AMD",
		"MaxEBSVolumes":             "41 true",
		"MaxEFAInterfaces":          "7 true",
		"MaxNetworkInterfaces":      "25 true",
		"MaxSecondaryInterfaces":    "26 true",
		"MemoryMiB":                 "3000000000 true",
		"NVMe":                      "required",
		"NestedVirtualization":      "no",
		"NetworkBandwidth":          "Up to 7 Gigabit",
		"NetworkCards":              "2 true",
		"Nitro":                     "yes",
		"NitroTPM":                  "no",
		"PHC":                       "yes",
		"PlacementStrategies":       "[spread]",
		"RebootMigration":           "no",
		"RootDevices":               "[ebs]",
		"SecondaryNetwork":          "yes",
		"TCPEstablishedTimeout":     "201 true",
		"Threads":                   "[1 2]",
		"Type":                      "z9x.large",
		"UDPStreamTimeout":          "202 true",
		"UDPTimeout":                "203 true",
		"UsageClasses":              "[capacity-block spot]",
		"VCPUs":                     "12 true",
		"Virtualizations":           "[hvm]",
	}
	got := accessors(info)
	got["Cards"] = fmt.Sprint(len(info.Cards()))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// accessors calls every method of an Info or a Card that takes no argument and
// prints its results.
func accessors(of any) map[string]string {
	printed := map[string]string{}
	for method, f := range reflect.ValueOf(of).Methods() {
		if method.Type.NumIn() > 1 {
			continue
		}
		results := f.Call(nil)
		text := fmt.Sprint(results[0])
		if cards, ok := results[0].Interface().([]Card); ok {
			text = ""
			for _, c := range cards {
				text += fmt.Sprint(accessors(c))
			}
		}
		if len(results) == 2 {
			text += fmt.Sprint(" ", results[1])
		}
		printed[method.Name] = text
	}
	return printed
}

func TestDescribeReadsCards(t *testing.T) {
	info, _ := FromDescribe([]types.InstanceTypeInfo{fullAnswer()}).Lookup("z9x.large")
	type figures struct {
		Index                                       int32
		Interfaces, Flexible, Queues, Each, Total   string
		Baseline, Peak                              string
		Interface, EFA, EFAOnly, FutureKind, Listed string
	}
	read := func(c Card) figures {
		n := func(n any, ok bool) string {
			if !ok {
				return "unknown"
			}
			return fmt.Sprint(n)
		}
		i32 := func(f func() (int32, bool)) string { v, ok := f(); return n(v, ok) }
		f64 := func(f func() (float64, bool)) string { v, ok := f(); return n(v, ok) }
		return figures{
			c.Index(), i32(c.MaxInterfaces), i32(c.AdditionalFlexibleInterfaces), i32(c.DefaultENAQueues),
			i32(c.MaxENAQueuesPerInterface), i32(c.MaxENAQueues), f64(c.BaselineGbps), f64(c.PeakGbps),
			c.InterfaceType("interface").String(), c.InterfaceType("efa").String(), c.InterfaceType("efa-only").String(),
			c.InterfaceType("carrier-pigeon").String(), fmt.Sprint(c.InterfaceTypes()),
		}
	}
	first, ok := info.NetworkCard(0)
	want := figures{0, "14", "4", "8", "16", "32", "1.5", "7", "yes", "no", "yes", "unknown", "[efa-only interface]"}
	if diff := cmp.Diff(want, read(first)); diff != "" || !ok {
		t.Errorf("card 0 (-want +got)\n%s", diff)
	}
	second, ok := info.NetworkCard(1)
	want = figures{1, "11", "unknown", "unknown", "unknown", "unknown", "unknown", "unknown", "unknown", "unknown", "unknown", "unknown", "[]"}
	if diff := cmp.Diff(want, read(second)); diff != "" || !ok {
		t.Errorf("card 1 (-want +got)\n%s", diff)
	}
	for n, c := range info.Cards() {
		if c.Index() != int32(n) {
			t.Errorf("the list is not in the order of the index: card %d is at %d", c.Index(), n)
		}
	}
	if _, ok := info.NetworkCard(2); ok {
		t.Error("there is a card 2")
	}
	if _, ok := info.NetworkCard(-1); ok {
		t.Error("there is a card -1")
	}
}

func TestDescribeOfAbsentMembers(t *testing.T) {
	metal := wholeAnswer("z9x.metal")
	metal.BareMetal = new(true)
	diskless := types.InstanceTypeInfo{InstanceType: "z9x.large", InstanceStorageSupported: new(false), NetworkInfo: &types.NetworkInfo{EfaSupported: new(false)}}
	live := FromDescribe([]types.InstanceTypeInfo{{InstanceType: "z9x.small"}, metal, diskless, {}})
	for _, test := range []struct {
		name string
		typ  types.InstanceType
		fact Fact
		want string
	}{
		{"a part of an answer says nothing about GPUs", "z9x.small", FactGPUs, ""},
		{"nor about accelerators", "z9x.small", FactAccelerators, ""},
		{"nor about core counts", "z9x.small", FactCPUOptionsListed, ""},
		{"nor about SEV-SNP", "z9x.small", FactAMDSEVSNP, ""},
		{"nor about bandwidth weightings", "z9x.small", FactBandwidthWeightings, ""},
		{"a whole answer without GPUs says none", "z9x.metal", FactGPUs, "[]"},
		{"and no GPU memory", "z9x.metal", FactGPUMemoryMiB, "0"},
		{"and no accelerators", "z9x.metal", FactAccelerators, "[]"},
		{"a whole answer without core counts lists none", "z9x.metal", FactCPUOptionsListed, "false"},
		{"but knows no core counts", "z9x.metal", FactCores, ""},
		{"a whole answer without the feature has no SEV-SNP", "z9x.metal", FactAMDSEVSNP, "false"},
		{"a whole answer without weightings takes none", "z9x.metal", FactBandwidthWeightings, "[]"},
		{"a whole answer without hibernation does not know", "z9x.metal", FactHibernation, ""},
		{"bare metal has no hypervisor", "z9x.metal", FactHypervisor, `"none"`},
		{"a type without hypervisor may be anything", "z9x.small", FactHypervisor, ""},
		{"no instance store means no disks", "z9x.large", FactDisks, "[]"},
		{"and no gigabytes", "z9x.large", FactInstanceStoreGB, "0"},
		{"no EFA means no EFA interfaces", "z9x.large", FactMaxEFAInterfaces, "0"},
	} {
		info, _ := live.Lookup(test.typ)
		if got := info.Value(test.fact); got != test.want {
			t.Errorf("%s: %s of %s is %q, want %q", test.name, test.fact, test.typ, got, test.want)
		}
	}
	if live.Len() != 3 {
		t.Errorf("%d types, want 3: an answer without a type is passed over", live.Len())
	}
}

// A name that EC2 adds later must read as unknown, never as no.
func TestDescribeOfFutureNames(t *testing.T) {
	answer := wholeAnswer("z9x.large")
	answer.ProcessorInfo.SupportedArchitectures = []types.ArchitectureType{"riscv64", types.ArchitectureTypeArm64}
	answer.NetworkInfo.EnaSupport = "mandatory"
	answer.NitroEnclavesSupport = "sometimes"
	info, _ := FromDescribe([]types.InstanceTypeInfo{answer}).Lookup("z9x.large")
	if a := info.Architecture("riscv64"); a != Unknown {
		t.Errorf("riscv64: %v", a)
	}
	if a := info.Architecture(types.ArchitectureTypeArm64); a != Yes {
		t.Errorf("arm64: %v", a)
	}
	if a := info.Architecture(types.ArchitectureTypeX8664); a != No {
		t.Errorf("x86_64: %v", a)
	}
	if ena := info.ENA(); ena != "" {
		t.Errorf("ENA: %q", ena)
	}
	if a := info.Enclaves(); a != Unknown {
		t.Errorf("enclaves: %v", a)
	}
}

func TestDescribeKeepsNothingOfTheAnswer(t *testing.T) {
	answers := []types.InstanceTypeInfo{fullAnswer()}
	info, _ := FromDescribe(answers).Lookup("z9x.large")
	before := accessors(info)
	answers[0].VCpuInfo.ValidCores[0] = 99
	*answers[0].VCpuInfo.DefaultVCpus = 99
	*answers[0].ProcessorInfo.Manufacturer = "ACME"
	answers[0].NetworkInfo.NetworkCards[0].MaximumNetworkInterfaces = new(int32(99))
	if diff := cmp.Diff(before, accessors(info)); diff != "" {
		t.Errorf("a change of the answer shows\n%s", diff)
	}
}

func TestListsAreCopies(t *testing.T) {
	embedded, _ := Lookup(types.InstanceTypeG4dn12xlarge)
	live, _ := FromDescribe([]types.InstanceTypeInfo{fullAnswer()}).Lookup("z9x.large")
	for _, info := range []Info{embedded, live} {
		before := accessors(info)
		info.Cores()[0] = 99
		info.Threads()[0] = 99
		info.Cards()[0] = Card{}
		info.Disks()[0] = Disk{}
		info.GPUs()[0] = GPU{}
		info.Architectures()[0] = "z80"
		if diff := cmp.Diff(before, accessors(info)); diff != "" {
			t.Errorf("%s: a change of a returned list shows\n%s", info.Type(), diff)
		}
	}
}
