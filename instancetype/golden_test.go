package instancetype

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Facts of types of every era and family, from the tables of the EC2
// documentation: a wrong figure here is one that users would notice.
func TestGoldenFacts(t *testing.T) {
	for _, want := range []struct {
		typ        types.InstanceType
		vcpus      int32
		memoryMiB  int64
		arch       types.ArchitectureType
		hypervisor types.InstanceTypeHypervisor
		interfaces int32
		ipv4       int32
	}{
		{"t1.micro", 1, 627, "x86_64", "xen", 2, 2},
		{"m1.small", 1, 1740, "x86_64", "xen", 2, 4},
		{"m3.medium", 1, 3840, "x86_64", "xen", 2, 6},
		{"c4.8xlarge", 36, 61440, "x86_64", "xen", 8, 30},
		{"m4.16xlarge", 64, 262144, "x86_64", "xen", 8, 30},
		{"r4.large", 2, 15616, "x86_64", "xen", 3, 10},
		{"x1e.32xlarge", 128, 3997696, "x86_64", "xen", 8, 30},
		{"i3.large", 2, 15616, "x86_64", "xen", 3, 10},
		{"i3.metal", 72, 524288, "x86_64", "none", 15, 50},
		{"p3.16xlarge", 64, 499712, "x86_64", "xen", 8, 30},
		{"f1.2xlarge", 8, 124928, "x86_64", "xen", 4, 15},
		{"t2.micro", 1, 1024, "x86_64", "xen", 2, 2},
		{"t3.micro", 2, 1024, "x86_64", "nitro", 2, 2},
		{"t3a.2xlarge", 8, 32768, "x86_64", "nitro", 4, 15},
		{"t4g.small", 2, 2048, "arm64", "nitro", 3, 4},
		{"a1.metal", 16, 32768, "arm64", "none", 8, 30},
		{"m5.large", 2, 8192, "x86_64", "nitro", 3, 10},
		{"m5.metal", 96, 393216, "x86_64", "none", 15, 50},
		{"c5.xlarge", 4, 8192, "x86_64", "nitro", 4, 15},
		{"c5n.18xlarge", 72, 196608, "x86_64", "nitro", 15, 50},
		{"r5.24xlarge", 96, 786432, "x86_64", "nitro", 15, 50},
		{"z1d.metal", 48, 393216, "x86_64", "none", 15, 50},
		{"u-6tb1.metal", 448, 6291456, "x86_64", "none", 5, 30},
		{"g4dn.xlarge", 4, 16384, "x86_64", "nitro", 3, 10},
		{"inf1.xlarge", 4, 8192, "x86_64", "nitro", 4, 10},
		{"c6g.medium", 1, 2048, "arm64", "nitro", 2, 4},
		{"x2gd.medium", 1, 16384, "arm64", "nitro", 2, 4},
		{"m6a.metal", 192, 786432, "x86_64", "none", 15, 50},
		{"r6i.32xlarge", 128, 1048576, "x86_64", "nitro", 15, 50},
		{"hpc6a.48xlarge", 96, 393216, "x86_64", "nitro", 2, 50},
		{"p4d.24xlarge", 96, 1179648, "x86_64", "nitro", 60, 50},
		{"g5.48xlarge", 192, 786432, "x86_64", "nitro", 7, 50},
		{"trn1.32xlarge", 128, 524288, "x86_64", "nitro", 40, 50},
		{"mac1.metal", 12, 32768, "x86_64_mac", "none", 8, 30},
		{"mac2.metal", 8, 16384, "arm64_mac", "none", 8, 30},
		{"c7g.16xlarge", 64, 131072, "arm64", "nitro", 15, 50},
		{"m7i-flex.large", 2, 8192, "x86_64", "nitro", 3, 10},
		{"inf2.48xlarge", 192, 786432, "x86_64", "nitro", 15, 50},
		{"p5.48xlarge", 192, 2097152, "x86_64", "nitro", 64, 50},
		{"c8g.48xlarge", 192, 393216, "arm64", "nitro", 15, 50},
		{"u7in-16tb.224xlarge", 896, 16777216, "x86_64", "nitro", 16, 50},
	} {
		i, ok := Lookup(want.typ)
		if !ok {
			t.Errorf("%s is not in the table", want.typ)
			continue
		}
		if n, _ := i.VCPUs(); n != want.vcpus {
			t.Errorf("%s: %d vCPUs, want %d", want.typ, n, want.vcpus)
		}
		if n, _ := i.MemoryMiB(); n != want.memoryMiB {
			t.Errorf("%s: %d MiB, want %d", want.typ, n, want.memoryMiB)
		}
		if a := i.Architecture(want.arch); a != Yes {
			t.Errorf("%s: %s is %v, want yes", want.typ, want.arch, a)
		}
		if h := i.Hypervisor(); h != want.hypervisor {
			t.Errorf("%s: hypervisor %q, want %q", want.typ, h, want.hypervisor)
		}
		if n, _ := i.MaxNetworkInterfaces(); n != want.interfaces {
			t.Errorf("%s: %d interfaces, want %d", want.typ, n, want.interfaces)
		}
		if n, _ := i.IPv4PerInterface(); n != want.ipv4 {
			t.Errorf("%s: %d IPv4 addresses an interface, want %d", want.typ, n, want.ipv4)
		}
	}
}

