package metadata_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/google/go-cmp/cmp"

	"github.com/ec2launch/ec2launch/internal/clijson"
	"github.com/ec2launch/ec2launch/launch/metadata"
)

func TestApply(t *testing.T) {
	for _, tt := range []struct {
		name    string
		options metadata.Options
		want    string
	}{
		{"required", metadata.Required(), `{"MetadataOptions":{"HttpTokens":"required"}}`},
		{"optional", metadata.Optional(), `{"MetadataOptions":{"HttpTokens":"optional"}}`},
		{"disabled", metadata.Disabled(), `{"MetadataOptions":{"HttpEndpoint":"disabled"}}`},
		{
			"endpoint",
			metadata.Required().Endpoint(true),
			`{"MetadataOptions":{"HttpEndpoint":"enabled","HttpTokens":"required"}}`,
		},
		{"hop limit", metadata.Options{}.HopLimit(64), `{"MetadataOptions":{"HttpPutResponseHopLimit":64}}`},
		{"IPv6 on", metadata.Options{}.IPv6(true), `{"MetadataOptions":{"HttpProtocolIpv6":"enabled"}}`},
		{"IPv6 off", metadata.Options{}.IPv6(true).IPv6(false), `{"MetadataOptions":{"HttpProtocolIpv6":"disabled"}}`},
		{"tags on", metadata.Options{}.InstanceTags(true), `{"MetadataOptions":{"InstanceMetadataTags":"enabled"}}`},
		{"tags off", metadata.Options{}.InstanceTags(false), `{"MetadataOptions":{"InstanceMetadataTags":"disabled"}}`},
		{"nothing", metadata.Options{}, `{}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var in ec2.RunInstancesInput
			metadata.Optional().HopLimit(7).Apply(&in) // all of which is replaced
			tt.options.Apply(&in)
			if diff := cmp.Diff(tt.want, text(t, &in)); diff != "" {
				t.Errorf("request (-want +got):\n%s", diff)
			}
		})
	}
}

func TestForksShareNothing(t *testing.T) {
	base := metadata.Required().HopLimit(2)
	_, _, _, _ = base.HopLimit(3), base.IPv6(true), base.InstanceTags(true), base.Endpoint(false)

	var changed, in ec2.RunInstancesInput
	base.Apply(&changed)
	*changed.MetadataOptions.HttpPutResponseHopLimit = 9
	base.Apply(&in)

	want := `{"MetadataOptions":{"HttpPutResponseHopLimit":2,"HttpTokens":"required"}}`
	if diff := cmp.Diff(want, text(t, &in)); diff != "" {
		t.Errorf("base after its forks and its request were changed (-want +got):\n%s", diff)
	}
}

// text is a request as JSON.
func text(t *testing.T, in *ec2.RunInstancesInput) string {
	t.Helper()
	b, err := clijson.Encode(in)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
