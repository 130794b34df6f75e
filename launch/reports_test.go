package launch

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/validate"
	"github.com/ec2launch/ec2launch/validate/ruletest"
)

// A mistake is reported once, and what makes it moot keeps others silent.
func TestOwnRulesTogether(t *testing.T) {
	tests := []struct {
		name, spec string
		want       []string
	}{
		{"no counts", `{"MinCount":null,"MaxCount":null}`, []string{"count-required MaxCount", "count-required MinCount"}},
		{"bare metal hibernates", `{"InstanceType":"m5.metal","HibernationOptions":{"Configured":true}}`, []string{"hibernation-metal-unsupported HibernationOptions.Configured InstanceType"}},
		{"malformed type", `{"InstanceType":"M7i.large"}`, []string{"instance-type-format InstanceType"}},
		{"Mac at default tenancy on a named host", `{"InstanceType":"mac2.metal","Placement":{"Tenancy":"default","HostId":"h-0123456789abcdef0"}}`,
			[]string{"placement-host-tenancy-conflict Placement.HostId Placement.Tenancy"}},
		{"one-time Spot Instance that hibernates and stops", `{"InstanceMarketOptions":{"MarketType":"spot","SpotOptions":{"InstanceInterruptionBehavior":"stop"}},"HibernationOptions":{"Configured":true}}`,
			[]string{
				"hibernation-interruption-conflict InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior HibernationOptions.Configured",
				"hibernation-spot-required InstanceMarketOptions.SpotOptions.SpotInstanceType HibernationOptions.Configured",
			}},
		{"cold root volume of an instance that hibernates", `{"HibernationOptions":{"Configured":true},"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeType":"sc1","VolumeSize":500}}]}`,
			[]string{"volume-root-unsupported BlockDeviceMappings[0].Ebs.VolumeType"}},
		{"empty template and no image", `{"ImageId":null,"LaunchTemplate":{"Version":"1"}}`, []string{"template-required LaunchTemplate"}},
		{"retired accelerators without a type", `{"ElasticInferenceAccelerators":[{}],"ElasticGpuSpecification":[{}]}`,
			[]string{"elastic-gpu-retired ElasticGpuSpecification", "elastic-inference-retired ElasticInferenceAccelerators"}},
		{"licences without and with an empty ARN", `{"LicenseSpecifications":[{},{},{"LicenseConfigurationArn":""},{"LicenseConfigurationArn":""}]}`,
			[]string{
				"license-required LicenseSpecifications[0].LicenseConfigurationArn", "license-required LicenseSpecifications[1].LicenseConfigurationArn",
				"license-arn-format LicenseSpecifications[2].LicenseConfigurationArn", "license-arn-format LicenseSpecifications[3].LicenseConfigurationArn",
			}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, ruletest.Broken(ruletest.Check(t, Rules(), tt.spec))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.spec, diff)
			}
		})
	}
}

// What a type that the catalogue does not list can do is unknown, and unknown
// is no fault.
func TestUnknownType(t *testing.T) {
	for _, spec := range []string{
		`{"InstanceType":"zz9.large"}`,
		`{"InstanceType":"zz9.large","EbsOptimized":true,"EnclaveOptions":{"Enabled":true}}`,
		`{"InstanceType":"zz9.metal","HibernationOptions":{"Configured":true},"BlockDeviceMappings":[{"DeviceName":"/dev/xvda","Ebs":{"VolumeSize":1}}]}`,
		`{"InstanceType":"zz9.large","InstanceMarketOptions":{"MarketType":"spot"},"KernelId":"aki-919dcaf8","MaintenanceOptions":{"AutoRecovery":"default"}}`,
	} {
		want := []string{"instance-type-unknown InstanceType"}
		if diff := cmp.Diff(want, ruletest.Broken(ruletest.Check(t, Rules(), spec, validate.Strict()))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", spec, diff)
		}
	}
}

// A fact that AWS may have switched on since it was recorded rejects only when
// the validator is strict.
func TestDatedFacts(t *testing.T) {
	for _, tt := range []struct {
		opts []validate.Option
		want validate.Severity
	}{
		{nil, validate.SeverityWarning},
		{[]validate.Option{validate.Strict()}, validate.SeverityError},
	} {
		vs := ruletest.Check(t, Rules(), `{"InstanceType":"g4dn.xlarge","HibernationOptions":{"Configured":true}}`, tt.opts...)
		if len(vs) != 1 || vs[0].Severity != tt.want {
			t.Errorf("got %v, want one of severity %v", vs, tt.want)
		}
	}
}