// A fact that EC2 revises may change with a refresh of the table: look whether
// EC2 did it, then change the line.
func TestGoldenAnswers(t *testing.T) {
	for _, test := range []struct {
		typ  types.InstanceType
		fact Fact
		want string
	}{
		{"m5.large", FactHibernation, "true"},
		{"m5.metal", FactHibernation, "false"},
		{"m5.xlarge", FactEnclaves, "true"},
		{"m5.large", FactEnclaves, "false"},
		{"t3.micro", FactEnclaves, "false"},
		{"c5n.18xlarge", FactEFA, "true"},
		{"c5n.large", FactEFA, "false"},
		{"p4d.24xlarge", FactMaxEFAInterfaces, "4"},
		{"p5.48xlarge", FactMaxEFAInterfaces, "32"},
		{"p6-b300.48xlarge", FactMaxEFAInterfaces, "16"},
		{"p6-b300.48xlarge", FactEFACards, "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]"},
		{"p5.48xlarge", FactEFACards, ""},
		{"m6a.large", FactAMDSEVSNP, "true"},
		{"m5a.large", FactAMDSEVSNP, "false"},
		{"c6gn.16xlarge", FactENAExpress, "true"},
		{"t2.micro", FactIPv6, "true"},
		{"m1.small", FactIPv6, "false"},
		{"t2.micro", FactBurstable, "true"},
		{"m5.2xlarge", FactCores, "[2,4]"},
		{"m5.xlarge", FactThreads, "[1,2]"},
		{"c6g.xlarge", FactThreads, "[1]"},
		{"t2.micro", FactENA, `"unsupported"`},
		{"m4.large", FactENA, `"unsupported"`},
		{"m4.16xlarge", FactENA, `"supported"`},
		{"m5.large", FactENA, `"required"`},
		{"m5.large", FactNVMe, `"required"`},
		{"t2.micro", FactEBSOptimized, `"unsupported"`},
		{"m5.large", FactEBSOptimized, `"default"`},
		{"m5.large", FactMaxEBSVolumes, "27"},
		{"m5.large", FactAttachmentLimit, `"shared"`},
		{"m7i.large", FactAttachmentLimit, `"dedicated"`},
		{"i3.large", FactDisks, `[[1,475,"ssd"]]`},
		{"g4dn.xlarge", FactGPUs, `[[1,"NVIDIA","T4",16384]]`},
		{"p3.16xlarge", FactGPUs, `[[8,"NVIDIA","V100",16384]]`},
		{"m5.large", FactGPUs, "[]"},
		{"inf2.48xlarge", FactAccelerators, `[["neuron",12,"AWS","Inferentia2",32768]]`},
		{"hpc6a.48xlarge", FactPlacementStrategies, `["cluster","partition","spread"]`},
		{"t3.micro", FactPlacementStrategies, `["partition","spread"]`},
		{"t3.micro", FactRootDevices, `["ebs"]`},
		{"m3.medium", FactRootDevices, `["ebs","instance-store"]`},
		{"m5.large", FactBootModes, `["legacy-bios","uefi"]`},
		{"c6g.medium", FactBootModes, `["uefi"]`},
		{"m8g.large", FactBandwidthWeightings, `["default","ebs-1","vpc-1"]`},
		{"m5.large", FactBandwidthWeightings, "[]"},
		{"m5.large", FactEBSMaxThroughput, "593.75"},
		{"m5.24xlarge", FactEncryptionInTransit, "false"},
		{"m5n.large", FactEncryptionInTransit, "true"},
	} {
		i, _ := Lookup(test.typ)
		if got := i.Value(test.fact); got != test.want {
			t.Errorf("%s %s is %s, want %s", test.typ, test.fact, got, test.want)
		}
	}
}

func TestGoldenNitro(t *testing.T) {
	for name, want := range map[types.InstanceType]Answer{
		"m5.large":      Yes,
		"m5.metal":      Yes,
		"mac2.metal":    Yes,
		"t2.micro":      No,
		"p3.16xlarge":   No,
		"p3dn.24xlarge": Yes,
		"m12g.large":    Unknown,
	} {
		i, _ := Lookup(name)
		if got := i.Nitro(); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
