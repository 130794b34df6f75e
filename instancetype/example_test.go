package instancetype_test

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
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

// Before a dated no is held against a request, its age and date should be looked at.
func ExampleInfo_Source() {
	info, _ := instancetype.Lookup(types.InstanceTypeM5Large)
	if fact := instancetype.FactEnclaves; info.Enclaves() == instancetype.No {
		fmt.Println(fact, "is", fact.Age())
		fmt.Println("no according to", info.Source(fact).Name)
	}
	// Output:
	// NitroEnclavesSupport is switched on later
	// no according to DescribeInstanceTypes
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

// Fetching takes an account and some seconds: done once, it may be kept in a file.
func ExampleFetch() {
	refresh := func(ctx context.Context, client *ec2.Client, name string) error {
		live, err := instancetype.Fetch(ctx, client, func(types int) { log.Printf("%d types", types) })
		if err != nil {
			return err
		}
		var file bytes.Buffer
		if err := instancetype.WriteSnapshot(&file, live.All()); err != nil {
			return err
		}
		return os.WriteFile(name, file.Bytes(), 0o644)
	}
	load := func(name string) (instancetype.Catalogue, error) {
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		live, err := instancetype.ReadSnapshot(file)
		if err != nil {
			return nil, err
		}
		return instancetype.Overlay(live, instancetype.Embedded()), nil
	}
	_, _ = refresh, load
}