// A message names what would be right.
func TestOwnMessages(t *testing.T) {
	for _, tt := range []struct{ spec, want string }{
		{`{"InstanceType":"m7i.larg"}`, "did you mean m7i.large or "},
		{`{"IamInstanceProfile":{"Arn":"arn:aws:iam::111122223333:role/web"}}`, "give that of an instance profile"},
		{`{"IamInstanceProfile":{"Arn":"arn:aws:iam::111122223333:user/web"}}`, "must be like arn:aws:iam::111122223333:instance-profile/web"},
		{`{"IamInstanceProfile":{"Arn":"web"}}`, "a name belongs in Name"},
		{`{"IamInstanceProfile":{"Name":"arn:aws:iam::111122223333:instance-profile/web"}}`, "move it to Arn"},
		{`{"LaunchTemplate":{"LaunchTemplateName":"web","Version":"$LATEST"}}`, "should be written $Latest"},
		{`{"MinCount":3,"MaxCount":2}`, "must not exceed MaxCount, which is 2"},
	} {
		vs := ruletest.Check(t, Rules(), tt.spec)
		if len(vs) != 1 || !strings.Contains(vs[0].String(), tt.want) {
			t.Errorf("%s: got %v, want one message with %q", tt.spec, vs, tt.want)
		}
	}
}

func TestCountsOfEveryForm(t *testing.T) {
	for spec, want := range map[string][]string{
		`{"MinCount":0,"MaxCount":0}`:                    {"count-range MaxCount", "count-range MinCount"},
		`{"MinCount":2147483647,"MaxCount":-2147483648}`: {"count-range MaxCount"},
		`{"MinCount":2147483647,"MaxCount":1}`:           {"count-conflict MinCount MaxCount"},
		`{"MinCount":2147483647,"MaxCount":2147483647}`:  nil,
	} {
		if diff := cmp.Diff(want, ruletest.Broken(ruletest.Check(t, Rules(), spec))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", spec, diff)
		}
	}
}

// The limit counts bytes before base64, not characters, and holds however the
// base64 is laid out.
func TestUserDataOfTheGreatestLength(t *testing.T) {
	v, err := validate.NewValidator(Rules())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		data string
		ok   bool
	}{
		{"16,384 bytes", strings.Repeat("#", 16384), true},
		{"16,385 bytes", strings.Repeat("#", 16385), false},
		{"16,386 bytes, in as many symbols of base64 as 16,384", strings.Repeat("#", 16386), false},
		{"16,384 runes", strings.Repeat("ü", 16384), false},
		{"8,192 runes of two bytes", strings.Repeat("ü", 8192), true},
		{"16,384 bytes of NUL", string(make([]byte, 16384)), true},
	} {
		in, err := ruletest.Decode(`{}`)
		if err != nil {
			t.Fatal(err)
		}
		encoded := base64.StdEncoding.EncodeToString([]byte(tt.data))
		for _, in.UserData = range []*string{new(encoded), new(lines(encoded))} {
			if report := v.Check(in); (report.Err() == nil) != tt.ok {
				t.Errorf("%s: %v", tt.name, report)
			}
		}
	}
}

// lines breaks base64 as MIME does.
func lines(encoded string) string {
	var b strings.Builder
	for line := range slices.Chunk([]byte(encoded), 76) {
		b.Write(line)
		b.WriteString("\r\n")
	}
	return b.String()
}

func TestClientTokensHaveTheForm(t *testing.T) {
	for token, want := range map[string][]string{
		strings.Repeat("a", 64): nil,
		strings.Repeat("a", 65): {"token-length ClientToken"},
		strings.Repeat("ü", 64): {"token-format ClientToken"},
		``:                      {"token-ignored ClientToken"},
		`a\u0000`:               {"token-format ClientToken"},
		`a\n`:                   {"token-format ClientToken"},
		`a\u007f`:               {"token-format ClientToken"},
	} {
		if diff := cmp.Diff(want, ruletest.Broken(ruletest.Check(t, Rules(), `{"ClientToken":"`+token+`"}`))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", token, diff)
		}
	}
}
