package instancetype

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// A law holds between facts of every type. It returns what is wrong, "" if
// nothing is or a fact is unknown.
type law struct {
	name  string
	check func(Info) string
	// except names types of which the recorded facts break the law, with the
	// reason.
	except map[types.InstanceType]string
}

var laws = []law{
	{
		name: "cores times threads are the vCPUs",
		check: func(i Info) string {
			cores, ok1 := i.DefaultCores()
			threads, ok2 := i.DefaultThreadsPerCore()
			vcpus, ok3 := i.VCPUs()
			return unless(!ok1 || !ok2 || !ok3 || cores*threads == vcpus, "%d cores, %d threads, %d vCPUs", cores, threads, vcpus)
		},
	},
	{
		name: "the default cores and threads are valid, and the most there are",
		check: func(i Info) string {
			cores, ok := i.DefaultCores()
			threads, known := i.DefaultThreadsPerCore()
			return unless(!ok || !known || i.Cores() == nil || i.Threads() == nil ||
				cores == slices.Max(i.Cores()) && threads == slices.Max(i.Threads()), "%d cores of %v, %d threads of %v", cores, i.Cores(), threads, i.Threads())
		},
	},
	{
		name: "core and thread counts are listed together, ascending",
		check: func(i Info) string {
			return unless((i.Cores() == nil) == (i.Threads() == nil) && ascending(i.Cores()) && ascending(i.Threads()), "%v, %v", i.Cores(), i.Threads())
		},
	},
	{
		name: "core counts are listed where the type is said to have them",
		check: func(i Info) string {
			return unless(i.CPUOptionsListed() == Unknown || (i.CPUOptionsListed() == Yes) == (i.Cores() != nil), "%v, %v", i.CPUOptionsListed(), i.Cores())
		},
	},
	{
		name: "the cards' interfaces sum to the type's",
		check: func(i Info) string {
			sum := int32(0)
			for _, c := range i.Cards() {
				n, ok := c.MaxInterfaces()
				if !ok {
					return ""
				}
				sum += n
			}
			all, ok := i.MaxNetworkInterfaces()
			return unless(!ok || i.Cards() == nil || sum == all, "%d on %d cards, %d in all", sum, len(i.Cards()), all)
		},
	},
	{
		name: "cards are counted from 0, and the default one is among them",
		check: func(i Info) string {
			for n, c := range i.Cards() {
				if c.Index() != int32(n) {
					return fmt.Sprintf("card %d has index %d", n, c.Index())
				}
			}
			first, ok := i.DefaultNetworkCard()
			return unless(!ok || i.Cards() == nil || first < int32(len(i.Cards())), "default card %d of %d", first, len(i.Cards()))
		},
	},
	{
		name: "no card bursts to less than its baseline",
		check: func(i Info) string {
			for _, c := range i.Cards() {
				baseline, ok := c.BaselineGbps()
				peak, known := c.PeakGbps()
				if ok && known && peak < baseline {
					return fmt.Sprintf("card %d: %v to %v Gbps", c.Index(), baseline, peak)
				}
			}
			return ""
		},
	},
	{
		name: "EBS maxima are not below the baselines",
		check: func(i Info) string {
			for _, pair := range [][2]Fact{{FactEBSBaselineIOPS, FactEBSMaxIOPS}, {FactEBSBaselineMbps, FactEBSMaxMbps}, {FactEBSBaselineThroughput, FactEBSMaxThroughput}} {
				low, ok1 := i.int64(pair[0])
				high, ok2 := i.int64(pair[1])
				if ok1 && ok2 && low > high {
					return fmt.Sprintf("%s %s, %s %s", pair[0], i.Value(pair[0]), pair[1], i.Value(pair[1]))
				}
			}
			return ""
		},
	},
	{
		name: "EBS throughput is an eighth of the bandwidth",
		check: func(i Info) string {
			mbps, ok1 := i.EBSMaxMbps()
			throughput, ok2 := i.EBSMaxThroughput()
			return unless(!ok1 || !ok2 || throughput == float64(mbps)/8, "%d Mbps, %v MBps", mbps, throughput)
		},
	},
	{
		name: "bare metal is so by name, by fact and by hypervisor",
		check: func(i Info) string {
			byName := answerOf(strings.Contains(string(i.Type()), ".metal"))
			none := i.Hypervisor()
			return unless((i.BareMetal() == Unknown || i.BareMetal() == byName) && (none == "" || answerOf(none == HypervisorNone) == byName), "%v, %v, hypervisor %q", byName, i.BareMetal(), none)
		},
	},
	{
		name: "EFA interfaces are there where EFA is, and not more than interfaces",
		check: func(i Info) string {
			n, ok := i.MaxEFAInterfaces()
			all, known := i.MaxNetworkInterfaces()
			return unless(!ok || i.EFA() == Unknown || (n > 0) == (i.EFA() == Yes) && (!known || n <= all), "%v, %d of %d", i.EFA(), n, all)
		},
	},
	{
		name: "the cards that take EFAs are cards, and as many as there may be EFAs",
		check: func(i Info) string {
			count := int32(0)
			for _, c := range i.Cards() {
				if c.EFA() == Yes {
					count++
				}
			}
			most, ok := i.MaxEFAInterfaces()
			return unless(!i.Known(FactEFACards) || i.Cards() == nil || int(count) == len(i.efaCards()) && (!ok || count == most),
				"cards %v of %d, %d EFAs", i.efaCards(), len(i.Cards()), most)
		},
	},
	{
		name: "IPv6 addresses are there where IPv6 is",
		check: func(i Info) string {
			n, ok := i.IPv6PerInterface()
			return unless(!ok || i.IPv6() == Unknown || (n > 0) == (i.IPv6() == Yes), "%v, %d", i.IPv6(), n)
		},
	},
	{
		name: "the disks sum to the instance store, and are there where it is",
		check: func(i Info) string {
			sum := int64(0)
			for _, d := range i.Disks() {
				sum += int64(d.Count) * d.SizeGB
			}
			total, ok := i.InstanceStoreGB()
			return unless(!ok || i.Disks() == nil || sum == total && (i.InstanceStore() == Unknown || answerOf(sum > 0) == i.InstanceStore()), "%v: %v, %d GB", i.InstanceStore(), i.Disks(), total)
		},
	},
	{
		name: "the GPUs' memory sums to the type's",
		check: func(i Info) string {
			sum := int64(0)
			for _, g := range i.GPUs() {
				if g.MemoryMiB == 0 {
					return ""
				}
				sum += int64(max(g.Count, 1)) * int64(g.MemoryMiB)
			}
			total, ok := i.GPUMemoryMiB()
			return unless(!ok || i.GPUs() == nil || sum == total, "%v, %d MiB", i.GPUs(), total)
		},
	},
	{
		name: "Nitro needs ENA and shows volumes as NVMe",
		check: func(i Info) string {
			return unless(i.Nitro() != Yes || (i.ENA() == "" || i.ENA() == types.EnaSupportRequired) && (i.NVMe() == "" || i.NVMe() == types.EbsNvmeSupportRequired),
				"ENA %s, NVMe %s", i.ENA(), i.NVMe())
		},
	},
	{
		name: "burstable types are those of series t",
		check: func(i Info) string {
			n, err := ParseName(i.Type())
			return unless(i.Burstable() == Unknown || err == nil && (i.Burstable() == Yes) == (n.Series == "t"), "%v, %v", i.Burstable(), err)
		},
		except: map[types.InstanceType]string{"t1.micro": "it bursts without earning credits: EC2 does not count it"},
	},
	{
		name: "Graviton is arm64",
		check: func(i Info) string {
			arm := i.Architecture(types.ArchitectureTypeArm64)
			return unless(arm == Unknown || i.Manufacturer() == "" || (arm == Yes) == (i.Manufacturer() == "AWS"), "arm64 %v, made by %s", arm, i.Manufacturer())
		},
	},
	{
		name: "bare metal neither hibernates nor has enclaves",
		check: func(i Info) string {
			return unless(i.BareMetal() != Yes || i.Hibernation() != Yes && i.Enclaves() != Yes, "hibernation %v, enclaves %v", i.Hibernation(), i.Enclaves())
		},
	},
	{
		name: "SEV-SNP is a feature of AMD processors",
		check: func(i Info) string {
			return unless(i.AMDSEVSNP() != Yes || i.Manufacturer() == "AMD", "made by %q", i.Manufacturer())
		},
	},
	{
		name: "ENA Express, EFA and flexible queues need ENA",
		check: func(i Info) string {
			needs := i.ENAExpress() == Yes || i.EFA() == Yes || i.FlexibleENAQueues() == Yes
			return unless(!needs || i.ENA() != types.EnaSupportUnsupported, "ENA %s", i.ENA())
		},
	},
	{
		name: "enclaves need at least two vCPUs of Nitro",
		check: func(i Info) string {
			n, ok := i.VCPUs()
			return unless(i.Enclaves() != Yes || i.Nitro() == Yes && (!ok || n >= 2), "Nitro %v, %d vCPUs", i.Nitro(), n)
		},
	},
}

