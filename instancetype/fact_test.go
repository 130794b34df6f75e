package instancetype

import (
	"reflect"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// What a fact is called must be found in the SDK's answer under that name.
func TestFactNamesAreMembers(t *testing.T) {
	qualified := map[Fact]string{ // part of a member, or spread over several
		FactAMDSEVSNP:            "ProcessorInfo.SupportedFeatures",
		FactNestedVirtualization: "ProcessorInfo.SupportedFeatures",
		FactCPUOptionsListed:     "VCpuInfo.ValidCores",
		FactEFACards:             "NetworkInfo.NetworkCards.InterfaceTypes",
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
			at = field.Type
			for at.Kind() == reflect.Pointer || at.Kind() == reflect.Slice {
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

func TestStrings(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{Unknown.String(), "unknown"},
		{No.String(), "no"},
		{Yes.String(), "yes"},
		{Structural.String(), "structural"},
		{Revised.String(), "revised"},
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
