package instancetype

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

func TestLookupHasTheWholeEnumeration(t *testing.T) {
	for _, want := range types.InstanceType("").Values() {
		if info, ok := Lookup(want); !ok || info.Type() != want {
			t.Errorf("Lookup(%q) = %q, %v", want, info.Type(), ok)
		}
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
		info.Source(FactHibernation)
	})
	if allocations != 0 {
		t.Errorf("%v allocations", allocations)
	}
}

func FuzzLookup(f *testing.F) {
	listed := map[types.InstanceType]bool{}
	for _, t := range types.InstanceType("").Values() {
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

func BenchmarkLookup(b *testing.B) {
	all := types.InstanceType("").Values()
	vcpus := map[types.InstanceType]int32{}
	for i := range All() {
		vcpus[i.Type()], _ = i.VCPUs()
	}
	var sum int32
	b.Run("table", func(b *testing.B) {
		b.ReportAllocs()
		for n := 0; b.Loop(); n++ {
			info, _ := Lookup(all[n%len(all)])
			v, _ := info.VCPUs()
			sum += v
		}
	})
	overlaid := Overlay(FromDescribe([]types.InstanceTypeInfo{wholeAnswer(types.InstanceTypeM5Large)}), Embedded())
	b.Run("overlay", func(b *testing.B) {
		b.ReportAllocs()
		for n := 0; b.Loop(); n++ {
			info, _ := overlaid.Lookup(all[n%len(all)])
			v, _ := info.VCPUs()
			sum += v
		}
	})
	b.Run("map", func(b *testing.B) {
		b.ReportAllocs()
		for n := 0; b.Loop(); n++ {
			sum += vcpus[all[n%len(all)]]
		}
	})
}