func TestFactsAgree(t *testing.T) {
	unknown := 0
	for i := range All() {
		if !knowsAny(i) {
			unknown++
			t.Logf("nothing is known of %s", i.Type())
		}
		for _, l := range laws {
			fault := l.check(i)
			reason, excepted := l.except[i.Type()]
			switch {
			case fault != "" && !excepted:
				t.Errorf("%s: %s: %s", l.name, i.Type(), fault)
			case fault == "" && excepted:
				t.Errorf("%s: %s is excepted (%s), but keeps it", l.name, i.Type(), reason)
			}
		}
	}
	t.Logf("%d types without facts", unknown)
}

// A type may be in the table before anything is known of it.
func TestLawsPassOverTypesWithoutFacts(t *testing.T) {
	live := FromDescribe([]types.InstanceTypeInfo{{InstanceType: "z9x.large"}, {InstanceType: "z9x.metal"}, {InstanceType: "t9.nano"}, {InstanceType: "nameless"}})
	for i := range live.All() {
		if knowsAny(i) {
			t.Fatalf("something is known of %s", i.Type())
		}
		for _, l := range laws {
			if fault := l.check(i); fault != "" {
				t.Errorf("%s: %s: %s", l.name, i.Type(), fault)
			}
		}
	}
}

// Within a family, a larger size has no fewer vCPUs and no less memory than a
// smaller one.
func TestLargerSizesHaveMore(t *testing.T) {
	last := map[string]Info{}
	for i := range All() {
		n, err := ParseName(i.Type())
		if err != nil || n.Metal() {
			continue // TestParseNameOfEveryType reports errors
		}
		for _, f := range []Fact{FactVCPUs, FactMemoryMiB} {
			smaller, ok1 := last[n.Family].int64(f)
			larger, ok2 := i.int64(f)
			if ok1 && ok2 && larger < smaller {
				t.Errorf("%s of %s is %d, of %s only %d", f, last[n.Family].Type(), smaller, i.Type(), larger)
			}
		}
		last[n.Family] = i
	}
}

// knowsAny reports whether anything is known of the type. Of one that a newer
// service/ec2 has brought, nothing is until its answers are recorded.
func knowsAny(i Info) bool {
	for f := range Facts() {
		if i.Known(f) {
			return true
		}
	}
	return false
}

func ascending(list []int32) bool {
	return slices.IsSorted(list) && len(slices.Compact(slices.Clone(list))) == len(list)
}

func unless(right bool, format string, args ...any) string {
	if right {
		return ""
	}
	return fmt.Sprintf(format, args...)
}
