package instancetype

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/google/go-cmp/cmp"
)

func selected(t *testing.T, c Catalogue, criteria ...Criterion) []types.InstanceType {
	t.Helper()
	infos, err := Select(c, criteria...)
	if err != nil {
		t.Fatal(err)
	}
	var names []types.InstanceType
	for _, i := range infos {
		names = append(names, i.Type())
	}
	return names
}

func TestSelect(t *testing.T) {
	for _, test := range []struct {
		reason   string
		criteria []Criterion
		want     []types.InstanceType
	}{
		{
			"a range of vCPUs, an architecture, a family",
			[]Criterion{Named("m7g*.*"), Between(FactVCPUs, 2, 4), Has(FactArchitectures, types.ArchitectureTypeArm64)},
			[]types.InstanceType{"m7g.large", "m7g.xlarge", "m7gd.large", "m7gd.xlarge"},
		},
		{
			"a kind of GPU and how many",
			[]Criterion{HasGPU("nvidia h100"), HasGPUs(8)},
			[]types.InstanceType{"p5.48xlarge"},
		},
		{
			"an accelerator by kind and name",
			[]Criterion{HasAccelerator(Neuron, "trainium"), AtMost(FactVCPUs, 32), Not(HasAccelerator(Neuron, "Trainium2"))},
			[]types.InstanceType{"trn1.2xlarge"},
		},
		{
			"a number of accelerators, and no more",
			[]Criterion{HasAccelerators(Neuron, 6), Not(HasAccelerators(Neuron, 7)), Named("inf*.*")},
			[]types.InstanceType{"inf2.24xlarge"},
		},
		{
			"one thing or another",
			[]Criterion{Named("c5*.large"), AnyOf(Is(FactEncryptionInTransit), HasDisk(types.DiskTypeSsd))},
			[]types.InstanceType{"c5a.large", "c5ad.large", "c5d.large", "c5n.large"},
		},
		{
			"a bandwidth over all cards",
			[]Criterion{HasNetworkGbps(400), Named("p4*.*")},
			[]types.InstanceType{"p4d.24xlarge", "p4de.24xlarge"},
		},
		{"a bandwidth out of reach", []Criterion{HasNetworkGbps(401), Named("p4*.*")}, nil},
		{
			"a disk type",
			[]Criterion{HasDisk(types.DiskTypeHdd), Named("d3.*")},
			[]types.InstanceType{"d3.xlarge", "d3.2xlarge", "d3.4xlarge", "d3.8xlarge"},
		},
		{
			"yes and no",
			[]Criterion{Named("t*.micro"), Is(FactBurstable), IsNot(FactInstanceStore), Has(FactHypervisor, types.InstanceTypeHypervisorNitro)},
			[]types.InstanceType{"t3.micro", "t3a.micro", "t4g.micro", "t8i.micro"},
		},
		{
			"a text, in whatever case",
			[]Criterion{Has(FactManufacturer, "apple"), Named("mac2*.*")},
			[]types.InstanceType{"mac2.metal", "mac2-m1ultra.metal", "mac2-m2.metal", "mac2-m2pro.metal"},
		},
		{
			"a number with a fraction",
			[]Criterion{AtLeast(FactClockGHz, 4.5), Named("m5zn.*"), AtMost(FactMemoryMiB, 16384)},
			[]types.InstanceType{"m5zn.large", "m5zn.xlarge"},
		},
		{
			"a question of one's own",
			[]Criterion{Named("r5.*large"), Where("more than 8 GiB for each of more than 48 vCPUs", func(i Info) Answer {
				vcpus, ok := i.VCPUs()
				memory, known := i.MemoryMiB()
				if !ok || !known {
					return Unknown
				}
				return answerOf(vcpus > 48 && memory >= int64(vcpus)*8192)
			})},
			[]types.InstanceType{"r5.16xlarge", "r5.24xlarge"},
		},
		{"nothing is like it", []Criterion{AtLeast(FactVCPUs, 1e6)}, nil},
	} {
		if diff := cmp.Diff(test.want, selected(t, Embedded(), test.criteria...)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.reason, diff)
		}
	}
}

func TestSelectWithoutCriteria(t *testing.T) {
	if got, want := len(selected(t, Embedded())), len(rows)-1; got != want {
		t.Errorf("%d types, want all %d", got, want)
	}
}

