package instancetype_test

import (
	"fmt"
	"log"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"github.com/ec2launch/ec2launch/instancetype"
)

func Example() {
	info, ok := instancetype.Lookup(types.InstanceTypeM7iLarge)
	if !ok {
		log.Fatal("no such type")
	}
	vcpus, _ := info.VCPUs()
	memory, _ := info.MemoryMiB()
	interfaces, _ := info.MaxNetworkInterfaces()
	fmt.Println(vcpus, "vCPUs,", memory, "MiB,", interfaces, "network interfaces")
	fmt.Println("hibernation:", info.Hibernation())
	fmt.Println("arm64:", info.Architecture(types.ArchitectureTypeArm64))
	// Output:
	// 2 vCPUs, 8192 MiB, 3 network interfaces
	// hibernation: yes
	// arm64: no
}

// A type that is not in the table is not one that cannot do things.
func ExampleLookup_unknown() {
	info, ok := instancetype.Lookup("m12g.large")
	_, known := info.VCPUs()
	fmt.Println(ok, known, info.Hibernation())
	// Output: false false unknown
}

// Before a dated no is held against a request, its source and date should be
// looked at.
func ExampleInfo_Source() {
	info, _ := instancetype.Lookup(types.InstanceTypeM5Large)
	if fact := instancetype.FactEnclaves; info.Enclaves() == instancetype.No {
		source := info.Source(fact)
		fmt.Println(fact, "is false according to", source.Name)
		fmt.Println("newer than spring 2023:", source.After("2023-05-31"))
		fmt.Println("live:", source.Live)
	}
	// Output:
	// NitroEnclavesSupport is false according to DescribeInstanceTypes
	// newer than spring 2023: true
	// live: false
}

// EC2 has raised the interfaces of types with two network cards. So a dated
// maximum may reject a request for m5.large, but not one for c6in.32xlarge.
func ExampleInfo_Age() {
	for _, t := range []types.InstanceType{types.InstanceTypeM5Large, types.InstanceTypeC6in32xlarge} {
		info, _ := instancetype.Lookup(t)
		most, _ := info.MaxNetworkInterfaces()
		fmt.Println(t, most, info.Age(instancetype.FactMaxNetworkInterfaces))
	}
	// Output:
	// m5.large 3 structural
	// c6in.32xlarge 16 revised
}

func ExampleInfo_NetworkCard() {
	info, _ := instancetype.Lookup(types.InstanceTypeP6B30048xlarge)
	for _, index := range []int32{0, 1, 17} {
		card, ok := info.NetworkCard(index)
		if !ok {
			fmt.Println("no card", index)
			continue
		}
		most, _ := card.MaxInterfaces()
		fmt.Println("card", card.Index(), "takes", most, "interfaces; EFA:", card.EFA())
	}
	// Output:
	// card 0 takes 4 interfaces; EFA: no
	// card 1 takes 4 interfaces; EFA: yes
	// no card 17
}

// Every fact can be printed, whatever its form.
func ExampleInfo_Value() {
	info, _ := instancetype.Lookup(types.InstanceTypeG4dnXlarge)
	for fact := range instancetype.Facts() {
		switch fact {
		case instancetype.FactVCPUs, instancetype.FactCores, instancetype.FactGPUs, instancetype.FactHypervisor:
			fmt.Println(fact, info.Value(fact))
		}
	}
	// Output:
	// Hypervisor "nitro"
	// VCpuInfo.DefaultVCpus 4
	// VCpuInfo.ValidCores [2]
	// GpuInfo.Gpus [[1,"NVIDIA","T4",16384]]
}

func ExampleAll() {
	count := 0
	for info := range instancetype.All() {
		if n, ok := info.NetworkCards(); ok && n >= 16 {
			fmt.Println(info.Type(), n)
			count++
		}
	}
	fmt.Println(count, "types with 16 network cards or more")
	// Output:
	// p5.48xlarge 32
	// p5e.48xlarge 32
	// p5en.48xlarge 16
	// p6-b300.48xlarge 17
	// trn1n.32xlarge 16
	// trn2.48xlarge 16
	// 6 types with 16 network cards or more
}

func ExampleCompare() {
	names := []types.InstanceType{"c10g.large", "c5.metal", "c5.2xlarge", "c5.large", "c5a.large"}
	slices.SortFunc(names, instancetype.Compare)
	fmt.Println(names)
	// Output: [c5.large c5.2xlarge c5.metal c5a.large c10g.large]
}

