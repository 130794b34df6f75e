package instancetype

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// The table is made for one version of the SDK. A newer one may list types that
// the table does not have yet, of which nothing is known then.
func TestLookupHasTheWholeEnumeration(t *testing.T) {
	found, unknown := 0, 0
	for _, want := range types.InstanceType("").Values() {
		switch info, ok := Lookup(want); {
		case ok && info.Type() == want:
			found++
		case !ok && info == (Info{}):
			unknown++
			t.Logf("%s is not in the table: run go generate ./instancetype", want)
		default:
			t.Errorf("Lookup(%q) = %q, %v", want, info.Type(), ok)
		}
	}
	t.Logf("%d types of the enumeration are not in the table", unknown)
	if want := len(rows) - 1; found != want {
		t.Errorf("%d types are found, the table has %d", found, want)
	}
}

func TestLookupOfWhatIsNotThere(t *testing.T) {
	for _, name := range []types.InstanceType{"", "m5", "m5.huge", "M5.large", "m5.large ", "m5.large\x00", "a1.mediuma1.large", "m99gd-flex.metal-480xl"} {
		info, ok := Lookup(name)
		if ok || info != (Info{}) {
			t.Errorf("Lookup(%q) found %q", name, info.Type())
		}
	}
}

func TestZeroInfoKnowsNothing(t *testing.T) {
	var info Info
	for f := range Facts() {
		if info.Known(f) || info.Value(f) != "" || info.Source(f) != (Source{}) {
			t.Errorf("%s: known %v, value %q, source %v", f, info.Known(f), info.Value(f), info.Source(f))
		}
	}
	if n, ok := info.VCPUs(); n != 0 || ok {
		t.Errorf("VCPUs() = %d, %v", n, ok)
	}
	if a := info.Architecture(types.ArchitectureTypeArm64); a != Unknown {
		t.Errorf("Architecture(arm64) = %v", a)
	}
	if a := info.ValidCores(1); a != Unknown {
		t.Errorf("ValidCores(1) = %v", a)
	}
	if a := info.Nitro(); a != Unknown {
		t.Errorf("Nitro() = %v", a)
	}
	if list := info.Cores(); list != nil {
		t.Errorf("Cores() = %v", list)
	}
	if name := info.Type(); name != "" {
		t.Errorf("Type() = %q", name)
	}
}

func TestLookupAllocatesNothing(t *testing.T) {
	allocations := testing.AllocsPerRun(100, func() {
		info, _ := Lookup(types.InstanceTypeU7inh32tb480xlarge)
		info.VCPUs()
		info.Hibernation()
		info.ValidCores(4)
		info.Architecture(types.ArchitectureTypeArm64)
		info.Hypervisor()
		info.NetworkCard(0)
		info.Source(FactHibernation).After("2023")
		info.Age(FactCores)
		info.Age(FactNetworkCards)
	})
	if allocations != 0 {
		t.Errorf("%v allocations", allocations)
	}
}

func FuzzLookup(f *testing.F) {
	listed := map[types.InstanceType]bool{}
	for t := range Types() {
		listed[t] = true
	}
	for _, seed := range []string{"", "m5.large", "m5.larg", "m5.large ", "u7inh-32tb.480xlarge", "a1.medium\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		info, ok := Lookup(types.InstanceType(name))
		if want := listed[types.InstanceType(name)]; ok != want {
			t.Errorf("Lookup(%q): found is %v, want %v", name, ok, want)
		}
		if ok && string(info.Type()) != name {
			t.Errorf("Lookup(%q) found %q", name, info.Type())
		}
	})
}

// Finding a type and reading a fact of it takes about as long as reading the
// fact from a map of the names.
func BenchmarkLookup(b *testing.B) {
	all := types.InstanceType("").Values()
	vcpus := map[types.InstanceType]int32{}
	for i := range All() {
		vcpus[i.Type()], _ = i.VCPUs()
	}
	overlaid := Overlay(FromDescribe([]types.InstanceTypeInfo{wholeAnswer(types.InstanceTypeM5Large)}), Embedded())
	for _, bench := range []struct {
		name string
		read func(types.InstanceType) int32
	}{
		{"table", func(t types.InstanceType) int32 {
			info, _ := Lookup(t)
			n, _ := info.VCPUs()
			return n
		}},
		{"overlay", func(t types.InstanceType) int32 {
			info, _ := overlaid.Lookup(t)
			n, _ := info.VCPUs()
			return n
		}},
		{"map", func(t types.InstanceType) int32 { return vcpus[t] }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			sum := int32(0)
			for n := 0; b.Loop(); n++ {
				sum += bench.read(all[n%len(all)])
			}
			sink = sum
		})
	}
}

// Reading one fact of a type that has been found, beside a map of the names.
func BenchmarkFacts(b *testing.B) {
	info, _ := Lookup(types.InstanceTypeP6B30048xlarge)
	names := map[types.InstanceType]int32{}
	for t := range Types() {
		names[t] = int32(len(t))
	}
	for _, bench := range []struct {
		name string
		read func() int32
	}{
		{"a number", func() int32 { n, _ := info.VCPUs(); return n }},
		{"an answer", func() int32 { return int32(info.Hibernation()) }},
		{"a name of a list", func() int32 { return int32(info.Architecture(types.ArchitectureTypeX8664)) }},
		{"a choice", func() int32 { return int32(len(info.ENA())) }},
		{"a core count of 47", func() int32 { return int32(info.ValidCores(96)) }},
		{"the last of 17 cards", func() int32 { c, _ := info.NetworkCard(16); return c.Index() }},
		{"no card", func() int32 { c, _ := info.NetworkCard(17); return c.Index() }},
		{"a source", func() int32 { return int32(len(info.Source(FactCores).Date)) }},
		{"whether a source is newer", func() int32 {
			if info.Source(FactCores).After("2023-05-31") {
				return 1
			}
			return 0
		}},
		{"whether it is known", func() int32 {
			if info.Known(FactCores) {
				return 1
			}
			return 0
		}},
		{"an age", func() int32 { return int32(info.Age(FactCores)) }},
		{"a map of the names", func() int32 { return names[types.InstanceTypeP6B30048xlarge] }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			sum := int32(0)
			for b.Loop() {
				sum += bench.read()
			}
			sink = sum
		})
	}
}

// sink keeps what a benchmark computes from being left out.
var sink int32
