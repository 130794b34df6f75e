package cpu_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/launch/cpu"
)

type part interface{ Apply(*ec2.RunInstancesInput) }

func TestApply(t *testing.T) {
	for _, tt := range []struct {
		name string
		part part
		want string
	}{
		{"cores", cpu.Cores(4, 1), `{"CpuOptions":{"CoreCount":4,"ThreadsPerCore":1}}`},
		{"SEV-SNP on", cpu.Options{}.AMDSEVSNP(true), `{"CpuOptions":{"AmdSevSnp":"enabled"}}`},
		{
			"SEV-SNP off",
			cpu.Cores(2, 2).AMDSEVSNP(false),
			`{"CpuOptions":{"AmdSevSnp":"disabled","CoreCount":2,"ThreadsPerCore":2}}`,
		},
		{
			"nested virtualization on",
			cpu.Options{}.NestedVirtualization(true),
			`{"CpuOptions":{"NestedVirtualization":"enabled"}}`,
		},
		{
			"nested virtualization off",
			cpu.Options{}.NestedVirtualization(true).NestedVirtualization(false),
			`{"CpuOptions":{"NestedVirtualization":"disabled"}}`,
		},
		{"no options", cpu.Options{}, `{}`},
		{"standard credits", cpu.Standard, `{"CreditSpecification":{"CpuCredits":"standard"}}`},
		{"unlimited credits", cpu.Unlimited, `{"CreditSpecification":{"CpuCredits":"unlimited"}}`},
		{"no credits", cpu.Credits(""), `{}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, applied(t, tt.part)); diff != "" {
				t.Errorf("request (-want +got):\n%s", diff)
			}
		})
	}
}

// A later part replaces what an earlier one wrote, and a zero one removes it.
func TestApplyReplaces(t *testing.T) {
	for _, tt := range []struct {
		name  string
		parts []part
		want  string
	}{
		{"options", []part{cpu.Cores(4, 1), cpu.Options{}.AMDSEVSNP(true)}, `{"CpuOptions":{"AmdSevSnp":"enabled"}}`},
		{"credits", []part{cpu.Standard, cpu.Unlimited}, `{"CreditSpecification":{"CpuCredits":"unlimited"}}`},
		{"nothing left", []part{cpu.Cores(4, 1), cpu.Standard, cpu.Options{}, cpu.Credits("")}, `{}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, applied(t, tt.parts...)); diff != "" {
				t.Errorf("request (-want +got):\n%s", diff)
			}
		})
	}
}

func TestForksShareNothing(t *testing.T) {
	base := cpu.Cores(4, 1)
	_, _ = base.AMDSEVSNP(true), base.NestedVirtualization(true)

	var changed ec2.RunInstancesInput
	base.Apply(&changed)
	*changed.CpuOptions.CoreCount, *changed.CpuOptions.ThreadsPerCore = 9, 9

	if diff := cmp.Diff(`{"CpuOptions":{"CoreCount":4,"ThreadsPerCore":1}}`, applied(t, base)); diff != "" {
		t.Errorf("base after its forks and its request were changed (-want +got):\n%s", diff)
	}
}

// applied returns, as JSON, the request that the parts make of an empty one.
func applied(t *testing.T, parts ...part) string {
	t.Helper()
	var in ec2.RunInstancesInput
	for _, p := range parts {
		p.Apply(&in)
	}
	text, err := clijson.Encode(&in)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