func ExampleSelect() {
	found, err := instancetype.Select(instancetype.Embedded(),
		instancetype.Between(instancetype.FactVCPUs, 8, 16),
		instancetype.AtLeast(instancetype.FactMemoryMiB, 64<<10),
		instancetype.Has(instancetype.FactArchitectures, types.ArchitectureTypeArm64),
		instancetype.Is(instancetype.FactEncryptionInTransit),
		instancetype.HasDisk(types.DiskTypeSsd),
		instancetype.Named("r*.*"),
	)
	if err != nil {
		log.Fatal(err)
	}
	for _, info := range found {
		fmt.Println(info.Type(), info.NetworkBandwidth())
	}
	// Output:
	// r7gd.2xlarge Up to 15 Gigabit
	// r7gd.4xlarge Up to 15 Gigabit
	// r8gd.2xlarge Up to 15 Gigabit
	// r8gd.4xlarge Up to 15 Gigabit
	// r9gd.2xlarge Up to 17 Gigabit
	// r9gd.4xlarge Up to 17 Gigabit
}

func ExampleExplain() {
	info, _ := instancetype.Lookup(types.InstanceTypeC5Large)
	reasons, err := instancetype.Explain(info,
		instancetype.AtLeast(instancetype.FactVCPUs, 4),
		instancetype.Is(instancetype.FactHibernation),
		instancetype.HasGPUs(1),
	)
	if err != nil {
		log.Fatal(err)
	}
	for _, reason := range reasons {
		fmt.Println(reason)
	}
	// Output:
	// VCpuInfo.DefaultVCpus: want at least 4, is 2
	// GpuInfo.Gpus: want at least 1, is []
}

// A ratio of two facts is a question like any other.
func ExampleWhere() {
	wide := instancetype.Where("at least 30 GiB a vCPU", func(info instancetype.Info) instancetype.Answer {
		vcpus, ok1 := info.VCPUs()
		memory, ok2 := info.MemoryMiB()
		switch {
		case !ok1 || !ok2:
			return instancetype.Unknown
		case memory >= 30<<10*int64(vcpus):
			return instancetype.Yes
		default:
			return instancetype.No
		}
	})
	found, err := instancetype.Select(instancetype.Embedded(), wide, instancetype.AtMost(instancetype.FactVCPUs, 4), instancetype.Named("x2i*.*"))
	if err != nil {
		log.Fatal(err)
	}
	for _, info := range found {
		fmt.Println(info.Type())
	}
	// Output:
	// x2iedn.xlarge
}

// Criteria combine. What is unknown meets none, unless it is asked for.
func ExampleAnyOf() {
	found, err := instancetype.Select(instancetype.Embedded(),
		instancetype.AnyOf(
			instancetype.HasGPU("H100"),
			instancetype.HasAccelerator(instancetype.Neuron, "Inferentia2"),
		),
		instancetype.HasNetworkGbps(25),
		instancetype.Not(instancetype.AtLeast(instancetype.FactVCPUs, 192)),
		instancetype.OrUnknown(instancetype.IsNot(instancetype.FactBareMetal)),
	)
	if err != nil {
		log.Fatal(err)
	}
	for _, info := range found {
		fmt.Println(info.Type(), info.GPUs(), info.Accelerators())
	}
	// Output:
	// inf2.24xlarge [] [{neuron 6 AWS Inferentia2 32768}]
	// p5.4xlarge [{1 NVIDIA H100 81920}] []
}

func ExampleNearest() {
	fmt.Println(instancetype.Nearest("m5.lagre", 2))
	// Output: [m5.large m5.xlarge]
}

func ExampleParseName() {
	name, err := instancetype.ParseName("m7gd.2xlarge")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(name.Family, name.Series, name.Generation, name.Attributes, name.Size)
	// Output: m7gd m 7 gd 2xlarge
}

// What EC2 answers today stands above the table; the table fills the rest.
func ExampleOverlay() {
	answers := []types.InstanceTypeInfo{{
		InstanceType:         types.InstanceTypeM5Large,
		NitroEnclavesSupport: types.NitroEnclavesSupportSupported,
	}}
	facts := instancetype.Overlay(instancetype.FromDescribe(answers), instancetype.Embedded())

	info, _ := facts.Lookup(types.InstanceTypeM5Large)
	vcpus, _ := info.VCPUs()
	fmt.Println(info.Enclaves(), info.Source(instancetype.FactEnclaves).Live)
	fmt.Println(vcpus, info.Source(instancetype.FactVCPUs).Live)
	// Output:
	// yes true
	// 2 false
}
