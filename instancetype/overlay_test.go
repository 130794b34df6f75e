package instancetype

import (
	"bytes"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"
)

var august = time.Date(2026, time.August, 30, 0, 0, 0, 0, time.UTC)

func TestOverlayIsFactByFact(t *testing.T) {
	live := FromDescribe([]types.InstanceTypeInfo{
		{InstanceType: types.InstanceTypeM5Large, HibernationSupported: new(false)},
		{InstanceType: "z9x.large", HibernationSupported: new(true)},
	}).Dated(august)
	facts := Overlay(live, Embedded())

	info, ok := facts.Lookup(types.InstanceTypeM5Large)
	if !ok || info.Type() != types.InstanceTypeM5Large {
		t.Fatalf("Lookup(m5.large) = %q, %v", info.Type(), ok)
	}
	if a := info.Hibernation(); a != No {
		t.Errorf("the live fact is no, the overlay says %v", a)
	}
	if n, ok := info.VCPUs(); n != 2 || !ok {
		t.Errorf("the embedded fact is 2, the overlay says %d, %v", n, ok)
	}
	want := Source{Name: "DescribeInstanceTypes", Date: "2026-08-30", Live: true}
	if s := info.Source(FactHibernation); s != want {
		t.Errorf("source of the live fact is %v, want %v", s, want)
	}
	if s := info.Source(FactVCPUs); s.Live || s.Date == "" {
		t.Errorf("source of the embedded fact is %v", s)
	}

	if info, ok := facts.Lookup(types.InstanceTypeM5Xlarge); !ok || info.Hibernation() != Yes {
		t.Errorf("a type that only the base has: %v, %v", info.Hibernation(), ok)
	}
	if info, ok := facts.Lookup("z9x.large"); !ok || info.Hibernation() != Yes || info.Known(FactVCPUs) {
		t.Errorf("a type that only the live answers have: %v, %v", info.Hibernation(), ok)
	}
	if info, ok := facts.Lookup("z9x.small"); ok || info != (Info{}) {
		t.Error("a type that neither has is found")
	}
}

// Of several layers the one laid over the others stands; a fact comes from the
// first that knows it.
func TestOverlayOfOverlays(t *testing.T) {
	layer := func(hibernation, burstable *bool, enclaves types.NitroEnclavesSupport) *Live {
		return FromDescribe([]types.InstanceTypeInfo{{
			InstanceType: types.InstanceTypeM5Large, HibernationSupported: hibernation,
			BurstablePerformanceSupported: burstable, NitroEnclavesSupport: enclaves,
		}})
	}
	upper := layer(new(false), nil, "")
	middle := layer(new(true), new(true), "")
	lower := layer(new(true), new(false), types.NitroEnclavesSupportUnsupported)
	for name, c := range map[string]Catalogue{
		"right": Overlay(upper, Overlay(middle, Overlay(lower, Embedded()))),
		"left":  Overlay(Overlay(Overlay(upper, middle), lower), Embedded()),
		"mixed": Overlay(Overlay(upper, Embedded()), Overlay(Overlay(middle, lower), Embedded())),
	} {
		info, _ := c.Lookup(types.InstanceTypeM5Large)
		n, _ := info.VCPUs()
		if info.Hibernation() != No || info.Burstable() != Yes || info.Enclaves() != No || n != 2 {
			t.Errorf("%s: hibernation %v, burstable %v, enclaves %v, vCPUs %d; want no, yes, no, 2",
				name, info.Hibernation(), info.Burstable(), info.Enclaves(), n)
		}
	}
	info, _ := middle.Lookup(types.InstanceTypeM5Large)
	if info.Enclaves() != Unknown {
		t.Error("an overlay changed the catalogue that it was made of")
	}
}

func TestOverlayLookupAllocatesNothing(t *testing.T) {
	facts := Overlay(FromDescribe([]types.InstanceTypeInfo{fullAnswer(), wholeAnswer(types.InstanceTypeM5Large)}), Embedded())
	if n := testing.AllocsPerRun(100, func() {
		info, _ := facts.Lookup(types.InstanceTypeM5Large)
		info.VCPUs()
		info.AMDSEVSNP()
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestCataloguesAreShared(t *testing.T) {
	live := FromDescribe([]types.InstanceTypeInfo{fullAnswer(), wholeAnswer(types.InstanceTypeM5Large)})
	facts := Overlay(live, Overlay(live, Embedded()))
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for i := range Infos(facts) {
				i.Value(FactNetworkCards)
				i.Source(FactHibernation)
			}
		})
	}
	all.Wait()
}

