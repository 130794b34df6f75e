package instancetype

import (
	"reflect"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// What a fact is called must be found in the SDK's answer under that name.
func TestFactNamesAreMembers(t *testing.T) {
	qualified := map[Fact]string{ // facts that are a part of a member, or spread over several
		FactAMDSEVSNP:            "ProcessorInfo.SupportedFeatures",
		FactNestedVirtualization: "ProcessorInfo.SupportedFeatures",
		FactCPUOptionsListed:     "VCpuInfo.ValidCores",
		FactAccelerators:         "NeuronInfo.NeuronDevices",
	}
	for f := range Facts() {
		path := f.String()
		if member, ok := qualified[f]; ok {
			path = member
		}
		at := reflect.TypeFor[types.InstanceTypeInfo]()
		for name := range strings.SplitSeq(path, ".") {
			field, ok := at.FieldByName(name)
			if !ok {
				t.Errorf("%s: %s has no member %s", f, at, name)
				break
			}
			if at = field.Type; at.Kind() == reflect.Pointer {
				at = at.Elem()
			}
		}
	}
}

func TestFactNamesAreUnique(t *testing.T) {
	for f := range Facts() {
		if again, ok := parseFact(f.String()); !ok || again != f {
			t.Errorf("fact %d: %q is the name of fact %d", f, f, again)
		}
	}
}

// Ages are those that nineteen months of answers gave.
func TestFactAges(t *testing.T) {
	for _, test := range []struct {
		fact Fact
		want Age
	}{
		{0, Volatile},
		{endOfFacts, Volatile},
		{FactVCPUs, Structural},
		{FactCores, Structural},
		{FactMemoryMiB, Structural},
		{FactArchitectures, Structural},
		{FactBareMetal, Structural},
		{FactMaxNetworkInterfaces, Structural},
		{FactIPv4PerInterface, Structural},
		{FactHypervisor, Structural},
		{FactBurstable, Structural},
		{FactENA, Structural},
		{FactHibernation, SwitchedOn},
		{FactEnclaves, SwitchedOn},
		{FactNitroTPM, SwitchedOn},
		{FactENAExpress, SwitchedOn},
		{FactEFA, SwitchedOn},
		{FactEBSMaxIOPS, SwitchedOn},
		{FactMaxEBSVolumes, SwitchedOn},
		{FactAMDSEVSNP, SwitchedOn},
		{FactUsageClasses, Volatile},
		{FactFreeTier, Volatile},
		{FactCurrentGeneration, Volatile},
		{FactDedicatedHosts, Volatile},
		{FactRebootMigration, Volatile},
		{FactPHC, Volatile},
		{FactAutoRecovery, Volatile},
	} {
		if got := test.fact.Age(); got != test.want {
			t.Errorf("%s is %s, want %s", test.fact, got, test.want)
		}
	}
}

func TestStrings(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{Unknown.String(), "unknown"},
		{No.String(), "no"},
		{Yes.String(), "yes"},
		{Structural.String(), "structural"},
		{SwitchedOn.String(), "switched on later"},
		{Volatile.String(), "volatile"},
		{Fact(0).String(), "no fact"},
		{FactENAExpress.String(), "NetworkInfo.EnaSrdSupported"},
		{Source{}.String(), ""},
		{Source{Name: "EC2 User Guide", Date: "2026-04"}.String(), "EC2 User Guide 2026-04"},
		{Source{Name: "DescribeInstanceTypes", Date: "2026-08-02", Live: true}.String(), "DescribeInstanceTypes 2026-08-02 (live)"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}