func TestSelectLeavesUnknownOut(t *testing.T) {
	live := FromDescribe([]types.InstanceTypeInfo{
		{InstanceType: "z9x.small", HibernationSupported: new(true)},
		{InstanceType: "z9x.medium", HibernationSupported: new(false)},
		{InstanceType: "z9x.large"},
	})
	for _, test := range []struct {
		name      string
		criterion Criterion
		want      []types.InstanceType
	}{
		{"yes", Is(FactHibernation), []types.InstanceType{"z9x.small"}},
		{"no", IsNot(FactHibernation), []types.InstanceType{"z9x.medium"}},
		{"not yes", Not(Is(FactHibernation)), []types.InstanceType{"z9x.medium"}},
		{"yes or unknown", OrUnknown(Is(FactHibernation)), []types.InstanceType{"z9x.small", "z9x.large"}},
		{"one is yes", AnyOf(Is(FactBareMetal), Is(FactHibernation)), []types.InstanceType{"z9x.small"}},
		{"none is yes, one unknown", Not(AnyOf(Is(FactBareMetal), Is(FactHibernation))), nil},
		{"none is yes", Not(AnyOf(Is(FactHibernation), Named("t*"))), []types.InstanceType{"z9x.medium"}},
		{"an unknown number", AtMost(FactVCPUs, 1e6), nil},
		{"an unknown list", HasGPUs(0), nil},
		{"an unknown text", Has(FactManufacturer, ""), nil},
	} {
		if diff := cmp.Diff(test.want, selected(t, live, test.criterion)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
	}
}

func TestExplain(t *testing.T) {
	info, _ := Lookup(types.InstanceTypeM5Metal)
	got, err := Explain(info,
		Between(FactVCPUs, 2, 8),
		AtLeast(FactMemoryMiB, 1024),
		AtLeast(FactMemoryMiB, 2<<20),
		AnyOf(Is(FactEFA), HasDisk(types.DiskTypeSsd)),
		AtMost(FactEBSMaxThroughput, 100.5),
		Has(FactArchitectures, types.ArchitectureTypeArm64),
		Has(FactENA, types.EnaSupportSupported),
		Is(FactHibernation),
		Not(Is(FactBareMetal)),
		HasGPUs(1),
		AtLeast(FactMaxSecondaryInterfaces, 1),
		Named("c5.*"),
		Where("made on a Tuesday", func(Info) Answer { return Unknown }),
	)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`VCpuInfo.DefaultVCpus: want 2 to 8, is 96`,
		`MemoryInfo.SizeInMiB: want at least 2097152, is 393216`,
		`NetworkInfo.EfaSupported: want true; or InstanceStorageInfo.Disks: want ssd, is false; []`,
		`EbsInfo.EbsOptimizedInfo.MaximumThroughputInMBps: want at most 100.5, is 2375`,
		`ProcessorInfo.SupportedArchitectures: want arm64, is ["x86_64"]`,
		`NetworkInfo.EnaSupport: want supported, is "required"`,
		`HibernationSupported: want true, is false`,
		`not BareMetal: want true, is true`,
		`GpuInfo.Gpus: want at least 1, is []`,
		`NetworkInfo.MaximumSecondaryNetworkInterfaces: want at least 1, is unknown`,
		`name: want c5.*, is m5.metal`,
		`made on a Tuesday, is unknown`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Every type is either selected or explained.
func TestExplainAgreesWithSelect(t *testing.T) {
	criteria := []Criterion{AtLeast(FactVCPUs, 8), Is(FactEFA), Has(FactPlacementStrategies, types.PlacementGroupStrategyCluster), HasDisk(types.DiskTypeSsd)}
	in := map[types.InstanceType]bool{}
	for _, name := range selected(t, Embedded(), criteria...) {
		in[name] = true
	}
	if len(in) == 0 || len(in) == len(rows)-1 {
		t.Fatalf("%d types are selected: the criteria show nothing", len(in))
	}
	for i := range All() {
		reasons, err := Explain(i, criteria...)
		if err != nil || in[i.Type()] != (len(reasons) == 0) {
			t.Errorf("%s: selected %v, reasons %q, %v", i.Type(), in[i.Type()], reasons, err)
		}
	}
}

func TestCriteriaThatMakeNoSense(t *testing.T) {
	for _, test := range []struct {
		criterion Criterion
		want      string
	}{
		{Criterion{}, "criterion 1: the zero Criterion asks nothing"},
		{Is(FactVCPUs), "criterion 1: VCpuInfo.DefaultVCpus is not a yes-or-no fact"},
		{IsNot(0), "criterion 1: no fact is not a yes-or-no fact"},
		{AtLeast(FactHibernation, 1), "criterion 1: HibernationSupported is not a number"},
		{AtMost(FactCores, 1), "criterion 1: VCpuInfo.ValidCores is not a number"},
		{Between(FactVCPUs, 8, 2), "criterion 1: VCpuInfo.DefaultVCpus: there is no number from 8 to 2"},
		{Has(FactGPUs, "H100"), `criterion 1: GpuInfo.Gpus holds no names: "H100" cannot be asked of it`},
		{Has(FactArchitectures, "amd64"), `criterion 1: ProcessorInfo.SupportedArchitectures: "amd64" is none of "arm64", "arm64_mac", "i386", "x86_64", "x86_64_mac"`},
		{Named("[m5"), `criterion 1: Named("[m5"): syntax error in pattern`},
		{Where("nothing", nil), `criterion 1: Where("nothing") has no question`},
		{HasDisk("nvme"), `criterion 1: HasDisk: "nvme" is none of "hdd", "ssd"`},
		{HasAccelerator("gpu", ""), `criterion 1: HasAccelerator: "gpu" is none of "neuron", "inference", "media", "fpga"`},
		{HasAccelerators("tpu", 1), `criterion 1: HasAccelerators: "tpu" is none of "neuron",`},
		{AnyOf(), "criterion 1: AnyOf() has no criteria"},
		{AnyOf(Is(FactEFA), Is(FactVCPUs)), "criterion 1: VCpuInfo.DefaultVCpus is not a yes-or-no fact"},
		{Not(Is(FactVCPUs)), "criterion 1: VCpuInfo.DefaultVCpus is not a yes-or-no fact"},
		{OrUnknown(Criterion{}), "criterion 1: the zero Criterion asks nothing"},
	} {
		_, err := Select(Embedded(), test.criterion)
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("got %v, want %s", err, test.want)
		}
		if _, err := Explain(Info{}, test.criterion); err == nil {
			t.Errorf("Explain takes a criterion that Select refuses: %s", test.want)
		}
	}
}