func TestLiveIsOrdered(t *testing.T) {
	var answers []types.InstanceTypeInfo
	for _, name := range []types.InstanceType{"m5.metal", "m10i.large", "m5.2xlarge", "m5.large"} {
		answers = append(answers, types.InstanceTypeInfo{InstanceType: name})
	}
	var got []types.InstanceType
	for i := range FromDescribe(answers).All() {
		got = append(got, i.Type())
	}
	if diff := cmp.Diff([]types.InstanceType{"m5.large", "m5.2xlarge", "m5.metal", "m10i.large"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestLiveOfTodayAndLastAnswerStands(t *testing.T) {
	before := time.Now().UTC().Format(time.DateOnly)
	live := FromDescribe([]types.InstanceTypeInfo{
		{InstanceType: "z9x.large", BareMetal: new(true)},
		{InstanceType: "z9x.large", BareMetal: new(false)},
	})
	after := time.Now().UTC().Format(time.DateOnly)
	info, _ := live.Lookup("z9x.large")
	if info.BareMetal() != No {
		t.Errorf("bare metal is %v, want that of the last answer, no", info.BareMetal())
	}
	if s := info.Source(FactBareMetal); s.Date != before && s.Date != after {
		t.Errorf("the date is %s, want %s", s.Date, after)
	}
}

func TestDatedLeavesTheOriginal(t *testing.T) {
	live := FromDescribe([]types.InstanceTypeInfo{fullAnswer()}).Dated(august)
	later := live.Dated(august.AddDate(0, 1, 0))
	for _, test := range []struct {
		of   *Live
		want string
	}{{live, "2026-08-30"}, {later, "2026-09-30"}} {
		info, _ := test.of.Lookup("z9x.large")
		if s := info.Source(FactVCPUs); s.Date != test.want || !s.Live {
			t.Errorf("got %v, want the date %s", s, test.want)
		}
	}
}

func TestZeroLive(t *testing.T) {
	var live Live
	if _, ok := live.Lookup(types.InstanceTypeM5Large); ok || live.Len() != 0 {
		t.Error("the zero Live knows a type")
	}
}

func TestInfosOfCatalogues(t *testing.T) {
	live := FromDescribe([]types.InstanceTypeInfo{fullAnswer()})
	count := func(c Catalogue) int { return len(slices.Collect(Infos(c))) }
	table := len(rows) - 1
	for _, test := range []struct {
		name string
		c    Catalogue
		want int
	}{
		{"embedded", Embedded(), table},
		{"live", live, 1},
		{"overlay", Overlay(live, Embedded()), table + 1},
		{"of the user", only{types.InstanceTypeM5Large}, 1},
	} {
		if got := count(test.c); got != test.want {
			t.Errorf("%s: %d types, want %d", test.name, got, test.want)
		}
	}
}

// only is a catalogue as a user may write one.
type only struct{ name types.InstanceType }

func (o only) Lookup(t types.InstanceType) (Info, bool) {
	if t != o.name {
		return Info{}, false
	}
	return Lookup(t)
}

// Whatever the table knows, a snapshot keeps: every fact, every source, every
// accessor.
func TestSnapshotKeepsEverything(t *testing.T) {
	var file bytes.Buffer
	if err := WriteSnapshot(&file, All()); err != nil {
		t.Fatal(err)
	}
	first := bytes.Clone(file.Bytes())
	loaded, err := ReadSnapshot(&file)
	if err != nil {
		t.Fatal(err)
	}
	for want := range All() {
		got, ok := loaded.Lookup(want.Type())
		if !ok {
			t.Errorf("%s is lost", want.Type())
			continue
		}
		if diff := cmp.Diff(accessors(want), accessors(got)); diff != "" {
			t.Errorf("%s (-table +snapshot)\n%s", want.Type(), diff)
		}
		for f := range Facts() {
			if want.Value(f) != got.Value(f) || want.Source(f) != got.Source(f) || want.Known(f) != got.Known(f) {
				t.Errorf("%s %s: %s of %v, was %s of %v", want.Type(), f, got.Value(f), got.Source(f), want.Value(f), want.Source(f))
			}
		}
	}
	if err := WriteSnapshot(&file, loaded.All()); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, file.Bytes()) {
		t.Error("the snapshot of a snapshot differs")
	}
}

func TestSnapshotOfLiveFactsIsLive(t *testing.T) {
	live := FromDescribe([]types.InstanceTypeInfo{fullAnswer()}).Dated(august)
	var file bytes.Buffer
	if err := WriteSnapshot(&file, Infos(Overlay(live, Embedded()))); err != nil {
		t.Fatal(err)
	}
	loaded, err := ReadSnapshot(&file)
	if err != nil {
		t.Fatal(err)
	}
	info, _ := loaded.Lookup("z9x.large")
	was, _ := live.Lookup("z9x.large")
	if diff := cmp.Diff(accessors(was), accessors(info)); diff != "" {
		t.Errorf("(-saved +loaded)\n%s", diff)
	}
	if s := info.Source(FactVCPUs); s != (Source{Name: "DescribeInstanceTypes", Date: "2026-08-30", Live: true}) {
		t.Errorf("a live fact is loaded as from %v", s)
	}
	embedded, _ := loaded.Lookup(types.InstanceTypeM5Large)
	if s := embedded.Source(FactVCPUs); s.Live {
		t.Errorf("an embedded fact is loaded as from %v", s)
	}
}
