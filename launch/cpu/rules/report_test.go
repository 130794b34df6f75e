package rules

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/validate/ruletest"
)

func TestAMistakeIsReportedOnceByTheRuleThatKnowsTheWayOut(t *testing.T) {
	for _, tt := range []struct {
		name, spec string
		want       []string // rule, path, and where there is one, the other member
	}{
		{
			"half a pair on bare metal",
			`{"InstanceType":"m5.metal","CpuOptions":{"CoreCount":4}}`,
			[]string{"cpu-bare-metal-unsupported CpuOptions InstanceType"},
		},
		{
			"half a pair on T2",
			`{"InstanceType":"t2.micro","CpuOptions":{"ThreadsPerCore":1}}`,
			[]string{"cpu-cores-unsupported CpuOptions InstanceType"},
		},
		{
			"half a pair on an unknown type",
			`{"InstanceType":"x9z.large","CpuOptions":{"CoreCount":4}}`,
			[]string{"cpu-cores-required CpuOptions.ThreadsPerCore"},
		},
		{
			"no cores",
			`{"CpuOptions":{"CoreCount":0,"ThreadsPerCore":3}}`,
			[]string{"cpu-core-count-range CpuOptions.CoreCount", "cpu-threads-per-core-range CpuOptions.ThreadsPerCore"},
		},
		{
			"SEV-SNP on a named host",
			`{"InstanceType":"m6a.large","CpuOptions":{"AmdSevSnp":"enabled"},"Placement":{"HostId":"h-0123456789abcdef0"}}`,
			nil,
		},
		{
			"credits in another case",
			`{"InstanceType":"t3.large","CreditSpecification":{"CpuCredits":"UNLIMITED"},"Placement":{"Tenancy":"host"}}`,
			[]string{"credit-host-conflict CreditSpecification.CpuCredits Placement.Tenancy"},
		},
		{"empty options", `{"CpuOptions":{},"Placement":{}}`, nil},
		{
			"no type",
			`{"InstanceType":null,"CpuOptions":{"CoreCount":3,"ThreadsPerCore":1},` +
				`"CreditSpecification":{"CpuCredits":"standard"}}`,
			nil,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := ruletest.Broken(ruletest.Check(t, Rules(), tt.spec))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("violations (-want +got):\n%s", diff)
			}
		})
	}
}

func TestMessagesNameWhatWouldBeRight(t *testing.T) {
	for _, tt := range []struct{ spec, want string }{
		{
			`{"InstanceType":"r5.4xlarge","CpuOptions":{"CoreCount":100,"ThreadsPerCore":1}}`,
			"must be a core count of r5.4xlarge: 2, 4, 6, 8; the nearest is 8",
		},
		{`{"InstanceType":"r5.4xlarge","CpuOptions":{"CoreCount":5,"ThreadsPerCore":1}}`, "the nearest is 4"},
		{
			`{"InstanceType":"r5.4xlarge","CpuOptions":{"CoreCount":4}}`,
			"must be given with CoreCount; the default of r5.4xlarge is 2",
		},
		{
			`{"InstanceType":"r5.4xlarge","CpuOptions":{"ThreadsPerCore":1}}`,
			"must be given with ThreadsPerCore; the default of r5.4xlarge is 8",
		},
		{`{"InstanceType":"x9z.large","CpuOptions":{"ThreadsPerCore":1}}`, "must be given with ThreadsPerCore ["},
		{
			`{"InstanceType":"m5.large","CpuOptions":{"NestedVirtualization":"enabled"}}`,
			"choose a type such as m8i.large (as of 20",
		},
	} {
		vs := ruletest.Check(t, Rules(), tt.spec)
		if len(vs) != 1 || !strings.Contains(vs[0].String(), tt.want) {
			t.Errorf("%s: got %v, want one message with %q", tt.spec, vs, tt.want)
		}
	}
}
